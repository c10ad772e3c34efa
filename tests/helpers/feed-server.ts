import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

export interface SeenRequest {
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FeedServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  /** Every request so far, oldest first. */
  requests: SeenRequest[];
  /** Adds or replaces what a path (without its query) answers. */
  route(path: string, handler: Handler): void;
  close(): Promise<void>;
}

export interface SampleItem {
  guid?: string;
  title?: string;
  link?: string;
  /** HTML. */
  description?: string;
  author?: string;
  /** As it shall stand in the feed. */
  date?: string;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escape(text)}</${name}>`;

/** `count` different items, the same for the same numbers. */
export function sampleItems(count: number, from = 1): SampleItem[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return {
      guid: `https://news.example/post/${number}`,
      title: `Post ${number} about the Sea View Hotel`,
      link: `https://news.example/post/${number}`,
      description: `<p>Guest ${number} liked the <b>breakfast</b>.</p>`,
      author: `Writer ${number % 5}`,
      date: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toUTCString(),
    };
  });
}

/** An RSS 2.0 document; `head` goes into the channel as it is. */
export function rss(items: readonly SampleItem[], title = 'Sample news', head = ''): string {
  const body = items.map(
    (item) =>
      `<item>${tag('title', item.title)}${tag('link', item.link)}${tag('guid', item.guid)}` +
      `${tag('description', item.description)}${tag('dc:creator', item.author)}${tag('pubDate', item.date)}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${tag('title', title)}
<link>https://news.example/</link><description>Sample</description>${head}
${body.join('\n')}
</channel></rss>`;
}

export function atom(items: readonly SampleItem[], title = 'Sample atom'): string {
  const body = items.map(
    (item) =>
      `<entry>${tag('id', item.guid)}${tag('title', item.title)}<link href="${escape(item.link ?? '')}"/>` +
      `<summary type="html">${escape(item.description ?? '')}</summary><updated>2026-01-02T03:04:05Z</updated>` +
      `<author>${tag('name', item.author ?? 'A')}</author></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><id>urn:sample</id>
${tag('title', title)}<updated>2026-01-02T03:04:05Z</updated><link href="https://news.example/"/>${body.join('')}</feed>`;
}

export function rdf(items: readonly SampleItem[]): string {
  const body = items.map(
    (item) =>
      `<item rdf:about="${escape(item.link ?? '')}">${tag('title', item.title)}${tag('link', item.link)}` +
      `${tag('description', item.description)}${tag('dc:creator', item.author)}<dc:date>2026-01-02T03:04:05Z</dc:date></item>`,
  );
  return `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/">
<title>Sample rdf</title><link>https://news.example/</link><description>d</description></channel>${body.join('')}</rdf:RDF>`;
}

export function jsonFeed(items: readonly SampleItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Sample json',
    language: 'en-GB',
    home_page_url: 'https://news.example/',
    items: items.map((item) => ({
      id: item.guid,
      url: item.link,
      title: item.title,
      content_html: item.description,
      authors: [{ name: item.author ?? 'A' }],
      date_published: '2026-01-02T03:04:05Z',
    })),
  });
}

/** Ten levels of ten references each: 10^10 characters if anything expanded them. */
export function entityBomb(): string {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const inner = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  return `<?xml version="1.0"?><!DOCTYPE rss [${levels.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>Bomb</title><link>https://news.example/</link>
<item><title>Fuse &l9; &x;</title><guid>bomb-entry-0001</guid><link>https://news.example/bomb</link></item></channel></rss>`;
}

/** Answers with a status, a body and headers. */
export function reply(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Handler {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml; charset=utf-8', ...headers });
    response.end(body);
  };
}

export const redirect = (status: number, location: string): Handler => reply('', { location }, status);

/** Answers 304 while the client's validator fits, like a well-kept server. */
export function conditional(body: string, etag: string, lastModified: string): Handler {
  return (request, response) => {
    const isKnown =
      request.headers['if-none-match'] === etag || request.headers['if-modified-since'] === lastModified;
    response.writeHead(isKnown ? 304 : 200, {
      'content-type': 'application/rss+xml',
      etag,
      'last-modified': lastModified,
      'cache-control': 'max-age=1800',
    });
    response.end(isKnown ? undefined : body);
  };
}

/** Sends `chunk` again and again until the client leaves; `everyMs` 0 sends as fast as it is taken. */
export function endless(chunk: string, everyMs: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    let isOpen = true;
    response.on('close', () => {
      isOpen = false;
    });
    const more = (): void => {
      if (!isOpen) return;
      if (everyMs > 0) {
        response.write(chunk);
        setTimeout(more, everyMs);
      } else if (response.write(chunk)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  };
}

const ROMANIAN = rss(
  [
    {
      guid: 'romanian-entry-1',
      title: 'Pensiunea „Țărmul” și plaja',
      link: 'https://news.example/ro',
      description: 'Mâncare bună, cameră curată, personal drăguț.',
    },
  ],
  'Știri',
  '<language>ro</language>',
);
/** windows-1250 has ş and ţ with cedilla only. */
const LEGACY_ROMANIAN = ROMANIAN.replace(/ș/g, 'ş').replace(/ț/g, 'ţ').replace(/Ș/g, 'Ş').replace(/Ț/g, 'Ţ');

function standardRoutes(own: () => string): Map<string, Handler> {
  const ok = rss(sampleItems(3));
  const xml = { 'content-type': 'application/xml' };
  return new Map<string, Handler>([
    ['/ok.xml', conditional(ok, '"v1"', 'Thu, 01 Jan 2026 00:00:00 GMT')],
    ['/plain.xml', reply(ok)],
    ['/atom.xml-sample', reply(atom(sampleItems(3)), { 'content-type': 'application/atom+xml' })],
    ['/rdf.xml', reply(rdf(sampleItems(3)), { 'content-type': 'application/rdf+xml' })],
    ['/json', reply(jsonFeed(sampleItems(3)), { 'content-type': 'application/feed+json' })],
    ['/moved', redirect(301, '/plain.xml')],
    ['/moved-308', redirect(308, '/plain.xml')],
    ['/elsewhere', redirect(302, '/plain.xml')],
    ['/moved-then-elsewhere', redirect(301, '/elsewhere')],
    ['/loop', redirect(302, '/loop')],
    ['/to-file', redirect(302, 'file:///etc/passwd')],
    ['/to-metadata', redirect(302, 'http://169.254.169.254/latest/meta-data')],
    [
      '/to-self-by-number',
      (request, response) =>
        redirect(302, own().replace('127.0.0.1', '2130706433') + '/plain.xml')(request, response),
    ],
    ['/gone', reply('gone', {}, 410)],
    ['/missing', reply('not here', {}, 404)],
    ['/forbidden', reply('no', {}, 403)],
    ['/sign-in', reply('no', {}, 401)],
    ['/teapot', reply('no', {}, 418)],
    ['/too-many', reply('slow down', { 'retry-after': '120' }, 429)],
    ['/too-many-dated', reply('slow down', { 'retry-after': 'Fri, 02 Jan 2026 00:00:00 GMT' }, 429)],
    ['/maintenance', reply('back soon', { 'retry-after': '60' }, 503)],
    ['/broken', reply('oops', {}, 500)],
    ['/empty', reply('')],
    ['/drip', endless(' ', 20)],
    ['/silent', () => undefined],
    ['/hang-up', (request) => request.socket.destroy()],
    ['/endless', endless('<item>'.repeat(5000), 0)],
    ['/huge', reply(Buffer.alloc(50 * 1024 * 1024, 0x20))],
    ['/bomb.gz', reply(gzipSync(Buffer.alloc(60 * 1024 * 1024, 0x20)), { 'content-encoding': 'gzip' })],
    ['/gzip', reply(gzipSync(ok), { 'content-encoding': 'gzip' })],
    ['/brotli', reply(brotliCompressSync(ok), { 'content-encoding': 'br' })],
    ['/deflate', reply(deflateRawSync(ok), { 'content-encoding': 'deflate' })],
    ['/not-really-gzip', reply(ok, { 'content-encoding': 'gzip' })],
    ['/broken-gzip', reply(Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]), { 'content-encoding': 'gzip' })],
    ['/entity-bomb', reply(entityBomb())],
    ['/malformed', reply('<?xml version="1.0"?><rss version="2.0"><channel><item><title>half')],
    [
      '/malformed-json',
      reply('{"version":"https://jsonfeed.org/version/1.1","items":[', {
        'content-type': 'application/json',
      }),
    ],
    ['/deep', reply(`<rss version="2.0">${'<a>'.repeat(100_000)}</rss>`)],
    [
      '/binary',
      reply(Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)), {
        'content-type': 'image/png',
      }),
    ],
    ['/wrong-type', reply(ok, { 'content-type': 'image/png' })],
    [
      '/declared-1250',
      reply(iconv.encode(LEGACY_ROMANIAN.replace('UTF-8', 'windows-1250'), 'windows-1250'), xml),
    ],
    [
      '/header-8859-2',
      reply(
        iconv.encode(LEGACY_ROMANIAN.replace(/[„”]/g, "'").replace(/ encoding="UTF-8"/, ''), 'iso-8859-2'),
        { 'content-type': 'text/xml; charset=iso-8859-2' },
      ),
    ],
    [
      '/undeclared-1250',
      reply(iconv.encode(LEGACY_ROMANIAN.replace(' encoding="UTF-8"', ''), 'windows-1250'), xml),
    ],
    ['/utf16', reply(Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(ROMANIAN, 'utf-16le')]), xml)],
    ['/wrongly-latin1', reply(ROMANIAN, { 'content-type': 'text/xml; charset=iso-8859-1' })],
    [
      '/page',
      reply(
        `<!doctype html><html><head><title>Site</title><link rel="alternate" type="application/rss+xml" title="News" href="/plain.xml"><link rel="alternate" type="application/feed+json" href="/json"></head><body><p>Hello</p></body></html>`,
        { 'content-type': 'text/html; charset=utf-8' },
      ),
    ],
    ['/bare-page', reply('<html><body>nothing here</body></html>', { 'content-type': 'text/html' })],
  ]);
}

/** Starts a server on 127.0.0.1 with every good and bad habit of feeds; unknown paths answer 404. */
export async function startFeedServer(): Promise<FeedServer> {
  const requests: SeenRequest[] = [];
  let url = '';
  const routes = standardRoutes(() => url);
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    const path = (request.url ?? '').split('?')[0] ?? '';
    const handler = routes.get(path) ?? reply('not here', {}, 404);
    handler(request, response);
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    requests,
    route: (path, handler) => void routes.set(path, handler),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
