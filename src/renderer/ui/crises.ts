import type { Crisis } from '#shared/contract/crisis.ts';
import { useRequest } from '#renderer/client/index.ts';

const none: readonly Crisis[] = [];

/** Every crisis room, those open first; empty while loading. */
export function useCrises(): readonly Crisis[] {
  return useRequest('crisis.list', {}).data?.crises ?? none;
}

/** The crisis rooms that are open now. */
export function useActiveCrises(): readonly Crisis[] {
  return useCrises().filter(({ endedAt }) => endedAt === null);
}
