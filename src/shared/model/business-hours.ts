import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Zone } from './slot.ts';

/** Minutes of a day: 24:00, the end of it, included. */
export const DAY_MINUTES = 1440;

/** Open from `from` (inclusive) to `to` (exclusive), in minutes after midnight on the wall clock. */
export const OpenInterval = z
  .strictObject({
    from: z
      .number()
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    to: z.number().int().min(1).max(DAY_MINUTES),
  })
  .refine(({ from, to }) => from < to, { message: 'an interval ends after it begins' });
export type OpenInterval = z.infer<typeof OpenInterval>;

/** When a business is open, as its own clock on the wall shows it. */
export const BusinessHours = z.strictObject({
  /** IANA zone of the wall clock. */
  zone: Zone,
  /** Seven days, Monday first; a day may have several intervals, or none. */
  week: z.array(z.array(OpenInterval).max(8)).length(7),
  /** Days that are closed whatever the week says, `YYYY-MM-DD`. */
  holidays: z.array(z.iso.date()).max(400),
});
export type BusinessHours = z.infer<typeof BusinessHours>;

/** Monday to Friday, 9:00 to 17:00. */
export function usualHours(zone: string): BusinessHours {
  return {
    zone,
    week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 1020 }] : [])),
    holidays: [],
  };
}

/**
 * Whether the business is open at a moment. The wall clock decides: an hour that a clock change repeats is
 * open both times, one that it skips never comes.
 * @param at UTC milliseconds
 */
export function isOpenAt(hours: BusinessHours, at: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.zone);
  const intervals = hours.week[local.dayOfWeek - 1] ?? [];
  const minute = local.hour * 60 + local.minute;
  if (!intervals.some(({ from, to }) => from <= minute && minute < to)) return false;
  return !hours.holidays.includes(local.toPlainDate().toString());
}

/** `09:05`, and `24:00` for the end of the day, as minutes after midnight; null when it is no such time. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  return match && Number(match[2]) < 60 && minutes <= DAY_MINUTES ? minutes : null;
}

/** Minutes after midnight as `09:05`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * Intervals as a person writes them: `9:00-12:30, 14:00-18:00`; an empty text is a closed day.
 * @returns sorted, touching and overlapping ones joined; null when the text is no list of intervals
 */
export function parseIntervals(text: string): OpenInterval[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found: OpenInterval[] = [];
  for (const part of parts) {
    const [from = '', to = '', ...rest] = part.split(/\s*[-–]\s*/);
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (rest.length > 0 || start === null || end === null || start >= end) return null;
    found.push({ from: start, to: end });
  }
  const joined: OpenInterval[] = [];
  for (const interval of found.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && interval.from <= last.to) last.to = Math.max(last.to, interval.to);
    else joined.push({ ...interval });
  }
  return joined.length <= 8 ? joined : null;
}

/** The way back of `parseIntervals`. */
export function printIntervals(intervals: readonly OpenInterval[]): string {
  return intervals.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(', ');
}
