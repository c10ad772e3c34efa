import type { PublishingLimits } from '../model/publishing.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** Links as Mastodon finds them: with a scheme, up to white space, without the punctuation that ends a sentence. */
const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/giu;
/** `@user@host`: only `@user` is counted. */
const REMOTE =
  /(^|[^\p{L}\p{N}_/])(@[\p{L}\p{N}_]+(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)@[\p{L}\p{N}.-]+[\p{L}\p{N}]+/giu;

export const countGraphemes = (text: string): number => {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
};

export const countBytes = (text: string): number => encoder.encode(text).length;

/** The length of a text as its network counts it; see `TextCounter`. Never throws. */
export function textLength(text: string, rule: PublishingLimits['text']): number {
  switch (rule.counter) {
    case 'graphemes':
      return countGraphemes(text);
    case 'utf16':
      return text.length;
    case 'bytes':
      return countBytes(text);
    case 'mastodon':
      return countGraphemes(text.replace(LINK, 'x'.repeat(rule.linkLength)).replace(REMOTE, '$1$2'));
  }
}

/**
 * How much of a text's allowance is left; negative when it is too long, null where there is no limit. With two limits
 * (characters and bytes) the answer is the characters left, or minus the bytes too many when only those are too many.
 */
export function textLeft(text: string, rule: PublishingLimits['text'], max = rule.max): number | null {
  const left = max === null ? null : max - textLength(text, rule);
  if (rule.maxBytes === null) return left;
  const bytesLeft = rule.maxBytes - countBytes(text);
  if (bytesLeft < 0 && (left === null || left >= 0)) return bytesLeft;
  return left;
}
