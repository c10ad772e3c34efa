import { partsOf } from './glob.ts';
import { leavesOf } from './near.ts';
import { listOf } from './parse.ts';
import type { QueryNode } from './types.ts';

/** Letters that unicode61 does not know as such: a phrase of nothing else would match no row. */
const UNKNOWN_TO_SQLITE = /[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]/g;
/** Where folding and word boundaries of exact text are sure to agree with those of the folded index. */
const SIMPLE_SCRIPT = /^[\0-\u024f\u0400-\u045f\u0388-\u03ce]+$/;

/**
 * An FTS5 MATCH expression that finds at least everything the matcher accepts, or null when the query cannot be
 * narrowed by words (then every item has to be looked at). For a table `fts5(title, body, facet)` with
 * `tokenize='unicode61 remove_diacritics 2'` whose title and body hold `indexText(…)`.
 */
export function toFts(node: QueryNode): string | null {
  const expression = narrow(node, 0);
  return expression === null ? null : inTexts(expression);
}

/**
 * Folded letters that unicode61 keeps apart as the matcher does. It takes `й` for `и`, and the index no longer knows
 * whether there was a space between two Chinese characters.
 */
const SAME_IN_SQLITE = /^[a-z0-9]+$/;
/** Taking away costs parentheses of its own: see MAX_NESTING. */
const MAX_EXACT_NESTING = 7;

/** How to find what a query matches: what the index finds, less what fails `rest`. */
export interface SearchPlan {
  /** An FTS5 MATCH expression for the same table as `toFts`; null when the words narrow nothing. */
  match: string | null;
  /** What the texts and facts of the items found have still to pass; null when the index has the last word. */
  rest: QueryNode | null;
}

/**
 * Leaves to the index all that it can tell for certain, so that few texts have to be read or folded. It cannot tell
 * wildcards inside a word, proximity, exact signs, fields, and letters that it sees differently.
 */
export function planSearch(node: QueryNode): SearchPlan {
  const whole = exact(node, 0);
  if (whole !== null) return { match: inTexts(whole), rest: null };
  const children = node.type === 'and' ? node.children : [];
  const certain = children.filter((child) => exact(child.type === 'not' ? child.child : child, 1) !== null);
  const sure = certain.length > 0 ? exact(listOf('and', certain), 1) : null;
  if (sure === null) return { match: toFts(node), rest: node };
  const rest = listOf(
    'and',
    children.filter((child) => !certain.includes(child)),
  );
  return { match: inTexts(all([sure, narrow(rest, 1)]) ?? sure), rest };
}

const inTexts = (expression: string): string => `{title body} : (${expression})`;

function exact(node: QueryNode, depth: number): string | null {
  if (depth > MAX_EXACT_NESTING) return null;
  if (node.type === 'word' || node.type === 'phrase') return exactPhrase(node.text);
  if (node.type !== 'and' && node.type !== 'or') return null;
  const wanted = node.children.filter((child) => child.type !== 'not');
  const unwanted = node.children.flatMap((child) => (child.type === 'not' ? [child.child] : []));
  if (wanted.length === 0 || (node.type === 'or' && unwanted.length > 0)) return null;
  const parts = [...wanted, ...unwanted].map((child) => exact(child, depth + 1));
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const found = join(known.slice(0, wanted.length), node.type === 'and' ? ' AND ' : ' OR ');
  return unwanted.length === 0 ? found : `(${found} NOT ${join(known.slice(wanted.length), ' OR ')})`;
}

function exactPhrase(text: string): string | null {
  const parts = partsOf(text);
  const plain = parts.every(
    (part, i) =>
      part.kind === 'gap' ||
      ('text' in part && SAME_IN_SQLITE.test(part.text)) ||
      // At the end of a word that ends the phrase, FTS5 knows it as a prefix.
      (part.kind === 'star' && i > 0 && i === parts.length - 1 && parts[i - 1]?.kind !== 'gap'),
  );
  return plain ? phrase(text) : null;
}

/** FTS5's own parser refuses expressions that nest deeper than about 30 parentheses. */
const MAX_NESTING = 15;

function narrow(node: QueryNode, depth: number): string | null {
  if (depth > MAX_NESTING) {
    const phrases = cover(node);
    return phrases && join([...new Set(phrases)], ' OR ');
  }
  switch (node.type) {
    case 'word':
    case 'phrase':
      return phrase(node.text);
    case 'raw':
      return SIMPLE_SCRIPT.test(node.text) ? phrase(node.text.replaceAll(/[*?]/g, ' ')) : null;
    case 'near':
      return all(node.operands.map((operand) => any(leavesOf(operand).map(phrase))));
    case 'and':
      return all(node.children.map((child) => narrow(child, depth + 1)));
    case 'or':
      return any(node.children.map((child) => narrow(child, depth + 1)));
    case 'field':
    case 'compare':
    case 'date':
    case 'not':
      return null;
  }
}

/** Phrases of which every match contains at least one: a flat, looser stand-in for a deep expression. */
function cover(node: QueryNode): string[] | null {
  if (node.type === 'or') {
    const parts = node.children.map(cover);
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (node.type === 'and') {
    const parts = node.children.map(cover).filter((part) => part !== null);
    return parts.sort((a, b) => a.length - b.length)[0] ?? null;
  }
  const one = narrow(node, 0);
  return one === null ? null : [one];
}

function all(parts: readonly (string | null)[]): string | null {
  return join(
    parts.filter((part) => part !== null),
    ' AND ',
  );
}

/** One side that cannot be narrowed leaves the whole choice open. */
function any(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : join(known, ' OR ');
}

function join(parts: readonly string[], operator: string): string | null {
  if (parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(operator)})`;
}

/** The words before the first wildcard; only letters and digits, so nothing in it can be FTS5 syntax. */
function phrase(text: string): string | null {
  const words: string[] = [];
  let star = '';
  let glued = false;
  for (const part of partsOf(text)) {
    if (part.kind === 'star' || part.kind === 'one') {
      if (glued) star = '*';
      break;
    }
    glued = part.kind !== 'gap';
    if ('text' in part) words.push(part.text);
  }
  const quoted = words.join(' ');
  return quoted.replaceAll(UNKNOWN_TO_SQLITE, '').trim() === '' ? null : `"${quoted}"${star}`;
}
