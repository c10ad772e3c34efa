import { countBytes, countGraphemes } from '#shared/networks/count.ts';
import { isHandle } from './identity.ts';

/** A part of a text that leads somewhere. `start` and `end` are UTF-16 positions. */
export interface Span {
  kind: 'link' | 'mention' | 'tag';
  start: number;
  end: number;
  /** The address, the handle, the tag without its sign. */
  value: string;
}

/** The same as the network wants it (`app.bsky.richtext.facet`): positions are UTF-8 bytes, the end not included. */
export interface Facet {
  index: { byteStart: number; byteEnd: number };
  features: [{ $type: string } & Readonly<Record<string, string>>];
}

/** Endings under which a bare name (`seaview.ro`) is taken for an address; others need `https://` or `www.`. */
const ENDINGS =
  'com|org|net|info|io|eu|ro|md|de|at|ch|fr|it|es|pt|nl|be|pl|gr|hu|bg|uk|ie|us|social|hotel|travel|shop|online|site|app|dev|blog|news';
const LINK = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._/-])(?:https?:\/\/[^\s<>"]{1,2000}|www\.[^\s<>"]{1,2000}|(?:[a-z0-9-]{1,63}\.){1,8}(?:${ENDINGS})(?![\p{L}\p{N}@.-]*[\p{L}\p{N}@])(?::\d{1,5})?(?:[/?#][^\s<>"]{0,2000})?)`,
  'giu',
);
const MENTION = /(?<![\p{L}\p{N}_@./-])@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/giu;
const TAG = /(?<=^|[\s([])[#＃](?!\ufe0f)([^\s#＃<>"]{1,300})/gu;
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const MOST_TAG_GRAPHEMES = 64;
const MOST_TAG_BYTES = 640;

/** Links, mentions and tags of a text, in its order, none over another. Never throws. */
export function findSpans(text: string): Span[] {
  const links = matches(text, LINK, (found) => {
    const shown = trimEnd(found);
    const address = /^https?:\/\//i.test(shown) ? shown : `https://${shown}`;
    if (!URL.canParse(address)) return null;
    const url = new URL(address);
    const isPlace = url.hostname.includes('.') || url.hostname === 'localhost';
    return isPlace && url.username === '' ? { kind: 'link', length: shown.length, value: url.href } : null;
  });
  const mentions = matches(text, MENTION, (found) => {
    const shown = found.replace(/[.-]+$/, '');
    const handle = shown.slice(1);
    return isHandle(handle) ? { kind: 'mention', length: shown.length, value: handle.toLowerCase() } : null;
  });
  const tags = matches(text, TAG, (found) => {
    const shown = found.replace(/\p{P}+$/u, '');
    const tag = shown.slice(1);
    const isTag =
      /[^\d\p{P}\s]/u.test(tag) &&
      countGraphemes(tag) <= MOST_TAG_GRAPHEMES &&
      countBytes(tag) <= MOST_TAG_BYTES;
    return isTag ? { kind: 'tag', length: shown.length, value: tag } : null;
  });
  const taken: Span[] = [];
  for (const span of [...links, ...mentions, ...tags]) {
    if (!taken.some(({ start, end }) => span.start < end && span.end > start)) taken.push(span);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * What a text leads to, for its record. A mention of somebody who does not exist stays text.
 * @param resolve the DID behind a handle; null where nobody has it
 */
export async function facetsOf(
  text: string,
  resolve: (handle: string) => Promise<string | null>,
): Promise<Facet[]> {
  const facets: Facet[] = [];
  for (const { kind, start, end, value } of findSpans(text)) {
    const did = kind === 'mention' ? await resolve(value) : null;
    if (kind === 'mention' && did === null) continue;
    const byteStart = countBytes(text.slice(0, start));
    facets.push({
      index: { byteStart, byteEnd: byteStart + countBytes(text.slice(start, end)) },
      features: [featureOf(kind, did ?? value)],
    });
  }
  return facets;
}

function featureOf(kind: Span['kind'], value: string): Facet['features'][0] {
  switch (kind) {
    case 'link':
      return { $type: 'app.bsky.richtext.facet#link', uri: value };
    case 'mention':
      return { $type: 'app.bsky.richtext.facet#mention', did: value };
    case 'tag':
      return { $type: 'app.bsky.richtext.facet#tag', tag: value };
  }
}

function matches(
  text: string,
  pattern: RegExp,
  read: (found: string) => { kind: Span['kind']; length: number; value: string } | null,
): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const span = read(found);
    return span === null
      ? []
      : [{ kind: span.kind, start: index, end: index + span.length, value: span.value }];
  });
}

/** What ends a sentence is no part of the address in it; a bracket is where it was opened inside. */
function trimEnd(found: string): string {
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? '';
    const opening = CLOSING[last];
    const isStray = opening !== undefined && count(found, opening, end) < count(found, last, end);
    if (!isStray && !/[.,;:!?'"’”»…]/u.test(last)) break;
  }
  return found.slice(0, end);
}

function count(text: string, letter: string, end: number): number {
  let number = 0;
  for (let at = 0; at < end; at += 1) if (text[at] === letter) number += 1;
  return number;
}
