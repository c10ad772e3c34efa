import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanParts, wallText, wallTime } from './spans.ts';

const HOUR = 3_600_000;

describe('durations', () => {
  it('are said in their two largest units', () => {
    const said = (millis: number): string =>
      spanParts(millis)
        .map(({ unit, count }) => `${count} ${unit}`)
        .join(' ');
    expect(said(0)).toBe('0 minutes');
    expect(said(59_999)).toBe('0 minutes');
    expect(said(2 * HOUR + 5 * 60_000)).toBe('2 hours 5 minutes');
    expect(said(2 * HOUR)).toBe('2 hours');
    expect(said(27 * HOUR + 60_000)).toBe('1 days 3 hours');
    expect(said(24 * HOUR + 60_000)).toBe('1 days');
  });
});

describe('times of a field', () => {
  it('come back to the minute, in every zone, but for the second of two equal hours', () => {
    const zones = fc.constantFrom('Europe/Bucharest', 'America/New_York', 'Asia/Kathmandu', 'UTC');
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(zones, at, (zone, time) => {
        const minute = Math.floor(time / 60_000) * 60_000;
        const back = wallTime(wallText(minute, zone), zone) ?? 0;
        expect([minute, minute - HOUR]).toContain(back);
        expect(wallText(back, zone)).toBe(wallText(minute, zone));
      }),
      { numRuns: 100 },
    );
  });

  it('a repeated hour is the first one, a skipped one the hour after', () => {
    expect(wallTime('2026-10-25T03:30', 'Europe/Bucharest')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(wallTime('2026-03-29T03:30', 'Europe/Bucharest')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(wallTime('yesterday', 'UTC')).toBeNull();
  });
});
