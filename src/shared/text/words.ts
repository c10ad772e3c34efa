/**
 * What a word is. Agrees with SQLite's unicode61 tokenizer (letters, numbers, private use), except that in
 * scripts written without spaces, or with particles glued on, every character is a word of its own, so that a
 * phrase of characters means "contains".
 */

/** Thai, Lao, Burmese, Hangul, Khmer, kana, bopomofo and Chinese characters. */
const UNSPACED_RANGES =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029' +
  '\\u3031-\\u3035\\u3038-\\u303c\\u3040-\\u30ff\\u3100-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff' +
  '\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\uff66-\\uffdc\\u{1b000}-\\u{1b16f}\\u{20000}-\\u{3fffd}';

/** Regular expression sources; they need the `v` flag. */
export const ANY_CHAR = '[\\p{L}\\p{N}\\p{Co}]';
export const UNSPACED_CHAR = `[${ANY_CHAR}&&[${UNSPACED_RANGES}]]`;
export const SPACED_CHAR = `[${ANY_CHAR}--[${UNSPACED_RANGES}]]`;
export const GAP_CHAR = `[^\\p{L}\\p{N}\\p{Co}]`;

const HAS_UNSPACED = new RegExp(UNSPACED_CHAR, 'v');
const WORD = new RegExp(`${UNSPACED_CHAR}|${SPACED_CHAR}+`, 'gv');
const ONE_ANY = new RegExp(ANY_CHAR, 'v');
const ONE_SPACED = new RegExp(SPACED_CHAR, 'v');

/** The words of a folded text, with their offsets in it. */
export function wordsOf(folded: string): { text: string; at: number }[] {
  return Array.from(folded.matchAll(WORD), (match) => ({ text: match[0], at: match.index }));
}

/** Start offsets of the words of a folded text, ascending. */
export function wordStarts(folded: string): number[] {
  const starts: number[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(folded); match !== null; match = WORD.exec(folded)) starts.push(match.index);
  return starts;
}

/** Is this one character part of a spaced word (so that a word may not begin or end beside it)? */
export function isSpacedCodePoint(code: number): boolean {
  if (code < 0x80)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return ONE_SPACED.test(String.fromCodePoint(code));
}

/** Is this one character a word of its own? */
export function isUnspaced(char: string): boolean {
  return HAS_UNSPACED.test(char);
}

/** Is this one character part of any word? */
export function isWordChar(char: string): boolean {
  return ONE_ANY.test(char);
}
