import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expected, holtWinters, mase, outlook, slotMedian } from './forecast.ts';

const weeks = (week: readonly number[], n: number): number[] => Array.from({ length: n }, () => week).flat();
const week = [5, 6, 7, 8, 20, 30, 4];

describe('the parts', () => {
  it('repeats a steady week exactly', () => {
    for (const [ahead, value] of expected(weeks(week, 5), 14).entries()) {
      expect(value).toBeCloseTo(week[ahead % 7] ?? 0, 6);
    }
  });

  it('follows a level that moved, and stays below what never was', () => {
    const risen = holtWinters(
      [
        ...weeks(week, 4),
        ...weeks(
          week.map((n) => n * 2),
          6,
        ),
      ],
      7,
      7,
    );
    const before = weeks(week, 1).reduce((sum, n) => sum + n, 0);
    const now = risen.reduce((sum, n) => sum + n, 0);
    expect(now).toBeGreaterThan(1.5 * before);
    expect(now).toBeLessThan(2.5 * before);
  });

  it('takes the median of the same weekday: one crisis is forgotten', () => {
    const counts = weeks(week, 6);
    counts[counts.length - 3] = 900;
    expect(slotMedian(counts, { slot: 7, slots: 6 }, 7)).toEqual(week);
  });

  it('MASE: missing by 2 where the week before missed by 4 is 0.5', () => {
    const history = [0, 4, 8, 12];
    expect(mase([10, 10], [12, 8], history, 1)).toBeCloseTo(0.5);
    expect(mase([10], [12], [5, 5, 5], 1)).toBeNull();
  });
});

describe('outlook', () => {
  it('draws nothing from 27 days, from mostly empty ones, and where it is worse than the week before', () => {
    expect(outlook(weeks(week, 4).slice(1), 14)).toMatchObject({ days: null, reason: 'short' });
    expect(outlook(weeks([0, 0, 0, 0, 0, 3, 0], 8), 14)).toMatchObject({ days: null, reason: 'sparse' });
    // Grows by a fifth every week: nothing that levels off can keep up with it.
    const growing = Array.from({ length: 12 }, (_, at) => week.map((n) => Math.round(n * 1.5 ** at))).flat();
    expect(outlook(growing, 14)).toMatchObject({ days: null, reason: 'unsure' });
  });

  it('draws a steady brand with a band around what is expected', () => {
    const counts = weeks(week, 8).map((n, at) => n + (at % 3));
    const { days, error } = outlook(counts, 14);
    expect(days?.length).toBe(14);
    expect(error).toBeLessThanOrEqual(1);
    for (const { value, low, high } of days ?? []) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it('never says what cannot be: no count below 0, no band the wrong way round, nothing infinite', () => {
    const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 0, maxLength: 80 });
    fc.assert(
      fc.property(counts, (history) => {
        const { days, reason } = outlook(history, 14);
        expect(days === null).toBe(reason !== null);
        for (const { value, low, high } of days ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(Number.isFinite(high)).toBe(true);
        }
      }),
    );
  });
});
