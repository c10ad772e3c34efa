import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Post } from '#shared/contract/calendar.ts';
import { contentFor, draftOf, edited, emptyDraft, sharedAgain, toggled, variantsOf } from './draft.ts';

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
