/** How a series of counts is looked ahead. */
export interface ForecastShape {
  /** Steps after which the pattern of the exponential smoothing repeats. */
  season: number;
  /** Steps between two equal slots of the median, and how many of the newest are taken. */
  slot: number;
  slots: number;
}

/** One step a day, with its weekday's pattern. */
export const daily: ForecastShape = { season: 7, slot: 7, slots: 6 };
/** One step an hour: the hour of the day for the smoothing, the hour of the week for the median. */
export const hourly: ForecastShape = { season: 24, slot: 168, slots: 6 };

/** Smoothing of level, trend and season, and how fast the trend dies out. Chosen for brands' counts, not fitted. */
const ALPHA = 0.1;
const BETA = 0.005;
const GAMMA = 0.1;
const PHI = 0.9;
/** A surprise counts at most so many usual errors: a crisis does not become the baseline. */
const MOST_ERRORS = 2;

/**
 * Damped Holt–Winters, additive with a season (Gardner and McKenzie 1985; update as in Hyndman and
 * Athanasopoulos, "Forecasting: principles and practice", 8.3), on the logarithm of 1 + count, surprises clipped.
 * Needs at least two seasons. @returns counts, 0 and above, one a step
 */
export function holtWinters(counts: readonly number[], season: number, horizon: number): number[] {
  const logs = counts.map((count) => Math.log1p(count));
  const start = logs.slice(0, 2 * season);
  let level = mean(start);
  let trend = 0;
  const seasonal = Array.from(
    { length: season },
    (_, slot) => mean(start.filter((_log, step) => step % season === slot)) - level,
  );
  let usual = mean(start.map((log, step) => Math.abs(log - level - at(seasonal, step % season))));
  for (let step = 2 * season; step < logs.length; step += 1) {
    const slot = step % season;
    const expected = level + PHI * trend + at(seasonal, slot);
    const most = MOST_ERRORS * Math.max(usual, 0.05);
    const miss = Math.min(most, Math.max(-most, at(logs, step) - expected));
    const before = level;
    level = before + PHI * trend + ALPHA * miss;
    trend = PHI * trend + BETA * miss;
    seasonal[slot] = at(seasonal, slot) + GAMMA * (1 - ALPHA) * miss;
    usual += ALPHA * (Math.abs(miss) - usual);
  }
  let damped = 0;
  return Array.from({ length: horizon }, (_, ahead) => {
    damped += PHI ** (ahead + 1);
    const log = level + damped * trend + at(seasonal, (logs.length + ahead) % season);
    return Math.max(0, Math.expm1(log));
  });
}

/** The median of the newest `slots` counts of the same slot, for each step ahead. Needs one whole slot. */
export function slotMedian(
  counts: readonly number[],
  { slot, slots }: Pick<ForecastShape, 'slot' | 'slots'>,
  horizon: number,
): number[] {
  return Array.from({ length: horizon }, (_, ahead) => {
    const last = counts.length - slot + (ahead % slot);
    const same = Array.from({ length: slots }, (_slot, back) => counts[last - back * slot]);
    return quantile(
      same.filter((count) => count !== undefined),
      0.5,
    );
  });
}

/**
 * Counts expected for the next `horizon` steps: the average of damped Holt–Winters and the median of the same slot,
 * which misses less than either alone. On the brand volumes of `bench/forecast.bench.ts` MASE is 0.72 a day and 0.82
 * a week ahead, where repeating the season before has 1.05 and 1.19.
 */
export function expected(counts: readonly number[], horizon: number, shape: ForecastShape = daily): number[] {
  const smooth = holtWinters(counts, shape.season, horizon);
  const median = slotMedian(counts, shape, horizon);
  return smooth.map((value, ahead) => (value + at(median, ahead)) / 2);
}

/**
 * Mean absolute scaled error (Hyndman and Koehler 2006): the mean error ÷ the mean error of taking the count one
 * season earlier, over the history. Below 1 is better than that. Null where the history never changed.
 */
export function mase(
  forecast: readonly number[],
  actual: readonly number[],
  history: readonly number[],
  season: number,
): number | null {
  const naive = mean(history.slice(season).map((count, step) => Math.abs(count - at(history, step))));
  if (!(naive > 0)) return null;
  return mean(actual.map((count, ahead) => Math.abs(count - at(forecast, ahead)))) / naive;
}

export interface DayAhead {
  /** Mentions expected; the true count lies between `low` and `high` four times in five. */
  value: number;
  low: number;
  high: number;
}

/** Why nothing is drawn: too few days, too many of them empty, or no better than last week's numbers were. */
export type NoForecast = 'short' | 'sparse' | 'unsure';

export interface Outlook {
  days: DayAhead[] | null;
  reason: NoForecast | null;
  /** Mean error looking back ÷ that of "as a week before"; null where it could not be measured. */
  error: number | null;
}

/** Nothing is drawn from fewer days. */
export const LEAST_DAYS = 28;
/** Of the last 28 days, so many must have a mention: below it a forecast only says "now and then". */
const LEAST_BUSY = 14;
/** Looking back begins after so many days, three whole weeks. */
const FIRST_ORIGIN = 21;
/** Days looked back from; more would cost time and tell of another season. */
const MOST_ORIGINS = 90;
/** Fewer misses than this for a week ahead say little of its tails: then those of both weeks count together. */
const ENOUGH_MISSES = 20;

/**
 * `horizon` days ahead of daily counts, oldest first and without the unfinished day, with an 80 % band. The band is
 * what the same forecast missed by from earlier days, 10th to 90th percentile on the scale of log(1 + count), each
 * week ahead for itself. Drawn from 28 days on, when half of the last 28 had a mention and looking back it missed no
 * more than "as a week before" did.
 */
export function outlook(counts: readonly number[], horizon: number): Outlook {
  if (counts.length < LEAST_DAYS) return { days: null, reason: 'short', error: null };
  const busy = counts.slice(-LEAST_DAYS).filter((count) => count > 0).length;
  if (busy < LEAST_BUSY) return { days: null, reason: 'sparse', error: null };
  const { misses, error } = lookBack(counts, horizon);
  if (error !== null && error > 1) return { days: null, reason: 'unsure', error };
  let [narrowest, widest] = [0, 0];
  const days = expected(counts, horizon).map((value, ahead) => {
    const week = misses.filter((miss) => Math.floor(miss.ahead / 7) === Math.floor(ahead / 7));
    const near = (week.length >= ENOUGH_MISSES ? week : misses).map(({ by }) => by);
    // What is farther ahead is never surer.
    narrowest = Math.min(narrowest, quantile(near, 0.1));
    widest = Math.max(widest, quantile(near, 0.9));
    const log = Math.log1p(value);
    return {
      value,
      low: Math.max(0, Math.expm1(log + narrowest)),
      high: Math.expm1(log + widest),
    };
  });
  return { days, reason: null, error };
}

interface Miss {
  /** Days ahead, from 0. */
  ahead: number;
  /** log(1 + actual) − log(1 + expected). */
  by: number;
}

function lookBack(counts: readonly number[], horizon: number): { misses: Miss[]; error: number | null } {
  const misses: Miss[] = [];
  const [ours, naive]: [number[], number[]] = [[], []];
  for (
    let origin = Math.max(FIRST_ORIGIN, counts.length - MOST_ORIGINS);
    origin < counts.length;
    origin += 1
  ) {
    const history = counts.slice(0, origin);
    const actual = counts.slice(origin, origin + horizon);
    const forecast = expected(history, actual.length);
    actual.forEach((count, ahead) => {
      const value = at(forecast, ahead);
      misses.push({ ahead, by: Math.log1p(count) - Math.log1p(value) });
      ours.push(Math.abs(count - value));
      naive.push(Math.abs(count - at(history, history.length - 7 + (ahead % 7))));
    });
  }
  const usual = mean(naive);
  return { misses, error: usual > 0 ? mean(ours) / usual : null };
}

/** A past index, which is there by construction. */
const at = (values: readonly number[], index: number): number => values[index] ?? 0;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Linear between the two nearest; 0 of nothing. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = at(sorted, Math.floor(place));
  return below + (place - Math.floor(place)) * (at(sorted, Math.ceil(place)) - below);
}
