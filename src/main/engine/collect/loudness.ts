import type { SiteSums } from '../storage/site-totals.ts';
import { influenceOf, type Influence } from '../understand/influence.ts';

/** Running totals of an author or a site, as `publishers.ts` keeps them. */
export interface PublisherTotals {
  items: number;
  /** Sum of ln(1 + reach). */
  logReach: number;
  reach: number;
  interactions: number;
}

/** The columns of `PublisherTotals`, in `author` and in `site`. */
export const PUBLISHER_TOTALS = 'items, log_reach AS logReach, reach, interactions';

export const noTotals: Readonly<PublisherTotals> = { items: 0, logReach: 0, reach: 0, interactions: 0 };

/** Interactions for each person reached, over every site the workspace knows; null where nothing is known. */
export const usualRate = ({ reach, interactions }: SiteSums): number | null =>
  reach > 0 ? interactions / reach : null;

/**
 * Influence of a publisher with what it is made of. The typical reach is the geometric mean: as deaf to one
 * outlier as the median, and kept by adding.
 */
export function loudness(
  totals: PublisherTotals,
  usual: number | null,
): Influence & { typicalReach: number } {
  const typicalReach = Math.expm1(totals.logReach / Math.max(1, totals.items));
  const interactionRate = totals.reach > 0 ? totals.interactions / totals.reach : null;
  return { ...influenceOf({ typicalReach, interactionRate, usualRate: usual }), typicalReach };
}
