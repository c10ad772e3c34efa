import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOn, nothingSelected, reduce, type Selection, type Step } from './selection.ts';

const ids = [50, 40, 30, 20, 10];
const at = (cursor: number): Selection => ({ ...nothingSelected, cursor, anchor: cursor });
const after = (start: Selection, ...steps: Step[]): Selection =>
  steps.reduce((selection, step) => reduce(selection, step, ids), start);

describe('moving', () => {
  it('starts at the newest row and stops at the ends', () => {
    expect(after(nothingSelected, { type: 'move', by: 1 }).cursor).toBe(50);
    expect(after(at(40), { type: 'move', by: 1 }).cursor).toBe(30);
    expect(after(at(50), { type: 'move', by: -1 }).cursor).toBe(50);
    expect(after(at(10), { type: 'move', by: 9 }).cursor).toBe(10);
    expect(after(at(30), { type: 'last' }).cursor).toBe(10);
  });

  it('stays where it is in an empty list', () => {
    expect(reduce(nothingSelected, { type: 'move', by: 1 }, [])).toEqual(nothingSelected);
  });
});

describe('ticking', () => {
  it('ticks the row under the cursor and unticks it again', () => {
    const ticked = after(at(30), { type: 'tick', id: null });
    expect([...ticked.ticked]).toEqual([30]);
    expect(after(ticked, { type: 'tick', id: null }).ticked.size).toBe(0);
  });

  it('takes a range from the anchor, upwards or downwards, and keeps it on a second one', () => {
    const down = after(at(40), { type: 'range', id: 20 });
    expect([...down.ticked]).toEqual([40, 30, 20]);
    expect([...after(down, { type: 'range', id: 50 }).ticked].toSorted((a, b) => a - b)).toEqual([
      20, 30, 40, 50,
    ]);
  });

  it('grows a range with each step and shrinks it on the way back', () => {
    const grown = after(at(40), { type: 'extend', by: 1 }, { type: 'extend', by: 1 });
    expect([...grown.ticked]).toEqual([40, 30, 20]);
    const back = after(grown, { type: 'extend', by: -1 });
    expect([...back.ticked]).toEqual([40, 30]);
    expect([...after(back, { type: 'extend', by: -2 }).ticked]).toEqual([50, 40]);
  });

  it('takes one row when there is no anchor', () => {
    expect([...after(nothingSelected, { type: 'range', id: 20 }).ticked]).toEqual([20]);
  });

  it('takes all and clears', () => {
    const all = after(at(30), { type: 'all' });
    expect(all.ticked.size).toBe(5);
    expect(after(all, { type: 'clear' })).toEqual(at(30));
  });
});

describe('settling', () => {
  it('goes to the next older row when its own has gone', () => {
    expect(reduce(at(30), { type: 'settle' }, [50, 40, 20, 10]).cursor).toBe(20);
    expect(reduce(at(10), { type: 'settle' }, [50, 40]).cursor).toBe(40);
    expect(reduce(at(10), { type: 'settle' }, []).cursor).toBeNull();
  });

  it('changes nothing when nothing has gone', () => {
    const selection = after(at(30), { type: 'tick', id: 40 });
    expect(reduce(selection, { type: 'settle' }, ids)).toBe(selection);
  });
});

it('acts on the ticked rows, or else on the one under the cursor', () => {
  expect(actsOn(nothingSelected)).toEqual([]);
  expect(actsOn(at(30))).toEqual([30]);
  expect(actsOn(after(at(30), { type: 'tick', id: 10 }, { type: 'tick', id: 20 }))).toEqual([10, 20]);
});

it('points only at rows that exist, whatever the steps', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      type: fc.constantFrom('move' as const, 'extend' as const),
      by: fc.integer({ min: -9, max: 9 }),
    }),
    fc.record({ type: fc.constantFrom('first', 'last', 'all', 'clear', 'settle') }),
    fc.record({ type: fc.constantFrom('go', 'tick', 'range'), id: fc.constantFrom(...ids) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { cursor, ticked } = after(nothingSelected, ...steps);
      expect(cursor === null || ids.includes(cursor)).toBe(true);
      expect([...ticked].every((id) => ids.includes(id))).toBe(true);
    }),
  );
});
