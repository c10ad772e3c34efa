import { createHash } from 'node:crypto';
import type { RawItem } from '#shared/model/item.ts';

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid)$/i;
const DAY = 86_400_000;

/**
 * The address without what differs between two links to the same page: scheme, `www.`, tracking parameters,
 * fragment, trailing slash. '' where there is no http(s) address.
 */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.toString();
  const path = url.pathname.replace(/\/+$/, '');
  // A bare host is a home page: many different items of one source may point there.
  if (path === '' && query === '') return '';
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}

/** 48 bits of a hash, so that the index on addresses stays narrow; a hit is compared in full. */
export function urlKey(canonical: string): number | null {
  if (canonical === '') return null;
  return createHash('sha1').update(canonical).digest().readUIntBE(0, 6);
}

export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : '';
}

/** Dates before the web or after tomorrow are mistakes of the source; the time of collecting is closer. */
export function publishedAt(raw: RawItem, now: number): number {
  const at = raw.publishedAt;
  if (at === null || at < Date.UTC(1990, 0, 1)) return now;
  return at > now + DAY ? now : Math.min(at, now);
}
