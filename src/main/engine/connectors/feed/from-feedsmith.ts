import { parseFeed } from 'feedsmith';
import type { FeedEntry, Marked, ParsedFeed } from './parsed.ts';

/** More entries than any real feed holds; keeps a hostile one from filling the memory. */
const MOST_ENTRIES = 20_000;

const parse = (text: string) =>
  parseFeed(text, { maxItems: MOST_ENTRIES, parseDateFn: (raw: string): string => raw });

type AnyFeed = ReturnType<typeof parse>;
type Rss = Extract<AnyFeed, { format: 'rss' }>['feed'];
type Atom = Extract<AnyFeed, { format: 'atom' }>['feed'];
type Rdf = Extract<AnyFeed, { format: 'rdf' }>['feed'];
type Json = Extract<AnyFeed, { format: 'json' }>['feed'];
type RssItem = NonNullable<Rss['items']>[number];
type AtomEntry = NonNullable<Atom['entries']>[number];
type RdfItem = NonNullable<Rdf['items']>[number];
type JsonItem = NonNullable<Json['items']>[number];
type Media = NonNullable<AtomEntry['media']>;
interface AtomText {
  value?: string;
  type?: string;
}
interface Person {
  name?: string;
  email?: string;
  link?: string;
  uri?: string;
  url?: string;
}

const html = (value: string | undefined): Marked => ({ value: value ?? '', html: true });
const plain = (value: string | undefined): Marked => ({ value: value ?? '', html: false });

/** Reads a feed with feedsmith; throws whatever it throws when it gives up. */
export function readWithFeedsmith(text: string): ParsedFeed {
  const parsed = parse(text);
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

function fromRss(feed: Rss): ParsedFeed {
  return {
    title: html(feed.title),
    link: feed.link ?? '',
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? '',
    generator: feed.generator ?? '',
    ttlMinutes: feed.ttl ?? null,
    entries: (feed.items ?? []).map((item) => rssEntry(item)),
  };
}

function rssEntry(item: RssItem): FeedEntry {
  const guid = item.guid?.value ?? item.dc?.identifiers?.[0] ?? '';
  const isLink = item.guid?.isPermaLink !== false && /^https?:\/\//i.test(guid);
  return {
    id: guid,
    link: item.link ?? alternate(item.atom?.links) ?? (isLink ? guid : ''),
    title: html(item.title ?? item.dc?.titles?.[0] ?? mediaTitle(item.media)),
    texts: [
      html(item.content?.encoded),
      html(item.description),
      html(item.dc?.descriptions?.[0]),
      html(item.itunes?.summary),
      ...mediaText(item.media),
    ],
    author: person(item.authors?.[0], item.dc?.creators?.[0] ?? item.itunes?.author ?? item.source?.title),
    date: first(
      item.pubDate,
      item.dc?.dates?.[0],
      item.dcterms?.created?.[0],
      item.atom?.published,
      item.atom?.updated,
    ),
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? '',
    media: (item.enclosures?.length ?? 0) > 0 || showsMedia(item.media),
    comments: item.slash?.comments ?? item.thr?.total ?? null,
    ...mediaCounts(item.media),
  };
}

function fromAtom(feed: Atom): ParsedFeed {
  return {
    title: atomText(feed.title),
    link: alternate(feed.links) ?? '',
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? '',
    generator: feed.generator?.text ?? '',
    ttlMinutes: null,
    entries: (feed.entries ?? []).map((entry) => atomEntry(entry)),
  };
}

function atomEntry(entry: AtomEntry): FeedEntry {
  return {
    id: entry.id ?? '',
    link: alternate(entry.links) ?? entry.content?.src ?? '',
    title: atomText(entry.title),
    texts: [atomText(entry.content), atomText(entry.summary), ...mediaText(entry.media)],
    author: person(entry.authors?.[0], entry.dc?.creators?.[0] ?? entry.source?.title?.value),
    date: first(entry.published, entry.updated, entry.dc?.dates?.[0]),
    language: entry.xml?.lang ?? entry.dc?.languages?.[0] ?? '',
    media: (entry.links ?? []).some(({ rel }) => rel === 'enclosure') || showsMedia(entry.media),
    comments: entry.slash?.comments ?? entry.thr?.total ?? null,
    ...mediaCounts(entry.media),
  };
}

function fromRdf(feed: Rdf): ParsedFeed {
  return {
    title: html(feed.title),
    link: feed.link ?? '',
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? '',
    generator: '',
    ttlMinutes: null,
    entries: (feed.items ?? []).map((item) => rdfEntry(item)),
  };
}

function rdfEntry(item: RdfItem): FeedEntry {
  return {
    id: item.rdf?.about ?? item.dc?.identifiers?.[0] ?? '',
    link: item.link ?? '',
    title: html(item.title ?? item.dc?.titles?.[0]),
    texts: [html(item.content?.encoded), html(item.description), html(item.dc?.descriptions?.[0])],
    author: person(undefined, item.dc?.creators?.[0]),
    date: first(item.dc?.dates?.[0], item.dcterms?.created?.[0]),
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? '',
    media: showsMedia(item.media),
    comments: item.slash?.comments ?? null,
    ...mediaCounts(item.media),
  };
}

function fromJson(feed: Json): ParsedFeed {
  return {
    title: plain(feed.title),
    link: feed.home_page_url ?? '',
    language: feed.language ?? '',
    generator: '',
    ttlMinutes: null,
    entries: (feed.items ?? []).map((item) => jsonEntry(item, feed.authors?.[0])),
  };
}

function jsonEntry(item: JsonItem, feedAuthor: Person | undefined): FeedEntry {
  return {
    id: item.id ?? '',
    link: item.url ?? item.external_url ?? '',
    title: plain(item.title),
    texts: [html(item.content_html), plain(item.content_text), plain(item.summary)],
    author: person(item.authors?.[0] ?? feedAuthor, undefined),
    date: first(item.date_published, item.date_modified),
    language: item.language ?? '',
    media: (item.attachments?.length ?? 0) > 0 || (item.image ?? item.banner_image ?? '') !== '',
    comments: null,
    views: null,
    likes: null,
  };
}

function person(who: Person | undefined, otherwise: string | undefined): FeedEntry['author'] {
  const name = who?.name ?? otherwise ?? who?.email ?? '';
  return name === '' ? null : { name, url: who?.uri ?? who?.link ?? who?.url ?? '' };
}

function atomText(text: AtomText | undefined): Marked {
  return { value: text?.value ?? '', html: text?.type !== undefined && /html/i.test(text.type) };
}

function alternate(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): string | undefined {
  const candidates = (links ?? []).filter((link) => (link.rel ?? 'alternate') === 'alternate');
  const page = candidates.find((link) => link.type === undefined || /html/i.test(link.type));
  return (page ?? candidates[0])?.href;
}

function mediaTitle(media: Media | undefined): string | undefined {
  return media?.title?.value ?? media?.groups?.[0]?.title?.value;
}

function mediaText(media: Media | undefined): Marked[] {
  const found = media?.description ?? media?.groups?.[0]?.description;
  return found === undefined ? [] : [{ value: found.value ?? '', html: found.type === 'html' }];
}

/** Media RSS names what is attached in several places. */
function showsMedia(media: Media | undefined): boolean {
  const parts = [media, ...(media?.groups ?? [])];
  return parts.some((part) => (part?.contents?.length ?? 0) > 0 || (part?.thumbnails?.length ?? 0) > 0);
}

function mediaCounts(media: Media | undefined): Pick<FeedEntry, 'views' | 'likes'> {
  const community = media?.community ?? media?.groups?.[0]?.community;
  return { views: community?.statistics?.views ?? null, likes: community?.starRating?.count ?? null };
}

function first(...values: readonly (string | undefined)[]): string {
  return values.find((value) => value !== undefined && value.trim() !== '') ?? '';
}
