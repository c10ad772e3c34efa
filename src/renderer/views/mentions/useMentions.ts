import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import type { MentionRow, MentionTarget } from '#shared/contract/mentions.ts';
import { call, type RequestError } from '#renderer/client/index.ts';
import { arrange, keepRow, noteShown, nothingShown, patchKept, type Patch, type Shown } from './rows.ts';

type Filter = Input<'mentions.list'>['filter'];
type Page = Output<'mentions.list'>;
const pageSize = 100;

/** The key's first part is the request's name, so that a change of mentions asks the loaded pages again. */
export const listKey = ['mentions.list', 'pages'] as const;
export type ListData = InfiniteData<Page, number | null>;

export interface MentionList {
  rows: MentionRow[];
  ids: number[];
  /** How many new rows wait for a click, so that nothing jumps. */
  waiting: number;
  showWaiting: () => void;
  /** Keeps a row in the list although it no longer fits, because it was only looked at. */
  keep: (row: MentionRow) => void;
  /** The same patch that the cache got, over rows that only this list keeps. */
  patchKept: (targets: readonly MentionTarget[], patch: Patch) => void;
  loadMore: () => void;
  loadingMore: boolean;
  pending: boolean;
  error: RequestError | null;
  retry: () => void;
}

/** The rows of a filter, newest first, a page at a time. */
export function useMentions(filter: Filter): MentionList {
  const query = useInfiniteQuery<Page, RequestError, ListData, unknown[], number | null>({
    queryKey: [...listKey, filter],
    queryFn: ({ pageParam, signal }) =>
      call('mentions.list', { filter, after: pageParam, limit: pageSize }, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  });
  const { data, fetchNextPage, hasNextPage, isFetching, refetch } = query;

  const key = JSON.stringify(filter);
  const [held, setHeld] = useState<{ key: string; shown: Shown }>({ key, shown: nothingShown });
  const shown = held.key === key ? held.shown : nothingShown;
  const change = useCallback(
    (next: (shown: Shown) => Shown): void =>
      setHeld((old) => {
        const before = old.key === key ? old.shown : nothingShown;
        const after = next(before);
        return after === before && old.key === key ? old : { key, shown: after };
      }),
    [key],
  );

  const fresh = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const { rows, waiting } = useMemo(() => arrange(fresh, shown), [fresh, shown]);
  const ids = useMemo(() => rows.map((row) => row.itemId), [rows]);

  useEffect(() => {
    change((before) => noteShown(before, ids));
  }, [change, ids]);

  const showWaiting = useCallback(() => change((before) => noteShown(before, waiting)), [change, waiting]);
  const keep = useCallback((row: MentionRow) => change((before) => keepRow(before, row)), [change]);
  const patch = useCallback(
    (targets: readonly MentionTarget[], one: Patch) => change((before) => patchKept(before, targets, one)),
    [change],
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const retry = useCallback(() => void refetch(), [refetch]);

  return {
    rows,
    ids,
    waiting: waiting.length,
    showWaiting,
    keep,
    patchKept: patch,
    loadMore,
    loadingMore: query.isFetchingNextPage,
    pending: query.isPending,
    error: data === undefined ? query.error : null,
    retry,
  };
}
