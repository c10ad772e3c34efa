/**
 * The one folding of text that queries, full-text search and the matcher share: lower case, no diacritics,
 * `ü`, `ö`, `ä` and their spellings `ue`, `oe`, `ae` equal, `ß` = `ss`, `ș` = `ş` = `s`, `ς` = `σ`.
 * Letters that merely look accented keep their identity: `й`, `ї`, `ў`, and voiced kana (`が` is not `か`).
 * Signs never become letters (`Miramar™` stays the word `miramar`), invisible joiners disappear.
 */

/** Letters that do not decompose but are written with plain ones. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
/** Composed letters of their own, not an accented other letter. */
const OWN_LETTERS = new Set('йїўѓќӣӯ');
const LETTER = /^[\p{L}\p{N}]+$/u;
const MARK = /^\p{Mn}$/u;
/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark, variation selectors. */
const INVISIBLE = /^(?:[\u00ad\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector})$/u;
/** All marks except the voicing of kana, which `NFC` puts back. */
const ACCENTS = /[^\P{Mn}\u3099\u309a]+/gu;
/** Marks that can melt into the letter before them (Unicode composition): the two have to be judged together. */
const MELTS =
  /[\u0300-\u036f\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1b35\u3099\u309a]/u;
const HANGUL_JAMO = /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

/** First halves of the pairs U+1F400 to U+1FBFF: emoji and symbols, of which `foldChar` changes none. */
const EMOJI_FROM = 0xd83d;
const EMOJI_TO = 0xd83e;
const EMOJI = /^[\u{1f400}-\u{1fbff}]$/u;

const NON_ASCII = /[^\0-\x7f]/;
const SPELLED_UMLAUT = /([aou])e+/g;

/** What each UTF-16 unit folds to, filled as texts come by; `null` means it depends on its neighbours. */
const table: (string | null | undefined)[] = Array.from({ length: 0x10000 });

/**
 * Folds a text. Idempotent: `fold(fold(x)) === fold(x)`. Never throws; lone surrogates are kept. The result
 * may be shorter or longer than the input: use `foldWithMap` where offsets matter.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = NON_ASCII.test(lower) ? unaccent(lower) : lower;
  return plain.replace(SPELLED_UMLAUT, '$1');
}

function unaccent(lower: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit >= EMOJI_FROM && unit <= EMOJI_TO && isLowSurrogate(lower.charCodeAt(i + 1))) {
      i++;
      continue;
    }
    let folded = table[unit];
    if (folded === undefined) {
      folded = foldUnit(String.fromCharCode(unit));
      table[unit] = folded;
    }
    if (folded === null) return unaccentSlowly(lower);
    if (folded.length === 1 && folded.charCodeAt(0) === unit) continue;
    out += lower.slice(copied, i) + folded;
    copied = i + 1;
  }
  return copied === 0 ? lower : out + lower.slice(copied);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Composes first, so that a letter and its loose mark are judged together; repeats until nothing changes. */
function unaccentSlowly(lower: string): string {
  let current = lower;
  for (;;) {
    let next = '';
    for (const char of current.normalize('NFC')) next += char < '\u0080' ? char : foldChar(char);
    next = next.normalize('NFC').toLowerCase();
    if (next === current) return next;
    current = next;
  }
}

function foldUnit(unit: string): string | null {
  const code = unit.charCodeAt(0);
  if (INVISIBLE.test(unit)) return '';
  if (code >= 0xd800 && code <= 0xdfff) return null;
  if (MELTS.test(unit) || HANGUL_JAMO.test(unit)) return null;
  const folded = foldChar(unit);
  return HANGUL_JAMO.test(folded) || MELTS.test(folded) ? null : folded;
}

/** Folds one code point on its own. */
function foldChar(char: string): string {
  if (OWN_LETTERS.has(char)) return char;
  const spelled = SPELLED[char];
  if (spelled !== undefined) return spelled;
  if (INVISIBLE.test(char)) return '';
  if (char === '\u3099' || char === '\u309a') return char;
  if (MARK.test(char)) return '';
  if (EMOJI.test(char)) return char;
  if (!LETTER.test(char)) return char.normalize('NFC');
  let folded = char.normalize('NFKD').toLowerCase();
  // Voiced kana marks alone may stay; a lone voicing mark (`ﾞ`) has to wait for its kana.
  folded = folded.replace(ACCENTS, '').normalize('NFC');
  if (folded === char) return char;
  if (!/^[\p{L}\p{N}\u3099\u309a]+$/u.test(folded)) return char;
  let out = '';
  for (const part of folded) out += foldChar(part);
  return out;
}

/** A folded text and, for each of its UTF-16 units, the half-open range of the original it came from. */
export interface FoldedText {
  folded: string;
  starts: Int32Array;
  ends: Int32Array;
}

/** Pieces of a text that fold independently: a character with its marks, or a run of Hangul letters. */
const CLUSTER =
  /(?:[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\u3131-\u318e\uffa0-\uffdc\uac00-\ud7a3][\p{M}\u00ad\u200b-\u200f\u2060\ufeff]*)+|[^][\p{M}\uff9e\uff9f\u00ad\u200b-\u200f\u2060\ufeff]*/gu;

/** Folds a text and remembers where every folded character came from. Slower than `fold`; for marking. */
export function foldWithMap(text: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const end = match.index + match[0].length;
    const lower = match[0].toLowerCase();
    const plain = NON_ASCII.test(lower) ? unaccent(lower) : lower;
    for (let i = 0; i < plain.length; i++) {
      const unit = plain.charAt(i);
      const before = units.at(-1);
      if (unit === 'e' && (before === 'a' || before === 'o' || before === 'u')) {
        ends[ends.length - 1] = end;
        continue;
      }
      units.push(unit);
      starts.push(match.index);
      ends.push(end);
    }
  }
  return { folded: units.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
