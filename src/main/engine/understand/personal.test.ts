import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyHead,
  checkHead,
  headFeatures,
  headReasons,
  packHead,
  trainHead,
  unpackHead,
  WEAK_WEIGHT,
  type HeadCheck,
  type HeadExample,
  type Logits,
} from './personal.ts';

const input = (text: string, language = 'en'): { title: string; text: string; language: string } => ({
  title: '',
  text,
  language,
});
const example = (text: string, label: number, logits: Logits, weight = 1): HeadExample => ({
  features: headFeatures(input(text)),
  logits,
  label,
  weight,
});
const topOf = (logits: readonly number[]): number => logits.indexOf(Math.max(...logits));
const check = (examples: readonly HeadExample[]): HeadCheck => {
  const run = checkHead(examples);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
};

/** A model that takes "sick" for bad; its owner's guests mean it well. */
const slang = ['sick beat', 'sick view', 'so sick, wow', 'that pool is sick', 'sick party'].map((text) =>
  example(text, 2, [0.6, 0, 0.2]),
);
const right = ['dirty room', 'rude desk', 'cold soup', 'loud street', 'old carpet'].map((text) =>
  example(text, 0, [1, 0, -0.5], WEAK_WEIGHT),
);

describe('the personal head', () => {
  it('learns a word from corrections, and leaves texts without it as they were', () => {
    const head = trainHead([...slang, ...right, ...slang, ...slang]);
    expect(topOf(applyHead(head, headFeatures(input('what a sick place')), [0.3, 0, 0.2]))).toBe(2);
    expect(applyHead(head, headFeatures(input('nothing known here')), [0.6, 0, 0.2])).toEqual([0.6, 0, 0.2]);
  });

  it('does not carry a word over into another language', () => {
    const head = trainHead(slang);
    expect(applyHead(head, headFeatures(input('sick', 'de')), [0.3, 0, 0.2])).toEqual([0.3, 0, 0.2]);
  });

  it('is checked on texts it had not seen', () => {
    const useful = check([...slang, ...right]);
    expect(useful.base).toBeCloseTo((5 * WEAK_WEIGHT) / (5 + 5 * WEAK_WEIGHT));
    expect(useful.learned).toBeGreaterThanOrEqual(useful.base);
    const contrary = check(
      ['oak', 'elm', 'ash', 'fir', 'yew', 'box'].flatMap((tree) => [
        example(`${tree} one`, 0, [0.01, 0, 0]),
        example(`${tree} two`, 2, [0, 0, 0.01]),
      ]),
    );
    expect(contrary.learned).toBeLessThan(contrary.base);
    expect(check([])).toEqual({ base: 0, learned: 0 });
  });

  it('says which words it moved, at their places', () => {
    const text = 'The pool is sick';
    const reasons = headReasons(trainHead(slang), input(text));
    const strongest = reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
    expect(strongest).toMatchObject({ word: 'sick', start: 12, end: 16 });
    expect(strongest?.weight).toBeGreaterThan(0);
  });

  it('has reasons that add up to what it adds', () => {
    const head = trainHead([...slang, ...right]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('sick', 'pool', 'dirty', 'room', 'a', '😡')), (words) => {
        const text = words.join(' ');
        const [negative, , positive] = applyHead(head, headFeatures(input(text)), [0, 0, 0]);
        const told = headReasons(head, input(text)).reduce((sum, { weight }) => sum + weight, 0);
        expect(told).toBeCloseTo(positive - negative, 5);
      }),
    );
  });

  it('comes back from its bytes as it was, and is the same for the same examples', () => {
    const head = trainHead([...slang, ...right]);
    expect(unpackHead(packHead(head))).toEqual(head);
    expect(packHead(trainHead([...slang, ...right]))).toEqual(packHead(head));
    expect(unpackHead(new Uint8Array(0)).places.size).toBe(0);
  });
});
