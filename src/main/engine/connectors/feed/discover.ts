import type { ItemKind } from '#shared/model/item.ts';
import {
  ConnectorError,
  cleanLine,
  htmlToText,
  isAbort,
  parseDate,
  type CollectContext,
} from '#engine/connectors/kit/index.ts';
import { fetchFeed, type FetchOptions, type Fetched } from './fetch.ts';
import { guessKind } from './links.ts';
import { offeredFeeds, parseFeedText, type OfferedFeed } from './parse.ts';

export interface DiscoveredFeed {
  url: string;
  title: string;
  kind: ItemKind;
  /** UTC milliseconds of the newest entry; null when none is dated. */
  newestAt: number | null;
  entries: number;
}

type Context = Pick<CollectContext, 'http' | 'signal' | 'now' | 'allowLocalNetwork'>;

const MOST_REQUESTS = 8;
const COMMON_PATHS = ['/feed', '/rss', '/atom.xml', '/index.xml', '/feed.json'];

/**
 * Looks at an address a person typed (a site, a page, a feed, a YouTube channel; `https://` may be missing) and
 * answers the feeds it offers, read once, best first. At most eight requests. Throws ConnectorError when the
 * address itself cannot be read, and `not-a-feed` when no feed is found.
 */
export async function discoverFeeds(address: string, context: Context): Promise<DiscoveredFeed[]> {
  const url = completeAddress(address);
  const options = { ...context, now: context.now() };
  const page = await fetchFeed(url, options);
  const direct = tryRead(page, url, context.now());
  if (direct !== null) return [direct];
  const offered = [...youtubeFeeds(page), ...offeredFeeds(page.text ?? '', page.response.url)];
  const guesses = COMMON_PATHS.map((path) => ({ url: new URL(path, page.response.url).href, title: '' }));
  const found = new Map<string, DiscoveredFeed>();
  let requests = 1;
  const look = async (candidates: readonly OfferedFeed[]): Promise<void> => {
    for (const candidate of candidates) {
      if (requests >= MOST_REQUESTS || found.has(candidate.url)) continue;
      requests += 1;
      const read = await readQuietly(candidate, options);
      // Two addresses that end at the same feed are one.
      if (read !== null && ![...found.values()].some((one) => one.url === read.url)) {
        found.set(candidate.url, read);
      }
    }
  };
  await look(offered);
  if (found.size === 0) await look(guesses);
  if (found.size > 0) return [...found.values()];
  throw new ConnectorError(
    'refused',
    'no-feed-found',
    `No feed was found at ${new URL(url).hostname}. Look on the site for a link named RSS or Feed and paste its address.`,
    { params: { host: new URL(url).hostname } },
  );
}

/** A typed address made whole; throws ConnectorError `invalid` when it cannot be a web address. */
export function completeAddress(address: string): string {
  const typed = address
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const hasOtherScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) && whole !== typed;
  if (!hasOtherScheme && URL.canParse(whole) && !/\s/.test(typed)) {
    const url = new URL(whole);
    if (url.hostname.includes('.') || url.hostname.includes(':') || url.hostname === 'localhost')
      return url.href;
  }
  throw new ConnectorError(
    'invalid',
    'bad-address',
    'This is not a web address. Type one like example.org or https://example.org/news.',
    { field: 'address' },
  );
}

async function readQuietly(candidate: OfferedFeed, options: FetchOptions): Promise<DiscoveredFeed | null> {
  try {
    const read = tryRead(await fetchFeed(candidate.url, options), candidate.url, options.now);
    return read !== null && read.title === '' ? { ...read, title: candidate.title } : read;
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
}

function tryRead(fetched: Fetched, url: string, now: number): DiscoveredFeed | null {
  try {
    const feed = parseFeedText(fetched.text ?? '', fetched.response.url);
    const dates = feed.entries.map((entry) => parseDate(entry.date)).filter((date) => date !== null);
    const newest = dates.reduce((latest, date) => Math.max(latest, Math.min(date, now)), 0);
    return {
      url: fetched.permanentUrl ?? url,
      title: cleanLine(htmlToText(feed.title.value), 200),
      kind: guessKind(fetched.response.url, feed.generator),
      newestAt: newest > 0 ? newest : null,
      entries: feed.entries.length,
    };
  } catch (error) {
    if (error instanceof ConnectorError) return null;
    throw error;
  }
}

/** A YouTube channel's page names its channel; the feed's address follows from that. */
function youtubeFeeds(page: Fetched): OfferedFeed[] {
  const url = new URL(page.response.url);
  if (!/(?:^|\.)youtube\.com$/.test(url.hostname)) return [];
  const id =
    /\/channel\/(UC[\w-]{22})/.exec(url.pathname)?.[1] ??
    /(?:\/channel\/|"(?:channelId|externalId)":")(UC[\w-]{22})/.exec(page.text ?? '')?.[1];
  return id === undefined
    ? []
    : [{ url: `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`, title: 'YouTube' }];
}
