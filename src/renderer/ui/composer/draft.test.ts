import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '#shared/contract/calendar.ts';
import {
  contentFor,
  draftOf,
  edited,
  emptyDraft,
  isEmpty,
  partMoved,
  partsOf,
  sharedAgain,
  splitFor,
  toggled,
  variantsOf,
  withParts,
} from './draft.ts';

it('says the same everywhere until it is edited for one account', () => {
  const draft = edited(emptyDraft(['a', 'b']), null, { text: 'Hello' });
  const own = edited(draft, 'b', { text: 'Hi' });
  expect(variantsOf(own).map(({ text }) => text)).toEqual(['Hello', 'Hi']);
  const later = edited(own, null, { text: 'Good morning' });
  expect(variantsOf(later).map(({ text }) => text)).toEqual(['Good morning', 'Hi']);
  expect(variantsOf(sharedAgain(later, 'b')).map(({ text }) => text)).toEqual([
    'Good morning',
    'Good morning',
  ]);
});

it('forgets what was written for an account that is given up', () => {
  const draft = edited(emptyDraft(['a', 'b']), 'b', { text: 'Hi' });
  const again = toggled(toggled(draft, 'b'), 'b');
  expect(again.accountIds).toEqual(['a', 'b']);
  expect(contentFor(again, 'b').text).toBe('');
});

it('comes back from what is stored as it was', () => {
  const content = fc.record({
    text: fc.string({ maxLength: 5 }),
    title: fc.constantFrom('', 'T'),
    thread: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
    images: fc.array(fc.record({ mediaId: fc.constantFrom('m', 'n'), alt: fc.constantFrom('', 'x') }), {
      maxLength: 2,
    }),
  });
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), fc.boolean(), (contents, hold) => {
      const variants = contents.map((part, at) => ({ ...part, accountId: String(at), hold }));
      const post = { note: '', variants } as unknown as Post;
      expect(variantsOf(draftOf(post))).toEqual(variants);
    }),
  );
});

const rule = (max: number) => ({ counter: 'graphemes' as const, max, maxBytes: null, linkLength: 23 });

describe('a thread', () => {
  it('is cut for the strictest of its networks, and not at all where everything fits', () => {
    expect(splitFor(['One two. Three.'], [rule(40), rule(60)])).toBeNull();
    expect(splitFor(['One two. Three.', 'Four'], [rule(40), rule(9)])).toEqual([
      'One two.',
      'Three.',
      'Four',
    ]);
  });

  it('keeps its words when its parts change places', () => {
    const parts = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.nat(5), fc.constantFrom(-1 as const, 1 as const), (list, at, by) => {
        const moved = partMoved(list, at, by);
        expect(moved.toSorted()).toEqual(list.toSorted());
        expect(partsOf(withParts(moved))).toEqual(moved);
      }),
    );
    expect(partMoved(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
    expect(partMoved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

it('is empty only while nobody would miss anything', () => {
  expect(isEmpty(emptyDraft(['a']))).toBe(true);
  expect(isEmpty(edited(emptyDraft(), null, { text: ' \n' }))).toBe(true);
  expect(isEmpty(edited(emptyDraft(), null, { thread: ['x'] }))).toBe(false);
  expect(isEmpty(edited(emptyDraft(['a']), 'a', { title: 'T' }))).toBe(false);
  expect(isEmpty({ ...emptyDraft(), note: 'later' })).toBe(false);
});
