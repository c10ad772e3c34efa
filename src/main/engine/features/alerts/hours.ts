import type { ReadHandle } from '../../storage/handles.ts';
import { Baseline, type Expectation } from '../../understand/baseline.ts';

export const HOUR = 3_600_000;
/** How far back what is usual is learnt from. */
export const HISTORY_HOURS = 9 * 168;

export type Measure = 'total' | 'negative';

/** A brand's mentions hour by hour, without gaps; hours are counted from 1970 in UTC. */
export interface HourlyCounts {
  first: number;
  total: number[];
  negative: number[];
}

/** From the roll-ups: costs hours, not mentions. Begins with the first hour that has any, `to` is exclusive. */
export function loadHours(read: ReadHandle, brandKey: number, from: number, to: number): HourlyCounts {
  const rows = read.all<{ hour: number; total: number; negative: number }>(
    `SELECT hour, sum(negative + neutral + positive + undefined) AS total, sum(negative) AS negative
     FROM mention_hour WHERE brand = ? AND hour >= ? AND hour < ? GROUP BY hour ORDER BY hour`,
    [brandKey, from, to],
  );
  const first = rows[0]?.hour ?? to;
  const counts: HourlyCounts = {
    first,
    total: Array.from({ length: to - first }, () => 0),
    negative: Array.from({ length: to - first }, () => 0),
  };
  for (const row of rows) {
    counts.total[row.hour - first] = row.total;
    counts.negative[row.hour - first] = row.negative;
  }
  return counts;
}

/** Sum of the hours from `from` up to but not including `to`. */
export function sumOf(counts: HourlyCounts, measure: Measure, from: number, to: number): number {
  let sum = 0;
  for (let hour = Math.max(from, counts.first); hour < to; hour += 1) {
    sum += counts[measure][hour - counts.first] ?? 0;
  }
  return sum;
}

/** What was expected of each hour before it came, by the hour's place in `counts`. */
export function expectations(counts: HourlyCounts, measure: Measure): Expectation[] {
  const baseline = new Baseline();
  return counts[measure].map((count, index) => {
    const end = (counts.first + index + 1) * HOUR;
    const expected = baseline.expect(end);
    baseline.observe(end, count);
    return expected;
  });
}

/** What is expected of an hour of which nothing is known. */
export const unknownHour = (hour: number): Expectation => new Baseline().expect((hour + 1) * HOUR);
