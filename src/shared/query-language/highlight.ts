import { parse } from './parse.ts';
import { tokenize } from './tokens.ts';

export type HighlightKind = 'operator' | 'paren' | 'field' | 'value' | 'word' | 'phrase' | 'error';

/** A coloured piece of a query: UTF-16 offsets, half open. */
export interface Highlight {
  start: number;
  end: number;
  kind: HighlightKind;
}

/**
 * What to colour in the editor: sorted, not overlapping, spaces left out. Never throws; works on half-typed
 * queries. The place that `parse` complains about is an `error`, unless the complaint is about the whole query.
 */
export function highlightTokens(text: string): Highlight[] {
  const result = parse(text);
  const whole = result.ok || result.error.length >= text.length;
  const wrong = result.ok || whole ? undefined : result.error;
  const out: Highlight[] = [];
  const add = (start: number, end: number, kind: HighlightKind): void => {
    if (start < end) out.push({ start, end, kind });
  };
  for (const token of tokenize(text)) {
    const { start, end, kind } = token;
    if (kind === 'bad' || (wrong && wrong.at <= start && end <= wrong.at + wrong.length)) {
      add(start, end, 'error');
    } else if (kind === 'open' || kind === 'close') add(start, end, 'paren');
    else if (kind !== 'term') add(start, end, 'operator');
    else if (token.node.type === 'word' || token.node.type === 'phrase') add(start, end, token.node.type);
    else {
      add(start, token.valueAt, 'field');
      add(token.valueAt, end, 'value');
    }
  }
  return out;
}
