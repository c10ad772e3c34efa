import { highlightTokens, type HighlightKind } from '#shared/query-language/index.ts';

export interface Segment {
  start: number;
  text: string;
  /** `space` is what lies between the coloured pieces. */
  kind: HighlightKind | 'space';
}

/** A query cut into pieces to colour; together they are the whole text. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const push = (end: number, kind: Segment['kind']): void => {
    if (end > at) segments.push({ start: at, text: text.slice(at, end), kind });
    at = Math.max(at, end);
  };
  for (const token of highlightTokens(text)) {
    push(token.start, 'space');
    push(token.end, token.kind);
  }
  push(text.length, 'space');
  return segments;
}
