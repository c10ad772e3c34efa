/** The parsed query. `text` and `value` are as the user typed them; folding happens in the matcher. */
export type QueryNode =
  TextNode | RawNode | FieldNode | CompareNode | DateNode | NearNode | NotNode | ListNode;

/** A word, or what was between quotes. `*` is any run of letters, `?` is one letter. */
export interface TextNode {
  type: 'word' | 'phrase';
  text: string;
}
/** Exactly these characters: case, accents and signs count. */
export interface RawNode {
  type: 'raw';
  text: string;
}
export type TextField = 'author' | 'site' | 'url' | 'lang' | 'source' | 'kind' | 'has';
export interface FieldNode {
  type: 'field';
  field: TextField;
  value: string;
}
export type CompareOp = '<' | '<=' | '=' | '>=' | '>';
export interface CompareNode {
  type: 'compare';
  field: 'followers' | 'rating';
  op: CompareOp;
  value: number;
}
/** `after` includes the day, `before` does not; days are UTC, written YYYY-MM-DD. */
export interface DateNode {
  type: 'date';
  field: 'before' | 'after';
  day: string;
}
/** Each operand lies at most `distance` words from the one before it; `ordered` when it must also follow it. */
export interface NearNode {
  type: 'near';
  operands: NearOperand[];
  links: NearLink[];
}
export interface NearLink {
  distance: number;
  ordered: boolean;
}
export type NearOperand = TextNode | { type: 'or'; children: NearOperand[] };
export interface NotNode {
  type: 'not';
  child: QueryNode;
}
/** At least two children; never a list of the same type inside (the parser flattens). */
export interface ListNode {
  type: 'and' | 'or';
  children: QueryNode[];
}

export type QueryErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'only-negative'
  | 'unclosed-quote'
  | 'empty-quote'
  | 'unclosed-paren'
  | 'unexpected-paren'
  | 'empty-paren'
  | 'missing-left'
  | 'missing-right'
  | 'no-letters'
  | 'leading-star'
  | 'unknown-field'
  | 'missing-value'
  | 'bad-value'
  | 'bad-number'
  | 'bad-date'
  | 'near-distance'
  | 'near-operand';

/** Why a query could not be read. `code` and `params` let the interface say it in the user's language. */
export interface QueryError {
  code: QueryErrorCode;
  params: Record<string, string | number>;
  /** English: what is wrong and where (positions in sentences count from 1). */
  message: string;
  /** English: what to write instead. */
  suggestion: string;
  /** UTF-16 offset into the text, from 0, and length (may be 0 at the end of the text). */
  at: number;
  length: number;
}

export type ParseResult = { ok: true; query: QueryNode } | { ok: false; error: QueryError };

/** What the matcher looks at. Everything is as stored; nothing needs folding beforehand. */
export interface QueryItem {
  title: string;
  text: string;
  /** `fold(title)` and `fold(text)` where the caller already has them; saves about a microsecond. */
  foldedTitle?: string | undefined;
  foldedText?: string | undefined;
  author: string;
  /** Host name, with or without `www.`; '' where there is none. */
  site: string;
  url: string;
  /** ISO 639-1, possibly with a region (`de-AT`). */
  language: string | null;
  source: string;
  /** `news`, `social`, `forum` or `review`. */
  kind: string;
  followers: number | null;
  /** Stars, 0 to 5. An item stores 0 to 100: divide by 20 first. */
  rating: number | null;
  hasLink: boolean;
  hasMedia: boolean;
  /** UTC milliseconds. */
  publishedAt: number;
}

export interface TextRange {
  /** UTF-16 offsets into the text as given, half open. */
  start: number;
  end: number;
}

export interface Matcher {
  test(item: QueryItem): boolean;
  /** Where the wanted (not the excluded) words and phrases stand in a title or text: sorted, not overlapping. */
  ranges(text: string): TextRange[];
}
