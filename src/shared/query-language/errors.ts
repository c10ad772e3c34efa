import type { QueryError, QueryErrorCode } from './types.ts';

type Params = Record<string, string | number>;
type Wording = readonly [message: string, suggestion: string];

/** `{position}` counts from 1; the other names come from the place that raised the error. */
const WORDINGS: Record<QueryErrorCode, Wording> = {
  empty: ['The query is empty', 'Write the words to look for, for example "Hotel Miramar"'],
  'too-long': ['The query has {length} characters, more than {max}', 'Split it into several queries'],
  'too-deep': [
    'More than {max} levels of parentheses at {position}',
    'Remove parentheses that are not needed',
  ],
  'only-negative': [
    'This query only says what to leave out',
    'Add at least one word to look for, on every side of OR',
  ],
  'unclosed-quote': ['Unclosed quote at {position}', 'Add a quote at the end of the phrase'],
  'empty-quote': ['Nothing between the quotes at {position}', 'Write a phrase between them, or remove them'],
  'unclosed-paren': ['Unclosed parenthesis at {position}', 'Add ) where the group ends'],
  'unexpected-paren': [
    'No open parenthesis for the one at {position}',
    'Remove it, or add ( before the group',
  ],
  'empty-paren': [
    'Nothing between the parentheses at {position}',
    'Write words between them, or remove them',
  ],
  'missing-left': ['{operator} at {position} has nothing before it', 'Write a word before it, or remove it'],
  'missing-right': ['{operator} at {position} has nothing after it', 'Write a word after it, or remove it'],
  'no-letters': [
    '{text} at {position} has no letters or digits',
    'Remove it, or write raw:"{text}" to look for the sign itself',
  ],
  'leading-star': ['A word cannot begin with * (at {position})', 'Write at least one letter before *'],
  'unknown-field': ['There is no field {field} (at {position})', 'Write {best}, or put the words in quotes'],
  'missing-value': ['{field} at {position} has no value', 'Write the value right after it, without a space'],
  'bad-value': ['{field} does not know {value} (at {position})', 'Use one of: {options}'],
  'bad-number': [
    '{field} needs a number from 0 to {max} (at {position})',
    'Write for example {field}{example}',
  ],
  'bad-date': ['{value} at {position} is not a date', 'Write {field}:2026-01-31'],
  'near-distance': [
    '{operator} at {position} needs a distance from 0 to {max}',
    'Write {name}/5 for "at most 5 words apart"',
  ],
  'near-operand': [
    '{operator} at {position} can only join words, phrases and groups of them with OR',
    'Put words or (one OR another) on both sides',
  ],
};

/** Carries a `QueryError` out of the recursive parser; never leaves this folder. */
export class QueryProblem extends Error {
  readonly detail: QueryError;
  constructor(detail: QueryError) {
    super(detail.message);
    this.detail = detail;
  }
}

/** Builds an error; `at` and `length` are UTF-16 offsets into the query. */
export function queryError(code: QueryErrorCode, at: number, length: number, more: Params = {}): QueryError {
  const params: Params = { position: at + 1, ...more };
  const [message, suggestion] = WORDINGS[code];
  return { code, params, at, length, message: fill(message, params), suggestion: fill(suggestion, params) };
}

function fill(wording: string, params: Params): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
