const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How a source fared, as far as the next try depends on it. */
export interface Outcome {
  ok: boolean;
  /** Failures in a row, this one included; 0 after a success. */
  failures: number;
  /** The network asked not to be called before this time (`Retry-After`, cache rules), UTC milliseconds. */
  notBefore: number | null;
}

/**
 * When a source is due again, UTC milliseconds. After failures the interval doubles each time, up to a day;
 * ±10 % jitter keeps sources that started together from staying together.
 * @param random 0 ≤ x < 1
 */
export function nextDue(now: number, intervalMinutes: number, outcome: Outcome, random: number): number {
  const interval = intervalMinutes * MINUTE;
  const wait = outcome.ok
    ? interval
    : Math.min(interval * 2 ** Math.min(outcome.failures - 1, 12), Math.max(DAY, interval));
  const jittered = now + Math.round(wait * (0.9 + 0.2 * random));
  // A server may not put us off for ever: a mistaken header of a year would be a silent source.
  const asked = outcome.notBefore === null ? 0 : Math.min(outcome.notBefore, now + 7 * DAY);
  return Math.max(jittered, asked);
}
