import { Parser } from 'htmlparser2';
import {
  ConnectorError,
  cleanLine,
  httpAddress,
  imageFacts,
  type HttpResponse,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';

/** What a page says of itself. */
export interface PageCard {
  title: string;
  description: string;
  /** Null where it shows none that may be used. */
  image: { bytes: Uint8Array; type: string } | null;
}

const MOST_PAGE_BYTES = 3_000_000;
/** The network's limit for the picture of a card. */
const MOST_IMAGE_BYTES = 1_000_000;
const TIME_MS = 8000;
/** What a page says of itself stands at its beginning. */
const HEAD_CHARACTERS = 500_000;

/**
 * Reads the page behind a link for its card. A page that cannot be read, or has no title, has none: a card is never a
 * reason to hold a post back. @throws AbortError only
 */
export async function pageCard(context: NetworkContext, link: string): Promise<PageCard | null> {
  const page = await fetchQuietly(context, link, 'text/html', MOST_PAGE_BYTES);
  if (page === null || !/^(?:text\/html|application\/xhtml)/i.test(page.headers['content-type'] ?? ''))
    return null;
  const { title, description, image } = readHead(new TextDecoder().decode(page.bytes), page.url);
  if (title === '') return null;
  return { title, description, image: image === '' ? null : await fetchImage(context, image) };
}

/** Title, description and picture of an HTML page; '' what it lacks. Never throws. */
export function readHead(
  html: string,
  address: string,
): { title: string; description: string; image: string } {
  const meta = new Map<string, string>();
  let title = '';
  let isInTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title') isInTitle = title === '';
        if (name !== 'meta') return;
        const key = (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
        if (!meta.has(key)) meta.set(key, attributes['content'] ?? '');
      },
      ontext(text) {
        if (isInTitle) title += text;
      },
      onclosetag(name) {
        if (name === 'title') isInTitle = false;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html.slice(0, HEAD_CHARACTERS));
  parser.end();
  const first = (...names: string[]): string =>
    names.map((name) => meta.get(name) ?? '').find((text) => text !== '') ?? '';
  return {
    title: cleanLine(first('og:title', 'twitter:title') || title, 300),
    description: cleanLine(first('og:description', 'twitter:description', 'description'), 1000),
    image: httpAddress(first('og:image', 'og:image:url', 'twitter:image'), address),
  };
}

async function fetchImage(context: NetworkContext, address: string): Promise<PageCard['image']> {
  const answer = await fetchQuietly(context, address, 'image/*', MOST_IMAGE_BYTES);
  // What a file really is, by its first bytes, whatever its server calls it.
  const type = answer === null ? undefined : imageFacts(answer.bytes)?.type;
  return answer === null || type === undefined || type === 'image/gif' ? null : { bytes: answer.bytes, type };
}

async function fetchQuietly(
  context: NetworkContext,
  url: string,
  accept: string,
  maxBytes: number,
): Promise<HttpResponse | null> {
  try {
    const answer = await context.http.request({
      url,
      headers: { accept },
      signal: context.signal,
      allowLocalNetwork: context.allowLocalNetwork,
      maxBytes,
      timeoutMs: TIME_MS,
    });
    return answer.status === 200 ? answer : null;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return null;
  }
}
