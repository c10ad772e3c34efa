import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysOf,
  engagementRate,
  growthOf,
  perPost,
  postsPerWeek,
  seenOf,
  slopeOf,
  type Look,
} from './channel-formulas.ts';

const DAY = 86_400_000;
const at = (day: number, value: number) => ({ at: day * DAY, value });
const look = (day: number, since: number): Look => ({ at: day * DAY, since: since * DAY });

describe('the numbers of a channel, by their worked examples', () => {
  it('growth is counted from the sample nearest to the beginning', () => {
    const samples = [at(-9, 800), at(0.4, 1000), at(15, 1100), at(29.5, 1040)];
    expect(growthOf(samples, 0, 30 * DAY)).toEqual({
      value: 40,
      before: 1000,
      since: 0.4 * DAY,
      whole: true,
    });
    // Days that came after the span say nothing of it.
    expect(growthOf([...samples, at(31, 5000)], 0, 30 * DAY)?.value).toBe(40);
  });

  it('growth says since when, where nobody looked at the beginning', () => {
    expect(growthOf([at(12, 500), at(29, 520)], 0, 30 * DAY)).toEqual({
      value: 20,
      before: 500,
      since: 12 * DAY,
      whole: false,
    });
    expect(growthOf([at(12, 500)], 0, 30 * DAY)).toBeNull();
    // The last look was before the span: nothing is known of it.
    expect(growthOf([at(-5, 500), at(-1, 520)], 0, 30 * DAY)).toBeNull();
    expect(growthOf([], 0, 30 * DAY)).toBeNull();
  });

  it('the slope is that of the last seven days', () => {
    const week = Array.from({ length: 7 }, (_, day) => at(day, 100 + 10 * day));
    expect(slopeOf(week)).toBeCloseTo(10);
    expect(slopeOf([at(-20, 9000), ...week])).toBeCloseTo(10);
    expect(slopeOf(week.slice(3))).toBeNull();
    expect(slopeOf([])).toBeNull();
  });

  it('looks that overlap are one stretch, and a gap ends it', () => {
    expect(seenOf([look(20, 12)], 1 * DAY, 31 * DAY)).toEqual({ from: 12 * DAY, to: 20 * DAY });
    expect(seenOf([look(10, 2), look(20, 9)], 1 * DAY, 31 * DAY)).toEqual({ from: 2 * DAY, to: 20 * DAY });
    expect(seenOf([look(10, 2), look(20, 11)], 1 * DAY, 31 * DAY)).toEqual({ from: 11 * DAY, to: 20 * DAY });
    // A later look that reaches back tells of a span in the past; one that does not leaves it to earlier looks.
    expect(seenOf([look(40, 0)], 1 * DAY, 31 * DAY)).toEqual({ from: 1 * DAY, to: 31 * DAY });
    expect(seenOf([look(20, 12), look(60, 50)], 1 * DAY, 31 * DAY)).toEqual({ from: 12 * DAY, to: 20 * DAY });
    expect(seenOf([look(60, 50)], 1 * DAY, 31 * DAY)).toBeNull();
    expect(seenOf([], 1 * DAY, 31 * DAY)).toBeNull();
  });

  it('posts a week', () => {
    const eight = Array.from({ length: 8 }, (_, n) => (1 + 3 * n) * DAY);
    expect(postsPerWeek(eight, { from: 0, to: 28 * DAY }, 0)).toBe(2);
    // Only the newest eight were shown, the first of them on day 1: seven came in the days after it.
    expect(postsPerWeek(eight, { from: DAY, to: 29 * DAY }, 0)).toBe(1.75);
    expect(postsPerWeek([], { from: 0, to: 28 * DAY }, 0)).toBe(0);
    expect(postsPerWeek([1], { from: 0, to: DAY / 2 }, 0)).toBeNull();
  });

  it('interactions per post, and as a rate by followers', () => {
    expect(perPost(30, 4)).toBe(7.5);
    expect(perPost(0, 0)).toBeNull();
    const days = [
      { interactions: 10, followers: 1000, exact: true },
      { interactions: 30, followers: 1500, exact: true },
    ];
    expect(engagementRate(days)).toEqual({ rate: 0.015, days: 2, estimated: false });
    expect(engagementRate([...days, { interactions: 4, followers: null, exact: false }])).toMatchObject({
      days: 2,
      estimated: false,
    });
    expect(engagementRate([{ interactions: 1, followers: 4, exact: false }])).toEqual({
      rate: 0.25,
      days: 1,
      estimated: true,
    });
    expect(engagementRate([{ interactions: 1, followers: 0, exact: true }]).rate).toBeNull();
  });

  it('whatever was looked at, what was seen lies in the span and in a look', () => {
    const moment = fc.integer({ min: -50, max: 80 });
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, fc.nat(40))), fc.nat(40), (raw, length) => {
        const looks = raw.map(([day, back]) => look(day, day - back)).sort((a, b) => a.at - b.at);
        const [start, end] = [0, (length + 1) * DAY];
        const seen = seenOf(looks, start, end);
        if (seen === null) return;
        expect(seen.from).toBeGreaterThanOrEqual(start);
        expect(seen.to).toBeLessThanOrEqual(end);
        expect(daysOf(seen)).toBeGreaterThanOrEqual(0);
        for (const moment of [seen.from, seen.to])
          expect(looks.some(({ at: to, since }) => since <= moment && moment <= to)).toBe(true);
      }),
    );
  });
});
