/**
 * What a word is. Agrees with SQLite's unicode61 tokenizer (letters, numbers, private use), except that in
 * scripts written without spaces, or with particles glued on, every character is a word of its own, so that a
 * phrase of characters means "contains".
 */

/** Thai, Lao, Burmese, Hangul, Khmer, kana, bopomofo, Chinese characters, and the letters unicode61 cannot see. */
const UNSPACED_RANGES =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u19b0-\\u19c0\\u19c8\\u19c9\\u1cf2\\u1cf3\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029' +
  '\\u3031-\\u3035\\u3038-\\u303c\\u3040-\\u30ff\\u3100-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff' +
  '\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\uff66-\\uffdc\\u{1b000}-\\u{1b16f}\\u{20000}-\\u{3fffd}';

/** Regular expression sources; they need the `v` flag. */
export const ANY_CHAR = '[\\p{L}\\p{N}\\p{Co}]';
const UNSPACED_CHAR = `[${ANY_CHAR}&&[${UNSPACED_RANGES}]]`;
export const SPACED_CHAR = `[${ANY_CHAR}--[${UNSPACED_RANGES}]]`;
export const GAP_CHAR = `[^\\p{L}\\p{N}\\p{Co}]`;

const ONE_UNSPACED = new RegExp(UNSPACED_CHAR, 'v');
const WORD = new RegExp(`${UNSPACED_CHAR}|${SPACED_CHAR}+`, 'gv');
const ONE_SPACED = new RegExp(SPACED_CHAR, 'v');

/** The words of a folded text, with their offsets in it. */
export function wordsOf(folded: string): { text: string; at: number }[] {
  return Array.from(folded.matchAll(WORD), (match) => ({ text: match[0], at: match.index }));
}

export const SPACED = 1;
export const UNSPACED = 2;
export const GAP = 3;
/** What each UTF-16 unit is, filled as texts come by; 0 is "not looked at yet". */
const kinds = new Uint8Array(0x10000);

/** What a code point is: part of a spaced word, a word of its own, or none. */
export function kindOf(code: number): number {
  if (code > 0xffff) return classify(code);
  let kind = kinds[code] ?? 0;
  if (kind === 0) {
    kind = classify(code);
    kinds[code] = kind;
  }
  return kind;
}

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  if (ONE_UNSPACED.test(char)) return UNSPACED;
  return ONE_SPACED.test(char) ? SPACED : GAP;
}

/** Start offsets of the words of a folded text, ascending. */
export function wordStarts(folded: string): number[] {
  const starts: number[] = [];
  let before = GAP;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const code = unit >= 0xd800 && unit <= 0xdbff ? (folded.codePointAt(i) ?? unit) : unit;
    const kind = kindOf(code);
    if (kind === UNSPACED || (kind === SPACED && before !== SPACED)) starts.push(i);
    before = kind;
    if (code > 0xffff) i++;
  }
  return starts;
}
