import { Box, Button, ButtonBase, IconButton, TextField } from '@mui/material';
import { Bookmark, X } from 'lucide-react';
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight } from '#shared/contract/highlights.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { MentionLine } from '#renderer/ui/MentionLine.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useCopy } from '#renderer/ui/useCopy.ts';
import { useSaveText } from '#renderer/ui/useSaveText.ts';
import { reportMarkdown } from './markdown.ts';

const spans = ['30', '90', 'all'] as const;
type Span = (typeof spans)[number];
const DAY = 86_400_000;

/** Mentions chosen for a report, with the owner's words; copied whole into a letter or a document. */
export default function ReportsView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const spanId = useId();
  const brandIds = useScreen((screen) => screen.brandIds);
  const [span, setSpan] = useState<Span>('30');
  const from = useMemo(() => (span === 'all' ? null : Date.now() - Number(span) * DAY), [span]);
  const { data, error, refetch } = useRequest(
    'highlights.list',
    { brandIds: [...brandIds], from },
    { keepPrevious: true },
  );
  const copy = useCopy();
  const rows = data?.highlights ?? [];
  const save = useSaveText();
  const text = (): string =>
    reportMarkdown(rows, {
      title: t(`reports.heading.${span}`),
      where: ({ mention }) => `${mention.site}, ${format.full(mention.publishedAt)}`,
    });
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('reports.title')}
        text={t('reports.about')}
        actions={
          <>
            <Box component="span" id={spanId} sx={{ fontSize: 13, color: 'text.secondary' }}>
              {t('reports.span')}
            </Box>
            <Choice
              labelledBy={spanId}
              value={span}
              options={spans.map((value) => ({ value, label: t(`reports.spans.${value}`) }))}
              onChange={setSpan}
            />
            <Button
              disabled={rows.length === 0}
              onClick={() =>
                void save('markdown', t(`reports.heading.${span}`), text(), t('reports.told.written'))
              }
            >
              {t('reports.save')}
            </Button>
            <Button
              variant="contained"
              color="primary"
              disabled={rows.length === 0}
              onClick={() => void copy(text(), t('reports.told.copied'))}
            >
              {t('reports.copy')}
            </Button>
          </>
        }
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('reports.list')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
      >
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<Bookmark size={24} />}
            title={t('reports.empty.title')}
            text={t('reports.empty.text')}
            action={<Button onClick={() => navigate('mentions')}>{t('reports.empty.action')}</Button>}
          />
        ) : (
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              border: 1,
              borderColor: 'divider',
              borderRadius: '8px',
              bgcolor: 'background.paper',
              '& > li + li': { borderTop: 1, borderColor: 'divider' },
            }}
          >
            {rows.map((row) => (
              <li key={row.id}>
                <Chosen highlight={row} />
              </li>
            ))}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Chosen({ highlight }: { highlight: Highlight }): ReactNode {
  const { t } = useTranslation();
  const { itemId, brandId, mention } = highlight;
  const [comment, setComment] = useState(highlight.comment);
  const add = useCommand('highlights.add');
  const remove = useCommand('highlights.remove');
  useEffect(() => setComment(highlight.comment), [highlight.comment]);
  const save = async (): Promise<void> => {
    if (comment.trim() === highlight.comment) return;
    const done = await add.run({ itemId, brandId, comment });
    if (done?.changeId != null) notify({ message: t('reports.told.saved'), undo: done.changeId });
  };
  const take = async (): Promise<void> => {
    const done = await remove.run({ highlightId: highlight.id });
    if (done !== null) notify({ message: t('reports.told.removed'), undo: done.changeId });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2, rowGap: 3, p: 3 }}>
      <ButtonBase
        onClick={() => navigate('mentions', { itemId: String(itemId) })}
        sx={{
          textAlign: 'left',
          display: 'block',
          borderRadius: '6px',
          '&:hover': { bgcolor: 'tokens.hover' },
        }}
      >
        <MentionLine row={mention} />
      </ButtonBase>
      <IconButton aria-label={t('reports.remove')} title={t('reports.remove')} onClick={() => void take()}>
        <X size={14} aria-hidden />
      </IconButton>
      <TextField
        label={t('reports.comment')}
        value={comment}
        multiline
        onChange={(event) => setComment(event.target.value)}
        onBlur={() => void save()}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </Box>
  );
}
