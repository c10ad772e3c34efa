import type { Output } from '#shared/contract/index.ts';
import type { ComparedBrand, Measure } from '#shared/contract/compare.ts';

export type Summary = Output<'compare.summary'>;
export type Voices = Output<'compare.voices'>['brands'][number];
export type Topics = Output<'compare.topics'>['brands'][number];
export const measures = ['mentions', 'reach', 'interactions'] as const satisfies readonly Measure[];

/** Indexes of days that are drawn as one mark, both included. */
export interface Bucket {
  from: number;
  to: number;
}

const week = 7;

/** One mark a day while there are at most `most` days, else a week counted back from the last; the first may be shorter. */
export function bucketsOf(days: number, most: number): Bucket[] {
  const size = days <= most ? 1 : week;
  const buckets: Bucket[] = [];
  for (let to = days - 1; to >= 0; to -= size) buckets.unshift({ from: Math.max(0, to - size + 1), to });
  return buckets;
}

/**
 * Marks of a line of shares: single days in a span of two weeks; in a longer one the seven days up to each day,
 * since the shares of a day with five mentions say nothing; weeks where days would lie too close.
 */
export function windowsOf(days: number): Bucket[] {
  if (days <= 2 * week) return bucketsOf(days, days);
  if (days > 92) return bucketsOf(days, 0);
  return Array.from({ length: days }, (_, to) => ({ from: Math.max(0, to - week + 1), to }));
}

export function sumOver(values: readonly number[], { from, to }: Bucket): number {
  return values.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
}

/** Each brand's part of a bucket, 0…1, in the order given; null where nobody has anything. */
export function sharesIn(
  brands: readonly ComparedBrand[],
  measure: Measure,
  bucket: Bucket,
): (number | null)[] {
  const values = brands.map(({ daily }) => sumOver(daily[measure], bucket));
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (total > 0 ? value / total : null));
}
