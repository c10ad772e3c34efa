import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockOf,
  daysBetween,
  millisOf,
  monthOf,
  placed,
  roomFor,
  shiftDay,
  timeAt,
  turn,
  weekOf,
} from './layout.ts';

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('the month', () => {
  it('begins on a Monday: November 2026', () => {
    const weeks = monthOf('2026-11-24');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
  });

  it('shows each of its days once, in whole weeks without a gap', () => {
    fc.assert(
      fc.property(day, (any) => {
        const weeks = monthOf(any);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(days).toContain(any);
        expect(days).toEqual(days.map((_, at) => shiftDay(days[0] ?? '', at)));
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        // No week that lies wholly outside.
        expect(weeks.every((week) => week.some((one) => one.slice(0, 7) === any.slice(0, 7)))).toBe(true);
      }),
    );
  });

  it('turns to the last day of a shorter one', () => {
    expect(turn('2027-01-31', 'month', 1)).toBe('2027-02-28');
    expect(turn('2026-11-24', 'week', -1)).toBe('2026-11-17');
  });
});

describe('the week', () => {
  it('holds its day between Monday and Sunday', () => {
    fc.assert(
      fc.property(day, (any) => {
        const week = weekOf(any);
        expect(week.indexOf(any)).toBe((new Date(any).getUTCDay() + 6) % 7);
        expect(daysBetween(week[0] ?? '', week[6] ?? '')).toBe(6);
      }),
    );
  });

  it('is an hour longer when the clock goes back', () => {
    const hours = (any: string): number => {
      const { from, to } = millisOf(weekOf(any), 'Europe/Bucharest');
      return (to - from) / 3_600_000;
    };
    expect(hours('2026-10-25')).toBe(169);
    expect(hours('2027-03-28')).toBe(167);
    expect(hours('2026-11-24')).toBe(168);
  });

  it('lets nothing cover anything', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 20 });
    fc.assert(
      fc.property(minutes, (list) => {
        const entries = list.toSorted((a, b) => a - b).map((minute) => ({ at: minute * 60_000 }));
        const places = placed(entries, 'UTC');
        expect(places.map(({ entry }) => entry)).toEqual(entries);
        for (const [at, one] of places.entries())
          for (const other of places.slice(at + 1)) {
            const touch = Math.abs(one.minute - other.minute) < 30;
            if (touch) expect([one.lanes, one.lane === other.lane]).toEqual([other.lanes, false]);
          }
        expect(places.every(({ lane, lanes }) => lane < lanes)).toBe(true);
      }),
    );
  });

  it('knows the half-hour at a height', () => {
    expect(timeAt(0, 960)).toBe('00:00');
    expect(timeAt(9.5 * 40, 960)).toBe('09:30');
    expect(timeAt(9.5 * 40 + 19, 960)).toBe('09:30');
    expect(timeAt(5000, 960)).toBe('23:30');
    expect(timeAt(-3, 960)).toBe('00:00');
  });
});

describe('a day in the month', () => {
  it('shows as many lines a post as there is room for, and never more than fits', () => {
    expect(roomFor(1, 67)).toEqual({ lines: 3, shown: 1 });
    expect(roomFor(2, 90)).toEqual({ lines: 2, shown: 2 });
    expect(roomFor(2, 67)).toEqual({ lines: 1, shown: 2 });
    expect(roomFor(3, 67)).toEqual({ lines: 1, shown: 1 });
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 60, max: 300 }), (count, room) => {
        const { lines, shown } = roomFor(count, room);
        const rest = shown < count ? 20 : 0;
        expect(shown * { 1: 24, 2: 42, 3: 58 }[lines] + rest).toBeLessThanOrEqual(room);
        expect(shown).toBeLessThanOrEqual(count);
      }),
    );
  });
});

describe('a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['18:05', '18:05'],
    [' 7h15 ', '07:15'],
    ['24', null],
    ['9:60', null],
    ['noon', null],
    ['', null],
  ])('“%s” is %s', (text, time) => expect(clockOf(text)).toBe(time));

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(clockOf(time)).toBe(time);
      }),
    );
  });
});
