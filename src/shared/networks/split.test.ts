import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PublishingLimits } from '../model/publishing.ts';
import { countGraphemes, textLeft } from './count.ts';
import { splitText } from './split.ts';

const rule = (max: number, part: Partial<PublishingLimits['text']> = {}): PublishingLimits['text'] => ({
  counter: 'graphemes',
  max,
  maxBytes: null,
  linkLength: 23,
  ...part,
});

it('cuts between paragraphs, else sentences, else words, else characters', () => {
  expect(splitText('One two.\n\nThree four.', rule(12))).toEqual(['One two.', 'Three four.']);
  expect(splitText('Marea e caldă. Vino azi!', rule(16))).toEqual(['Marea e caldă.', 'Vino azi!']);
  expect(splitText('alpha beta gamma', rule(11))).toEqual(['alpha beta', 'gamma']);
  expect(splitText('abcdefgh', rule(3))).toEqual(['abc', 'def', 'gh']);
  expect(splitText('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', rule(2))).toEqual(['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧']);
});

it('leaves what fits, or has no limit, as one', () => {
  expect(splitText(' short ', rule(10))).toEqual(['short']);
  expect(splitText('x'.repeat(500), { ...rule(1), max: null })).toHaveLength(1);
  expect(splitText('', rule(10))).toEqual(['']);
});

it('counts a link as its network does', () => {
  const link = `https://mirador.example/${'x'.repeat(80)}`;
  expect(splitText(`See ${link} now`, rule(31, { counter: 'mastodon' }))).toEqual([`See ${link} now`]);
});

it('makes parts that fit, and loses nothing but white space', () => {
  const words = fc.stringMatching(/^[a-zășțâî .,!?\n👍]{0,400}$/u);
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 80 }), (text, max) => {
      const parts = splitText(text, rule(max));
      for (const part of parts) expect(textLeft(part, rule(max))).toBeGreaterThanOrEqual(0);
      const bare = (one: string): string => one.replace(/\s+/gu, '');
      expect(bare(parts.join(''))).toBe(bare(text));
      if (countGraphemes(text.trim()) > max) expect(parts.length).toBeGreaterThan(1);
      expect(parts.slice(1).every((part) => part !== '')).toBe(true);
    }),
  );
});
