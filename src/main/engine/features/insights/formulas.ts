/**
 * The numbers of comparisons and dashboards, pure. Shares are 0…1, indexes −100…100 or 0…100 as said; null stands
 * for "nothing to count from" and is never shown as 0.
 */

/** What is summed over days. `undefined`: mentions in a language nobody judged. */
export interface Sums {
  negative: number;
  neutral: number;
  positive: number;
  undefined: number;
  /** Estimated people. */
  reach: number;
  interactions: number;
}

export const noSums: Sums = {
  negative: 0,
  neutral: 0,
  positive: 0,
  undefined: 0,
  reach: 0,
  interactions: 0,
};

export const mentionsOf = (sums: Sums): number =>
  sums.negative + sums.neutral + sums.positive + sums.undefined;

export function addSums(a: Sums, b: Sums): Sums {
  return {
    negative: a.negative + b.negative,
    neutral: a.neutral + b.neutral,
    positive: a.positive + b.positive,
    undefined: a.undefined + b.undefined,
    reach: a.reach + b.reach,
    interactions: a.interactions + b.interactions,
  };
}

/**
 * Share of voice, 0…1: one ÷ all compared. Null when nobody has any.
 * Example: 34 of 34 + 66 → 0.34.
 */
export function shareOf(one: number, all: readonly number[]): number | null {
  const total = all.reduce((sum, value) => sum + value, 0);
  return total > 0 ? one / total : null;
}

/**
 * Net sentiment, −100…100: % positive − % negative, neutral in the base; mentions not judged are left out.
 * Example: 6 positive, 2 negative, 2 neutral → 40.
 */
export function netSentiment({ positive, negative, neutral }: Sums): number | null {
  const base = positive + negative + neutral;
  return base > 0 ? (100 * (positive - negative)) / base : null;
}

/**
 * Brand Health Index, 0…1: P ÷ (P + N), as SentiOne defines it. Null without a positive or negative mention.
 * Example: 6 positive, 2 negative → 0.75.
 */
export function healthIndex({ positive, negative }: Sums): number | null {
  return positive + negative > 0 ? positive / (positive + negative) : null;
}

/** Engagement rate by reach: interactions ÷ people reached. Null where nothing is known to have been reached. */
export function engagementByReach({ interactions, reach }: Sums): number | null {
  return reach > 0 ? interactions / reach : null;
}

/**
 * How present a brand was in a week: log10(1 + mentions) + log10(1 + reach), so that one story in a large paper
 * does not hide everything else. Example: 99 mentions reaching 9,999 people → 6.
 */
export function weekWeight(mentions: number, reach: number): number {
  return Math.log10(1 + Math.max(0, mentions)) + Math.log10(1 + Math.max(0, reach));
}

/**
 * Presence, 0…100: the weight of the week as a share of the best week of the year. Null when nobody was heard all
 * year. Example: 99 mentions reaching 9,999 against a best week of 999 reaching 99,999 → 6 ÷ 8 = 75.
 */
export function presence(week: number, best: number): number | null {
  return best > 0 ? 100 * Math.min(1, week / best) : null;
}

/** The weights of every seven days in a row, one for each day that has six before it. */
export function weekWeights(mentions: readonly number[], reach: readonly number[]): number[] {
  const weights: number[] = [];
  let [n, r] = [0, 0];
  for (const [day, count] of mentions.entries()) {
    n += count - (mentions[day - 7] ?? 0);
    r += (reach[day] ?? 0) - (reach[day - 7] ?? 0);
    if (day >= 6) weights.push(weekWeight(n, r));
  }
  return weights;
}

export interface RankInput {
  reach: number;
  mentions: number;
  health: number | null;
  engagement: number | null;
}

/**
 * Project rank, 0…8 points a brand: 3·reach/max + 2·mentions/max + 2·BHI/max + 1·ER/max, each against the best of
 * those compared (SentiOne). What nobody has gives nobody points.
 * Example: best in all four → 8; half the reach and nothing else → 1.5.
 */
export function rankPoints(brands: readonly RankInput[]): number[] {
  const part = (weight: number, value: (brand: RankInput) => number | null): number[] => {
    const values = brands.map((brand) => value(brand) ?? 0);
    const most = Math.max(0, ...values);
    return values.map((one) => (most > 0 ? (weight * one) / most : 0));
  };
  const parts = [
    part(3, ({ reach }) => reach),
    part(2, ({ mentions }) => mentions),
    part(2, ({ health }) => health),
    part(1, ({ engagement }) => engagement),
  ];
  return brands.map((_, index) => parts.reduce((sum, values) => sum + (values[index] ?? 0), 0));
}

/** Places from 1; equal points share a place. */
export const placesOf = (points: readonly number[]): number[] =>
  points.map((one) => 1 + points.filter((other) => other > one + 1e-9).length);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export interface Peak {
  /** Index of the day. */
  at: number;
  count: number;
  /** The median day. */
  usual: number;
  /** A day counts as a peak above this. */
  threshold: number;
  /** The days in a row that are above it, both included. */
  first: number;
  last: number;
}

const LEAST = 3;
const FAR = 3.5;

/**
 * Days that stand out of daily counts: at least 3, and above median + 3.5 × spread, where the spread is 1.4826 × the
 * median distance from the median (Iglewicz and Hoaglin's modified z-score), and never below √median or 1, which is
 * what chance alone does to small counts. Days in a row are one peak, at its highest day. Highest first.
 * Example: 2 2 3 2 14 2 2 → median 2, spread √2, threshold 6.95, a peak of 14 on the fifth day.
 */
export function peaksOf(counts: readonly number[]): Peak[] {
  const usual = median(counts);
  const away = median(counts.map((count) => Math.abs(count - usual)));
  const threshold = usual + FAR * Math.max(1.4826 * away, Math.sqrt(usual), 1);
  const peaks: Peak[] = [];
  for (const [at, count] of counts.entries()) {
    if (count < LEAST || count <= threshold) continue;
    const run = peaks.at(-1);
    if (run === undefined || run.last !== at - 1) {
      peaks.push({ at, count, usual, threshold, first: at, last: at });
      continue;
    }
    run.last = at;
    if (count > run.count) Object.assign(run, { at, count });
  }
  return peaks.sort((a, b) => b.count - a.count || b.at - a.at);
}

/** A peak as a reason why the own share moved. */
export interface Reason {
  /** Index of the brand whose peak it is, and of the peak in the list given. */
  brand: number;
  peak: number;
  /** How much of the change it explains, 0.2…1. */
  part: number;
}

const LEAST_CHANGE = 0.005;
const LEAST_PART = 0.2;

/**
 * Which peak explains most of the change of the own share (brand 0) between two spans: the share is worked out
 * once more without what the peak brought beyond a usual day. Null when the share moved less than half a point or
 * no peak explains a fifth of it.
 * Example: own 50 of 100 before; now 50 of 150, the other's peak having brought 50 → it explains all of it.
 */
export function reasonFor(
  now: readonly number[],
  before: readonly number[],
  peaks: readonly { brand: number; inNow: boolean; excess: number }[],
): Reason | null {
  const shareNow = shareOf(now[0] ?? 0, now);
  const shareBefore = shareOf(before[0] ?? 0, before);
  if (shareNow === null || shareBefore === null) return null;
  const change = shareNow - shareBefore;
  if (Math.abs(change) < LEAST_CHANGE) return null;
  const parts = peaks.map(({ brand, inNow, excess }, peak): Reason => {
    const without = (inNow ? now : before).map((value, index) =>
      index === brand ? Math.max(0, value - excess) : value,
    );
    const share = shareOf(without[0] ?? 0, without) ?? 0;
    const effect = inNow ? shareNow - share : share - shareBefore;
    return { brand, peak, part: Math.min(1, effect / change) };
  });
  const best = parts.toSorted((a, b) => b.part - a.part)[0];
  return best !== undefined && best.part >= LEAST_PART ? best : null;
}
