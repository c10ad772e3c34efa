import { fold } from './fold.ts';
import { GAP, kindOf, SPACED } from './words.ts';

/** Letters, digits and signs that unicode61 and this module see alike, without looking closer. */
const NEEDS_SPACING = /[^\0-\u02af\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u2010-\u2027]/;

/**
 * What the full-text index stores for a text: folded, with a space around every character that is a word of
 * its own, and a space for every sign, because unicode61 takes signs younger than itself (new emoji, `₽`) for
 * letters. Query prefilters assume exactly this.
 */
export const indexText = (text: string): string => indexFolded(fold(text));

/** The same for a text that has been folded already. */
export function indexFolded(folded: string): string {
  return NEEDS_SPACING.test(folded) ? spaceOut(folded) : folded;
}

function spaceOut(folded: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit < 0x80) continue;
    const code = unit >= 0xd800 && unit <= 0xdfff ? (folded.codePointAt(i) ?? unit) : unit;
    const width = code > 0xffff ? 2 : 1;
    const kind = kindOf(code);
    if (kind !== SPACED) {
      out += folded.slice(copied, i);
      out += kind === GAP ? ' ' : ` ${folded.slice(i, i + width)} `;
      copied = i + width;
    }
    i += width - 1;
  }
  return out + folded.slice(copied);
}
