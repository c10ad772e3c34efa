import type { ItemKind, RawItem } from '#shared/model/item.ts';
import {
  cleanLine,
  cleanText,
  digest,
  htmlToText,
  identity,
  parseDate,
  rawItem,
  stripInlineTags,
} from '#engine/connectors/kit/index.ts';
import { canonicalLink, entryLink } from './links.ts';
import type { FeedEntry, Marked, ParsedFeed } from './parsed.ts';

export interface ReadOptions {
  /** Where the feed was read. */
  feedUrl: string;
  /** The address the source had first: identities stay the same when the feed moves. */
  scope: string;
  kind: ItemKind;
  /** UTC milliseconds; a date after this becomes this. */
  now: number;
  /** Digests of identities known to stand for several entries. */
  repeated: readonly string[];
}

/** A link, and what shows a picture or plays something, in the HTML that plain text is made of. */
const LINK = /<a\s[^>]{0,500}?href/i;
const SHOWN = /<(?:img|picture|video|audio|iframe|embed|object)\b/i;

export interface ReadEntries {
  items: RawItem[];
  skipped: number;
  /** `repeated` and what was found now, the newest 200. */
  repeated: string[];
}

interface Candidate {
  key: string;
  variant: string;
  item: RawItem;
}

/**
 * Turns a feed's entries into items. An entry's identity is its guid, else its link, else a digest of title and
 * date, always within the publishing host, so that no feed can overwrite what another brought. Where a feed uses
 * one identity for different entries, each gets its own from its link and title.
 */
export function readEntries(feed: ParsedFeed, options: ReadOptions): ReadEntries {
  const candidates: Candidate[] = [];
  let skipped = 0;
  for (const entry of feed.entries) {
    const candidate = readEntry(entry, feed, options);
    if (candidate === null) skipped += 1;
    else candidates.push(candidate);
  }
  const repeated = new Set(options.repeated);
  const firstVariant = new Map<string, string>();
  for (const { key, variant } of candidates) {
    const known = firstVariant.get(key);
    if (known === undefined) firstVariant.set(key, variant);
    else if (known !== variant) repeated.add(digest(key));
  }
  const items = new Map<string, RawItem>();
  for (const { key, variant, item } of candidates) {
    const ident = repeated.has(digest(key)) ? identity(`${key}~${variant}`) : key;
    // The same entry twice in one document: the first is the newer by custom.
    if (!items.has(ident)) items.set(ident, { ...item, ident });
  }
  return { items: [...items.values()], skipped, repeated: [...repeated].slice(-200) };
}

function readEntry(entry: FeedEntry, feed: ParsedFeed, options: ReadOptions): Candidate | null {
  const base = entryLink(feed.link, options.feedUrl) || options.feedUrl;
  const url = entryLink(entry.link, base);
  const title = titleOf(entry.title);
  const text = entry.texts
    .map((one) => textOf(one))
    .reduce((best, one) => (one.length > best.length ? one : best), '');
  const feedTitle = titleOf(feed.title);
  const author = entry.author ?? (feedTitle === '' ? null : { name: feedTitle, url: feed.link });
  const date = parseDate(entry.date);
  const key = keyOf(entry, url, title, text, options.scope);
  const item = rawItem({
    ident: key,
    kind: options.kind,
    url,
    title,
    text,
    author: author === null ? null : { name: author.name, url: entryLink(author.url, base) },
    publishedAt: date === null ? null : Math.min(date, options.now),
    language: entry.language || feed.language,
    hasLink: entry.texts.some(({ value, html }) => html && LINK.test(value)),
    hasMedia: entry.media || entry.texts.some(({ value, html }) => html && SHOWN.test(value)),
    engagement: { comments: entry.comments, views: entry.views, reactions: entry.likes },
  });
  if (item === null) return null;
  // Without a guid, equal link and title may still be two days' entries; with one, a new date is an edit.
  const variant = digest(canonicalLink(url), title, entry.id.trim() === '' ? entry.date : '');
  return { key: item.ident, variant, item };
}

function keyOf(entry: FeedEntry, url: string, title: string, text: string, scope: string): string {
  const host = new URL(scope).host.replace(/^www\./, '');
  const id = cleanLine(entry.id, 4000);
  // A short guid such as "1" means something within its feed only.
  if (id !== '') return id.length >= 12 ? `${host} ${id}` : `${host} ${digest(scope)} ${id}`;
  if (url !== '') return `${host} ${canonicalLink(url)}`;
  return `${host} ${digest(title, entry.date, title === '' ? text : '')}`;
}

function titleOf(marked: Marked): string {
  return cleanLine(marked.html ? htmlToText(marked.value, 4000) : stripInlineTags(marked.value), 2000);
}

function textOf(marked: Marked): string {
  return marked.html ? htmlToText(marked.value) : cleanText(marked.value);
}
