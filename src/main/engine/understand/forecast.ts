/** Coefficients of a forecast; periods are counted in steps of the series. */
export interface ForecastSettings {
  /** Steps after which the exponential smoothing expects the same again. */
  season: number;
  /** Steps after which the median expects the same again, and how many such slots it looks back. */
  slot: number;
  slots: number;
  /** Steps that only give the smoothing its first level and season; whole seasons. */
  warmUp: number;
  /** Smoothing of level, trend and season, and how much of the trend each step keeps: 0–1. */
  level: number;
  trend: number;
  seasonal: number;
  damping: number;
  /** A residual teaches no more than one of so many usual residuals: a crisis must not become usual. */
  clip: number;
}

const smoothing = { level: 0.1, trend: 0.005, seasonal: 0.1, damping: 0.9, clip: 3 };
export const dailyForecast: ForecastSettings = { ...smoothing, season: 7, slot: 7, slots: 4, warmUp: 14 };
export const hourlyForecast: ForecastSettings = {
  ...smoothing,
  season: 24,
  slot: 168,
  slots: 3,
  warmUp: 168,
};

/** Fewer days than this say nothing. */
export const LEAST_DAYS = 28;
/** At least so many of the last 28 days must have a mention. */
const LEAST_DAYS_WITH_MENTIONS = 14;
/** No better than "as a week ago" at this ratio of errors. */
const MOST_MASE = 1;
/** Share of days that lie outside the band on either side. */
const TAIL = 0.1;
/** How much one usual residual moves the running mean of them. */
const SPREAD_SHARE = 0.05;
/** Counts are whole: an error of less than half a mention is none to be measured against. */
const LEAST_SCALE = 0.5;

/**
 * Learns a series of counts one by one and continues it: the mean of damped Holt–Winters (additive season, on
 * log(1 + count), residuals clipped) and the median of the same slot in the weeks before
 * (UNDERSTANDING.md, section 6).
 */
export class Forecaster {
  readonly #settings: ForecastSettings;
  readonly #counts: number[] = [];
  readonly #season: number[] = [];
  #level = 0;
  #trend = 0;
  #spread = 0;

  constructor(settings: ForecastSettings = dailyForecast) {
    this.#settings = settings;
  }

  /** @param count of the next step, at least 0 */
  observe(count: number): void {
    this.#counts.push(count);
    const { warmUp } = this.#settings;
    if (this.#counts.length < warmUp) return;
    if (this.#counts.length === warmUp) this.#begin();
    else this.#learn(Math.log1p(count));
  }

  /** Expected counts of the next `steps` steps, never negative; 0 before the warm-up is over. */
  predict(steps: number): number[] {
    return Array.from({ length: steps }, (_, index) => {
      const ahead = index + 1;
      return (this.#smoothed(ahead) + this.#sameSlot(ahead)) / 2;
    });
  }

  #begin(): void {
    const { season, warmUp } = this.#settings;
    const logs = this.#counts.map((count) => Math.log1p(count));
    this.#level = meanOf(logs);
    for (let slot = 0; slot < season; slot += 1) {
      const same = logs.filter((_, index) => index % season === slot);
      this.#season.push(meanOf(same) - this.#level);
    }
    const residuals = logs.map((log, index) => Math.abs(log - this.#level - this.#seasonAt(index)));
    this.#spread = residuals.reduce((sum, one) => sum + one, 0) / warmUp;
  }

  #learn(log: number): void {
    const { season, level, trend, seasonal, damping, clip } = this.#settings;
    const slot = (this.#counts.length - 1) % season;
    const before = this.#seasonAt(slot);
    const expected = this.#level + damping * this.#trend + before;
    const away = log - expected;
    const most = clip * this.#spread;
    // A series that never varied has no usual residual yet: its first surprise is taken whole.
    const residual = this.#spread === 0 ? away : Math.max(-most, Math.min(most, away));
    const grown = this.#level + damping * this.#trend + level * residual;
    this.#trend = damping * this.#trend + trend * residual;
    this.#level = grown;
    this.#season[slot] = before + seasonal * (1 - level) * residual;
    this.#spread += SPREAD_SHARE * (Math.abs(residual) - this.#spread);
  }

  #smoothed(ahead: number): number {
    const { damping } = this.#settings;
    const carried = (damping * (1 - damping ** ahead)) / (1 - damping);
    const log = this.#level + carried * this.#trend + this.#seasonAt(this.#counts.length - 1 + ahead);
    return Math.max(0, Math.expm1(log));
  }

  #sameSlot(ahead: number): number {
    const { slot, slots } = this.#settings;
    const back = slot * Math.ceil(ahead / slot) - ahead;
    const last = this.#counts.length - 1 - back;
    const same: number[] = [];
    for (let at = last; at >= 0 && same.length < slots; at -= slot) same.push(this.#counts[at] ?? 0);
    return quantile(same, 0.5);
  }

  #seasonAt(step: number): number {
    return this.#season[step % this.#settings.season] ?? 0;
  }
}

/** A day to come, in mentions. */
export interface ForecastPoint {
  mean: number;
  /** Four days in five should lie from `low` to `high`. */
  low: number;
  high: number;
}

export type Forecast =
  | {
      ok: true;
      points: ForecastPoint[];
      /** Mean absolute error of past forecasts ÷ that of "as a week ago" (Hyndman and Koehler, 2006). */
      mase: number;
    }
  | {
      ok: false;
      /** short = under 28 days; sparse = too few days with mentions; noisy = no better than "as a week ago". */
      reason: 'short' | 'sparse' | 'noisy';
    };

/**
 * Mentions a day for the `days` days after `counts` (whole days, oldest first, the last one over), with an 80 %
 * band taken from the errors of the forecasts that would have been made on each past day.
 *
 * The data carries a forecast when there are at least 28 days, 14 of the last 28 have a mention, and those past
 * forecasts had a MASE of at most 1, which is to say were no worse than repeating the week before. In the week of
 * a crisis they were: nothing is forecast until it is a week old.
 *
 * Example: eight weeks of 10 a day and 4 on Saturdays and Sundays → 10 and 4 again, band of no width, MASE 0.
 */
export function forecastDaily(counts: readonly number[], days = 14): Forecast {
  if (counts.length < LEAST_DAYS) return { ok: false, reason: 'short' };
  const withMentions = counts.slice(-LEAST_DAYS).filter((count) => count > 0).length;
  if (withMentions < LEAST_DAYS_WITH_MENTIONS) return { ok: false, reason: 'sparse' };

  const forecaster = new Forecaster(dailyForecast);
  const errors: number[] = [];
  const residuals: number[] = [];
  counts.forEach((count, index) => {
    forecaster.observe(count);
    if (index + 1 < dailyForecast.warmUp) return;
    const actual = counts.slice(index + 1, index + 1 + days);
    const expected = forecaster.predict(actual.length);
    actual.forEach((value, step) => {
      const mean = expected[step] ?? 0;
      errors.push(Math.abs(value - mean));
      // In logarithms, so that the band of a busy Monday is wider than that of a quiet Sunday.
      residuals.push(Math.log1p(value) - Math.log1p(mean));
    });
  });
  const mase = meanOf(errors) / naiveError(counts, dailyForecast.season);
  if (mase > MOST_MASE) return { ok: false, reason: 'noisy' };

  const below = Math.min(0, quantile(residuals, TAIL));
  const above = Math.max(0, quantile(residuals, 1 - TAIL));
  const points = forecaster.predict(days).map((mean) => ({
    mean,
    low: Math.max(0, Math.min(mean, Math.expm1(Math.log1p(mean) + below))),
    high: Math.max(mean, Math.expm1(Math.log1p(mean) + above)),
  }));
  return { ok: true, points, mase };
}

/** Mean absolute error of expecting what was `season` steps ago, within the series; at least half a mention. */
export function naiveError(counts: readonly number[], season: number): number {
  const away = counts.slice(season).map((count, index) => Math.abs(count - (counts[index] ?? 0)));
  return Math.max(LEAST_SCALE, meanOf(away));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Between the neighbours in order, by distance; 0 of nothing. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (high - low) * (place - Math.floor(place));
}
