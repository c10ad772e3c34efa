import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Alert, AlertState } from '#shared/contract/alerts.ts';
import { call } from '#renderer/client/index.ts';

export const shows = ['open', 'snoozed', 'all'] as const;
export type Show = (typeof shows)[number];

const states: Readonly<Record<Show, AlertState[]>> = { open: ['new', 'seen'], snoozed: ['snoozed'], all: [] };
const PAGE = 100;

export interface AlertList {
  alerts: readonly Alert[];
  pending: boolean;
  error: unknown;
  retry(): void;
  loadMore(): void;
}

/** The alerts of the brands chosen, newest first, loaded a page at a time. */
export function useAlerts(brandIds: readonly string[], show: Show): AlertList {
  const input = { brandIds: [...brandIds], states: states[show], limit: PAGE };
  const query = useInfiniteQuery({
    queryKey: ['alerts.list', input],
    queryFn: ({ pageParam, signal }) => call('alerts.list', { ...input, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const alerts = useMemo(() => data?.pages.flatMap((page) => page.alerts) ?? [], [data]);
  return {
    alerts,
    pending: query.isPending,
    error: query.isError && data === undefined ? query.error : null,
    retry: () => void query.refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
