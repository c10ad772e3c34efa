const HOUR = 3_600_000;
const WEEK_HOURS = 168;

/** From this many expected mentions an hour on, counts are judged by sigmas instead of the exact tail. */
export const MANY = 5;

/** Coefficients of the baseline; days are the time constants of exponential forgetting. */
export interface BaselineSettings {
  levelDays: number;
  /** The level of small brands, whose few mentions say little. */
  slowDays: number;
  spreadDays: number;
  /** What is known before the first mention: so many mentions in so many hours. */
  prior: { mentions: number; hours: number };
  /** How much one visit counts for the habits of an hour of the day, 0–1. */
  hourShare: number;
  /** Weeks of an even week that the habits of each hour of the week start from. */
  evenWeeks: number;
  /** A count further out teaches no more than one that is so many sigmas out: a crisis must not become usual. */
  clip: number;
  /** Least count expected in an hour where counts are judged by sigmas. */
  leastExpected: number;
}

export const defaultBaseline: BaselineSettings = {
  levelDays: 7,
  slowDays: 28,
  spreadDays: 14,
  prior: { mentions: 0.5, hours: WEEK_HOURS },
  hourShare: 0.1,
  evenWeeks: 3,
  clip: 4,
  leastExpected: 1,
};

/** Mentions that an hour's own habits must outweigh before they move its expectation. */
const HABIT_MENTIONS = 0.5;
/** Weeks after which the habits of an hour of the week have mostly been learnt anew. */
const HABIT_WEEKS = 8;
const LEAST_FACTOR = 0.3;
const MOST_FACTOR = 3;
/** Hours of the week are told apart once this much has been seen. */
const WEEKS_FOR_WEEKDAYS = 4;

/** What a baseline expects of one hour. */
export interface Expectation {
  /** Mentions. */
  mean: number;
  /** Variance ÷ mean, at least 1. */
  spread: number;
  /** How many past mentions the level rests on, the prior's included. */
  support: number;
}

/**
 * What is usual for a series of counts, learnt as they come in constant memory: a level, the habits of each hour
 * of the day (after four weeks of each hour of the week), and the spread around them. `perHour` steps of
 * observation make an hour; every observed count covers a whole hour up to its step.
 */
export class Baseline {
  readonly #perHour: number;
  readonly #settings: BaselineSettings;
  readonly #hours: number[] = Array.from({ length: 24 }, () => 1);
  readonly #weekSum: number[] = Array.from({ length: WEEK_HOURS }, () => 0);
  readonly #weekExpected: number[] = Array.from({ length: WEEK_HOURS }, () => 0);
  #steps = 0;
  #level = 0;
  #slowMentions = 0;
  #slowHours = 0;
  #spread = 1;

  constructor(perHour = 1, settings: BaselineSettings = defaultBaseline) {
    this.#perHour = perHour;
    this.#settings = settings;
  }

  /** What is usual in the hour that ends at `at` (UTC milliseconds, exclusive). */
  expect(at: number): Expectation {
    const { prior, leastExpected } = this.#settings;
    const support = prior.mentions + this.#slowMentions;
    if (this.#level >= MANY) {
      const mean = Math.max(leastExpected, this.#level * this.#dayFactor(at) * this.#weekFactor(at));
      return { mean, spread: this.#spread, support };
    }
    const slow = support / (prior.hours + this.#slowHours);
    return { mean: slow * this.#weekFactor(at), spread: this.#spread, support };
  }

  /** Learns that the hour that ends at `at` had `count` mentions. */
  observe(at: number, count: number): void {
    const { levelDays, slowDays, spreadDays, clip, hourShare } = this.#settings;
    this.#steps += 1;
    if (this.#steps === 1) this.#level = count;
    const { mean } = this.expect(at);
    const residual = 2 * (Math.sqrt(count + 0.375) - Math.sqrt(mean + 0.375));
    const usual = this.#clipped(count, mean, residual);
    const stepsADay = this.#perHour * 24;
    const share = (days: number): number => Math.max(1 / (days * stepsADay), 1 / this.#steps);
    this.#learnHabits(at, usual, hourShare / this.#perHour);
    this.#level += share(levelDays) * (usual / this.#dayFactor(at) - this.#level);
    const keep = 1 - 1 / (slowDays * stepsADay);
    this.#slowMentions = this.#slowMentions * keep + usual / this.#perHour;
    this.#slowHours = this.#slowHours * keep + 1 / this.#perHour;
    const square = Math.min(residual * residual, clip * clip * this.#spread);
    this.#spread = Math.max(1, this.#spread + share(spreadDays) * (square - this.#spread));
  }

  /** The count, or where it is far out the one that is `clip` sigmas out. */
  #clipped(count: number, mean: number, residual: number): number {
    const most = this.#settings.clip * Math.sqrt(this.#spread);
    if (Math.abs(residual) <= most) return count;
    const root = Math.sqrt(mean + 0.375) + (Math.sign(residual) * most) / 2;
    return Math.max(0, root * Math.max(0, root) - 0.375);
  }

  #learnHabits(at: number, count: number, share: number): void {
    const hour = hourOfWeek(at) % 24;
    const known = this.#hours[hour] ?? 1;
    const ratio = bounded(count / Math.max(this.#level, 0.01));
    this.#hours[hour] = bounded(known + share * (ratio - known));
    const slot = hourOfWeek(at);
    const even = this.#level >= MANY ? this.#level * this.#dayFactor(at) : this.#slowRate();
    const keep = 1 - 1 / (HABIT_WEEKS * this.#perHour);
    this.#weekSum[slot] = (this.#weekSum[slot] ?? 0) * keep + count / this.#perHour;
    this.#weekExpected[slot] = (this.#weekExpected[slot] ?? 0) * keep + even / this.#perHour;
  }

  #slowRate(): number {
    const { prior } = this.#settings;
    return (prior.mentions + this.#slowMentions) / (prior.hours + this.#slowHours);
  }

  #dayFactor(at: number): number {
    return this.#hours[hourOfWeek(at) % 24] ?? 1;
  }

  #weekFactor(at: number): number {
    if (this.#level >= MANY && this.#steps < WEEKS_FOR_WEEKDAYS * WEEK_HOURS * this.#perHour) return 1;
    const slot = hourOfWeek(at);
    const expected = this.#weekExpected[slot] ?? 0;
    const even = HABIT_MENTIONS + this.#settings.evenWeeks * expected;
    return ((this.#weekSum[slot] ?? 0) + even) / (expected + even);
  }
}

const bounded = (factor: number): number => Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, factor));

/** 0–167, of the hour that ends at `at`; UTC, so that a clock change moves habits by an hour for a week or two. */
const hourOfWeek = (at: number): number => Math.floor((at - 1) / HOUR) % WEEK_HOURS;
