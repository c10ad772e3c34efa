import type { ReadHandle } from './handles.ts';

const MINUTE = 60_000;
const SLOTS = 16;
const MOST_HINTS = 10_000;

/** Smallest item id of the minute that `ms` lies in: ids sort by time, sixteen to a minute. */
export const firstIdAt = (ms: number): number => Math.floor(ms / MINUTE) * SLOTS;

/**
 * Hands out ids near an item's time. A minute with more than sixteen items spills into the next ones. An id is
 * fixed at first sight and never moves, also when the date is corrected later.
 */
export class ItemIds {
  /**
   * Where the search for a free id last ended, per starting minute: thousands of undated items share one, and
   * each would else walk past all before it. A hint too far ahead, after a roll-back, only leaves a gap.
   */
  readonly #ends = new Map<number, number>();

  /** A free id; the caller inserts the item before it asks for the next. */
  take(read: ReadHandle, ms: number): number {
    const first = firstIdAt(ms);
    let id = this.#ends.get(first) ?? first;
    while (read.get('SELECT 1 FROM item WHERE id = ?', [id])) id += 1;
    if (this.#ends.size > MOST_HINTS) this.#ends.clear();
    this.#ends.set(first, id + 1);
    return id;
  }
}
