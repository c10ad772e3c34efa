/**
 * The numbers of a channel (a profile on a network), pure. Times are UTC milliseconds; null stands for "nothing to
 * count from" and is never shown as 0.
 */

const DAY = 86_400_000;
const WEEK_DAYS = 7;

/** A number read from a network at a time. */
export interface Sample {
  at: number;
  value: number;
}

export interface Growth {
  value: number;
  /** What it is counted from, and when that was read. */
  before: number;
  since: number;
  /** Whether that is within a day of the span's first moment. */
  whole: boolean;
}

/**
 * How a count grew over a span: the last sample up to its end, less the one nearest to its first moment. Where that
 * lies more than a day off, because nobody looked yet, the growth is only known since then.
 * Example: 1,000 at the span's beginning and 1,040 at its end → +40.
 * @param samples in the order of time
 */
export function growthOf(samples: readonly Sample[], start: number, end: number): Growth | null {
  const known = samples.filter(({ at }) => at < end);
  const last = known.pop();
  if (last === undefined || last.at <= start) return null;
  const [first, ...rest] = known;
  if (first === undefined) return null;
  const distance = ({ at }: Sample): number => Math.abs(at - start);
  const base = rest.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  return {
    value: last.value - base.value,
    before: base.value,
    since: base.at,
    whole: distance(base) <= DAY,
  };
}

/**
 * The slope of the seven days up to the last sample, per day: a straight line by least squares. Null where the samples
 * of those days span less than six.
 * Example: 100, 110, … 160 on seven days → 10 a day.
 * @param samples in the order of time
 */
export function slopeOf(samples: readonly Sample[]): number | null {
  const last = samples.at(-1);
  if (last === undefined) return null;
  const week = samples.filter(({ at }) => at > last.at - WEEK_DAYS * DAY);
  const first = week[0] ?? last;
  if (last.at - first.at < (WEEK_DAYS - 1.5) * DAY) return null;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const days = week.map(({ at }) => (at - last.at) / DAY);
  const [meanDay, meanValue] = [mean(days), mean(week.map(({ value }) => value))];
  const spread = days.reduce((sum, day) => sum + (day - meanDay) ** 2, 0);
  const together = week.reduce(
    (sum, { value }, index) => sum + ((days[index] ?? 0) - meanDay) * (value - meanValue),
    0,
  );
  return together / spread;
}

/** One look at a profile's posts: it showed all from `since` to `at`. */
export interface Look {
  at: number;
  since: number;
}

export interface Stretch {
  from: number;
  to: number;
}

/**
 * The last part of a span of which all posts are known. A network shows only the newest posts, so a look tells of the
 * time back to the oldest of them; looks that overlap tell of one stretch. Null where no look reaches into the span.
 * Example: a look on the 20th that shows posts back to the 12th, in a span from the 1st to the 30th → 12th to 20th.
 * @param looks in the order of time
 */
export function seenOf(looks: readonly Look[], start: number, end: number): Stretch | null {
  let seen: Stretch | null = null;
  for (const { at, since } of looks.toReversed()) {
    // Looks after the span count, too, if they reach back into it.
    if (seen === null || (seen.from >= end && at < seen.from)) seen = { from: since, to: at };
    else if (at >= seen.from) seen.from = Math.min(seen.from, since);
    else break;
  }
  if (seen === null || seen.to <= start || seen.from >= end) return null;
  return { from: Math.max(start, seen.from), to: Math.min(end, seen.to) };
}

/** Days of a stretch, with their fraction. */
export const daysOf = ({ from, to }: Stretch): number => (to - from) / DAY;

/**
 * Cadence, posts a week: 7 × posts ÷ days. The post that a stretch begins with is left out where the stretch begins
 * only because no older one was shown; it would count a week too full. Null for less than a day.
 * Example: 8 posts in 28 days → 2.
 * @param times of posts
 */
export function postsPerWeek(times: readonly number[], seen: Stretch, start: number): number | null {
  const days = daysOf(seen);
  if (days < 1) return null;
  const isWhole = seen.from <= start;
  const count = times.filter((at) => at <= seen.to && (isWhole ? at >= seen.from : at > seen.from)).length;
  return (WEEK_DAYS * count) / days;
}

/** Interactions ÷ posts whose figures are known. Example: 30 on 4 posts → 7.5. */
export const perPost = (interactions: number, posts: number): number | null =>
  posts > 0 ? interactions / posts : null;

/**
 * Engagement rate by followers, a part: the mean, over the days with posts, of the day's interactions ÷ the followers
 * on that day (NapoleonCat). `estimated` where, on any of them, the followers of another day stand in.
 * Example: 10 interactions at 1,000 followers and 30 at 1,500 → (0.01 + 0.02) ÷ 2 = 0.015.
 */
export function engagementRate(
  days: readonly { interactions: number; followers: number | null; exact: boolean }[],
): { rate: number | null; days: number; estimated: boolean } {
  const parts = days.flatMap(({ interactions, followers, exact }) =>
    followers === null || followers <= 0 ? [] : [{ part: interactions / followers, exact }],
  );
  return {
    rate: parts.length === 0 ? null : parts.reduce((sum, { part }) => sum + part, 0) / parts.length,
    days: parts.length,
    estimated: parts.some(({ exact }) => !exact),
  };
}
