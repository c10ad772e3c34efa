import { describe, expect, it } from 'vitest';
import type { ComparedBrand } from '#shared/contract/compare.ts';
import { bucketsOf, sharesIn, windowsOf, type Summary } from './compared.ts';
import { requestOf, spanTrouble } from './request.ts';
import { factsOf, partOf } from './sentence.ts';

const sums = { mentions: 0, negative: 0, neutral: 0, positive: 0, undefined: 0, reach: 0, interactions: 0 };
const nothing = { now: null, before: null };

function brand(
  brandId: string,
  share: ComparedBrand['netSentiment'],
  mentions: number[] = [],
): ComparedBrand {
  return {
    brandId,
    name: brandId,
    role: brandId === 'own' ? 'own' : 'competitor',
    color: 0,
    now: sums,
    before: sums,
    share: { mentions: share, reach: nothing, interactions: nothing },
    netSentiment: nothing,
    health: nothing,
    presence: nothing,
    engagement: nothing,
    rank: { points: 0, place: 1, placeBefore: 1 },
    daily: { mentions, negative: [], reach: [], interactions: [] },
    peaks: [],
  };
}

const summary = (now: number | null, before: number | null, part: number | null): Summary => ({
  fromDay: '2026-10-25',
  toDay: '2026-11-23',
  beforeFromDay: '2026-09-25',
  beforeToDay: '2026-10-24',
  days: Array.from({ length: 30 }, (_, day) => String(day)),
  brands: [brand('own', { now, before }), brand('Vega', nothing)],
  reason: {
    mentions:
      part === null
        ? null
        : {
            brandId: 'Vega',
            day: '2026-11-12',
            fromDay: '2026-11-12',
            toDay: '2026-11-12',
            part,
            crisis: true,
          },
    reach: null,
    interactions: null,
  },
  cautions: [],
});

describe('marks of a chart', () => {
  it('are days, or weeks counted back from the last day', () => {
    expect(bucketsOf(3, 31)).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
    expect(bucketsOf(16, 10)).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 8 },
      { from: 9, to: 15 },
    ]);
  });

  it('of shares look seven days back in spans longer than two weeks', () => {
    expect(windowsOf(14)[13]).toEqual({ from: 13, to: 13 });
    expect(windowsOf(30)).toHaveLength(30);
    expect(windowsOf(30)[0]).toEqual({ from: 0, to: 0 });
    expect(windowsOf(30)[29]).toEqual({ from: 23, to: 29 });
    expect(windowsOf(100)).toHaveLength(15);
  });

  it('share out a bucket, and nothing where nobody has anything', () => {
    const brands = [brand('own', nothing, [1, 2, 0]), brand('Vega', nothing, [1, 4, 0])];
    expect(sharesIn(brands, 'mentions', { from: 0, to: 1 })).toEqual([3 / 8, 5 / 8]);
    expect(sharesIn(brands, 'mentions', { from: 2, to: 2 })).toEqual([null, null]);
  });
});

describe('the sentence', () => {
  it('counts points between the whole percents a person reads', () => {
    expect(factsOf(summary(0.3449, 0.2851, 0.5), 'mentions')).toEqual({
      share: 0.3449,
      points: 5,
      days: 30,
      why: { own: false, name: 'Vega', day: '2026-11-12', crisis: true, part: 'half' },
    });
  });

  it('gives no reason where nothing moved or nothing is known of before', () => {
    expect(factsOf(summary(0.341, 0.339, 0.5), 'mentions')).toMatchObject({ points: 0, why: null });
    expect(factsOf(summary(0.5, null, null), 'mentions')).toMatchObject({ points: null, why: null });
    expect(factsOf(summary(null, null, null), 'mentions')).toMatchObject({ share: null });
  });

  it('rounds the part to words', () => {
    expect([1, 0.7, 0.5, 0.33, 0.22].map(partOf)).toEqual(['all', 'most', 'half', 'third', 'quarter']);
  });
});

describe('the span', () => {
  const custom = (fromDay: string, toDay: string) => requestOf({ span: 'custom', fromDay, toDay }, null);

  it('is asked for when it is whole and in order', () => {
    expect(requestOf({ span: '7', fromDay: '', toDay: '' }, 'own')).toEqual({ brandId: 'own', days: 7 });
    expect(custom('2026-11-01', '2026-11-03')).toEqual({
      brandId: null,
      fromDay: '2026-11-01',
      toDay: '2026-11-03',
    });
    expect(custom('', '2026-11-03')).toBeNull();
    expect(custom('2026-11-04', '2026-11-03')).toBeNull();
    expect(spanTrouble('2024-11-23', '2026-11-23')).toBeNull();
    expect(spanTrouble('2024-11-22', '2026-11-23')).toBe('long');
  });
});
