import { Temporal } from 'temporal-polyfill';
import { minuteOf, slotAt, slotMillis } from '#shared/model/slot.ts';

export type Span = 'month' | 'week';

const date = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** The day so many days later, `YYYY-MM-DD`; negative = earlier. */
export const shiftDay = (day: string, days: number): string => date(day).add({ days }).toString();

/** Days from one to another; negative when the other is earlier. */
export const daysBetween = (day: string, other: string): number => date(day).until(date(other)).days;

/** The seven days of a day's week, Monday first. */
export function weekOf(day: string): string[] {
  const monday = shiftDay(day, 1 - date(day).dayOfWeek);
  return [0, 1, 2, 3, 4, 5, 6].map((at) => shiftDay(monday, at));
}

/** Whole weeks, Monday first, that show every day of a day's month: four to six. */
export function monthOf(day: string): string[][] {
  const first = date(day).with({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const weeks: string[][] = [];
  for (
    let at = weekOf(first.toString());
    (at[0] ?? '') <= last.toString();
    at = weekOf(shiftDay(at[0] ?? '', 7))
  )
    weeks.push(at);
  return weeks;
}

/** The same day of the next month or week, or the one before; the last of a month that is shorter. */
export const turn = (day: string, span: Span, by: 1 | -1): string =>
  date(day)
    .add(span === 'month' ? { months: by } : { weeks: by })
    .toString();

/** From the beginning of the first day to the end of the last, in UTC milliseconds. */
export function millisOf(days: readonly string[], zone: string): { from: number; to: number } {
  const [first = '1970-01-01'] = days;
  const last = days.at(-1) ?? first;
  return {
    from: slotMillis({ local: `${first}T00:00`, zone }),
    to: slotMillis({ local: `${shiftDay(last, 1)}T00:00`, zone }),
  };
}

export interface Placed<T> {
  entry: T;
  /** Minutes after midnight, 0…1439. */
  minute: number;
  /** Which of `lanes` columns beside each other it stands in, from 0. */
  lane: number;
  lanes: number;
}

/**
 * Places what happens on one day so that nothing covers anything: what begins within `minutes` of another stands beside it.
 * @param entries in the order of their time
 */
export function placed<T extends { at: number }>(
  entries: readonly T[],
  zone: string,
  minutes = 30,
): Placed<T>[] {
  const groups: Placed<T>[][] = [];
  for (const entry of entries) {
    const minute = minuteOf(slotAt(entry.at, zone));
    const group = groups.at(-1) ?? [];
    const touches = group.some((other) => minute - other.minute < minutes);
    const place = { entry, minute, lane: touches ? group.length : 0, lanes: 1 };
    if (touches) group.push(place);
    else groups.push([place]);
  }
  return groups.flatMap((group) => group.map((place) => ({ ...place, lanes: group.length })));
}

/** Heights of a post of one, two and three lines, and of the line that says how many more there are, with the gap; CSS pixels. */
const [ONE_LINE, TWO_LINES, THREE_LINES, MORE] = [24, 42, 58, 20];

/**
 * How a day shows its posts: with as many lines each as all of them have room for, and where even one is too much, as many
 * posts as there is room for beside the line that says how many more there are.
 * @param room in CSS pixels
 */
export function roomFor(count: number, room: number): { lines: 1 | 2 | 3; shown: number } {
  if (count * THREE_LINES <= room) return { lines: 3, shown: count };
  if (count * TWO_LINES <= room) return { lines: 2, shown: count };
  if (count * ONE_LINE <= room) return { lines: 1, shown: count };
  return { lines: 1, shown: Math.min(count, Math.max(0, Math.floor((room - MORE) / ONE_LINE))) };
}

/** What a person writes as a time of day, as `HH:MM`: `9`, `930`, `9.30`, `18:05`; null when it is none. */
export function clockOf(text: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.h ]?(\d\d))?$/u.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** How far down a day a time is, 0…1. */
export const partOfDay = (at: number, zone: string): number => minuteOf(slotAt(at, zone)) / 1440;

/** The half-hour of a day at a height of its column: `09:30`. */
export function timeAt(offset: number, height: number): string {
  const half = Math.min(47, Math.max(0, Math.floor((offset / height) * 48)));
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}
