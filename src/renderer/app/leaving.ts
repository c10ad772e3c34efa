import { call, onEvent } from '#renderer/client/index.ts';

const keepers = new Set<() => Promise<unknown>>();

/** Calls `keep` before Earshot ends, for what is being written. @returns how to stop that */
export function beforeLeaving(keep: () => Promise<unknown>): () => void {
  keepers.add(keep);
  return () => {
    keepers.delete(keep);
  };
}

/** Starts waiting for the end; returns how to stop. Called once. What cannot be kept does not keep Earshot from ending. */
export const awaitLeaving = (): (() => void) =>
  onEvent('app.leaving', () => {
    void Promise.allSettled([...keepers].map((keep) => keep()))
      .then(() => call('app.left', {}))
      .catch(() => undefined);
  });
