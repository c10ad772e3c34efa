import { fold } from './fold.ts';
import { isUnspaced, isWordChar } from './words.ts';

/** Letters, digits and signs that unicode61 and this module see alike, without looking closer. */
const NEEDS_SPACING = /[^\0-\u02af\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u2010-\u2027]/;
const KEEP = 1;
const ALONE = 2;
const GAP = 3;
/** What the index does with each UTF-16 unit, filled as texts come by; 0 is "not looked at yet". */
const spacing = new Uint8Array(0x10000);

/**
 * What the full-text index stores for a text: folded, with a space around every character that is a word of
 * its own, and a space for every sign, because unicode61 takes signs younger than itself (new emoji, `₽`) for
 * letters. Query prefilters assume exactly this.
 */
export function indexText(text: string): string {
  const folded = fold(text);
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
    let what = code === unit ? (spacing[unit] ?? 0) : classify(code);
    if (what === 0) {
      what = classify(unit);
      spacing[unit] = what;
    }
    if (what !== KEEP) {
      out += folded.slice(copied, i);
      out += what === GAP ? ' ' : ` ${folded.slice(i, i + width)} `;
      copied = i + width;
    }
    i += width - 1;
  }
  return out + folded.slice(copied);
}

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  if (isUnspaced(char)) return ALONE;
  return isWordChar(char) ? KEEP : GAP;
}
