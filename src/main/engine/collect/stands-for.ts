import type { ReadHandle } from '../storage/handles.ts';

export interface StandsFor {
  state: number;
  sentiment: number;
  corrected: number;
  shelf: number;
  snoozedUntil: number | null;
}

const STANDS_FOR =
  'SELECT m.state, m.sentiment, m.corrected, m.shelf, m.snoozed_until AS snoozedUntil FROM mention m';

/**
 * The brand's mention that stands for a story in its lists; none when the brand did not match it there. One that
 * was taken out of its story stands for itself alone.
 */
export function standsFor(read: ReadHandle, brand: number, story: number): StandsFor | undefined {
  // Nearly always the story's first item; only where the brand did not match that one, the oldest that it did.
  return (
    read.get<StandsFor>(`${STANDS_FOR} WHERE m.brand = ? AND m.item = ? AND m.folded = 0`, [brand, story]) ??
    read.get<StandsFor>(
      `${STANDS_FOR} JOIN item i ON i.id = m.item
         WHERE m.brand = ? AND i.story = ? AND i.story <> 0 AND m.folded = 0 ORDER BY i.id LIMIT 1`,
      [brand, story],
    )
  );
}
