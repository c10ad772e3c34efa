import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastDaily, Forecaster, hourlyForecast, naiveError } from './forecast.ts';

const week = [10, 10, 10, 10, 10, 4, 4];
const weeks = (count: number, of: readonly number[] = week): number[] =>
  Array.from({ length: count }, () => of).flat();

describe('worked examples', () => {
  it('an even week goes on as it was, without a band', () => {
    const forecast = forecastDaily(weeks(8));
    if (!forecast.ok) throw new Error(forecast.reason);
    expect(forecast.points.map(({ mean }) => Math.round(mean))).toEqual(weeks(2));
    expect(forecast.mase).toBeCloseTo(0, 6);
    for (const { mean, low, high } of forecast.points) {
      expect(high - low).toBeLessThan(1e-6);
      expect(low).toBeCloseTo(mean, 6);
    }
  });

  it('the season of an hour of the day is learnt', () => {
    const forecaster = new Forecaster(hourlyForecast);
    for (let hour = 0; hour < 21 * 24; hour += 1) forecaster.observe(hour % 24 === 9 ? 60 : 5);
    const day = forecaster.predict(24).map((mean) => Math.round(mean));
    expect(day.indexOf(60)).toBe(9);
    expect(day.filter((mean) => mean === 5)).toHaveLength(23);
  });

  it('one day of crisis hardly moves what is expected', () => {
    const counts = weeks(8);
    counts[counts.length - 10] = 5000;
    const forecast = forecastDaily(counts);
    if (!forecast.ok) throw new Error(forecast.reason);
    for (const { mean } of forecast.points) expect(mean).toBeLessThan(20);
  });

  it('a week ago is off by what differs from it', () => {
    expect(naiveError([1, 2, 3, 3, 2, 3], 3)).toBeCloseTo(2 / 3);
    expect(naiveError([5, 5, 5, 5], 2)).toBe(0.5);
  });
});

describe('when the data does not carry it', () => {
  it('27 days are too few, 28 are enough', () => {
    expect(forecastDaily(weeks(4).slice(1))).toEqual({ ok: false, reason: 'short' });
    expect(forecastDaily(weeks(4)).ok).toBe(true);
  });

  it('a mention now and then is too little, however long', () => {
    expect(forecastDaily(weeks(20, [0, 0, 1, 0, 0, 0, 2]))).toEqual({ ok: false, reason: 'sparse' });
  });

  it('what repeating the week before does better is not forecast', () => {
    // Ever faster growth: a week ago is wrong, and a level that trails behind it more so.
    const counts = Array.from({ length: 70 }, (_, day) => Math.round(1.08 ** day));
    expect(forecastDaily(counts)).toEqual({ ok: false, reason: 'noisy' });
  });

  it('in the week of a crisis the future is not told', () => {
    const counts = weeks(8);
    counts[counts.length - 3] = 5000;
    expect(forecastDaily(counts)).toEqual({ ok: false, reason: 'noisy' });
  });
});

const series = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 28, maxLength: 90 });

describe('properties', () => {
  it('the band holds the mean, and nothing is negative or endless', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 21 }), (counts, days) => {
        const forecast = forecastDaily(counts, days);
        if (!forecast.ok) return;
        expect(forecast.points).toHaveLength(days);
        expect(forecast.mase).toBeLessThanOrEqual(1);
        for (const { mean, low, high } of forecast.points) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(mean);
          expect(high).toBeGreaterThanOrEqual(mean);
          expect(Number.isFinite(high)).toBe(true);
        }
      }),
    );
  });

  it('a week that starts on another day is forecast from that day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 6 }),
        (one, shift) => {
          const counts = weeks(10, one);
          const forecast = forecastDaily(counts.slice(shift, shift + 56));
          if (!forecast.ok) throw new Error(forecast.reason);
          forecast.points.forEach(({ mean }, day) => expect(mean).toBeCloseTo(counts[shift + day] ?? 0, 3));
        },
      ),
    );
  });
});
