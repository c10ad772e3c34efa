import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  dayOf,
  minuteOf,
  nextSlot,
  onDay,
  sameTimeAhead,
  Slot,
  slotAt,
  slotMillis,
} from './slot.ts';

const zones = fc.constantFrom(
  'Europe/Bucharest',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);
const times = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((at) => at - (at % 60_000));

describe('a slot', () => {
  it('stays at nine across both clock changes', () => {
    const before = { local: '2026-10-24T09:00', zone: 'Europe/Bucharest' };
    expect(slotMillis(before)).toBe(Date.UTC(2026, 9, 24, 6));
    expect(slotMillis(addDays(before, 1))).toBe(Date.UTC(2026, 9, 25, 7));
    const spring = { local: '2027-03-27T09:00', zone: 'Europe/Bucharest' };
    expect(slotMillis(spring)).toBe(Date.UTC(2027, 2, 27, 7));
    expect(slotMillis(addDays(spring, 1))).toBe(Date.UTC(2027, 2, 28, 6));
  });

  it('that a clock change skips is taken after it, one that it repeats the first time', () => {
    expect(slotMillis({ local: '2027-03-28T03:30', zone: 'Europe/Bucharest' })).toBe(
      Date.UTC(2027, 2, 28, 1, 30),
    );
    expect(slotMillis({ local: '2026-10-25T03:30', zone: 'Europe/Bucharest' })).toBe(
      Date.UTC(2026, 9, 25, 0, 30),
    );
  });

  it('comes back from its time, but for the hour that a clock change repeats', () => {
    fc.assert(
      fc.property(times, zones, (at, zone) => {
        const back = slotMillis(slotAt(at, zone));
        expect(at - back === 0 || (at - back > 0 && at - back <= 3_600_000)).toBe(true);
        expect(slotAt(back, zone)).toEqual(slotAt(at, zone));
      }),
    );
  });

  it('keeps its time of day when its day changes', () => {
    fc.assert(
      fc.property(times, zones, fc.integer({ min: -800, max: 800 }), (at, zone, days) => {
        const slot = slotAt(at, zone);
        const moved = addDays(slot, days);
        expect(minuteOf(moved)).toBe(minuteOf(slot));
        expect(onDay(slot, dayOf(moved))).toEqual(moved);
        expect(addDays(moved, -days)).toEqual(slot);
      }),
    );
  });

  it('moves by minutes over midnight', () => {
    expect(addMinutes({ local: '2026-11-24T23:45', zone: 'UTC' }, 30).local).toBe('2026-11-25T00:15');
    expect(addMinutes({ local: '2026-11-24T00:15', zone: 'UTC' }, -30).local).toBe('2026-11-23T23:45');
  });

  it('offers a full half-hour at least an hour ahead', () => {
    fc.assert(
      fc.property(times, zones, (now, zone) => {
        const slot = nextSlot(now, zone);
        expect(minuteOf(slot) % 30).toBe(0);
        expect(slotMillis(addMinutes(slot, 90)) - now).toBeGreaterThan(0);
      }),
    );
  });

  it('the next day is at the same time, not 24 hours later, across both clock changes', () => {
    const zone = 'Europe/Bucharest';
    const spring = slotMillis({ local: '2027-03-27T09:00', zone });
    const soon = spring + 3_600_000;
    expect(slotAt(sameTimeAhead(spring, soon, zone), zone).local).toBe('2027-03-28T09:00');
    expect(sameTimeAhead(spring, soon, zone) - spring).toBe(23 * 3_600_000);
    const autumn = slotMillis({ local: '2026-10-24T09:00', zone });
    expect(sameTimeAhead(autumn, autumn + 1, zone) - autumn).toBe(25 * 3_600_000);
    // Seen three days later, after nine: the next nine is on the fourth.
    const late = slotMillis({ local: '2026-10-27T09:30', zone });
    expect(slotAt(sameTimeAhead(autumn, late, zone), zone).local).toBe('2026-10-28T09:00');
  });

  it('the same time ahead is the first one, on a later day, whatever the clocks do', () => {
    const ages = fc.integer({ min: -3, max: 90 * 24 * 60 });
    fc.assert(
      fc.property(times, zones, ages, (at, zone, age) => {
        const now = at + age * 60_000;
        const slot = slotAt(at, zone);
        const next = sameTimeAhead(at, now, zone);
        expect(next).toBeGreaterThan(now);
        const days = Array.from({ length: 95 }, (_, index) => slotMillis(addDays(slot, index + 1)));
        expect(next).toBe(days.find((one) => one > now));
      }),
    );
  });

  it('is refused when its day, its time or its zone does not exist', () => {
    const faults = [
      { local: '2026-02-30T09:00', zone: 'UTC' },
      { local: '2026-02-20T25:00', zone: 'UTC' },
      { local: '2026-02-20T09:00:30', zone: 'UTC' },
      { local: '2026-02-20T09:00Z', zone: 'UTC' },
      { local: '2026-02-20T09:00', zone: 'Europe/Atlantis' },
    ];
    for (const fault of faults) expect(Slot.safeParse(fault).success).toBe(false);
    expect(Slot.safeParse({ local: '2026-02-20T09:00', zone: 'Europe/Bucharest' }).success).toBe(true);
  });
});
