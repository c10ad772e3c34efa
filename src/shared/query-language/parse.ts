import { QueryProblem, queryError } from './errors.ts';
import { type Token, tokenize } from './tokens.ts';
import type { NearLink, NearOperand, ParseResult, QueryNode } from './types.ts';

/** Longest query, in UTF-16 units. */
export const MAX_LENGTH = 10_000;
/** How deep parentheses and NOT may nest. */
export const MAX_DEPTH = 50;

/**
 * Reads a query. Never throws: what is wrong comes back as an error with a place and advice.
 * Binds from tight to loose: near, NOT, AND (also by standing side by side), OR.
 */
export function parse(text: string): ParseResult {
  const result = parseTree(text);
  if (!result.ok || wants(result.query, true)) return result;
  return { ok: false, error: queryError('only-negative', 0, text.length) };
}

/** As `parse`, but lets a query pass that only says what to leave out: one that is still being put together. */
export function parseTree(text: string): ParseResult {
  try {
    if (text.length > MAX_LENGTH) {
      const params = { length: text.length, max: MAX_LENGTH };
      throw new QueryProblem(queryError('too-long', MAX_LENGTH, text.length - MAX_LENGTH, params));
    }
    const tokens = tokenize(text);
    for (const token of tokens) if (token.kind === 'bad') throw new QueryProblem(token.error);
    if (tokens.length === 0) throw new QueryProblem(queryError('empty', 0, text.length));
    return { ok: true, query: new Reader(text, tokens).query() };
  } catch (error) {
    if (error instanceof QueryProblem) return { ok: false, error: error.detail };
    throw error;
  }
}

/** Does every way of satisfying the query contain something to look for? */
function wants(node: QueryNode, positive: boolean): boolean {
  if (node.type === 'not') return wants(node.child, !positive);
  if (node.type !== 'and' && node.type !== 'or') return positive;
  const any = (node.type === 'and') === positive;
  return any
    ? node.children.some((child) => wants(child, positive))
    : node.children.every((child) => wants(child, positive));
}

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  query(): QueryNode {
    const node = this.#or();
    const rest = this.#peek();
    if (rest !== undefined) throw problem('unexpected-paren', rest);
    return node;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #or(): QueryNode {
    const children = [this.#and()];
    while (this.#peek()?.kind === 'or') {
      this.#next++;
      children.push(this.#and());
    }
    return listOf('or', children);
  }

  #and(): QueryNode {
    const children = [this.#not()];
    for (let token = this.#peek(); token !== undefined; token = this.#peek()) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') this.#next++;
      children.push(this.#not());
    }
    return listOf('and', children);
  }

  #not(): QueryNode {
    const token = this.#peek();
    if (token?.kind !== 'not') return this.#near();
    this.#next++;
    this.#enter(token);
    const child = this.#not();
    this.#depth--;
    return { type: 'not', child };
  }

  #near(): QueryNode {
    const first = this.#primary();
    let token = this.#peek();
    if (token?.kind !== 'near') return first;
    const operands = [this.#operand(first, token)];
    const links: NearLink[] = [];
    for (; token?.kind === 'near'; token = this.#peek()) {
      this.#next++;
      links.push({ distance: token.distance, ordered: token.ordered });
      operands.push(this.#operand(this.#primary(), token));
    }
    return { type: 'near', operands, links };
  }

  #operand(node: QueryNode, operator: Token): NearOperand {
    if (node.type === 'word' || node.type === 'phrase') return node;
    if (node.type === 'or') {
      return { type: 'or', children: node.children.map((child) => this.#operand(child, operator)) };
    }
    throw problem('near-operand', operator, { operator: this.#written(operator) });
  }

  #primary(): QueryNode {
    const token = this.#peek();
    if (token?.kind === 'term') {
      this.#next++;
      return token.node;
    }
    if (token?.kind === 'open') return this.#group(token);
    throw this.#missing(token);
  }

  #group(open: Token): QueryNode {
    this.#next++;
    const first = this.#peek();
    if (first === undefined) throw problem('unclosed-paren', open);
    if (first.kind === 'close') {
      throw new QueryProblem(queryError('empty-paren', open.start, first.end - open.start));
    }
    this.#enter(open);
    const node = this.#or();
    this.#depth--;
    if (this.#peek()?.kind !== 'close') throw problem('unclosed-paren', open);
    this.#next++;
    return node;
  }

  #enter(token: Token): void {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) throw problem('too-deep', token, { max: MAX_DEPTH });
  }

  /** A term was expected. Blames the operator before the place, or else what stands there. */
  #missing(found: Token | undefined): QueryProblem {
    const before = this.#tokens[this.#next - 1];
    if (before !== undefined && before.kind !== 'open') {
      return problem('missing-right', before, { operator: this.#written(before) });
    }
    if (found === undefined || found.kind === 'close') {
      return problem('unexpected-paren', found ?? { start: this.#text.length, end: this.#text.length });
    }
    return problem('missing-left', found, { operator: this.#written(found) });
  }

  #written(token: Token): string {
    return this.#text.slice(token.start, token.end);
  }
}

/** A list of these, without lists of its own type in it; a single part stands for itself. */
export function listOf(type: 'and' | 'or', parts: readonly QueryNode[]): QueryNode {
  const children = parts.flatMap((part) => (part.type === type ? part.children : [part]));
  const [only] = children;
  return children.length === 1 && only !== undefined ? only : { type, children };
}

function problem(
  code: Parameters<typeof queryError>[0],
  place: { start: number; end: number },
  params: Record<string, string | number> = {},
): QueryProblem {
  return new QueryProblem(queryError(code, place.start, place.end - place.start, params));
}
