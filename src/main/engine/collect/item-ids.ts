import type { ReadHandle } from '../storage/handles.ts';

const MINUTE = 60_000;
const SLOTS = 16;

/** Smallest item id of the minute that `ms` lies in: ids sort by time, sixteen to a minute. */
export const firstIdAt = (ms: number): number => Math.floor(ms / MINUTE) * SLOTS;

/**
 * Hands out ids near an item's time. A minute with more than sixteen items spills into the next ones. An id is
 * fixed at first sight and never moves, also when the date is corrected later.
 */
export class ItemIds {
  /** Where the search for a free id last ended, per starting minute. */
  readonly #ends = new Map<number, number>();
  readonly #taken = new Set<number>();

  take(read: ReadHandle, ms: number): number {
    const first = firstIdAt(ms);
    let id = this.#ends.get(first) ?? first;
    while (this.#taken.has(id) || read.get('SELECT 1 FROM item WHERE id = ?', [id])) id += 1;
    this.#taken.add(id);
    this.#ends.set(first, id + 1);
    return id;
  }
}
