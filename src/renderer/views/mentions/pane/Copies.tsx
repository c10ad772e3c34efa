import { Box, Button, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { navigate } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { mentionName } from '#renderer/ui/MentionLine.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { isFolded } from '../rows.ts';
import type { Triage } from '../useTriage.ts';
import { Part } from './Part.tsx';

export interface CopiesProps {
  row: MentionRow;
  triage: Pick<Triage, 'fold'>;
}

/** Where else the same story stands, with a way out of the story and back. Nothing where it stands here only. */
export function Copies({ row, triage }: CopiesProps): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('mentions.copies', { itemId: row.itemId });
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined || data.rows.length === 0) return null;
  // The story is told under its first item, which therefore has nowhere to be folded to.
  const first = Math.min(row.itemId, ...data.rows.map(({ itemId }) => itemId));
  return (
    <Part title={t('mentions.detail.copies.title', { count: data.total })} folded={data.total > 3}>
      {row.itemId === first ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', fontSize: 13, mb: 2 }}>
          {t(isFolded(row) ? 'mentions.detail.copies.isCopy' : 'mentions.detail.copies.isOwn')}
          <FoldButton row={row} triage={triage} />
        </Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13 }}>
        {data.rows.map((copy) => (
          <Box
            component="li"
            key={copy.itemId}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) auto auto',
              gap: 2,
              alignItems: 'center',
            }}
          >
            <Link
              component="button"
              type="button"
              title={copy.title}
              onClick={() => navigate('mentions', { itemId: String(copy.itemId) })}
              sx={{
                fontSize: 13,
                minHeight: 24,
                textAlign: 'left',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {copy.site} · {mentionName(copy)}
            </Link>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              <RelativeTime at={copy.publishedAt} />
            </Box>
            {copy.itemId === first ? <span /> : <FoldButton row={copy} triage={triage} />}
          </Box>
        ))}
      </Box>
      {data.total > data.rows.length ? (
        <Box sx={{ fontSize: 12, color: 'text.secondary', mt: 1 }}>
          {t('mentions.detail.copies.newest', { count: data.rows.length })}
        </Box>
      ) : null}
    </Part>
  );
}

function FoldButton({ row, triage }: CopiesProps): ReactNode {
  const { t } = useTranslation();
  const folded = isFolded(row);
  return (
    <Button variant="text" sx={{ minHeight: 24 }} onClick={() => void triage.fold([row], !folded)}>
      {t(folded ? 'mentions.detail.copies.out' : 'mentions.detail.copies.back')}
    </Button>
  );
}
