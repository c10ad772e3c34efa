import type { BrandKey, Theme } from './model.ts';
import type { Random } from './random.ts';

export const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Six months, as windows of 24 hours that end at `now`. */
export const WINDOWS = 182;
/** The window in which the pool incident happens: inside the fourth month. */
export const CRISIS_WINDOW = 104;
export const spans = { offer: [22, 45], jazz: [60, 97], spike: [68, 73], recovery: [121, 141] } as const;

const CRISIS_CURVE = [10, 62, 54, 32, 17, 10, 7, 5, 4, 3, 2, 1.5, 1, 1];
const SPIKE_CURVE = [3, 9, 7, 4, 2, 1];
const MONTH_FACTOR = [0.75, 0.75, 0.85, 0.95, 1.1, 1.3, 1.5, 1.55, 1.2, 0.95, 0.85, 0.85];
const WEEKDAY_FACTOR = [1.18, 1.2, 0.9, 0.85, 0.9, 1.05, 1.1];
const HOUR_WEIGHT = [3, 1, 1, 0.6, 0.6, 1, 3, 7, 10, 11, 10, 9, 11, 10, 8, 8, 9, 10, 12, 13, 15, 15, 11, 6];

export type Subject = { brand: BrandKey | null; theme: Theme };

/** Offset of Europe/Bucharest from UTC, in ms: +2 h, +3 h in summer time (EU rule, both at 01:00 UTC). */
export function bucharestOffset(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  return utc >= lastSunday(year, 2) && utc < lastSunday(year, 9) ? 3 * HOUR : 2 * HOUR;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY;
}

/** Wall clock in Constanța: read it with the getUTC… methods. */
export function localDate(utc: number): Date {
  return new Date(utc + bucharestOffset(utc));
}

/** First millisecond of a window; window `WINDOWS` starts at `now`. */
export function windowStart(now: number, window: number): number {
  return now - (WINDOWS - window) * DAY;
}

/** How much is said in a window about each subject, in items for a sample of ordinary size. */
export function subjectWeights(now: number, window: number): Map<Subject, number> {
  const local = localDate(windowStart(now, window) + DAY / 2);
  const rhythm = (MONTH_FACTOR[local.getUTCMonth()] ?? 1) * (WEEKDAY_FACTOR[local.getUTCDay()] ?? 1);
  const sinceCrisis = window - CRISIS_WINDOW;
  const curve = sinceCrisis >= 0 ? (CRISIS_CURVE[sinceCrisis] ?? 0) : 0;
  const evening = local.getUTCDay() >= 5 ? 1.6 : 0.7;
  const weights = new Map<Subject, number>();
  const add = (brand: BrandKey | null, theme: Theme, weight: number): void => {
    if (weight > 0) weights.set({ brand, theme }, weight);
  };
  add('miramar', 'everyday', 4 * rhythm);
  add('miramar', 'local', 0.2 * rhythm);
  add('miramar', sinceCrisis < 3 ? 'crisis' : 'aftermath', curve);
  add('miramar', 'offer', inside(window, spans.offer) * 2.6);
  add('miramar', 'jazz', inside(window, spans.jazz) * evening);
  add('miramar', 'recovery', inside(window, spans.recovery) * 2.4);
  add('scoicilor', 'everyday', 1.5 * rhythm);
  add('crivat', 'everyday', 1.3 * rhythm);
  add('ovidia', 'everyday', 1 * rhythm);
  add('crivat', 'local', 0.06 * rhythm);
  add('crivat', 'spike', inside(window, spans.spike) * (SPIKE_CURVE[window - spans.spike[0]] ?? 0));
  add(null, 'noise', 0.5);
  add(null, 'scene', 0.45);
  return weights;
}

function inside(window: number, span: readonly [number, number]): number {
  return window >= span[0] && window <= span[1] ? 1 : 0;
}

/** A moment inside a window, by the hours at which people in Romania write. */
export function momentIn(now: number, window: number, random: Random): number {
  const start = windowStart(now, window);
  const weights = hourWeights();
  const hour = Number(random.weighted(weights));
  const local = localDate(start);
  const startHour = local.getUTCHours() + local.getUTCMinutes() / 60;
  const ahead = (hour + random.next() - startHour + 24) % 24;
  return Math.floor(start + Math.min(ahead * HOUR, DAY - 1));
}

let hours: Record<string, number> | undefined;
function hourWeights(): Record<string, number> {
  hours ??= Object.fromEntries(HOUR_WEIGHT.map((weight, hour) => [String(hour), weight]));
  return hours;
}
