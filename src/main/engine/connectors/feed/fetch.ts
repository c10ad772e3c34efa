import { checkStatus, type HttpPort, type HttpResponse } from '#engine/connectors/kit/index.ts';
import { decodeBytes } from './charset.ts';

export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface Fetched {
  response: HttpResponse;
  /** The decoded body; null when the server says that nothing changed. */
  text: string | null;
  validators: Validators;
  /** Where the feed now lives for good: the end of an unbroken run of permanent redirects. */
  permanentUrl: string | null;
}

export interface FetchOptions {
  http: HttpPort;
  signal: AbortSignal;
  allowLocalNetwork: boolean;
  now: number;
  validators?: Validators;
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** Reddit answers 429 to anyone faster than this. */
const REDDIT_GAP_MS = 6_000;

/** Fetches a feed or a page, conditionally where validators are known. Throws ConnectorError for any status but success. */
export async function fetchFeed(url: string, options: FetchOptions): Promise<Fetched> {
  const headers: Record<string, string> = { accept: ACCEPT };
  if (options.validators?.etag) headers['if-none-match'] = options.validators.etag;
  if (options.validators?.lastModified) headers['if-modified-since'] = options.validators.lastModified;
  const response = await options.http.request({
    url,
    headers,
    signal: options.signal,
    allowLocalNetwork: options.allowLocalNetwork,
    minGapMs: isReddit(url) ? REDDIT_GAP_MS : 0,
  });
  checkStatus(response, options.now, 'the feed');
  const unchanged = response.status === 304;
  return {
    response,
    text: unchanged ? null : decodeBytes(response.bytes, response.headers['content-type'] ?? ''),
    validators: {
      etag: validator(response.headers['etag']) ?? (unchanged ? (options.validators?.etag ?? null) : null),
      lastModified:
        validator(response.headers['last-modified']) ??
        (unchanged ? (options.validators?.lastModified ?? null) : null),
    },
    permanentUrl: permanentEnd(response),
  };
}

function permanentEnd(response: HttpResponse): string | null {
  let end: string | null = null;
  for (const { status, to } of response.redirects) {
    if (status !== 301 && status !== 308) break;
    end = to;
  }
  return end;
}

/** UTC milliseconds before which the feed asks not to be read again (`max-age`, `ttl`), at most a day ahead; null if it does not say. */
export function nextAfter(response: HttpResponse, ttlMinutes: number | null, now: number): number | null {
  const maxAge = Number(/\bmax-age=(\d{1,9})/i.exec(response.headers['cache-control'] ?? '')?.[1] ?? 0);
  const ttl = ttlMinutes !== null && ttlMinutes > 0 ? ttlMinutes * 60 : 0;
  const seconds = Math.min(Math.max(maxAge, ttl), 86_400);
  return seconds > 0 ? now + seconds * 1000 : null;
}

function validator(value: string | undefined): string | null {
  return value !== undefined && value !== '' && value.length <= 1000 ? value : null;
}

function isReddit(url: string): boolean {
  return URL.canParse(url) && /(?:^|\.)reddit\.com$/.test(new URL(url).hostname);
}
