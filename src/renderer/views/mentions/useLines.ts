import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MentionRow } from '#shared/contract/mentions.ts';
import { call } from '#renderer/client/index.ts';
import { linesOf, type Line } from './rows.ts';

/** The rows of the list with the copies of unfolded stories below them, as they come. */
export function useLines(rows: readonly MentionRow[], unfolded: ReadonlySet<number>): Line[] {
  const stories = useMemo(
    () => rows.filter(({ itemId }) => unfolded.has(itemId)).map(({ itemId }) => itemId),
    [rows, unfolded],
  );
  const copies = useQueries({
    queries: stories.map((itemId) => ({
      queryKey: ['mentions.copies', { itemId }],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('mentions.copies', { itemId }, signal),
    })),
    combine: (answers) => answers.map(({ data }) => data?.rows ?? []),
  });
  return useMemo(
    () => linesOf(rows, new Map(stories.map((itemId, at) => [itemId, copies[at] ?? []]))),
    [rows, stories, copies],
  );
}
