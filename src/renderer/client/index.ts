import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Input, Output, RequestName } from '#shared/contract/index.ts';
import { notifyFailure } from '#renderer/app/notify.ts';
import { createInvalidator } from './invalidate.ts';
import { call, onEvent, RequestError } from './transport.ts';

export { call, onEvent, RequestError } from './transport.ts';

const mayRetry = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof RequestError && error.failure.retryable;

/** The one cache of everything the engine answered. Keys are `[request name, input]`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: mayRetry,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 60_000,
      gcTime: 5 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Starts listening to changes; returns how to stop. Called once, before the first render. */
export function connectCache(): () => void {
  const invalidate = createInvalidator(queryClient);
  const stopData = onEvent('data.changed', ({ topics }) => invalidate(topics));
  const stopApp = onEvent('app.changed', (state) => queryClient.setQueryData(['app.state', {}], state));
  return () => {
    stopData();
    stopApp();
  };
}

export interface RequestOptions {
  enabled?: boolean;
  /** Show the last answer while a changed input is being asked: nothing jumps. */
  keepPrevious?: boolean;
}

/** The cached answer of a request, asked again when the engine says that it changed. */
export function useRequest<N extends RequestName>(
  name: N,
  input: Input<N>,
  options: RequestOptions = {},
): UseQueryResult<Output<N>, RequestError> {
  return useQuery<Output<N>, RequestError>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface Command<N extends RequestName> {
  /** Answers null when it failed; the person has then been told by a snackbar. */
  run(input: Input<N>): Promise<Output<N> | null>;
  busy: boolean;
}

/** A request that changes something, asked by hand. */
export function useCommand<N extends RequestName>(name: N): Command<N> {
  const { mutateAsync, isPending } = useMutation<Output<N>, RequestError, Input<N>>({
    mutationFn: (input) => call(name, input),
  });
  const run = async (input: Input<N>): Promise<Output<N> | null> => {
    try {
      return await mutateAsync(input);
    } catch (error) {
      notifyFailure(error);
      return null;
    }
  };
  return { run, busy: isPending };
}
