import type { Departure, Sensitivity } from './spikes.ts';
import { thresholds } from './spikes.ts';
import { binomialTail, sigmasOf } from './tails.ts';

/** A share of fewer mentions than this says nothing. */
export const LEAST_MENTIONS = 10;
/** Points (of 1) the share must lie above the usual one. */
const LEAST_POINTS = 0.1;

/**
 * Whether more of the mentions than usual are negative: exact binomial tail against the usual share, which is
 * (negatives + 2) ÷ (mentions + 10) of the 28 days before (UNDERSTANDING.md, section 5). Never a departure
 * (`excess` 0) below ten mentions, or where the share is less than ten points above the usual one.
 * Example: 40 of 400 usual, now 9 of 20 → usual share 0.102, tail 7.2e-5.
 */
export function negativeShare(
  window: { negative: number; total: number },
  before: { negative: number; total: number },
  sensitivity: Sensitivity,
): Departure & { share: number; usualShare: number } {
  const usualShare = (before.negative + 2) / (before.total + 10);
  const share = window.total === 0 ? 0 : window.negative / window.total;
  const expected = usualShare * window.total;
  const logTail = window.total === 0 ? 0 : binomialTail(window.negative, window.total, usualShare);
  const speaks = window.total >= LEAST_MENTIONS && share >= usualShare + LEAST_POINTS;
  const limit = sigmasOf(Math.log(thresholds[sensitivity].probability));
  const excess = speaks ? sigmasOf(logTail) / limit : 0;
  return { observed: window.negative, expected, logTail, excess, share, usualShare };
}
