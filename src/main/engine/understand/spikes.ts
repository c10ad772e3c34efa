import { MANY, Baseline, type Expectation } from './baseline.ts';
import { negativeBinomialTail, normalTail, sigmasOf } from './tails.ts';

const HOUR = 3_600_000;

export const sensitivities = ['low', 'normal', 'high'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/**
 * How unlikely a count must be. Where few mentions are expected the tail is exact and `probability` decides.
 * Where many are, `sigmas` of the variance-stabilised count do: its spread is measured on weeks that hold
 * spikes too, so that fewer sigmas are as rare. Chosen on the labelled series (see bench/spikes.bench.ts).
 */
export const thresholds: Readonly<Record<Sensitivity, { probability: number; sigmas: number }>> = {
  low: { probability: 1e-5, sigmas: 4 },
  normal: { probability: 1e-4, sigmas: 3 },
  high: { probability: 1e-3, sigmas: 2.5 },
};

/** Fewer than this are never a spike, however unlikely. */
export const LEAST_COUNT = 3;

/** How far a count is from what was expected. */
export interface Departure {
  observed: number;
  expected: number;
  /** ln of the probability of at least this many. */
  logTail: number;
  /** Distance in units of the threshold: 1 and more is a spike. */
  excess: number;
}

/**
 * Compares a count with the sum of what its hours were expected to have. Few expected: exact negative-binomial
 * tail, whose variance also carries how little the level rests on; many expected: Anscombe's transform,
 * 2(√(x+⅜) − √(μ+⅜)) ÷ √spread, taken as normal.
 */
export function departure(
  observed: number,
  hours: readonly Expectation[],
  sensitivity: Sensitivity,
): Departure {
  const expected = hours.reduce((sum, { mean }) => sum + mean, 0);
  const spread = hours.reduce((sum, one) => sum + one.mean * one.spread, 0) / Math.max(expected, 1e-12);
  const { probability, sigmas } = thresholds[sensitivity];
  if (expected >= MANY * hours.length) {
    const z = (2 * (Math.sqrt(observed + 0.375) - Math.sqrt(expected + 0.375))) / Math.sqrt(spread);
    return { observed, expected, logTail: normalTail(z), excess: z / sigmas };
  }
  const support = Math.min(...hours.map((one) => one.support));
  const variance = expected * spread + (expected * expected) / support;
  const logTail = negativeBinomialTail(observed, expected, variance);
  const excess = observed < LEAST_COUNT ? 0 : sigmasOf(logTail) / sigmasOf(Math.log(probability));
  return { observed, expected, logTail, excess };
}

/** The probability below which `departure` calls a count a spike: of the exact tail, or of the normal's sigmas. */
export function thresholdProbability(expected: number, hours: number, sensitivity: Sensitivity): number {
  const { probability, sigmas } = thresholds[sensitivity];
  return expected >= MANY * hours ? Math.exp(normalTail(sigmas)) : probability;
}

/** Hours after an alert in which the same story is told again only when it has grown. */
export const STORY_HOURS = 24;
/** Hours in which the memory of how strong the last story was fades to 1/e. */
const FADE_HOURS = 72;
/** A story that still grows is told again when its tail fell by this factor and its count grew threefold. */
const GROWN_TAIL = Math.log(100);
const GROWN_COUNT = 3;

/** A story told before, as far as the next alert depends on it. */
export interface Told {
  /** UTC milliseconds. */
  at: number;
  departure: Departure;
}

/**
 * One alert per story: lets a spike through, then holds back until the story has grown a hundred times less
 * likely and three times as many, or until a day has passed and the next spike beats the fading memory of the last:
 * a story that goes on for days at the same strength, or sinks, is not told again.
 */
export class StoryGate {
  #told: Told | null;
  #peak: number;

  /** @param told the story told last, where it is known from before */
  constructor(told: Told | null = null) {
    this.#told = told;
    this.#peak = told?.departure.excess ?? 0;
  }

  /** Whether a departure at `at` (UTC milliseconds) would be told. */
  lets(at: number, now: Departure): boolean {
    const told = this.#told;
    if (now.excess < 1) return false;
    if (told === null) return true;
    const grown =
      now.logTail <= told.departure.logTail - GROWN_TAIL &&
      now.observed >= told.departure.observed * GROWN_COUNT;
    return grown || (at - told.at >= STORY_HOURS * HOUR && now.excess >= this.#hurdle(at, told));
  }

  /** Goes on with a departure at `at`, and says whether to tell. Times must not go back. */
  passes(at: number, now: Departure): boolean {
    if (this.lets(at, now)) {
      this.#told = { at, departure: now };
      this.#peak = now.excess;
      return true;
    }
    if (this.#told !== null && now.excess >= this.#hurdle(at, this.#told)) {
      this.#peak = Math.max(this.#peak, now.excess);
    }
    return false;
  }

  #hurdle(at: number, told: Told): number {
    const hours = Math.max(0, at - told.at) / HOUR;
    return Math.max(1, 1 + (this.#peak - 1) * Math.exp(-hours / FADE_HOURS));
  }
}

/**
 * The whole detector over a stream: each `observe` gives the count of the hour that ends at `at`, `perHour`
 * times an hour. It says what was unusual about it and whether to tell; nothing is told in the first `warmUp` hours.
 */
export class SpikeDetector {
  readonly baseline: Baseline;
  readonly #gate = new StoryGate();
  readonly #sensitivity: Sensitivity;
  readonly #warmUp: number;
  #first: number | null = null;

  constructor(options: { perHour?: number; sensitivity?: Sensitivity; warmUp?: number } = {}) {
    this.baseline = new Baseline(options.perHour ?? 1);
    this.#sensitivity = options.sensitivity ?? 'normal';
    this.#warmUp = options.warmUp ?? 24;
  }

  observe(at: number, count: number): Departure & { tell: boolean } {
    this.#first ??= at;
    const found = departure(count, [this.baseline.expect(at)], this.#sensitivity);
    const ready = at - this.#first >= this.#warmUp * HOUR;
    const tell = ready && this.#gate.passes(at, found);
    this.baseline.observe(at, count);
    return { ...found, tell };
  }
}

/** How many standard deviations above the mean count as a spike where a person prefers that rule. */
export const sigmaFactors: Readonly<Record<Sensitivity, number>> = { low: 3, normal: 2, high: 1.5 };

/**
 * The plain rule: the last 24 hours against mean + k·σ of the seven days before (Socialmetrix's description;
 * k = 1.5, 2 or 3). `days` are the seven counts, oldest first. Example: 4, 6, 5, 5, 4, 6, 5 → mean 5, σ 0.82;
 * 7 is 2.4 σ out.
 */
export function meanSigma(observed: number, days: readonly number[], sensitivity: Sensitivity): Departure {
  const mean = days.reduce((sum, count) => sum + count, 0) / days.length;
  const squares = days.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const sigma = Math.max(Math.sqrt(squares / Math.max(1, days.length - 1)), 0.5);
  const sigmas = (observed - mean) / sigma;
  const excess = observed < LEAST_COUNT ? 0 : sigmas / sigmaFactors[sensitivity];
  return { observed, expected: mean, logTail: normalTail(sigmas), excess };
}
