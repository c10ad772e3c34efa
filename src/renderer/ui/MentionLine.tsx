import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { MentionRow, Sentiment } from '#shared/contract/mentions.ts';
import { Marked } from './Marked.tsx';
import { RelativeTime } from './RelativeTime.tsx';
import { SentimentMark } from './SentimentMark.tsx';

const order: readonly Sentiment[] = ['negative', 'positive', 'neutral', 'undefined'];

/** The strongest of an item's sentiments among its brands; negative first. */
export const strongestSentiment = (row: Pick<MentionRow, 'mentions'>): Sentiment =>
  order.find((sentiment) => row.mentions.some((mention) => mention.sentiment === sentiment)) ?? 'undefined';

/** What a mention is called: its title, or for a post without one whoever wrote it. */
export const mentionName = (row: Pick<MentionRow, 'title' | 'author' | 'site'>): string =>
  row.title || row.author || row.site;

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** A mention in two lines: sign, name, where and when; below it the words. */
export function MentionLine({ row }: { row: MentionRow }): ReactNode {
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', columnGap: 2, width: '100%' }}
    >
      <SentimentMark sentiment={strongestSentiment(row)} />
      <Box sx={{ ...oneLine, fontWeight: 600 }}>{mentionName(row)}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        {row.site} · <RelativeTime at={row.publishedAt} />
      </Box>
      <Box sx={{ gridColumn: '2 / -1', color: 'text.secondary', ...oneLine }}>
        <Marked text={row.excerpt} marks={row.marks} />
      </Box>
    </Box>
  );
}
