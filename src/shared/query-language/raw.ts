import type { TextRange } from './types.ts';
import { codePointBefore } from './glob.ts';
import { kindOf, UNSPACED } from '../text/words.ts';

/** Whatever would make a letter beside it part of the same word: letters, marks, invisible joiners. */
const JOINS = /^[\p{L}\p{N}\p{M}\p{Co}\u00ad\u200b-\u200f\u2060\ufeff]$/u;

/** Finds exactly these characters in an unfolded text; where they begin or end with a letter, a word does, too. */
export function rawFinder(wanted: string): (text: string, from: number) => TextRange | undefined {
  const first = wanted.codePointAt(0) ?? 0;
  const last = codePointBefore(wanted, wanted.length);
  const checkBefore = joins(first);
  const checkAfter = joins(last);
  return (text, from) => {
    for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      if (checkBefore && at > 0 && joins(codePointBefore(text, at))) continue;
      if (checkAfter && end < text.length && joins(text.codePointAt(end) ?? 0)) continue;
      return { start: at, end };
    }
    return undefined;
  };
}

function joins(code: number): boolean {
  const char = String.fromCodePoint(code);
  return JOINS.test(char) && kindOf(code) !== UNSPACED;
}
