import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BusinessHours,
  isOpenAt,
  minutesOf,
  parseIntervals,
  printIntervals,
  usualHours,
  type OpenInterval,
} from './business-hours.ts';

const MINUTE = 60_000;
const ZONES = [
  'Europe/Bucharest',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
] as const;

/** Both clock changes of 2026 in most of these zones, and quiet days. */
const moment = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 2, 6), max: Date.UTC(2026, 3, 8) }),
  fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2026, 10, 5) }),
  fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }),
);

const interval = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]): OpenInterval => ({ from, to }));
const hours = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.array(fc.array(interval, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  holidays: fc.subarray(['2026-03-29', '2026-11-01']),
});

/** The wall clock by another road: Intl instead of Temporal. */
function wall(zone: string, at: number): { day: string; weekday: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { day, weekday, minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

describe('business hours', () => {
  it('agree with the clock on the wall, across clock changes and in odd zones', () => {
    fc.assert(
      fc.property(hours, moment, (opening, at) => {
        const { day, weekday, minute } = wall(opening.zone, at);
        const open = (opening.week[weekday] ?? []).some(({ from, to }) => from <= minute && minute < to);
        expect(isOpenAt(opening, at)).toBe(open && !opening.holidays.includes(day));
      }),
      { numRuns: 2000 },
    );
  });

  it('09:00 stays 09:00 on both sides of a clock change', () => {
    const opening = usualHours('Europe/Bucharest');
    // Friday before and Monday after the change of 29 March 2026: 07:00 UTC, then 06:00 UTC.
    for (const nine of [Date.UTC(2026, 2, 27, 7), Date.UTC(2026, 2, 30, 6)]) {
      expect([isOpenAt(opening, nine - MINUTE), isOpenAt(opening, nine)]).toEqual([false, true]);
    }
  });

  it('a repeated hour is open twice, a skipped one never', () => {
    const early = {
      ...usualHours('Europe/Bucharest'),
      week: Array.from({ length: 7 }, () => [{ from: 180, to: 240 }]),
    };
    // 25 October 2026: 03:00–04:00 comes twice, so it is open for two hours; on 29 March it does not come.
    const openMinutes = (from: number): number =>
      Array.from({ length: 24 * 60 }, (_, n) => from + n * MINUTE).filter((at) => isOpenAt(early, at)).length;
    expect(openMinutes(Date.UTC(2026, 9, 24, 21))).toBe(120);
    expect(openMinutes(Date.UTC(2026, 2, 28, 22))).toBe(0);
    expect(openMinutes(Date.UTC(2026, 5, 10, 21))).toBe(60);
  });

  it('a day may have a break, a holiday is closed, and 24:00 is the end of the day', () => {
    const opening: BusinessHours = {
      zone: 'UTC',
      week: Array.from({ length: 7 }, () => [
        { from: 540, to: 720 },
        { from: 1320, to: 1440 },
      ]),
      holidays: ['2026-12-25'],
    };
    const at = (hour: number, minute: number, day = 24): number => Date.UTC(2026, 11, day, hour, minute);
    expect(
      [at(9, 0), at(11, 59), at(12, 0), at(21, 59), at(22, 0), at(23, 59), at(10, 0, 25)].map((one) =>
        isOpenAt(opening, one),
      ),
    ).toEqual([true, true, false, false, true, true, false]);
  });

  it('refuses a zone that does not exist and an interval that runs backwards', () => {
    expect(BusinessHours.safeParse(usualHours('Mars/Olympus')).success).toBe(false);
    expect(BusinessHours.safeParse({ ...usualHours('UTC'), holidays: ['2026-02-30'] }).success).toBe(false);
    const backwards = Array.from({ length: 7 }, () => [{ from: 600, to: 540 }]);
    expect(BusinessHours.safeParse({ ...usualHours('UTC'), week: backwards }).success).toBe(false);
    expect(BusinessHours.safeParse(usualHours('Europe/Bucharest')).success).toBe(true);
  });
});

describe('intervals as text', () => {
  it('are read as a person writes them', () => {
    expect(parseIntervals('14:00 - 18:00, 9:00–12:30')).toEqual([
      { from: 540, to: 750 },
      { from: 840, to: 1080 },
    ]);
    expect(parseIntervals('')).toEqual([]);
    expect(parseIntervals('9:00-12:00; 11:00-24:00')).toEqual([{ from: 540, to: 1440 }]);
    for (const wrong of ['9', '9:00', '12:00-9:00', '9:00-25:00', '9:60-10:00', 'a-b', '9:00-10:00-11:00']) {
      expect(parseIntervals(wrong)).toBeNull();
    }
  });

  it('come back from their printed form', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 4 }), (intervals) => {
        const once = parseIntervals(printIntervals(intervals));
        expect(once).not.toBeNull();
        expect(parseIntervals(printIntervals(once ?? []))).toEqual(once);
      }),
    );
    expect(minutesOf('24:00')).toBe(1440);
    expect(minutesOf('24:01')).toBeNull();
  });
});
