import type { AlertSettings } from '#shared/contract/alerts.ts';
import { negativeShare } from '../../understand/negative-share.ts';
import { departure, LEAST_COUNT, meanSigma, type Departure } from '../../understand/spikes.ts';
import { expectations, sumOf, unknownHour, type HourlyCounts, type Measure } from './hours.ts';

/** A burst, a wave, and a day: a small brand's crisis does not fit into one hour. */
const WINDOWS = [1, 6, 24] as const;
const DAY = 24;
const SHARE_DAYS = 28;
const ABOUT = 0.75;

/** A span of hours that has more than usual. */
export interface Found {
  /** First hour, and the hour after the last. */
  from: number;
  to: number;
  method: 'tail' | 'meanSigma' | 'share';
  departure: Departure;
  share: { now: number; usual: number; total: number } | null;
  /** Judges another count of the same span: copies and old items may have to be left out. */
  judge(count: number): Departure;
}

type How = Pick<AlertSettings, 'sensitivity' | 'method'>;

/**
 * The hours from `from` up to `to` (exclusive) that end a span with more than usual, oldest first; of several
 * spans that end in the same hour, the most telling. Only an hour in which something came ends a span. The last hour
 * may still be running: what has come so far is compared with what the whole hour usually has.
 */
export function scan(
  counts: HourlyCounts,
  measure: Measure,
  span: { from: number; to: number },
  how: How,
): Found[] {
  // Most looks find a quiet brand: what is usual need not even be worked out.
  if (sumOf(counts, measure, span.from - DAY, span.to) < LEAST_COUNT) return [];
  const expected = expectations(counts, measure);
  const found: Found[] = [];
  for (let hour = Math.max(span.from, counts.first); hour < span.to; hour += 1) {
    if ((counts[measure][hour - counts.first] ?? 0) === 0) continue;
    const spans =
      how.method === 'meanSigma'
        ? [sigmaSpan(counts, measure, hour, how)]
        : WINDOWS.map((length) => {
            const from = hour + 1 - length;
            const hours = Array.from(
              { length },
              (_, index) => expected[from + index - counts.first] ?? unknownHour(from + index),
            );
            const judge = (count: number): Departure => departure(count, hours, how.sensitivity);
            return spanOf(from, hour + 1, 'tail', judge, sumOf(counts, measure, from, hour + 1));
          });
    const telling = mostTelling(spans);
    if (telling !== undefined && telling.departure.excess >= 1) found.push(telling);
  }
  return found;
}

/** Of those about as far out as the furthest, the one with the most mentions: it tells the whole story. */
export function mostTelling(spans: readonly Found[]): Found | undefined {
  const furthest = Math.max(...spans.map(({ departure: { excess } }) => excess));
  return spans
    .filter(({ departure: { excess } }) => excess >= furthest * ABOUT)
    .toSorted(
      (a, b) => b.departure.observed - a.departure.observed || b.departure.excess - a.departure.excess,
    )[0];
}

function spanOf(
  from: number,
  to: number,
  method: Found['method'],
  judge: Found['judge'],
  count: number,
): Found {
  return { from, to, method, departure: judge(count), share: null, judge };
}

function sigmaSpan(counts: HourlyCounts, measure: Measure, hour: number, how: How): Found {
  const to = hour + 1;
  const days = Array.from({ length: 7 }, (_, day) =>
    sumOf(counts, measure, to - (day + 2) * DAY, to - (day + 1) * DAY),
  ).reverse();
  const judge = (count: number): Departure => meanSigma(count, days, how.sensitivity);
  return spanOf(to - DAY, to, 'meanSigma', judge, sumOf(counts, measure, to - DAY, to));
}

/** The hours that end a day in which more of the mentions than usual were negative. */
export function scanShare(
  counts: HourlyCounts,
  span: { from: number; to: number },
  { sensitivity }: How,
): Found[] {
  const found: Found[] = [];
  for (let hour = Math.max(span.from, counts.first); hour < span.to; hour += 1) {
    if ((counts.negative[hour - counts.first] ?? 0) === 0) continue;
    const to = hour + 1;
    const from = to - DAY;
    const total = sumOf(counts, 'total', from, to);
    const start = from - SHARE_DAYS * DAY;
    const before = {
      negative: sumOf(counts, 'negative', start, from),
      total: sumOf(counts, 'total', start, from),
    };
    const judge = (negative: number): ReturnType<typeof negativeShare> =>
      negativeShare({ negative, total }, before, sensitivity);
    const result = judge(sumOf(counts, 'negative', from, to));
    if (result.excess < 1) continue;
    const share = { now: result.share, usual: result.usualShare, total };
    found.push({ from, to, method: 'share', departure: result, share, judge });
  }
  return found;
}
