import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail, lnGamma, negativeBinomialTail, normalTail, poissonTail, sigmasOf } from './tails.ts';

describe('tails', () => {
  it('worked examples', () => {
    expect(Math.exp(lnGamma(5))).toBeCloseTo(24, 9);
    expect(Math.exp(lnGamma(0.5)) ** 2).toBeCloseTo(Math.PI, 9);
    expect(Math.exp(poissonTail(4, 1))).toBeCloseTo(1 - 2.5 * Math.exp(-1) - Math.exp(-1) / 6, 12);
    // Variance twice the mean of 2 is a size of 2 and p = ½: 1 − 2⁻² (1 + 1 + ¾ + ½ + …) = 1/16.
    expect(Math.exp(negativeBinomialTail(6, 2, 4))).toBeCloseTo(0.0625, 10);
    expect(Math.exp(binomialTail(9, 10, 0.5))).toBeCloseTo(11 / 1024, 12);
    expect(Math.exp(normalTail(1.959_964))).toBeCloseTo(0.025, 7);
    expect(Math.exp(normalTail(3))).toBeCloseTo(0.001_349_9, 7);
    expect(sigmasOf(Math.log(1e-4))).toBeCloseTo(3.719, 3);
  });

  it('agree with adding up everything below', () => {
    const count = fc.integer({ min: 1, max: 40 });
    const mean = fc.double({ min: 0.01, max: 30, noNaN: true });
    fc.assert(
      fc.property(count, mean, (least, mu) => {
        let below = 0;
        for (let k = 0; k < least; k += 1) below += Math.exp(k * Math.log(mu) - mu - lnGamma(k + 1));
        expect(Math.exp(poissonTail(least, mu))).toBeCloseTo(1 - below, 8);
      }),
    );
  });

  it('fall as the count grows, and are heavier with more variance', () => {
    const count = fc.integer({ min: 1, max: 300 });
    const mean = fc.double({ min: 0.001, max: 50, noNaN: true });
    fc.assert(
      fc.property(count, mean, fc.double({ min: 1.1, max: 9, noNaN: true }), (least, mu, spread) => {
        const tail = negativeBinomialTail(least, mu, mu * spread);
        expect(negativeBinomialTail(least + 1, mu, mu * spread)).toBeLessThanOrEqual(tail);
        if (least > 4 * mu * spread + 4) expect(tail).toBeGreaterThanOrEqual(poissonTail(least, mu));
      }),
    );
  });

  it('a tail and its sigmas are each other’s inverse, far out too', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), (sigmas) => {
        expect(sigmasOf(normalTail(sigmas))).toBeCloseTo(sigmas, 6);
      }),
    );
  });
});
