import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type ClosableHttp } from '#engine/node/http.ts';
import { ConnectorError, type CollectBatch, type Cursor } from '#engine/connectors/kit/index.ts';
import { connectors } from '#engine/connectors/index.ts';
import { reply, rss, sampleItems, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { networkContext } from '#tests/helpers/network-context.ts';
import { discoverFeeds } from './index.ts';

let server: FeedServer;
let http: ClosableHttp;
const NOW = Date.parse('2026-06-01T00:00:00Z');

beforeAll(async () => {
  server = await startFeedServer();
  http = createHttp({ version: '1' });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

const context = () => ({ ...networkContext({ http, now: () => NOW }), through: null });

async function collect(
  path: string,
  cursor: Cursor = null,
  settings: Record<string, unknown> = {},
): Promise<CollectBatch[]> {
  const batches: CollectBatch[] = [];
  const run = connectors
    .get('feed')
    ?.collect?.({ ...context(), settings: { url: server.url + path, ...settings } }, cursor);
  if (run === undefined) throw new Error('the feed connector cannot collect');
  for await (const batch of run) batches.push(batch);
  return batches;
}

async function only(path: string, cursor: Cursor = null): Promise<CollectBatch> {
  const [batch, ...more] = await collect(path, cursor);
  if (batch === undefined || more.length > 0) throw new Error('expected one batch');
  return batch;
}

async function failure(path: string): Promise<ConnectorError> {
  try {
    await collect(path);
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('expected an error');
}

const serve = (path: string, body: string): string => {
  server.route(path, reply(body));
  return path;
};

describe('formats', () => {
  it.each(['/plain.xml', '/atom.xml-sample', '/rdf.xml', '/json', '/wrong-type', '/gzip', '/brotli'])(
    '%s',
    async (path) => {
      const { items, skipped, notes } = await only(path);
      expect(skipped).toBe(0);
      expect(notes.title).toMatch(/^Sample/);
      expect(items).toHaveLength(3);
      expect(items[0]).toMatchObject({
        kind: 'news',
        url: 'https://news.example/post/1',
        title: 'Post 1 about the Sea View Hotel',
        text: 'Guest 1 liked the breakfast.',
        author: { name: 'Writer 1' },
      });
      expect(items[0]?.publishedAt).toBeGreaterThan(0);
      expect(items[0]?.ident).toContain('https://news.example/post/1');
    },
  );

  it('takes the language a feed declares', async () => {
    expect((await only('/atom.xml-sample')).items[0]?.language).toBe('de');
    expect((await only('/json')).items[0]?.language).toBe('en');
  });

  it.each(['/declared-1250', '/header-8859-2', '/undeclared-1250', '/utf16', '/wrongly-latin1'])(
    'reads the letters of %s',
    async (path) => {
      const [item] = (await only(path)).items;
      expect(item?.title.normalize('NFD').replace(/\p{M}/gu, '')).toContain('Tarmul');
      expect(item?.text.replace(/ţ/g, 'ț')).toBe('Mâncare bună, cameră curată, personal drăguț.');
    },
  );

  it('reads an Atom feed that breaks the rules', async () => {
    const path = serve(
      '/loose',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Loose</title><link href="https://x.example/1"/></entry></feed>',
    );
    expect((await only(path)).items[0]).toMatchObject({ title: 'Loose', url: 'https://x.example/1' });
  });

  it('takes the views of a YouTube feed and the comments of a blog', async () => {
    const path = serve(
      '/youtube',
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><id>c</id><title>C</title><updated>2026-01-01T00:00:00Z</updated>
      <entry><id>yt:video:abcdefghijk</id><title>Video</title><link rel="alternate" href="https://www.youtube.com/watch?v=abcdefghijk"/><published>2026-01-01T00:00:00Z</published><updated>2026-02-01T00:00:00Z</updated><author><name>Channel</name></author>
      <media:group><media:description>About it</media:description><media:community><media:starRating count="7"/><media:statistics views="42"/></media:community></media:group><slash:comments>3</slash:comments></entry></feed>`,
    );
    expect((await only(path)).items[0]).toMatchObject({
      text: 'About it',
      engagement: { views: 42, reactions: 7, comments: 3, shares: null },
      publishedAt: Date.parse('2026-01-01T00:00:00Z'),
    });
  });
});

describe('asking again', () => {
  it('sends the validators back and understands 304', async () => {
    const first = await only('/ok.xml');
    expect(first.notes.nextAfter).toBe(NOW + 1_800_000);
    const second = await only('/ok.xml', first.cursor);
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect(second).toMatchObject({ items: [], notes: { unchanged: true } });
    const third = await only('/ok.xml', second.cursor);
    expect(third.notes.unchanged).toBe(true);
  });

  it('notices an unchanged body without validators, and a changed one', async () => {
    const path = serve('/bare', rss(sampleItems(2)));
    const first = await only(path);
    expect((await only(path, first.cursor)).notes.unchanged).toBe(true);
    serve('/bare', rss(sampleItems(3)));
    expect((await only(path, first.cursor)).items).toHaveLength(3);
  });

  it('remembers permanent moves only', async () => {
    expect((await only('/moved')).notes.permanentUrl).toBe(`${server.url}/plain.xml`);
    expect((await only('/moved-308')).notes.permanentUrl).toBe(`${server.url}/plain.xml`);
    expect((await only('/elsewhere')).notes.permanentUrl).toBeUndefined();
    expect((await only('/moved-then-elsewhere')).notes.permanentUrl).toBe(`${server.url}/elsewhere`);
  });

  it('keeps identities when a feed moves', async () => {
    serve('/old', rss([{ guid: '1', title: 'Short id', link: 'https://x.example/1' }]));
    serve('/new', rss([{ guid: '1', title: 'Short id, edited', link: 'https://x.example/1' }]));
    const before = await only('/old');
    const after = await only('/new', before.cursor);
    expect(after.items[0]?.ident).toBe(before.items[0]?.ident);
    expect((await only('/new')).items[0]?.ident).not.toBe(before.items[0]?.ident);
  });

  it('starts afresh with a cursor it does not know', async () => {
    expect((await only('/ok.xml', { nonsense: [1] })).items).toHaveLength(3);
  });

  it('yields many entries in batches whose cursor moves with the last', async () => {
    const path = serve('/long', rss(sampleItems(1201)));
    const batches = await collect(path);
    expect(batches.map(({ items }) => items.length)).toEqual([500, 500, 201]);
    expect(batches.map(({ cursor }) => cursor === null)).toEqual([true, true, false]);
  });
});

describe('trouble', () => {
  it.each([
    ['/gone', 'gone', 'http-410'],
    ['/missing', 'transient', 'http-404'],
    ['/forbidden', 'refused', 'http-403'],
    ['/sign-in', 'refused', 'http-401'],
    ['/teapot', 'refused', 'http-418'],
    ['/too-many', 'rate-limited', 'http-429'],
    ['/maintenance', 'rate-limited', 'http-503'],
    ['/broken', 'transient', 'http-500'],
    ['/empty', 'transient', 'empty'],
    ['/malformed-json', 'transient', 'malformed'],
    ['/deep', 'transient', 'malformed'],
    ['/binary', 'refused', 'not-a-feed'],
    ['/page', 'refused', 'not-a-feed'],
    ['/bare-page', 'refused', 'not-a-feed'],
    ['/huge', 'refused', 'too-large'],
    ['/endless', 'refused', 'too-large'],
    ['/bomb.gz', 'refused', 'decompress-bomb'],
    ['/hang-up', 'transient', 'connection-lost'],
    ['/loop', 'transient', 'too-many-redirects'],
  ])('%s is %s, %s', async (path, kind, code) => {
    expect(await failure(path)).toMatchObject({ kind, code });
  });

  it('a feed cut short ends in items or in words', async () => {
    const outcome = await collect('/malformed').then(
      (batches) => batches.every(({ items }) => items.every((item) => item.title !== '')),
      (error: unknown) => error instanceof ConnectorError,
    );
    expect(outcome).toBe(true);
  });

  it('says until when to wait', async () => {
    expect((await failure('/too-many')).until).toBe(NOW + 120_000);
    expect((await failure('/maintenance')).until).toBe(NOW + 60_000);
  });

  it('names the feeds a page offers', async () => {
    expect((await failure('/page')).details['feeds']).toEqual([
      { url: `${server.url}/plain.xml`, title: 'News' },
      { url: `${server.url}/json`, title: '' },
    ]);
  });

  it('expands no entity of the document', async () => {
    const [item] = (await only('/entity-bomb')).items;
    expect(item?.title.length).toBeLessThan(50);
    expect(item?.title).not.toContain('root');
  });

  it('refuses settings that are no address', async () => {
    await expect(collect('', null, { url: 'javascript:alert(1)' })).rejects.toMatchObject({
      kind: 'invalid',
      field: 'url',
    });
  });
});

describe('entries', () => {
  it('loses no entry when one guid stands for several, and keeps their identities', async () => {
    const items = [1, 2, 3].map((number) => ({
      guid: 'always-the-same',
      title: `Entry ${number}`,
      link: `https://x.example/${number}`,
    }));
    serve('/repeat', rss(items));
    const first = await only('/repeat');
    expect(new Set(first.items.map(({ ident }) => ident)).size).toBe(3);
    serve('/repeat', rss(items.slice(0, 1)));
    expect((await only('/repeat', first.cursor)).items[0]?.ident).toBe(first.items[0]?.ident);
  });

  it('folds the same entry twice, and survives without guid and link', async () => {
    const same = { guid: 'the-same-entry', title: 'A', link: 'https://x.example/a' };
    const bare = [
      { title: 'No link', date: 'Tue, 06 Jan 2026 10:20:30 GMT' },
      { title: 'No link', date: 'Wed, 07 Jan 2026 10:20:30 GMT' },
    ];
    const { items, skipped } = await only(
      serve('/odd', rss([same, same, ...bare, { guid: 'nothing-but-an-id' }])),
    );
    expect(items).toHaveLength(3);
    expect(skipped).toBe(1);
  });

  it('unwraps Google redirects, resolves relative links, drops dangerous ones and tags in titles', async () => {
    const { items } = await only(
      serve(
        '/links',
        rss([
          {
            guid: 'entry-number-1',
            title: '<b>Sea</b> View',
            link: 'https://www.google.com/url?rct=j&sa=t&url=https://paper.example/a%3Fb%3D1&ct=ga',
          },
          { guid: 'entry-number-2', title: 'x', link: '/relative' },
          { guid: 'entry-number-3', title: 'y', link: 'javascript:alert(1)' },
          {
            guid: 'entry-number-4',
            title: 'z',
            description: '<img src=x onerror=alert(1)><script>1</script>ok',
          },
        ]),
      ),
    );
    expect(items.map(({ url }) => url)).toEqual([
      'https://paper.example/a?b=1',
      'https://news.example/relative',
      '',
      '',
    ]);
    expect(items[0]?.title).toBe('Sea View');
    expect(items[3]?.text).toBe('ok');
  });

  it('clamps the future and leaves unreadable dates open', async () => {
    const { items } = await only(
      serve(
        '/dates',
        rss([
          { guid: 'entry-number-1', title: 'a', date: 'Tue, 06 Jan 2099 10:20:30 GMT' },
          { guid: 'entry-number-2', title: 'b', date: 'soon' },
        ]),
      ),
    );
    expect(items.map(({ publishedAt }) => publishedAt)).toEqual([NOW, null]);
  });

  it('clips instead of failing', async () => {
    const { items } = await only(
      serve(
        '/long-fields',
        rss([
          {
            guid: 'g'.repeat(5000),
            title: 't'.repeat(9000),
            description: 'd'.repeat(300_000),
            author: 'a'.repeat(2000),
          },
        ]),
      ),
    );
    expect(items[0]?.title).toHaveLength(2000);
    expect(items[0]?.text).toHaveLength(200_000);
  });
});

describe('discovery', () => {
  it('finds what a page offers and what an address is', async () => {
    const found = await discoverFeeds(`${server.url}/page`, context());
    expect(found.map(({ title, entries }) => [title, entries])).toEqual([
      ['Sample news', 3],
      ['Sample json', 3],
    ]);
    expect(found[0]?.newestAt).toBe(Date.UTC(2026, 0, 1, 0, 3));
    expect(await discoverFeeds(`${server.url}/plain.xml`, context())).toHaveLength(1);
  });

  it('tries common paths, at most eight requests, and says when there is none', async () => {
    const before = server.requests.length;
    await expect(discoverFeeds(`${server.url}/bare-page`, context())).rejects.toMatchObject({
      code: 'no-feed-found',
    });
    expect(server.requests.length - before).toBeLessThanOrEqual(8);
    server.route('/atom.xml', reply(rss(sampleItems(1), 'By guess')));
    expect((await discoverFeeds(`${server.url}/bare-page`, context()))[0]?.title).toBe('By guess');
  });

  it.each(['', 'not an address', 'ftp://x.example', 'javascript:alert(1)'])('refuses %j', async (address) => {
    await expect(discoverFeeds(address, context())).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('says when an address needs the local network', async () => {
    await expect(
      discoverFeeds(`${server.url}/page`, { ...context(), allowLocalNetwork: false }),
    ).rejects.toMatchObject({ code: 'private-address' });
  });
});
