import type { Workspace } from '../storage/workspace.ts';

/** A mention that has just been stored. */
export interface Arrival {
  itemId: number;
  brandKey: number;
  brandId: string;
  /** Folded behind a story that was there already. */
  copy: boolean;
}

/**
 * Called inside the transaction of a batch, after its mentions are stored and indexed: what it writes is
 * committed with them or not at all. `now` is UTC milliseconds. It must not throw for a single odd mention.
 */
export type ArrivalHook = (workspace: Workspace, arrivals: readonly Arrival[], now: number) => void;
