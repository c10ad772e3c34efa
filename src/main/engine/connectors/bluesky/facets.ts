import { countBytes } from '#shared/networks/count.ts';

export type Feature =
  | { $type: 'app.bsky.richtext.facet#link'; uri: string }
  | { $type: 'app.bsky.richtext.facet#mention'; did: string }
  | { $type: 'app.bsky.richtext.facet#tag'; tag: string };

export interface Facet {
  /** UTF-8 offsets, half open. */
  index: { byteStart: number; byteEnd: number };
  features: Feature[];
}

/** A stretch of a text that wants to be more than text; UTF-16 offsets. */
export type Span = { start: number; end: number } & (
  { kind: 'link'; uri: string } | { kind: 'mention'; handle: string } | { kind: 'tag'; tag: string }
);

const LINK = /(?<![\p{L}\p{N}@])https?:\/\/[^\s<>"']+/giu;
const MENTION =
  /(?<![\p{L}\p{N}_./@-])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(?![\p{L}\p{N}_-])/giu;
const TAG = /(?<![\p{L}\p{N}_#&/])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;
/** Punctuation that ends a sentence rather than an address. */
const TRAILING = /[.,;:!?…]+$/u;

/** Links, mentions and hashtags of a text, in order and not overlapping. */
export function spansOf(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(LINK)) {
    const uri = trimLink(match[0]);
    if (URL.canParse(uri))
      found.push({ kind: 'link', uri, start: match.index, end: match.index + uri.length });
  }
  for (const match of text.matchAll(MENTION))
    found.push({
      kind: 'mention',
      handle: (match[1] ?? '').toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    });
  for (const match of text.matchAll(TAG)) {
    const tag = match[1] ?? '';
    // The network's own limit for a tag.
    if ([...tag].length <= 64)
      found.push({ kind: 'tag', tag, start: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of found) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** An address without the punctuation after it, and without a closing bracket that was never opened in it. */
function trimLink(raw: string): string {
  let link = raw.replace(TRAILING, '');
  while (/[)\]}]$/.test(link)) {
    const close = link.at(-1) ?? '';
    const open = { ')': '(', ']': '[', '}': '{' }[close] ?? '';
    if (link.split(open).length >= link.split(close).length) break;
    link = link.slice(0, -1).replace(TRAILING, '');
  }
  return link;
}

/**
 * The facets of a text, by UTF-8 offset. A mention of a handle that nobody has stays plain text.
 * @param dids the DID of each handle that was found
 */
export function facetsOf(text: string, spans: readonly Span[], dids: ReadonlyMap<string, string>): Facet[] {
  return spans.flatMap((span) => {
    const feature = featureOf(span, dids);
    if (feature === null) return [];
    const byteStart = countBytes(text.slice(0, span.start));
    const byteEnd = byteStart + countBytes(text.slice(span.start, span.end));
    return [{ index: { byteStart, byteEnd }, features: [feature] }];
  });
}

function featureOf(span: Span, dids: ReadonlyMap<string, string>): Feature | null {
  switch (span.kind) {
    case 'link':
      return { $type: 'app.bsky.richtext.facet#link', uri: span.uri };
    case 'tag':
      return { $type: 'app.bsky.richtext.facet#tag', tag: span.tag };
    case 'mention': {
      const did = dids.get(span.handle);
      return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
    }
  }
}
