import { Temporal } from 'temporal-polyfill';

export const snoozes = ['hour', 'tomorrow', 'week'] as const;
export type Snooze = (typeof snoozes)[number];

const MORNING = Temporal.PlainTime.from('09:00');

/** When a snooze ends, UTC milliseconds: in an hour, tomorrow at 9:00, or next Monday at 9:00 in `zone`. */
export function snoozeUntil(snooze: Snooze, now: number, zone: string): number {
  if (snooze === 'hour') return now + 3_600_000;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const day = today.add({ days: snooze === 'tomorrow' ? 1 : 8 - today.dayOfWeek });
  return day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).epochMilliseconds;
}
