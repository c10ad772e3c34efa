import { fold } from '../text/fold.ts';
import { ANY_CHAR, GAP_CHAR, kindOf, SPACED, SPACED_CHAR, UNSPACED } from '../text/words.ts';
import type { TextRange } from './types.ts';

/** One element of a word or phrase: letters, one unspaced character, `*`, `?`, or what separates words. */
export type Part = { kind: 'letters' | 'unit'; text: string } | { kind: 'star' | 'one' | 'gap' };

/** Finds a word or phrase, with wildcards, in folded texts. */
export interface GlobMatcher {
  test(folded: string): boolean;
  /** All occurrences, ascending by start; they may overlap. */
  find(folded: string): TextRange[];
}

/** How many letters `*` may stand for: keeps hostile texts from costing more than their length. */
const STAR_REACH = 64;
/** What folding may have taken from the front of letters that follow a wildcard: see `swallowedE`. */
const LEADING_E = /^e+/;

/** Takes a word or phrase as typed apart; no gap at either end. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const char of fold(text)) {
    const last = parts.at(-1);
    if (char === '*') {
      if (last?.kind !== 'star') parts.push({ kind: 'star' });
    } else if (char === '?') parts.push({ kind: 'one' });
    else if (kindOf(char.codePointAt(0) ?? 0) === UNSPACED) parts.push({ kind: 'unit', text: char });
    else if (kindOf(char.codePointAt(0) ?? 0) === SPACED) {
      if (last?.kind === 'letters') last.text += char;
      else parts.push({ kind: 'letters', text: char });
    } else if (last !== undefined && last.kind !== 'gap') parts.push({ kind: 'gap' });
  }
  if (parts.at(-1)?.kind === 'gap') parts.pop();
  return parts;
}

export function globMatcher(text: string): GlobMatcher {
  const parts = partsOf(text);
  const only = parts[0];
  if (parts.length === 1 && only?.kind === 'letters') return wordMatcher(only.text);
  return patternMatcher(parts);
}

/** One whole word: searching for its letters and looking at both neighbours beats any regular expression. */
function wordMatcher(word: string): GlobMatcher {
  const next = (folded: string, from: number): number => {
    let at = folded.indexOf(word, from);
    while (at >= 0 && !standsAlone(folded, at, at + word.length)) at = folded.indexOf(word, at + 1);
    return at;
  };
  return {
    test: (folded) => next(folded, 0) >= 0,
    find: (folded) => {
      const found: TextRange[] = [];
      for (let at = next(folded, 0); at >= 0; at = next(folded, at + word.length)) {
        found.push({ start: at, end: at + word.length });
      }
      return found;
    },
  };
}

function standsAlone(folded: string, start: number, end: number): boolean {
  return !(start > 0 && kindOf(codePointBefore(folded, start)) === SPACED) && !isSpacedAt(folded, end);
}

function isSpacedAt(folded: string, at: number): boolean {
  const code = folded.codePointAt(at);
  return code !== undefined && kindOf(code) === SPACED;
}

/** The code point that ends at `at`, which is greater than 0. */
export function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  if (unit < 0xdc00 || unit > 0xdfff || at < 2) return unit;
  const code = text.codePointAt(at - 2) ?? unit;
  return code > 0xffff ? code : unit;
}

function patternMatcher(parts: Part[]): GlobMatcher {
  const pattern = new RegExp(patternOf(parts), 'gv');
  let anchor = '';
  for (const part of parts) {
    const sure = 'text' in part ? part.text.replace(LEADING_E, '') : '';
    if (sure.length > anchor.length) anchor = sure;
  }
  return {
    test: (folded) => {
      if (!folded.includes(anchor)) return false;
      pattern.lastIndex = 0;
      return pattern.test(folded);
    },
    find: (folded) => {
      const found: TextRange[] = [];
      if (!folded.includes(anchor)) return found;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
        found.push({ start: match.index, end: match.index + match[0].length });
        pattern.lastIndex = match.index + ((folded.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
      }
      return found;
    },
  };
}

/**
 * The regular expression of a phrase. What follows a `*` up to the next one is matched at its first possible
 * place and never reconsidered (a lookahead and a back-reference make the group atomic), which is how wildcards
 * mean it and keeps the time linear.
 */
function patternOf(parts: Part[]): string {
  let source = parts[0]?.kind === 'unit' ? '' : `(?<!${SPACED_CHAR})`;
  let groups = 0;
  let open = '';
  const close = (): void => {
    if (open === '') return;
    groups++;
    source += `(?=(${open}))\\${groups}`;
    open = '';
  };
  parts.forEach((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    const endsWord = after === undefined || after.kind === 'gap';
    if (part.kind === 'gap') {
      close();
      source += before?.kind === 'unit' || after?.kind === 'unit' ? `${GAP_CHAR}*` : `${GAP_CHAR}+`;
      return;
    }
    let piece = '';
    const alone = endsWord && (before === undefined || before.kind === 'gap');
    const afterWildcard = before?.kind === 'star' || before?.kind === 'one';
    if (part.kind === 'star') {
      close();
      open = `${ANY_CHAR}{${alone ? 1 : 0},${STAR_REACH}}${endsWord ? '' : '?'}`;
    } else if (part.kind === 'letters' && afterWildcard) piece = swallowedE(part.text);
    else piece = 'text' in part ? part.text : ANY_CHAR;
    // A star that ends a word takes all that is left of it, however long: only the mark stops at its reach.
    if (endsWord && part.kind !== 'unit' && (part.kind !== 'star' || alone)) piece += `(?!${SPACED_CHAR})`;
    if (open === '') source += piece;
    else open += piece;
  });
  close();
  return source;
}

/**
 * Letters that follow a wildcard. Folding takes `ae`, `oe`, `ue` for one letter, so an `e` in front of them may be
 * part of what the wildcard stands for: `bl?e` has to find `blue`, which reads `blu` when folded.
 */
function swallowedE(letters: string): string {
  const rest = letters.replace(LEADING_E, '');
  if (rest.length === letters.length) return letters;
  return `(?:${letters.slice(0, letters.length - rest.length)}|(?<=[aou]))${rest}`;
}
