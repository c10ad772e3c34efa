import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waiting, wantsAnswer, type Said } from './waiting.ts';

const said = (part: Partial<Said> & { ident: string }): Said => ({
  parent: null,
  kind: 'comment',
  authorIdent: part.own === true ? 'us' : 'ana',
  own: false,
  hidden: false,
  gone: false,
  at: 0,
  ...part,
});
const idents = (entries: readonly Said[]): string[] => waiting(entries).map(({ ident }) => ident);
const post = said({ ident: 'post', kind: 'post', own: true });

describe('what waits for an answer', () => {
  it('is the other comment when one of two guests was answered', () => {
    const ana = said({ ident: 'a', parent: 'post', at: 1 });
    const dan = said({ ident: 'd', parent: 'post', at: 2, authorIdent: 'dan' });
    const ours = said({ ident: 'o', parent: 'a', own: true, at: 3 });
    expect(idents([post, ana, dan, ours])).toEqual(['d']);
  });

  it('is not what its author said before the one that was answered', () => {
    const two = [said({ ident: 'a1', parent: 'post', at: 1 }), said({ ident: 'a2', parent: 'post', at: 2 })];
    expect(idents([post, ...two, said({ ident: 'o', parent: 'a2', own: true, at: 3 })])).toEqual([]);
  });

  it('follows an own answer to an own answer to whom it meant', () => {
    const entries = [
      said({ ident: 'a1', parent: 'post', at: 1 }),
      said({ ident: 'o1', parent: 'a1', own: true, at: 2 }),
      said({ ident: 'a2', parent: 'o1', at: 3 }),
      said({ ident: 'd1', parent: 'post', at: 3, authorIdent: 'dan' }),
      said({ ident: 'o2', parent: 'o1', own: true, at: 4 }),
    ];
    expect(idents([post, ...entries])).toEqual(['d1']);
  });

  it('is what an own answer was given to that was deleted since', () => {
    const ana = said({ ident: 'a', parent: 'post', at: 1 });
    expect(idents([post, ana, said({ ident: 'o', parent: 'a', own: true, at: 2, gone: true })])).toEqual([
      'a',
    ]);
  });

  it('in messages is what came after the last own one', () => {
    const message = (ident: string, at: number, own = false): Said =>
      said({ ident, kind: 'message', at, own });
    expect(idents([message('1', 1), message('2', 2, true), message('3', 3)])).toEqual(['3']);
  });

  const Entry = fc.record({
    ident: fc.string({ minLength: 1, maxLength: 2 }),
    parent: fc.option(fc.string({ minLength: 1, maxLength: 2 })),
    kind: fc.constantFrom('post', 'comment', 'mention', 'message', 'review'),
    authorIdent: fc.constantFrom('ana', 'dan', ''),
    own: fc.boolean(),
    hidden: fc.boolean(),
    gone: fc.boolean(),
    at: fc.integer({ min: 0, max: 20 }),
  });
  const Thread = fc.uniqueArray(Entry, { selector: ({ ident }) => ident, maxLength: 12 });

  it('is the same in whatever order entries come, in the order of time, and always somebody else’s', () => {
    fc.assert(
      fc.property(Thread, (entries) => {
        const found = waiting(entries);
        expect(waiting(entries.toReversed())).toEqual(found);
        expect(found.every(wantsAnswer)).toBe(true);
        expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
    );
  });

  it('ends with an own answer to each of them', () => {
    fc.assert(
      fc.property(Thread, (entries) => {
        const answers = waiting(entries).map(({ ident }, at) =>
          said({ ident: `answer ${at}`, parent: ident, own: true, at: 100 + at }),
        );
        expect(waiting([...entries, ...answers])).toEqual([]);
      }),
    );
  });
});
