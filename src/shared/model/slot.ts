import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const zoneExists = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

const timeExists = (local: string): boolean => {
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

/** An IANA zone that this machine knows. */
export const Zone = z.string().min(1).max(80).refine(zoneExists, { message: 'there is no such time zone' });

/** A time as the clock on the wall of a zone shows it: what stays the same across a clock change. */
export const Slot = z.strictObject({
  /** `2026-11-24T09:00`. */
  local: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .refine(timeExists, { message: 'there is no such time' }),
  zone: Zone,
});
export type Slot = z.infer<typeof Slot>;

const plain = (local: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(local);
const written = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'minute' });

/** UTC milliseconds. A time that a clock change skips is taken after it, one that it repeats the first time. */
export const slotMillis = ({ local, zone }: Slot): number =>
  plain(local).toZonedDateTime(zone).epochMilliseconds;

/** The slot that a time in UTC milliseconds falls on, to the minute. */
export const slotAt = (at: number, zone: string): Slot => ({
  local: written(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()),
  zone,
});

/** The same time of day so many days later; negative = earlier. */
export const addDays = (slot: Slot, days: number): Slot => ({
  ...slot,
  local: written(plain(slot.local).add({ days })),
});

/** So many minutes later on the clock on the wall; negative = earlier. */
export const addMinutes = (slot: Slot, minutes: number): Slot => ({
  ...slot,
  local: written(plain(slot.local).add({ minutes })),
});

/** The same time of day on another day, `YYYY-MM-DD`. */
export const onDay = (slot: Slot, day: string): Slot => ({
  ...slot,
  local: `${day}T${slot.local.slice(11)}`,
});

/** The day of a slot, `YYYY-MM-DD`. */
export const dayOf = (slot: Slot): string => slot.local.slice(0, 10);

/** The minute of the day, 0…1439. */
export const minuteOf = (slot: Slot): number =>
  Number(slot.local.slice(11, 13)) * 60 + Number(slot.local.slice(14, 16));

/**
 * The same time of day on the first later day of the zone on which it is still ahead of `now`. All in UTC milliseconds, to
 * the minute.
 */
export function sameTimeAhead(at: number, now: number, zone: string): number {
  const slot = slotAt(at, zone);
  const passed = plain(slot.local)
    .toPlainDate()
    .until(dayOf(slotAt(now, zone))).days;
  const soonest = slotMillis(addDays(slot, Math.max(1, passed)));
  return soonest > now ? soonest : slotMillis(addDays(slot, passed + 1));
}

/** The next full half-hour at least an hour ahead: where a new post begins. */
export function nextSlot(now: number, zone: string): Slot {
  const slot = slotAt(now + 3_600_000, zone);
  const past = minuteOf(slot) % 30;
  return past === 0 ? slot : addMinutes(slot, 30 - past);
}
