import type { ItemKind } from '#shared/model/item.ts';
import { httpAddress } from '#engine/connectors/kit/index.ts';

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src|at_medium|at_campaign)$/i;

/** An entry's link as an absolute http(s) address, out of a Google Alerts redirect where it is in one; '' if unusable. */
export function entryLink(link: string, base: string): string {
  const address = httpAddress(link, base);
  if (address === '') return '';
  const url = new URL(address);
  if (!/(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) || url.pathname !== '/url') return address;
  return httpAddress(url.searchParams.get('url') ?? url.searchParams.get('q')) || address;
}

/** An address without what differs between two links to the same page: fragment and campaign parameters. */
export function canonicalLink(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** What sort of text a feed brings, from its address and the software that wrote it. */
export function guessKind(feedUrl: string, generator: string): ItemKind {
  const url = new URL(feedUrl);
  const host = url.hostname.replace(/^www\./, '');
  if (/(?:^|\.)reddit\.com$/.test(host)) return 'forum';
  if (/(?:^|\.)(?:youtube\.com|bsky\.app)$/.test(host)) return 'social';
  if (/discourse|lemmy|phpbb|xenforo|vbulletin|simple machines|mybb/i.test(generator)) return 'forum';
  if (/mastodon|misskey|pleroma|akkoma|pixelfed|snac/i.test(generator)) return 'social';
  if (/^\/(?:@[\w.]+|tags\/[^/]+)\.rss$/.test(url.pathname)) return 'social';
  if (/^\/feeds\/(?:all|local|c\/[^/]+|u\/[^/]+)\.xml$/.test(url.pathname)) return 'forum';
  if (/^\/(?:latest|posts|top|c\/.+|t\/.+)\.rss$/.test(url.pathname)) return 'forum';
  return 'news';
}
