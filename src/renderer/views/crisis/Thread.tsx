import { Box, Button, IconButton, Link, TextField, Typography } from '@mui/material';
import { Pin, PinOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis } from '#shared/contract/crisis.ts';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { parse } from '#shared/query-language/index.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Panel } from './Panel.tsx';

const step = 20;
const most = 200;

/** What the crisis is about: the mentions chosen for it, and the negative ones that came by themselves. */
export function Thread({ crisis }: { crisis: Crisis }): ReactNode {
  const { t } = useTranslation();
  const crisisId = crisis.id;
  const [limit, setLimit] = useState(step);
  const pins = useRequest('crisis.pins', { crisisId });
  const own = useRequest('crisis.thread', { crisisId, limit }, { keepPrevious: true });
  const pinned = pins.data?.rows ?? [];
  const rows = own.data?.rows.filter((row) => !pinned.some(({ itemId }) => itemId === row.itemId)) ?? [];
  return (
    <Panel title={t('crisis.thread.title')}>
      <Typography variant="h3" sx={{ color: 'text.secondary' }}>
        {t('crisis.thread.pinned')}
      </Typography>
      {pins.error !== null && pins.data === undefined ? (
        <ErrorState error={pins.error} onRetry={() => void pins.refetch()} />
      ) : pinned.length === 0 ? (
        <Box sx={{ color: 'text.secondary', py: 2 }}>{t('crisis.thread.noPins')}</Box>
      ) : (
        <Rows rows={pinned} crisisId={crisisId} pinned />
      )}
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mt: 4 }}>
        <Typography variant="h3" sx={{ color: 'text.secondary' }}>
          {t('crisis.thread.negative')}
        </Typography>
        {own.data === undefined ? null : <Count count={own.data.count} more={own.data.more} />}
      </Box>
      <Narrow key={crisis.query} crisis={crisis} />
      {own.error !== null && own.data === undefined ? (
        <ErrorState error={own.error} onRetry={() => void own.refetch()} />
      ) : own.data === undefined ? (
        <ViewSkeleton lines={3} />
      ) : rows.length === 0 ? (
        <Box sx={{ color: 'text.secondary', py: 2 }}>{t('crisis.thread.none')}</Box>
      ) : (
        <Rows rows={rows} crisisId={crisisId} pinned={false} />
      )}
      {own.data?.next === null || own.data === undefined || limit >= most ? null : (
        <Button sx={{ mt: 2 }} onClick={() => setLimit(Math.min(most, limit + 2 * step))}>
          {t('crisis.thread.more')}
        </Button>
      )}
    </Panel>
  );
}

function Count({ count, more }: { count: number; more: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
      {more
        ? t('crisis.thread.countMore', { formatted: format.number(count) })
        : t('crisis.thread.count', { count })}
    </Box>
  );
}

/** The query that decides which negative mentions belong. */
function Narrow({ crisis }: { crisis: Crisis }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(crisis.query);
  const update = useCommand('crisis.update');
  const parsed = text.trim() === '' ? null : parse(text);
  const wrong = parsed !== null && !parsed.ok;
  const same = text.trim() === crisis.query;
  const save = async (): Promise<void> => {
    const done = await update.run({ crisisId: crisis.id, query: text.trim() });
    if (done !== null) notify({ message: t('crisis.thread.querySaved'), undo: done.changeId });
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && !same && !update.busy) void save();
      }}
      sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', my: 2 }}
    >
      <TextField
        label={t('crisis.thread.query')}
        value={text}
        error={wrong}
        helperText={wrong ? t(`brands.syntax.${parsed.error.code}.message`, parsed.error.params) : undefined}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false } }}
      />
      <Button type="submit" disabled={wrong || same || update.busy} sx={{ flex: 'none' }}>
        {t('crisis.thread.saveQuery')}
      </Button>
    </Box>
  );
}

function Rows(props: { rows: readonly MentionRow[]; crisisId: string; pinned: boolean }): ReactNode {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        mt: 1,
        p: 0,
        listStyle: 'none',
        '& > * + *': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {props.rows.map((row) => (
        <Row key={row.itemId} row={row} crisisId={props.crisisId} pinned={props.pinned} />
      ))}
    </Box>
  );
}

function Row(props: { row: MentionRow; crisisId: string; pinned: boolean }): ReactNode {
  const { row, crisisId, pinned } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const pin = useCommand('crisis.pin');
  const unpin = useCommand('crisis.unpin');
  const title = row.title || row.author || t('crisis.thread.untitled');
  const toggle = async (): Promise<void> => {
    const done = pinned
      ? await unpin.run({ crisisId, itemId: row.itemId })
      : await pin.run({ crisisId, itemIds: [row.itemId] });
    const told = pinned ? 'crisis.thread.unpinnedTold' : 'crisis.thread.pinnedTold';
    if (done !== null) notify({ message: t(told), undo: done.changeId });
  };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 2, minWidth: 0 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 2, fontSize: 12, color: 'text.secondary' }}>
          <SentimentMark sentiment={row.mentions[0]?.sentiment ?? 'undefined'} />
          <span>{row.author || row.site}</span>
          {row.reach > 0 ? <span>{t('crisis.report.reach', { reach: format.rough(row.reach) })}</span> : null}
          <RelativeTime at={row.publishedAt} />
        </Box>
        <Link
          component="button"
          type="button"
          aria-label={t('crisis.thread.open', { title })}
          onClick={() => navigate('mentions', { itemId: String(row.itemId) })}
          sx={{ fontWeight: 600, fontSize: 13, textAlign: 'left', color: 'text.primary', minHeight: 24 }}
        >
          {title}
        </Link>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <Marked text={row.excerpt} marks={row.marks} />
        </Box>
      </Box>
      <IconButton
        aria-label={t(pinned ? 'crisis.thread.unpin' : 'crisis.thread.pin', { title })}
        disabled={pin.busy || unpin.busy}
        onClick={() => void toggle()}
        sx={{ alignSelf: 'flex-start' }}
      >
        {pinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />}
      </IconButton>
    </Box>
  );
}
