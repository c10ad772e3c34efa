import type { Sensitivity } from './spikes.ts';

const HOUR = 3_600_000;
/** Gaps that must be known before silence can be told from an ordinary pause. */
export const LEAST_GAPS = 20;
/** Nobody needs to hear about a pause shorter than this. */
const LEAST_SILENCE = 12 * HOUR;

/** The share of gaps that are shorter than what counts as silence. */
export const silenceQuantile: Readonly<Record<Sensitivity, number>> = {
  low: 0.9999,
  normal: 0.999,
  high: 0.99,
};

/**
 * How long nothing may come before it is silence, in milliseconds: the 99.9th percentile gap (FORMULAS.md), taken
 * as the larger of the observed quantile and that of an exponential with the same mean, since a thousandth cannot
 * be read from fewer than a thousand gaps. At least twelve hours; null below twenty gaps.
 * `times` are the moments something came, ascending. Example: 30 gaps of 10 h → max(10 h, 10 h · ln 1000 = 69 h).
 */
export function silenceLimit(times: readonly number[], sensitivity: Sensitivity): number | null {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  if (gaps.length < LEAST_GAPS) return null;
  const sorted = gaps.toSorted((a, b) => a - b);
  const quantile = silenceQuantile[sensitivity];
  const observed = sorted[Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] ?? 0;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return Math.max(LEAST_SILENCE, observed, mean * -Math.log(1 - quantile));
}
