import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from './Marked.tsx';

it('marks the words and keeps the rest', () => {
  expect(piecesOf('the pool was cold', [{ start: 4, end: 8 }])).toEqual([
    { text: 'the ', marked: false, start: 0 },
    { text: 'pool', marked: true, start: 4 },
    { text: ' was cold', marked: false, start: 8 },
  ]);
});

it('never loses or doubles a character, whatever the ranges', () => {
  const range = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(range, { maxLength: 6 }), (text, marks) => {
      const pieces = piecesOf(text, marks);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(new Set(pieces.map((piece) => piece.start)).size).toBe(pieces.length);
    }),
  );
});
