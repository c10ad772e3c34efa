import { describe, expect, it } from 'vitest';
import { oneIn } from './Reasons.tsx';
import { hoursOf, shownExpectation } from './useWhy.ts';

describe('numbers of an alert as a person reads them', () => {
  it('a probability is one in a round number', () => {
    expect(oneIn(-4)).toBe(10_000);
    expect(oneIn(Math.log10(1 / 17_300))).toBe(20_000);
    expect(oneIn(-40)).toBe(1_000_000_000);
  });

  it('a small expectation keeps a decimal', () => {
    expect(shownExpectation(0.14)).toBe(0.1);
    expect(shownExpectation(12.4)).toBe(12);
  });

  it('a span is at least an hour', () => {
    expect(hoursOf({ from: 0, to: 60_000 })).toBe(1);
    expect(hoursOf({ from: 0, to: 24 * 3_600_000 })).toBe(24);
  });
});
