import { Temporal } from 'temporal-polyfill';
import type { AlertSettings } from '#shared/contract/alerts.ts';

type When = Pick<AlertSettings, 'delivery' | 'digestAt' | 'digestDay' | 'quiet'>;

const local = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** The same day at a wall time; where a clock change skips it, the first moment after. */
function atWall(day: Temporal.ZonedDateTime, wall: string): Temporal.ZonedDateTime {
  return day
    .toPlainDate()
    .toZonedDateTime({ timeZone: day.timeZoneId, plainTime: Temporal.PlainTime.from(wall) });
}

/** Whether a moment lies in quiet hours, which may run over midnight; `from` equal to `to` is no quiet at all. */
export function isQuiet(at: number, quiet: AlertSettings['quiet'], zone: string): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const wall = local(at, zone).toPlainTime().toString().slice(0, 5);
  return quiet.from < quiet.to
    ? wall >= quiet.from && wall < quiet.to
    : wall >= quiet.from || wall < quiet.to;
}

/** The next moment, `at` or later, that shows `wall` on the clock of `zone`. */
function nextWall(at: number, wall: string, zone: string, accepts: (day: number) => boolean): number {
  const now = local(at, zone);
  for (let days = 0; days <= 8; days += 1) {
    const candidate = atWall(now.add({ days }), wall);
    if (candidate.epochMilliseconds >= at && accepts(candidate.dayOfWeek)) return candidate.epochMilliseconds;
  }
  return at;
}

/**
 * When an alert raised at `raisedAt` is told, UTC milliseconds: at once, or with the next digest at its wall time
 * in `zone`; never in quiet hours, but when they end. Right across clock changes, since it reckons in wall time.
 */
export function deliveryTime(raisedAt: number, settings: When, zone: string): number {
  const planned = plannedTime(raisedAt, settings, zone);
  if (!isQuiet(planned, settings.quiet, zone)) return planned;
  return nextWall(planned, settings.quiet?.to ?? '00:00', zone, () => true);
}

function plannedTime(raisedAt: number, settings: When, zone: string): number {
  switch (settings.delivery) {
    case 'immediate':
      return raisedAt;
    case 'hourly':
      return local(raisedAt, zone).round({ smallestUnit: 'hour', roundingMode: 'ceil' }).epochMilliseconds;
    case 'daily':
      return nextWall(raisedAt, settings.digestAt, zone, () => true);
    case 'weekly':
      return nextWall(raisedAt, settings.digestAt, zone, (day) => day === settings.digestDay);
  }
}
