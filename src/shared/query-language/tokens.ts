import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { queryError } from './errors.ts';
import { fieldNamed, nearestField, readComparison, readField } from './fields.ts';
import type { CompareNode, DateNode, FieldNode, QueryError, RawNode, TextNode } from './types.ts';

/** A piece of a query, with where it stands (UTF-16 offsets, half open). */
export type Token = { start: number; end: number } & (
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { kind: 'near'; ordered: boolean; distance: number }
  | { kind: 'term'; node: TextNode | RawNode | FieldNode | CompareNode | DateNode; valueAt: number }
  | { kind: 'bad'; error: QueryError }
);

export const MAX_DISTANCE = 100;
const SPACE = /\s/;
const FANCY = '„“”‟»«';
const MINUS = '-−–—';
const ENDS_WORD = new RegExp(`[\\s()"${FANCY}]`);
const FIELD = /^([a-z]+):/i;
const COMPARISON = /^([a-z]+)(<=|>=|<|>|=)/i;
const NEAR = /^(o?near)\/(.*)$/is;

/** Cuts a query into tokens. What cannot be read becomes a `bad` token, so that colouring works throughout. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (SPACE.test(char)) {
      at++;
      continue;
    }
    const token = readToken(text, at, char);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number, char: string): Token {
  if (char === '(') return { kind: 'open', start, end: start + 1 };
  if (char === ')') return { kind: 'close', start, end: start + 1 };
  // A dash between spaces is a dash (`Hotel - Miramar`), not an exclusion: it is refused as a sign.
  if (MINUS.includes(char) && /\S/.test(text.charAt(start + 1)))
    return { kind: 'not', start, end: start + 1 };
  if (isQuote(char)) {
    const quoted = readQuoted(text, start);
    if ('error' in quoted) return quoted.error;
    return textToken('phrase', quoted.text, start, quoted.end);
  }
  const end = wordEnd(text, start);
  const word = text.slice(start, end);
  if (word === 'AND') return { kind: 'and', start, end };
  if (word === 'OR') return { kind: 'or', start, end };
  if (word === 'NOT') return { kind: 'not', start, end };
  const near = NEAR.exec(word);
  if (near) return nearToken(word, near, start, end);
  const field = FIELD.exec(word);
  if (field) return fieldToken(text, start, field[1] ?? '', start + field[0].length);
  const comparison = COMPARISON.exec(word);
  if (comparison && isComparison(comparison, word)) return comparisonToken(word, comparison, start, end);
  return textToken('word', word, start, end);
}

function isQuote(char: string): boolean {
  return char === '"' || (char !== '' && FANCY.includes(char));
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !ENDS_WORD.test(text.charAt(end))) end++;
  return end;
}

/** A straight quote ends at the next straight one; a fancy quote at any quote, as word processors mix them. */
function readQuoted(text: string, start: number): { text: string; end: number } | { error: Token } {
  const straight = text.charAt(start) === '"';
  let end = start + 1;
  while (end < text.length && !(straight ? text.charAt(end) === '"' : isQuote(text.charAt(end)))) end++;
  if (end >= text.length) {
    return { error: bad(queryError('unclosed-quote', start, 1), start, text.length) };
  }
  const inner = text.slice(start + 1, end).trim();
  if (inner === '') return { error: bad(queryError('empty-quote', start, end + 1 - start), start, end + 1) };
  return { text: inner, end: end + 1 };
}

function textToken(type: 'word' | 'phrase', text: string, start: number, end: number): Token {
  const length = end - start;
  if (wordsOf(fold(text)).length === 0) {
    return bad(queryError('no-letters', start, length, { text }), start, end);
  }
  const star = text.search(/(?:^|\s)\*+(?=\S)|^\*/);
  if (star >= 0) return bad(queryError('leading-star', start, length), start, end);
  return { kind: 'term', node: { type, text }, valueAt: start, start, end };
}

function nearToken(word: string, match: RegExpExecArray, start: number, end: number): Token {
  const name = (match[1] ?? '').toLowerCase();
  const digits = match[2] ?? '';
  const distance = /^\d{1,4}$/.test(digits) ? Number(digits) : -1;
  if (distance < 0 || distance > MAX_DISTANCE) {
    const params = { operator: word, name, max: MAX_DISTANCE };
    return bad(queryError('near-distance', start, end - start, params), start, end);
  }
  return { kind: 'near', ordered: name === 'onear', distance, start, end };
}

function fieldToken(text: string, start: number, typed: string, valueAt: number): Token {
  const name = typed.toLowerCase();
  const quoted = isQuote(text.charAt(valueAt)) ? readQuoted(text, valueAt) : undefined;
  if (quoted !== undefined && 'error' in quoted) return { ...quoted.error, start };
  const end = quoted === undefined ? wordEnd(text, valueAt) : quoted.end;
  const value = quoted === undefined ? text.slice(valueAt, end) : quoted.text;
  const length = end - start;
  if (name !== 'raw' && fieldNamed(name) === undefined) {
    const params = { field: `${typed}:`, best: nearestField(name) };
    return bad(queryError('unknown-field', start, length, params), start, end);
  }
  if (value === '') return bad(queryError('missing-value', start, length, { field: `${name}:` }), start, end);
  if (name === 'raw') return { kind: 'term', node: { type: 'raw', text: value }, valueAt, start, end };
  const read = readField(name, value);
  if ('code' in read) {
    return bad(queryError(read.code, valueAt, end - valueAt, read.params), start, end);
  }
  return { kind: 'term', node: read, valueAt, start, end };
}

/** `price>100` is meant as a field even if there is none of that name; `a>b` is a word. */
function isComparison(match: RegExpExecArray, word: string): boolean {
  return fieldNamed((match[1] ?? '').toLowerCase()) === 'number' || /^\d/.test(word.slice(match[0].length));
}

function comparisonToken(word: string, match: RegExpExecArray, start: number, end: number): Token {
  const name = (match[1] ?? '').toLowerCase();
  const operator = match[2] ?? '';
  if (fieldNamed(name) === undefined) {
    const params = { field: `${name}${operator}`, best: nearestField(name) };
    return bad(queryError('unknown-field', start, end - start, params), start, end);
  }
  const read = readComparison(name, operator, word.slice(match[0].length));
  if ('code' in read) return bad(queryError(read.code, start, end - start, read.params), start, end);
  return { kind: 'term', node: read, valueAt: start + name.length, start, end };
}

function bad(error: QueryError, start: number, end: number): Token {
  return { kind: 'bad', error, start, end };
}
