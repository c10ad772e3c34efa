import type { ItemKind } from './item.ts';

const HOUR = 3_600_000;
/** Reviews of one to three stars are answered within a day, all others within two (FORMULAS: reply clock). */
const BAD_REVIEW_HOURS = 24;
const OTHER_REVIEW_HOURS = 48;
/** A post or a thread moves faster than a review page. */
const POST_HOURS = 24;
/** Three of five stars on the scale of 0 to 100. */
const THREE_STARS = 60;

/**
 * When an answer is due, in UTC milliseconds: 24 h after a review of up to three stars, 48 h after a better one,
 * 24 h after anything else. `saidAt` in UTC milliseconds, `rating` 0…100 or null.
 * Example: two stars on Monday 09:00 → due Tuesday 09:00.
 */
export function answerDue(said: { kind: ItemKind; rating: number | null; saidAt: number }): number {
  if (said.kind !== 'review') return said.saidAt + POST_HOURS * HOUR;
  const bad = said.rating !== null && said.rating <= THREE_STARS;
  return said.saidAt + (bad ? BAD_REVIEW_HOURS : OTHER_REVIEW_HOURS) * HOUR;
}
