import { describe, expect, it } from 'vitest';
import { Baseline } from './baseline.ts';
import { negativeShare } from './negative-share.ts';
import { silenceLimit } from './silence.ts';
import {
  departure,
  meanSigma,
  SpikeDetector,
  StoryGate,
  thresholdProbability,
  type Departure,
} from './spikes.ts';

const HOUR = 3_600_000;
/** A Monday at 00:00 UTC. */
const MONDAY = Date.UTC(2026, 8, 7);

/** A baseline that has lived through `weeks` weeks of hourly counts. */
function lived(weeks: number, count: (hourOfWeek: number) => number): { baseline: Baseline; now: number } {
  const baseline = new Baseline();
  for (let hour = 0; hour < weeks * 168; hour += 1) {
    baseline.observe(MONDAY + (hour + 1) * HOUR, count(hour % 168));
  }
  return { baseline, now: MONDAY + weeks * 168 * HOUR };
}

/** The departure of `count` mentions within the `hours` hours after `now`. */
function after(
  { baseline, now }: ReturnType<typeof lived>,
  count: number,
  hours: number,
  from = 0,
): Departure {
  const expected = Array.from({ length: hours }, (_, hour) =>
    baseline.expect(now + (from + hour + 1) * HOUR),
  );
  return departure(count, expected, 'normal');
}

describe('small brands', () => {
  it('four negatives at an inn that never had one are a spike, within an hour and within a day', () => {
    const inn = lived(6, () => 0);
    expect(after(inn, 4, 1).excess).toBeGreaterThan(1);
    expect(after(inn, 4, 24).excess).toBeGreaterThan(1);
  });

  it('two are not, and never fewer than three', () => {
    const inn = lived(6, () => 0);
    expect(after(inn, 2, 1).excess).toBe(0);
    expect(after(inn, 3, 24).excess).toBeLessThan(after(inn, 4, 24).excess);
  });

  it('a usual Monday morning is none, and the same count on a Sunday is', () => {
    const brand = lived(8, (hour) => (hour >= 8 && hour < 11 ? 5 : hour % 24 === 15 ? 1 : 0));
    expect(after(brand, 5, 1, 9).excess).toBeLessThan(1);
    expect(after(brand, 16, 24).excess).toBeLessThan(1);
    expect(after(brand, 16, 24, 6 * 24).excess).toBeGreaterThan(1);
  });

  it('a brand with three mentions a week is not startled by a fourth', () => {
    const brand = lived(8, (hour) => (hour % 56 === 20 ? 1 : 0));
    expect(after(brand, 2, 24).excess).toBeLessThan(1);
    expect(after(brand, 9, 24).excess).toBeGreaterThan(1);
  });
});

describe('large brands', () => {
  const busy = (hour: number): number => 200 + 150 * Math.round(Math.sin(((hour % 24) / 24) * 2 * Math.PI));

  it('follow the hours of the day', () => {
    const brand = lived(5, busy);
    expect(brand.baseline.expect(brand.now + 7 * HOUR).mean).toBeGreaterThan(300);
    expect(brand.baseline.expect(brand.now + 19 * HOUR).mean).toBeLessThan(120);
  });

  it('are judged by sigmas, whose probability is what an alert shows', () => {
    expect(thresholdProbability(6, 1, 'normal')).toBeCloseTo(0.00135, 5);
    expect(thresholdProbability(6, 24, 'normal')).toBe(1e-4);
  });

  it('a crisis does not become what is usual', () => {
    const brand = lived(5, busy);
    const before = brand.baseline.expect(brand.now + 24 * HOUR).mean;
    for (let hour = 1; hour <= 12; hour += 1) brand.baseline.observe(brand.now + hour * HOUR, 20_000);
    expect(brand.baseline.expect(brand.now + 24 * HOUR).mean).toBeLessThan(before * 3);
  });

  it('tell once of a story, once more when it explodes, and not again while it fades', () => {
    const detector = new SpikeDetector();
    let at = MONDAY;
    const told: number[] = [];
    const hour = (count: number): void => {
      at += HOUR;
      if (detector.observe(at, count).tell) told.push(count);
    };
    for (let index = 0; index < 21 * 24; index += 1) hour(50 + (index % 7));
    expect(told).toEqual([]);
    for (const count of [130, 140, 150, 140, 900, 700, 500, 300, 160, 130, 60]) hour(count);
    expect(told).toEqual([130, 900]);
  });
});

describe('one alert per story', () => {
  const at = (hours: number): number => MONDAY + hours * HOUR;
  const found = (observed: number, excess: number, logTail: number): Departure => ({
    observed,
    expected: 1,
    logTail,
    excess,
  });

  it('needs a factor of a hundred and three times the count within a day', () => {
    const gate = new StoryGate();
    expect(gate.passes(at(0), found(4, 1.1, Math.log(1e-5)))).toBe(true);
    expect(gate.passes(at(2), found(6, 1.3, Math.log(1e-9)))).toBe(false);
    expect(gate.passes(at(3), found(12, 2, Math.log(1e-15)))).toBe(true);
  });

  it('lets a spike of the same size through when the last one has faded', () => {
    const gate = new StoryGate();
    gate.passes(at(0), found(20, 2, -40));
    expect(gate.passes(at(30), found(9, 1.2, -14))).toBe(false);
    expect(gate.passes(at(400), found(9, 1.2, -14))).toBe(true);
  });

  it('goes on where a stored story stands', () => {
    const gate = new StoryGate({ at: at(0), departure: found(4, 1.1, Math.log(1e-5)) });
    expect(gate.passes(at(5), found(5, 1.2, Math.log(1e-6)))).toBe(false);
  });
});

describe('mean and k sigma', () => {
  it('as in the worked example', () => {
    const seven = meanSigma(7, [4, 6, 5, 5, 4, 6, 5], 'normal');
    expect(seven.expected).toBe(5);
    expect(seven.excess * 2).toBeCloseTo(2.45, 1);
    expect(meanSigma(7, [4, 6, 5, 5, 4, 6, 5], 'low').excess).toBeLessThan(1);
  });
});

describe('share of negatives', () => {
  it('as in the worked example', () => {
    const found = negativeShare({ negative: 9, total: 20 }, { negative: 40, total: 400 }, 'normal');
    expect(found.usualShare).toBeCloseTo(0.1024, 3);
    expect(Math.exp(found.logTail)).toBeCloseTo(7.24e-5, 6);
    expect(found.excess).toBeGreaterThan(1);
  });

  it('says nothing of few mentions or of a few points', () => {
    const usual = { negative: 400, total: 4000 };
    expect(negativeShare({ negative: 9, total: 9 }, usual, 'high').excess).toBe(0);
    expect(negativeShare({ negative: 900, total: 5000 }, usual, 'high').excess).toBe(0);
  });
});

describe('silence', () => {
  it('as in the worked example', () => {
    const times = Array.from({ length: 31 }, (_, index) => index * 10 * HOUR);
    expect((silenceLimit(times, 'normal') ?? 0) / HOUR).toBeCloseTo(69.08, 1);
  });

  it('is at least twelve hours, and unknown below twenty gaps', () => {
    const often = Array.from({ length: 500 }, (_, index) => index * 60_000);
    expect(silenceLimit(often, 'normal')).toBe(12 * HOUR);
    expect(silenceLimit(often.slice(0, 20), 'normal')).toBeNull();
  });
});
