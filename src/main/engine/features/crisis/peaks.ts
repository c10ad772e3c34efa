export interface HourCount {
  /** UTC milliseconds of the full hour. */
  at: number;
  mentions: number;
  negative: number;
}

/** Below this an hour is no peak, however quiet the rest was. */
const LEAST = 3;
/** How far above the mean hour a peak stands. */
const FACTOR = 1.5;
const MOST = 5;

/**
 * The hours a post-mortem would name: at least three mentions, at least one and a half times the mean hour, and
 * not below the hours beside it (of equal neighbours the first). At most the five greatest, in order of time.
 * @param hours every hour of the span, oldest first, empty ones included
 */
export function peaksOf(hours: readonly HourCount[]): HourCount[] {
  const mean = hours.reduce((sum, { mentions }) => sum + mentions, 0) / Math.max(1, hours.length);
  return hours
    .filter(({ mentions }, index) => {
      const before = hours[index - 1]?.mentions ?? 0;
      const next = hours[index + 1]?.mentions ?? 0;
      return mentions >= LEAST && mentions >= FACTOR * mean && mentions > before && mentions >= next;
    })
    .toSorted((a, b) => b.mentions - a.mentions || a.at - b.at)
    .slice(0, MOST)
    .toSorted((a, b) => a.at - b.at);
}
