import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snoozeChoices, wallMillis, wallText } from './snooze.ts';

const zone = 'Europe/Bucharest';
const texts = (now: number): string[][] =>
  snoozeChoices(now, zone).map(({ name, until }) => [name, wallText(until, zone)]);

describe('ready times', () => {
  it('are in three hours, and mornings of the zone', () => {
    // A Tuesday, 14:20 in Bucharest.
    expect(texts(Date.UTC(2026, 10, 24, 12, 20))).toEqual([
      ['later', '2026-11-24T17:20'],
      ['tomorrow', '2026-11-25T09:00'],
      ['monday', '2026-11-30T09:00'],
      ['week', '2026-12-01T09:00'],
    ]);
  });

  it('stay at nine when the clocks change in the night between', () => {
    // Saturday, 24 October 2026: clocks go back an hour on Sunday at four.
    expect(texts(Date.UTC(2026, 9, 24, 12, 0))).toContainEqual(['tomorrow', '2026-10-25T09:00']);
  });

  it('offer a day once: Monday is tomorrow on a Sunday, and in a week on a Monday', () => {
    const names = (day: number): string[] => texts(Date.UTC(2026, 10, day, 12)).map(([name]) => name ?? '');
    expect(names(22)).toEqual(['later', 'tomorrow', 'week']);
    expect(names(23)).toEqual(['later', 'tomorrow', 'monday']);
  });

  it('lie ahead, in order but for the first, whatever the zone', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', zone);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zones, (now, where) => {
        const untils = snoozeChoices(now, where).map(({ until }) => until);
        expect(untils.every((until) => until > now)).toBe(true);
        expect(untils.slice(1)).toEqual(untils.slice(1).toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a time picked by hand', () => {
  it('is read by the clock on the wall and written back', () => {
    expect(wallMillis('2026-11-24T09:00', zone)).toBe(Date.UTC(2026, 10, 24, 7));
    expect(wallMillis('2026-07-24T09:00', zone)).toBe(Date.UTC(2026, 6, 24, 6));
    expect(wallText(Date.UTC(2026, 6, 24, 6), zone)).toBe('2026-07-24T09:00');
  });

  it('is nothing when it is no time', () => {
    for (const text of ['', 'soon', '2026-13-01T00:00']) expect(wallMillis(text, zone)).toBeNull();
  });
});
