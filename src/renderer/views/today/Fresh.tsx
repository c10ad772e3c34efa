import { Box, Button, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionRow, Sentiment } from '#shared/contract/mentions.ts';
import { navigate, select } from '#renderer/app/state.ts';
import { Marked } from '#renderer/ui/Marked.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { Part } from './Part.tsx';

const order: readonly Sentiment[] = ['negative', 'positive', 'neutral', 'undefined'];

/** The strongest of an item's sentiments among its brands; negative first. */
const sentimentOf = (row: MentionRow): Sentiment =>
  order.find((sentiment) => row.mentions.some((mention) => mention.sentiment === sentiment)) ?? 'undefined';

/** The newest mentions that nobody has looked at; each opens in Mentions. */
export function Fresh({ rows }: { rows: readonly MentionRow[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part
      title={t('today.fresh')}
      action={
        <Button variant="text" color="primary" onClick={() => navigate('mentions', { states: 'new' })}>
          {t('today.all')}
        </Button>
      }
    >
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
          overflow: 'hidden',
          '& li + li': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        {rows.map((row) => (
          <li key={row.itemId}>
            <Row row={row} />
          </li>
        ))}
      </Box>
    </Part>
  );
}

function Row({ row }: { row: MentionRow }): ReactNode {
  const sentiment = sentimentOf(row);
  const open = (): void => {
    select('mentions', String(row.itemId));
    navigate('mentions', { itemId: String(row.itemId) });
  };
  return (
    <ButtonBase
      onClick={open}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) auto',
        columnGap: 2,
        width: '100%',
        px: 3,
        py: 2,
        textAlign: 'left',
        '&:hover': { bgcolor: 'tokens.hover' },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <SentimentMark sentiment={sentiment} />
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 600 }}>
        {row.title === '' ? row.author : row.title}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        {row.site} · <RelativeTime at={row.publishedAt} />
      </Box>
      <Box
        sx={{
          gridColumn: '2 / -1',
          color: 'text.secondary',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        <Marked text={row.excerpt} marks={row.marks} />
      </Box>
    </ButtonBase>
  );
}
