import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areDuplicates, BANDS, bands, PERMUTATIONS, signature, similarity } from './duplicates.ts';

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
  minLength: 2,
  maxLength: 9,
});
const longText = fc.array(word, { minLength: 120, maxLength: 200 }).map((words) => words.join(' '));

const share = (a: string, b: string): boolean => {
  const keys = new Set(bands(signature(a)));
  return bands(signature(b)).some((key) => keys.has(key));
};

describe('near-duplicates', () => {
  test('a text is wholly like itself, and likeness has no direction', () => {
    fc.assert(
      fc.property(longText, longText, (a, b) => {
        const [x, y] = [signature(a), signature(b)];
        expect(similarity(x, x)).toBe(1);
        expect(similarity(x, y)).toBe(similarity(y, x));
        expect(bands(x)).toHaveLength(BANDS);
      }),
      { numRuns: 30 },
    );
  });

  test('texts of different words are not alike', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const other = text.replace(/\w+/g, (w) => `${w}q${w.length}`);
        expect(areDuplicates(signature(text), signature(other))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('the first 60 % and a text with a wire prefix and footer are found', () => {
    fc.assert(
      fc.property(longText, (text) => {
        const words = text.split(' ');
        const cut = words.slice(0, Math.ceil(words.length * 0.6)).join(' ');
        const wired = `CITY, 3 May (Agency) ${text} All rights reserved by the agency`;
        for (const copy of [cut, wired]) {
          expect(similarity(signature(text), signature(copy))).toBeGreaterThan(0.35);
          expect(share(text, copy)).toBe(true);
        }
      }),
      { numRuns: 30, seed: 11 },
    );
  });

  test('a post of ten words with two of them changed is found, one that shares its template is not', () => {
    const post = 'our flight was late but the hotel kept dinner warm';
    const changed = 'our train was late but the hotel kept supper warm';
    expect(areDuplicates(signature(post), signature(changed))).toBe(true);
    expect(share(post, changed)).toBe(true);
    const template = 'our flight was late and nobody at reception said anything about it';
    expect(areDuplicates(signature(post), signature(template))).toBe(false);
  });

  test('the estimate is near the true share of word pairs', () => {
    const words = Array.from({ length: 401 }, (_, i) => `word${i}`);
    const half = [...words.slice(0, 201), ...Array.from({ length: 200 }, (_, i) => `other${i}`)];
    const estimate = similarity(signature(words.join(' ')), signature(half.join(' ')));
    expect(Math.abs(estimate - 200 / 600)).toBeLessThan(0.12);
  });

  test('links, names, RT, case, diacritics and punctuation do not count', () => {
    const a = signature('RT @someone: Cameră curată, personal AMABIL! https://example.com/1');
    const b = signature('camera curata personal amabil https://example.com/2');
    expect(similarity(a, b)).toBe(1);
  });

  test('a text without words is like nothing, not even itself', () => {
    for (const text of ['', '😍😍', '@someone https://example.com']) {
      const none = signature(text);
      expect(similarity(none, none)).toBe(0);
      expect(bands(none)).toHaveLength(0);
    }
  });

  test('any string and long hostile ones are signed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(signature(text).values).toHaveLength(PERMUTATIONS);
      }),
    );
    for (const piece of ['a', 'a ', '@', '\uD83D', '\u200B']) {
      expect(signature(piece.repeat(200_000)).values).toHaveLength(PERMUTATIONS);
    }
  });
});
