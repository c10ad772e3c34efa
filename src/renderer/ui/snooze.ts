import { Temporal } from 'temporal-polyfill';

export const snoozeNames = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeName = (typeof snoozeNames)[number];

export interface SnoozeChoice {
  name: SnoozeName;
  /** UTC milliseconds. */
  until: number;
}

const morning = Temporal.PlainTime.from('09:00');

/**
 * The ready times to snooze until: in three hours, and at nine in the morning by the clock on the wall of `zone`,
 * tomorrow, on the next Monday and in a week. Two that would be the same day are offered once.
 * @param now UTC milliseconds
 */
export function snoozeChoices(now: number, zone: string): SnoozeChoice[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const inDays = (days: number): number =>
    local.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: morning })
      .epochMilliseconds;
  const toMonday = 8 - local.dayOfWeek;
  const all: SnoozeChoice[] = [
    { name: 'later', until: now + 3 * 3_600_000 },
    { name: 'tomorrow', until: inDays(1) },
    { name: 'monday', until: inDays(toMonday) },
    { name: 'week', until: inDays(7) },
  ];
  return all.filter(({ until }, at) => all.findIndex((other) => other.until === until) === at);
}

/**
 * `2026-11-24T09:00` by the clock on the wall of `zone`, in UTC milliseconds; null when it is no time. An hour that
 * a clock change skips is taken after it, one that it repeats the first time.
 */
export function wallMillis(text: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** A time in UTC milliseconds as a field for date and time takes it: `2026-11-24T09:00` on the wall of `zone`. */
export function wallText(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
