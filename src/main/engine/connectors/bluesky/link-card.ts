import { Parser } from 'htmlparser2';
import { cleanLine, httpAddress, isAbort, type NetworkContext } from '#engine/connectors/kit/index.ts';

export interface LinkCard {
  uri: string;
  title: string;
  description: string;
  thumbnail: { bytes: Uint8Array; type: string } | null;
}

const MOST_HTML = 1_000_000;
const MOST_IMAGE = 1_000_000;

/**
 * What a page says of itself, for the card under a post. Null where it cannot be read: a post goes out without a card
 * rather than not at all. Public pages only.
 */
export async function linkCard(context: NetworkContext, uri: string): Promise<LinkCard | null> {
  const page = await fetchPublic(context, uri, MOST_HTML, 'text/html');
  if (page === null || !/html/.test(page.type)) return null;
  const about = metaOf(new TextDecoder().decode(page.bytes));
  const title = cleanLine(about.title, 300);
  if (title === '') return null;
  const image = httpAddress(about.image, page.url);
  const picture = image === '' ? null : await fetchPublic(context, image, MOST_IMAGE, 'image/*');
  return {
    uri,
    title,
    description: cleanLine(about.description, 1000),
    thumbnail: picture !== null && /^image\/(?:jpeg|png|webp)$/.test(picture.type) ? picture : null,
  };
}

async function fetchPublic(
  context: NetworkContext,
  url: string,
  maxBytes: number,
  accept: string,
): Promise<{ bytes: Uint8Array; type: string; url: string } | null> {
  try {
    const answer = await context.http.request({
      url,
      headers: { accept },
      signal: context.signal,
      maxBytes,
      timeoutMs: 8000,
    });
    const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    return answer.status === 200 ? { bytes: answer.bytes, type, url: answer.url } : null;
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
}

/** The title, description and picture of a page: Open Graph first, then what every page has. */
export function metaOf(html: string): { title: string; description: string; image: string } {
  const found = new Map<string, string>();
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, { property, name: called, content }) {
      inTitle = name === 'title';
      const key = property ?? called;
      if (name === 'meta' && key !== undefined && content !== undefined && !found.has(key.toLowerCase()))
        found.set(key.toLowerCase(), content);
    },
    ontext(text) {
      if (inTitle) found.set('title', (found.get('title') ?? '') + text);
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.write(html.slice(0, MOST_HTML));
  parser.end();
  const first = (...keys: string[]): string =>
    keys.map((key) => found.get(key) ?? '').find((text) => text !== '') ?? '';
  return {
    title: first('og:title', 'twitter:title', 'title'),
    description: first('og:description', 'twitter:description', 'description'),
    image: first('og:image', 'twitter:image'),
  };
}
