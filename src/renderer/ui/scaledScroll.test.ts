import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aligned,
  movedTo,
  revealed,
  scrolled,
  spacerOf,
  TALLEST,
  topOf,
  type Place,
} from './scaledScroll.ts';

const million = { content: 1_000_000 * 56, view: 800 };
const few = { content: 100 * 56, view: 800 };
const start: Place = { top: 0, offset: 0 };

describe('a list that fits the spacer', () => {
  it('scrolls as it always did', () => {
    expect(spacerOf(few.content)).toBe(few.content);
    expect(scrolled(start, 4800, few)).toEqual({ top: 4800, offset: 4800 });
    expect(aligned({ top: 4800, offset: 4800 }, few)).toEqual({ top: 4800, offset: 4800 });
  });
});

describe('a million rows', () => {
  it('have a spacer that Chromium can lay out', () => {
    expect(spacerOf(million.content)).toBe(TALLEST);
  });

  it('move with a wheel exactly as far as it turns', () => {
    let place = start;
    for (let turn = 1; turn <= 50; turn += 1) place = scrolled(place, turn * 100, million);
    expect(place.offset).toBe(5000);
  });

  it('end at the last row and begin at the first when the bar is pulled there', () => {
    const end = scrolled(start, TALLEST - million.view, million);
    expect(end.offset).toBe(million.content - million.view);
    expect(scrolled(end, 0, million).offset).toBe(0);
  });

  it('reach every row by its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.nat(million.content), (index, from) => {
        const row = { start: index * 56, height: 56 };
        const offset = revealed(from, row, million);
        expect(offset).toBeLessThanOrEqual(row.start);
        expect(offset + million.view).toBeGreaterThanOrEqual(row.start + row.height);
      }),
    );
  });

  it('go from row to row by keys, and to the end', () => {
    let place = start;
    for (let index = 0; index < 200; index += 1)
      place = movedTo(place, revealed(place.offset, { start: index * 56, height: 56 }, million), million);
    expect(place.offset).toBe(200 * 56 - million.view);
    const end = movedTo(place, revealed(place.offset, { start: 999_999 * 56, height: 56 }, million), million);
    expect(end).toEqual({ top: TALLEST - million.view, offset: million.content - million.view });
  });

  it('stay where they are when the bar is put right, with room left on both sides', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2900, max: 2900 }), { maxLength: 60 }),
        fc.nat(),
        (wheel, at) => {
          const last = million.content - million.view;
          let place = aligned({ top: 0, offset: at % last }, million);
          for (const delta of wheel) {
            const top = Math.min(TALLEST - million.view, Math.max(0, place.top + delta));
            place = scrolled(place, top, million);
            const put = aligned(place, million);
            expect(put.offset).toBe(place.offset);
            expect(put.top).toBe(topOf(place.offset, million));
            if (put.offset > 56 && put.offset < last - 56) {
              expect(put.top).toBeGreaterThan(0);
              expect(put.top).toBeLessThan(TALLEST - million.view);
            }
            place = put;
          }
        },
      ),
    );
  });
});
