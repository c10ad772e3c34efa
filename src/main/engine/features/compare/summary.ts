import type { ComparedBrand, Measure, SpanSums } from '#shared/contract/compare.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { dayName } from '../../storage/zone.ts';
import {
  addSums,
  engagementByReach,
  healthIndex,
  median,
  mentionsOf,
  netSentiment,
  noSums,
  peaksOf,
  placesOf,
  presence,
  rankPoints,
  reasonFor,
  shareOf,
  weekWeights,
  type Peak,
  type Sums,
} from '../insights/formulas.ts';
import type { ComparedKey, Span } from './span.ts';

const YEAR = 365;
const WEEK = 7;
const MOST_PEAKS = 5;

/** One brand's sums a day, from `first` on without gaps; costs days, not mentions. */
interface Series {
  brand: ComparedKey;
  days: Sums[];
  now: Sums;
  before: Sums;
  peaks: Peak[];
}

/** The days that a comparison reads: both spans, and the year that presence is measured against. */
const firstDay = (span: Span): number => Math.min(span.beforeFrom, span.to - YEAR - WEEK + 2);

function readSeries(read: ReadHandle, brand: ComparedKey, span: Span): Series {
  const first = firstDay(span);
  const rows = read.all<Sums & { day: number }>(
    `SELECT day, sum(negative) AS negative, sum(neutral) AS neutral, sum(positive) AS positive, sum(undefined) AS undefined,
       sum(reach) AS reach, sum(interactions) AS interactions
     FROM mention_day WHERE brand = ? AND day BETWEEN ? AND ? GROUP BY day`,
    [brand.key, first, span.to],
  );
  const days = Array.from({ length: span.to - first + 1 }, () => noSums);
  for (const { day, ...sums } of rows) days[day - first] = sums;
  const over = (from: number, to: number): Sums =>
    days.slice(from - first, to - first + 1).reduce(addSums, noSums);
  return {
    brand,
    days,
    now: over(span.from, span.to),
    before: over(span.beforeFrom, span.beforeTo),
    peaks: peaksOf(days.slice(span.beforeFrom - first).map(mentionsOf)),
  };
}

const valueOf = (sums: Sums, measure: Measure): number =>
  measure === 'mentions' ? mentionsOf(sums) : sums[measure];
const sumsOut = (sums: Sums): SpanSums => ({ mentions: mentionsOf(sums), ...sums });

interface Reason {
  brandId: string;
  day: string;
  fromDay: string;
  toDay: string;
  part: number;
  crisis: boolean;
}

/** Everything the comparison says from roll-ups alone. */
export function compareBrands(
  read: ReadHandle,
  compared: readonly ComparedKey[],
  span: Span,
): { brands: ComparedBrand[]; reason: Record<Measure, Reason | null> } {
  const all = compared.map((brand) => readSeries(read, brand, span));
  const figures = {
    presence: presences(all, span),
    now: ranks(all.map(({ now }) => now)),
    before: ranks(all.map(({ before }) => before)),
  };
  const brands = all.map((series, index): ComparedBrand => {
    const { brand, now, before } = series;
    const inSpan = series.days.slice(span.from - firstDay(span));
    const figure = (value: (sums: Sums) => number | null) => ({ now: value(now), before: value(before) });
    const share = (measure: Measure) => ({
      now: shareOf(
        valueOf(now, measure),
        all.map((other) => valueOf(other.now, measure)),
      ),
      before: shareOf(
        valueOf(before, measure),
        all.map((other) => valueOf(other.before, measure)),
      ),
    });
    return {
      brandId: brand.id,
      name: brand.name,
      role: brand.role,
      color: brand.color,
      now: sumsOut(now),
      before: sumsOut(before),
      share: {
        mentions: share('mentions'),
        reach: share('reach'),
        interactions: share('interactions'),
      },
      netSentiment: figure(netSentiment),
      health: figure(healthIndex),
      presence: figures.presence[index] ?? { now: null, before: null },
      engagement: figure(engagementByReach),
      rank: {
        points: figures.now.points[index] ?? 0,
        place: figures.now.places[index] ?? 0,
        placeBefore: figures.before.places[index] ?? 0,
      },
      daily: {
        mentions: inSpan.map(mentionsOf),
        negative: inSpan.map(({ negative }) => negative),
        reach: inSpan.map(({ reach }) => reach),
        interactions: inSpan.map(({ interactions }) => interactions),
      },
      peaks: series.peaks
        .filter(({ at }) => span.beforeFrom + at >= span.from)
        .slice(0, MOST_PEAKS)
        .map((peak) => ({
          ...peakOut(series, peak, span),
          count: peak.count,
          usual: peak.usual,
          threshold: peak.threshold,
        })),
    };
  });
  const reason = (measure: Measure): Reason | null => whyShareMoved(all, span, measure);
  return {
    brands,
    reason: {
      mentions: reason('mentions'),
      reach: reason('reach'),
      interactions: reason('interactions'),
    },
  };
}

/** The last week of each span against the best week of the year of any brand compared: one scale for all. */
function presences(all: readonly Series[], span: Span): ComparedBrand['presence'][] {
  const first = firstDay(span);
  const weights = all.map(({ days }) =>
    weekWeights(
      days.map(mentionsOf),
      days.map(({ reach }) => reach),
    ),
  );
  // The week that ends on `day` is the one with six days before it.
  const indexOf = (day: number): number => day - first - WEEK + 1;
  const yearFrom = Math.max(0, indexOf(span.to - YEAR + 1));
  const best = Math.max(0, ...weights.flatMap((one) => one.slice(yearFrom)));
  return weights.map((one) => ({
    now: presence(one[indexOf(span.to)] ?? 0, best),
    before: presence(one[indexOf(span.beforeTo)] ?? 0, best),
  }));
}

function ranks(all: readonly Sums[]): { points: number[]; places: number[] } {
  const points = rankPoints(
    all.map((sums) => ({
      reach: sums.reach,
      mentions: mentionsOf(sums),
      health: healthIndex(sums),
      engagement: engagementByReach(sums),
    })),
  );
  return { points, places: placesOf(points) };
}

function peakOut(series: Series, peak: Peak, span: Span): Omit<Reason, 'brandId' | 'part'> {
  const run = daysOf(series, peak, span).reduce(addSums, noSums);
  const judged = run.negative + run.neutral + run.positive;
  return {
    day: dayName(span.beforeFrom + peak.at),
    fromDay: dayName(span.beforeFrom + peak.first),
    toDay: dayName(span.beforeFrom + peak.last),
    crisis: judged > 0 && run.negative > judged / 2,
  };
}

function daysOf(series: Series, peak: Peak, span: Span): Sums[] {
  const start = span.beforeFrom - firstDay(span);
  return series.days.slice(start + peak.first, start + peak.last + 1);
}

function whyShareMoved(all: readonly Series[], span: Span, measure: Measure): Reason | null {
  const peaks = all.flatMap((series, brand) => {
    if (series.peaks.length === 0) return [];
    const usual = median(
      series.days.slice(span.beforeFrom - firstDay(span)).map((sums) => valueOf(sums, measure)),
    );
    return series.peaks.map((peak) => ({
      brand,
      series,
      peak,
      inNow: span.beforeFrom + peak.at >= span.from,
      excess: daysOf(series, peak, span).reduce(
        (sum, day) => sum + Math.max(0, valueOf(day, measure) - usual),
        0,
      ),
    }));
  });
  const found = reasonFor(
    all.map(({ now }) => valueOf(now, measure)),
    all.map(({ before }) => valueOf(before, measure)),
    peaks,
  );
  const at = found === null ? undefined : peaks[found.peak];
  if (found === null || at === undefined) return null;
  return { brandId: at.series.brand.id, part: found.part, ...peakOut(at.series, at.peak, span) };
}
