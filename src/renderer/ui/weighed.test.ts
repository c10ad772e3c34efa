import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WhyWord } from '#shared/contract/learning.ts';
import { weighedPart, weighedPieces } from './weighed.ts';

const word = (start: number, end: number, weight: number): WhyWord => ({
  word: '',
  in: 'text',
  start,
  end,
  weight,
  learned: false,
});

describe('weighedPieces', () => {
  it('cuts at the words and adds up what is told twice', () => {
    expect(weighedPieces('so good now', [word(3, 7, 1), word(3, 7, 0.5)])).toEqual([
      { start: 0, text: 'so ', weight: 0 },
      { start: 3, text: 'good', weight: 1.5 },
      { start: 7, text: ' now', weight: 0 },
    ]);
  });

  it('loses nothing of the text, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }))),
        (text, spans) => {
          const pieces = weighedPieces(
            text,
            spans.map(([start, end]) => word(start, end, 1)),
          );
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
    );
  });
});

describe('weighedPart', () => {
  it('shows what lies around the words', () => {
    expect(weighedPart([word(500, 510, 1)], 5000)).toEqual({ from: 380, to: 630 });
    expect(weighedPart([word(5, 8, 1)], 20)).toEqual({ from: 0, to: 20 });
    expect(weighedPart([], 5000)).toEqual({ from: 0, to: 240 });
  });
});
