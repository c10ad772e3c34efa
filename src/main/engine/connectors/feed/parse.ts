import { Parser } from 'htmlparser2';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { readWithFeedsmith } from './from-feedsmith.ts';
import { readTolerantly } from './from-tolerant.ts';
import { isHostile } from './hostile.ts';
import type { ParsedFeed } from './parsed.ts';

/** A feed that a web page names in its head. */
export interface OfferedFeed {
  url: string;
  title: string;
}

const FEED_TYPES =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/(?:feed\+)?json|text\/xml|application\/xml)\b/i;
const HTML_START =
  /^\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<!--(?:(?!-->)[^]){0,5000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b/i;
const FEED_ROOT = /<(?:[\w-]{1,30}:)?(?:rss|feed|rdf)[\s>]/i;
/** The tolerant parser's time grows with the square of this. */
const MOST_TOLERATED = 1500;

/**
 * Reads any feed format. `pageUrl` is where the text came from. Throws ConnectorError `not-a-feed` (with the feeds
 * a web page offers in `details.feeds`), `malformed` or `empty`. Document type definitions are removed unread, so
 * entities defined in them never expand.
 */
export function parseFeedText(text: string, pageUrl: string): ParsedFeed {
  if (text.trim() === '') {
    throw new ConnectorError(
      'transient',
      'empty',
      'The server sent an empty answer instead of a feed. Earshot tries again by itself.',
    );
  }
  if (HTML_START.test(text)) throw notAFeed(offeredFeeds(text, pageUrl));
  const looksRight = /^\s*\{/.test(text)
    ? /jsonfeed\.org/i.test(text)
    : FEED_ROOT.test(text.slice(0, 20_000));
  const xml = withoutDoctype(text);
  if (xml === null || (/^\s*</.test(xml) && isHostile(xml))) throw malformed(undefined);
  try {
    return readWithFeedsmith(xml.trimStart());
  } catch (error) {
    if (!looksRight) throw notAFeed([]);
    if (/^\s*\{/.test(text) || (xml.match(/<(?:item|entry)\b/gi) ?? []).length > MOST_TOLERATED) {
      throw malformed(error);
    }
  }
  try {
    return readTolerantly(xml.trimStart());
  } catch (error) {
    throw malformed(error);
  }
}

/** The feeds a page's `<link rel="alternate">` names, as absolute addresses, at most 20. */
export function offeredFeeds(html: string, pageUrl: string): OfferedFeed[] {
  const found = new Map<string, OfferedFeed>();
  let base = pageUrl;
  const parser = new Parser({
    onopentag(name, attributes) {
      const href = attributes['href'] ?? '';
      if (name === 'base' && URL.canParse(href, pageUrl)) base = new URL(href, pageUrl).href;
      if (name === 'body') parser.pause();
      if (name !== 'link' || href === '' || found.size >= 20) return;
      const isAlternate = /\balternate\b/i.test(attributes['rel'] ?? '');
      if (!isAlternate || !FEED_TYPES.test(attributes['type'] ?? '') || !URL.canParse(href, base)) return;
      const url = new URL(href, base);
      // WordPress announces its JSON API the same way; it is no feed.
      if (!/^https?:$/.test(url.protocol) || /\/wp-json\//.test(url.pathname)) return;
      found.set(url.href, { url: url.href, title: (attributes['title'] ?? '').slice(0, 200) });
    },
  });
  parser.write(html.slice(0, 500_000));
  return [...found.values()];
}

/** The text without its DOCTYPE; null when that never ends. Comments and CDATA are left alone. */
function withoutDoctype(text: string): string | null {
  const start = text.slice(0, 100_000).search(/<!DOCTYPE\b/i);
  const root = text.search(/<[\w]/);
  if (start === -1 || (root !== -1 && root < start)) return text;
  let quote = '';
  let inSubset = false;
  for (let at = start + 9; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '[') inSubset = true;
    else if (char === ']') inSubset = false;
    else if (char === '>' && !inSubset) return text.slice(0, start) + text.slice(at + 1);
  }
  return null;
}

function notAFeed(feeds: readonly OfferedFeed[]): ConnectorError {
  const message =
    feeds.length === 0
      ? 'This address holds something else than a feed. Check the address, or let Earshot look for a feed on the site.'
      : 'This address is a web page, not a feed, but the page offers feeds. Pick one of them.';
  return new ConnectorError('refused', 'not-a-feed', message, {
    params: { feeds: feeds.length },
    details: { feeds },
  });
}

function malformed(cause: unknown): ConnectorError {
  return new ConnectorError(
    'transient',
    'malformed',
    'The feed is broken and cannot be read. Earshot keeps trying; if it lasts, tell the owner of the site.',
    { cause },
  );
}
