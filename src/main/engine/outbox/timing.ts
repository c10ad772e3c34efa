import type { PublishingLimits } from '#shared/model/publishing.ts';

const MINUTE = 60_000;

/** Pause before the n-th further attempt, in milliseconds: half a minute, doubling up to an hour, with up to a quarter more. */
export function backOff(attempts: number, random: number): number {
  const base = Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 60 * MINUTE);
  return Math.round(base * (1 + random / 4));
}

/** An unknown outcome is looked at this long after it became unknown, in milliseconds, and once more so long after that. */
export const FIRST_LOOK = 5000;
export const SECOND_LOOK = 15_000;
/** So many looks that found nothing tell that nothing arrived. */
export const LOOKS = 2;

/** Until when a network shall hold a post, or null where it cannot or its time is too near or too far. */
export function holdUntil(limits: PublishingLimits | null, dueAt: number, now: number): number | null {
  const holds = limits?.holds ?? null;
  if (holds === null) return null;
  const ahead = dueAt - now;
  return ahead >= holds.minMinutes * MINUTE && ahead <= holds.maxDays * 24 * 60 * MINUTE ? dueAt : null;
}

/**
 * When to look again after a look that could not be made: as long again as the attempt is ago, at least half a minute and
 * at most an hour, with up to a quarter more. It does not count as a look: it saw nothing.
 */
export function lookAgain(sentAt: number, now: number, random: number): number {
  const pause = Math.min(Math.max(now - sentAt, 30_000), 60 * MINUTE);
  return now + Math.round(pause * (1 + random / 4));
}

export interface LatePolicy {
  /** A post this late is not sent any more but asked about, in minutes. */
  lateMinutes: number;
}

/** Posts that are late go out at least this far from each other, in milliseconds: never a burst. */
export const SPACING = 60_000;

/** Whether a post is too late to go out without being asked about. */
export const isMissed = (dueAt: number, now: number, { lateMinutes }: LatePolicy): boolean =>
  now - dueAt > lateMinutes * MINUTE;

/** Whether a post comes after its time, so that it has to keep its distance to the one before. */
export const isLate = (dueAt: number, now: number): boolean => now - dueAt > 2 * MINUTE;
