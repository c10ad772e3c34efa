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

/** The half-hour of a day at a height of its column: `09:30`. */
export function timeAt(offset: number, height: number): string {
  const half = Math.min(47, Math.max(0, Math.floor((offset / height) * 48)));
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}
