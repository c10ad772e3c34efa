import { expect, it } from 'vitest';
import { firstThing, type Summary } from './summary.ts';

const nothing: Summary = {
  askedBrandIds: [],
  newCount: 0,
  negativeCount: 0,
  first: [],
  returnedCount: 0,
  returned: [],
  maybeCount: 0,
  days: [],
  series: [],
  week: [],
  trouble: [],
  signIns: [],
  stuckCount: 0,
  silent: [],
};

it('puts negatives before what came back, what is new, and the maybe shelf', () => {
  const all = { ...nothing, newCount: 9, negativeCount: 2, returnedCount: 1, maybeCount: 4 };
  expect(firstThing(all, [])).toEqual({ kind: 'negative', count: 2 });
  expect(firstThing({ ...all, negativeCount: 0 }, [])).toEqual({ kind: 'returned', count: 1 });
  expect(firstThing({ ...all, negativeCount: 0, returnedCount: 0 }, [])).toEqual({ kind: 'new', count: 9 });
  expect(firstThing({ ...nothing, maybeCount: 4 }, [])).toEqual({ kind: 'maybe', count: 4 });
});

it('says nothing needs you only when nothing does', () => {
  expect(firstThing(nothing, [])).toBeNull();
  const silent = [{ sourceId: 'a', name: 'Paper', since: 0 }];
  expect(firstThing({ ...nothing, silent }, [])).toEqual({ kind: 'silent', count: 1 });
});
