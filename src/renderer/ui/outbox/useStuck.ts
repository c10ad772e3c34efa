import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Action } from '#shared/contract/outbox.ts';
import type { ActionKind } from '#shared/model/action.ts';
import { call } from '#renderer/client/index.ts';

export const STUCK_STATES = ['missed', 'failed', 'uncertain'] as const;

export interface Stuck {
  /** Empty when everything left as it should. */
  actions: readonly Action[];
  /** Null when all are shown. */
  loadMore: (() => void) | null;
}

/**
 * What did not go out: missed its time, failed, or nobody knows yet; what was due first stands first, a page at a time.
 * Of every kind where none is named.
 */
export function useStuck(brandIds: readonly string[], kinds: readonly ActionKind[] = []): Stuck {
  const input = { states: [...STUCK_STATES], brandIds: [...brandIds], kinds: [...kinds] };
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['actions.list', input],
    queryFn: ({ pageParam, signal }) => call('actions.list', { ...input, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const actions = useMemo(() => data?.pages.flatMap((page) => page.actions) ?? [], [data]);
  const loadMore = (): void => {
    if (!isFetchingNextPage) void fetchNextPage();
  };
  return { actions, loadMore: hasNextPage ? loadMore : null };
}
