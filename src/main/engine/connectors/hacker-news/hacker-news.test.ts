import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type ClosableHttp } from '#engine/node/http.ts';
import type { CollectBatch, Cursor } from '#engine/connectors/kit/index.ts';
import { reply, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { collectContext } from '#tests/helpers/network-context.ts';
import { hackerNews } from './index.ts';

let server: FeedServer;
let http: ClosableHttp;
const NOW = 1_800_000_000_000;
const PATH = '/api/v1/search_by_date';

interface StoredHit {
  objectID: string;
  created_at_i: number;
  [key: string]: unknown;
}
let stored: StoredHit[] = [];

beforeAll(async () => {
  server = await startFeedServer();
  http = createHttp({ version: '1' });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

/** Answers as the search does: newest first, between two times, at most `hitsPerPage`. */
function serveStored(): void {
  server.route(PATH, (request, response) => {
    const query = new URL(request.url ?? '', server.url).searchParams;
    const filters = query.get('numericFilters') ?? '';
    const from = Number(/>=(\d+)/.exec(filters)?.[1] ?? 0);
    const to = Number(/<=(\d+)/.exec(filters)?.[1] ?? Number.MAX_SAFE_INTEGER);
    const hits = stored
      .filter((hit) => hit.created_at_i >= from && hit.created_at_i <= to)
      .toSorted((a, b) => b.created_at_i - a.created_at_i)
      .slice(0, Number(query.get('hitsPerPage')));
    response.end(JSON.stringify({ hits }));
  });
}

async function collect(cursor: Cursor): Promise<CollectBatch[]> {
  const run = hackerNews.collect?.(
    collectContext({ settings: { query: '"sea view"' }, http, now: () => NOW, baseUrl: server.url }),
    cursor,
  );
  const batches: CollectBatch[] = [];
  if (run !== undefined) for await (const batch of run) batches.push(batch);
  return batches;
}

const comments = (count: number, at: (index: number) => number): StoredHit[] =>
  Array.from({ length: count }, (_, index) => ({
    objectID: String(1000 + index),
    created_at_i: at(index),
    author: 'anna',
    comment_text: `<p>Comment ${index} on the sea view`,
    story_title: 'A story',
  }));

describe('hacker-news', () => {
  it('walks all pages once, then asks only for what is new', async () => {
    serveStored();
    // Three share each second, so pages end in the middle of one.
    stored = comments(350, (index) => 1_700_000_000 + Math.floor(index / 3) * 60);
    const first = await collect(null);
    const idents = first.flatMap(({ items }) => items.map(({ ident }) => ident));
    expect(new Set(idents).size).toBe(350);
    expect(idents).toHaveLength(350);
    const cursor = first.at(-1)?.cursor ?? null;
    stored.push({
      objectID: '9999',
      created_at_i: 1_700_100_000,
      title: 'New',
      author: 'bob',
      points: 3,
      num_comments: 2,
      url: 'https://x.example/',
    });
    const second = (await collect(cursor)).flatMap(({ items }) => items);
    // A little of what is known comes again: the search lists entries late.
    expect(second[0]?.ident).toBe('9999');
    expect(second.length).toBeLessThan(50);
    expect(second[0]).toMatchObject({
      kind: 'forum',
      url: 'https://news.ycombinator.com/item?id=9999',
      text: 'https://x.example/',
      engagement: { reactions: 3, comments: 2, views: null, shares: null },
      author: { name: 'bob' },
    });
  });

  it('goes on where an interrupted run stopped', async () => {
    serveStored();
    stored = comments(250, (index) => 1_700_000_000 + index);
    const [page] = await collect(null);
    const rest = await collect(page?.cursor ?? null);
    const idents = [page, ...rest].flatMap((batch) => batch?.items.map(({ ident }) => ident) ?? []);
    expect(new Set(idents).size).toBe(250);
    expect(rest.at(-1)?.cursor).toMatchObject({ since: 1_700_000_249, open: null });
  });

  it('ends when a whole page shares one second', async () => {
    serveStored();
    stored = comments(150, () => 1_700_000_000);
    expect((await collect(null)).flatMap(({ items }) => items)).toHaveLength(100);
  });

  it.each([
    [reply('<html>'), 'malformed'],
    [reply('{"hits":7}'), 'malformed'],
    [reply('', {}, 429), 'http-429'],
    [reply('', {}, 500), 'http-500'],
  ])('trouble %# ends in words', async (handler, code) => {
    server.route(PATH, handler);
    await expect(collect(null)).rejects.toMatchObject({ code });
  });

  it('skips hits it cannot use', async () => {
    server.route(
      PATH,
      reply(
        JSON.stringify({
          hits: [
            1,
            {},
            { objectID: 'x', created_at_i: 1 },
            { objectID: '5', created_at_i: 1_700_000_000 },
            ...comments(1, () => 1_700_000_000),
          ],
        }),
      ),
    );
    const [batch] = await collect(null);
    expect(batch?.items).toHaveLength(1);
    expect(batch?.skipped).toBe(4);
  });

  it('needs words to search for', () => {
    expect(() => hackerNews.describe({ query: ' ' })).toThrow(/search/);
  });
});
