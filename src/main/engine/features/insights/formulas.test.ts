import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  engagementByReach,
  healthIndex,
  netSentiment,
  noSums,
  peaksOf,
  placesOf,
  presence,
  rankPoints,
  reasonFor,
  shareOf,
  weekWeight,
  weekWeights,
} from './formulas.ts';

const judged = { ...noSums, positive: 6, negative: 2, neutral: 2, undefined: 30 };

describe('formulas, by their worked examples', () => {
  it('share of voice', () => {
    expect(shareOf(34, [34, 50, 16])).toBeCloseTo(0.34);
    expect(shareOf(0, [0, 0])).toBeNull();
  });

  it('net sentiment counts neutral in its base and what is not judged nowhere', () => {
    expect(netSentiment(judged)).toBe(40);
    expect(netSentiment({ ...noSums, undefined: 30 })).toBeNull();
  });

  it('Brand Health Index leaves neutral out', () => {
    expect(healthIndex(judged)).toBe(0.75);
    expect(healthIndex({ ...noSums, neutral: 9 })).toBeNull();
  });

  it('engagement rate by reach', () => {
    expect(engagementByReach({ ...noSums, interactions: 30, reach: 1000 })).toBeCloseTo(0.03);
    expect(engagementByReach({ ...noSums, interactions: 30 })).toBeNull();
  });

  it('presence', () => {
    expect(weekWeight(99, 9999)).toBeCloseTo(6);
    expect(presence(weekWeight(99, 9999), weekWeight(999, 99_999))).toBeCloseTo(75);
    expect(presence(0, 0)).toBeNull();
    // Nine days give three weeks; the last holds days 3 to 9.
    const weights = weekWeights([1, 1, 1, 1, 1, 1, 1, 1, 3], [0, 0, 0, 0, 0, 0, 0, 0, 99]);
    expect(weights).toHaveLength(3);
    expect(weights[0]).toBeCloseTo(weekWeight(7, 0));
    expect(weights[2]).toBeCloseTo(weekWeight(9, 99));
  });

  it('rank gives the best of all eight points, and shares places', () => {
    const best = { reach: 1000, mentions: 50, health: 0.8, engagement: 0.1 };
    const half = { reach: 500, mentions: 0, health: null, engagement: null };
    expect(rankPoints([best, half])).toEqual([8, 1.5]);
    expect(rankPoints([{ reach: 0, mentions: 0, health: null, engagement: null }])).toEqual([0]);
    expect(placesOf([1.5, 8, 1.5])).toEqual([2, 1, 2]);
  });
});

describe('peaks', () => {
  it('finds the day of the worked example', () => {
    const [peak, ...more] = peaksOf([2, 2, 3, 2, 14, 2, 2]);
    expect(more).toEqual([]);
    expect(peak).toMatchObject({ at: 4, count: 14, usual: 2, first: 4, last: 4 });
    expect(peak?.threshold).toBeCloseTo(2 + 3.5 * Math.SQRT2);
  });

  it('takes days in a row as one, at the highest', () => {
    const quiet = Array.from({ length: 20 }, () => 1);
    expect(peaksOf([...quiet, 9, 15, 11, ...quiet, 8])).toMatchObject([
      { at: 21, count: 15, first: 20, last: 22 },
      { at: 43, count: 8 },
    ]);
  });

  it('is quiet about a brand with a mention now and then, and about a weekly rhythm', () => {
    expect(peaksOf([0, 0, 1, 0, 0, 0, 2, 0, 1, 0])).toEqual([]);
    expect(peaksOf(Array.from({ length: 42 }, (_, day) => (day % 7 < 5 ? 20 : 8)))).toEqual([]);
  });

  it('never calls a day at or below the usual one a peak, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 120 }), (counts) => {
        for (const { at, count, usual, threshold, first, last } of peaksOf(counts)) {
          expect(count).toBe(counts[at]);
          expect(count).toBeGreaterThan(threshold);
          expect(threshold).toBeGreaterThan(usual);
          expect(Math.max(...counts.slice(first, last + 1))).toBe(count);
        }
      }),
    );
  });
});

describe('why the share moved', () => {
  it('a peak of the other explains all of it', () => {
    const peaks = [{ brand: 1, inNow: true, excess: 50 }];
    expect(reasonFor([50, 100], [50, 50], peaks)).toEqual({ brand: 1, peak: 0, part: 1 });
  });

  it('a peak before explains a rise now', () => {
    const peaks = [{ brand: 1, inNow: false, excess: 30 }];
    const found = reasonFor([50, 50], [50, 100], peaks);
    // 50 of 120 without the peak: the share would have risen 8.3 points instead of 16.7.
    expect(found?.part).toBeCloseTo(0.5);
  });

  it('takes no peak that pushed the other way, and none when nothing moved', () => {
    expect(reasonFor([50, 100], [50, 50], [{ brand: 0, inNow: true, excess: 20 }])).toBeNull();
    expect(reasonFor([50, 50], [50, 50], [{ brand: 1, inNow: true, excess: 20 }])).toBeNull();
    expect(reasonFor([0, 0], [50, 50], [])).toBeNull();
  });
});
