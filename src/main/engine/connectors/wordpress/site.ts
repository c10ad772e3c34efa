import { Parser } from 'htmlparser2';
import { z } from 'zod';
import {
  ConnectorError,
  checkStatus,
  cleanLine,
  htmlToText,
  jsonOf,
  serverOrigin,
  type HttpResponse,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';
import { pathIn, restBlocked, shortAddress } from './protocol.ts';

/** The first page of the interface, which says what the site offers. Without `_fields` it lists every path it has. */
const Index = z.object({
  name: z.string().default(''),
  namespaces: z.array(z.string()),
  authentication: z.unknown(),
});

export interface Site {
  /** Its address, without a slash at its end. */
  home: string;
  /** See `WordPressAccount`. */
  root: string;
  name: string;
  takesApplicationPasswords: boolean;
}

const REL = 'https://api.w.org/';

/**
 * A site's address as a person types it: `seaview.example`, `https://seaview.example/blog/wp-admin/`. Without a slash at
 * its end. @throws ConnectorError `invalid`
 */
export function siteAddress(typed: string, field: string): string {
  const text = typed.trim();
  const origin = serverOrigin(text, field);
  const { pathname } = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return (
    origin +
    pathname.replace(/\/(?:wp-admin|wp-login\.php|wp-json|index\.php)(?:\/.*)?$/, '').replace(/\/+$/, '')
  );
}

/**
 * Finds a site's interface for programs as WordPress announces it, in a header, in the page, or where it usually is.
 * @param field the key of the setting that holds the address, for the error
 * @throws ConnectorError `invalid` when there is none, or it is closed
 */
export async function findSite(context: NetworkContext, typed: string, field: string): Promise<Site> {
  const typedHome = siteAddress(typed, field);
  const page = await get(context, `${typedHome}/`, 'text/html');
  const home = siteAddress(page.url.split(/[?#]/)[0] ?? page.url, field);
  const announced = [announcedIn(page.headers['link'] ?? ''), linkIn(page)].flatMap((address) =>
    address === null ? [] : (rootOf(address, page.url) ?? []),
  );
  const { origin } = new URL(home);
  // A home page in a language's own folder still belongs to the site above it.
  const usual = [home, origin].flatMap((base) => [`${base}/wp-json`, `${base}/?rest_route=`]);
  const roots = new Set([...announced, ...usual]);
  let isClosed = false;
  for (const root of roots) {
    const fields = '_fields=name,namespaces,authentication';
    const answer = await get(context, pathIn(root, `/?${fields}`), 'application/json');
    if (answer.status === 429 || answer.status >= 500) checkStatus(answer, context.now(), 'the site');
    const index = Index.safeParse(jsonOf(answer));
    if (index.success && index.data.namespaces.includes('wp/v2')) {
      return {
        home,
        root,
        name: siteName(index.data.name, home),
        takesApplicationPasswords: offersPasswords(index.data.authentication),
      };
    }
    isClosed ||= answer.status === 401 || answer.status === 403;
  }
  const host = new URL(home).hostname;
  const params = { host, field };
  if (isClosed || announced.length > 0) throw restBlocked(host, field);
  throw new ConnectorError(
    'invalid',
    'no-wordpress',
    `No WordPress was found at ${host}. Type the address of the site's home page.`,
    { field, params },
  );
}

/** The name a site gives itself, as plain text; its address where it gives none. */
export const siteName = (name: string, home: string): string =>
  cleanLine(htmlToText(name), 200) || shortAddress(home);

async function get(context: NetworkContext, url: string, accept: string): Promise<HttpResponse> {
  const { http, signal, allowLocalNetwork } = context;
  return http.request({
    url,
    headers: { accept },
    signal,
    allowLocalNetwork,
    allowedHosts: twins(new URL(url).hostname),
  });
}

/** A site with www and without is one site. */
const twins = (hostname: string): string[] => {
  const bare = hostname.replace(/^www\./, '');
  return [bare, `www.${bare}`];
};

const announcedIn = (header: string): string | null =>
  /<([^<>]+)>\s*;[^,<]*rel="?https:\/\/api\.w\.org\/"?/.exec(header)?.[1] ?? null;

/** The address in the page's `<link rel="https://api.w.org/">`. */
function linkIn(page: HttpResponse): string | null {
  let found: string | null = null;
  const parser = new Parser({
    onopentag(name, { rel, href }) {
      if (name === 'link' && rel === REL && href !== undefined) found ??= href;
    },
  });
  parser.write(new TextDecoder().decode(page.bytes.subarray(0, 500_000)));
  parser.end();
  return found;
}

/**
 * What follows is asked with a password: it has to be the same site, and stays with the scheme of its page, whatever an
 * old setting of the site says.
 */
function rootOf(address: string, page: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const url = new URL(address, page);
  if (!twins(new URL(page).hostname).includes(url.hostname)) return null;
  url.protocol = new URL(page).protocol;
  if (!url.searchParams.has('rest_route')) return url.origin + url.pathname.replace(/\/+$/, '');
  return `${url.origin}${url.pathname}?rest_route=`;
}

function offersPasswords(authentication: unknown): boolean {
  return (
    typeof authentication === 'object' && authentication !== null && 'application-passwords' in authentication
  );
}
