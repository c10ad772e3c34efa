import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { deliveryTime, isQuiet } from './delivery.ts';

const ROME = 'Europe/Rome';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const wall = (ms: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
const daily = { delivery: 'daily', digestAt: '08:00', digestDay: 1, quiet: null } as const;

describe('when an alert is told', () => {
  it('at once, unless these are quiet hours: then when they end', () => {
    const quiet = { from: '22:00', to: '07:00' };
    const immediate = { ...daily, delivery: 'immediate', quiet } as const;
    expect(deliveryTime(at('2026-11-24T12:00Z'), immediate, ROME)).toBe(at('2026-11-24T12:00Z'));
    expect(deliveryTime(at('2026-11-24T22:30Z'), immediate, ROME)).toBe(at('2026-11-25T06:00Z'));
    expect(deliveryTime(at('2026-11-25T02:30Z'), immediate, ROME)).toBe(at('2026-11-25T06:00Z'));
    expect(isQuiet(at('2026-11-25T06:00Z'), quiet, ROME)).toBe(false);
  });

  it('hourly on the hour of the zone, also where zones are half an hour apart', () => {
    const hourly = { ...daily, delivery: 'hourly' } as const;
    expect(deliveryTime(at('2026-11-24T12:10Z'), hourly, ROME)).toBe(at('2026-11-24T13:00Z'));
    expect(deliveryTime(at('2026-11-24T12:10Z'), hourly, 'Asia/Kolkata')).toBe(at('2026-11-24T12:30Z'));
  });

  it('daily stays at 08:00 across both clock changes', () => {
    expect(deliveryTime(at('2026-10-24T12:00Z'), daily, ROME)).toBe(at('2026-10-25T07:00Z'));
    expect(deliveryTime(at('2027-03-27T12:00Z'), daily, ROME)).toBe(at('2027-03-28T06:00Z'));
  });

  it('where the clock skips the time, right after', () => {
    expect(deliveryTime(at('2027-03-27T12:00Z'), { ...daily, digestAt: '02:30' }, ROME)).toBe(
      at('2027-03-28T01:30Z'),
    );
  });

  it('weekly on its day, today too when the time is still to come', () => {
    const monday = { ...daily, delivery: 'weekly' } as const;
    expect(deliveryTime(at('2026-11-23T05:00Z'), monday, ROME)).toBe(at('2026-11-23T07:00Z'));
    expect(deliveryTime(at('2026-11-23T07:01Z'), monday, ROME)).toBe(at('2026-11-30T07:00Z'));
  });

  it('never before it was raised, never in quiet hours, and within eight days and a night', () => {
    const time = fc
      .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
      .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2035-01-01T00:00Z') }),
        fc.constantFrom(ROME, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
        fc.constantFrom('immediate', 'hourly', 'daily', 'weekly'),
        fc.record({ digestAt: time, digestDay: fc.integer({ min: 1, max: 7 }) }),
        fc.option(fc.record({ from: time, to: time }), { nil: null }),
        (raised, zone, delivery, digest, quiet) => {
          const told = deliveryTime(raised, { ...digest, delivery, quiet }, zone);
          expect(told).toBeGreaterThanOrEqual(raised);
          expect(told - raised).toBeLessThan(10 * 86_400_000);
          expect(isQuiet(told, quiet, zone)).toBe(false);
          if (delivery === 'daily' && quiet === null && zone === 'UTC')
            expect(wall(told, zone)).toBe(digest.digestAt);
        },
      ),
    );
  });
});
