import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { influenceOf, interactionFactor } from './influence.ts';
import { followerShare, forumReach, placementOf, reachOf, siteReach, socialReach } from './reach.ts';

describe('reach', () => {
  test('followers: 0.15 below 100,000, 0.06 above 10,000,000, linear between', () => {
    expect(followerShare(99_999)).toBe(0.15);
    expect(followerShare(20_000_000)).toBe(0.06);
    expect(followerShare(5_050_000)).toBeCloseTo(0.105);
    expect(socialReach({ views: null, followers: 2000 })).toEqual({
      value: 300,
      estimated: true,
      formula: 'followers',
      inputs: { followers: 2000, share: 0.15 },
    });
  });

  test('shown views win and are no estimate', () => {
    expect(socialReach({ views: 1234, followers: 2000, parentReach: 9 })).toMatchObject({
      value: 1234,
      estimated: false,
      formula: 'views',
    });
    expect(socialReach({ views: 0, followers: 2000 }).value).toBe(0);
  });

  test('a reply reaches a tenth of its parent', () => {
    expect(socialReach({ views: null, followers: 50_000, parentReach: 300 })).toMatchObject({
      value: 30,
      formula: 'reply',
    });
  });

  test('sites: monthly visitors ÷ 30 × placement', () => {
    const monthlyVisitors = 3_000_000;
    expect(siteReach({ monthlyVisitors, placement: 'home' }).value).toBe(100_000);
    expect(siteReach({ monthlyVisitors, placement: 'section' }).value).toBe(30_000);
    expect(siteReach({ monthlyVisitors, placement: 'deep' }).value).toBe(5000);
  });

  test('forums: daily visitors ÷ 1000', () => {
    expect(forumReach({ monthlyVisitors: 600_000 }).value).toBe(20);
  });

  test('nothing known is null, not 0', () => {
    const nothing = { views: null, followers: null, monthlyVisitors: null, placement: 'deep' } as const;
    for (const kind of ['social', 'review', 'news', 'forum'] as const) {
      expect(reachOf({ ...nothing, kind })).toMatchObject({ value: null, formula: 'unknown' });
    }
    expect(reachOf({ ...nothing, kind: 'news', views: 7 })).toMatchObject({ value: 7, formula: 'views' });
    expect(socialReach({ views: Number.NaN, followers: -1 }).value).toBeNull();
  });

  test('placement is read from the address', () => {
    expect(placementOf('https://example.com')).toBe('home');
    expect(placementOf('https://example.com/sport/')).toBe('section');
    expect(placementOf('https://example.com/2024/a-story')).toBe('deep');
    expect(placementOf('not an address')).toBe('deep');
  });

  test('more followers never mean less reach', () => {
    const followers = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(followers, (n) => {
        const reach = socialReach({ views: null, followers: n }).value ?? -1;
        expect(reach).toBeGreaterThanOrEqual(0);
        expect(reach).toBeLessThanOrEqual(n);
      }),
    );
  });
});

describe('influence', () => {
  test('worked example: 10,000 reached is 6.1, with twice the usual interaction 6.8', () => {
    const plain = influenceOf({ typicalReach: 10_000, interactionRate: null, usualRate: null });
    expect(plain.value).toBeCloseTo(6.14, 2);
    expect(plain.percent).toBe(57);
    const lively = influenceOf({ typicalReach: 10_000, interactionRate: 0.04, usualRate: 0.02 });
    expect(lively.interactionFactor).toBeCloseTo(1.1);
    expect(lively.value).toBeCloseTo(6.76, 2);
  });

  test('millions reached is the top, nothing reached the bottom', () => {
    expect(
      influenceOf({ typicalReach: 10_000_000, interactionRate: null, usualRate: null }).value,
    ).toBeCloseTo(10);
    expect(influenceOf({ typicalReach: 0, interactionRate: 0, usualRate: 0.1 }).value).toBe(1);
  });

  test('always 1…10 and 0…100, factor 0.8…1.2', () => {
    const any = fc.oneof(fc.double(), fc.constant(null));
    fc.assert(
      fc.property(fc.double(), any, any, (typicalReach, interactionRate, usualRate) => {
        const found = influenceOf({ typicalReach, interactionRate, usualRate });
        expect(found.value).toBeGreaterThanOrEqual(1);
        expect(found.value).toBeLessThanOrEqual(10);
        expect(found.percent).toBeGreaterThanOrEqual(0);
        expect(found.percent).toBeLessThanOrEqual(100);
        const factor = interactionFactor(interactionRate, usualRate);
        expect(factor).toBeGreaterThanOrEqual(0.8);
        expect(factor).toBeLessThanOrEqual(1.2);
      }),
    );
  });
});
