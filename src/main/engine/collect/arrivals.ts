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

/**
 * Called inside the transaction that gives a brand mentions of what was stored long before, because its queries
 * changed. It is no news: nothing is told of it and no rule runs on it.
 */
export type FoundHook = (workspace: Workspace, found: readonly Arrival[]) => void;
