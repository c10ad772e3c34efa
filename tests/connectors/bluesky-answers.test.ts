import { describe, expect, it } from 'vitest';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import type {
  AccountContext,
  CollectBatch,
  Cursor,
  HttpPort,
  InboxBatch,
} from '#engine/connectors/kit/index.ts';
import { networkContext } from '../helpers/network-context.ts';
import { needed, slotOf } from './session.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const ME = 'did:plc:me';
const ANNA = 'did:plc:anna';
const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
const uriOf = (did: string, rkey: string): string => `at://${did}/app.bsky.feed.post/${rkey}`;

const post = (rkey: string, more: Record<string, unknown> = {}, did = ANNA): Record<string, unknown> => ({
  uri: uriOf(did, rkey),
  cid: `cid-${rkey}`,
  author: { did, handle: 'anna.bsky.social', displayName: 'Anna' },
  record: { text: `Post ${rkey}`, createdAt: minutesAgo(1), ...more },
  indexedAt: minutesAgo(1),
});

type Answers = (method: string, query: URLSearchParams) => unknown;

/** A server that answers what it is told, and how often it was asked for what. */
function server(answers: Answers): { http: HttpPort; asked: string[] } {
  const asked: string[] = [];
  const http: HttpPort = {
    request: ({ url }) => {
      const { pathname, searchParams } = new URL(url);
      const method = pathname.replace('/xrpc/', '');
      asked.push(method);
      const body = JSON.stringify(answers(method, searchParams));
      return Promise.resolve({
        status: 200,
        headers: {},
        bytes: new TextEncoder().encode(body),
        url,
        redirects: [],
      });
    },
  };
  return { http, asked };
}

const accountAt = (http: HttpPort): AccountContext => ({
  ...networkContext({ http, now: () => NOW }),
  account: { did: ME, pds: 'https://pds.example' },
  ident: ME,
  secrets: slotOf({ access: 'a', refresh: 'r' }),
});

async function collect(http: HttpPort, cursor: Cursor): Promise<CollectBatch[]> {
  const through = accountAt(http);
  const batches: CollectBatch[] = [];
  const run = needed(bluesky.collect, 'collect');
  for await (const batch of run({ ...through, settings: { query: 'sea' }, through }, cursor))
    batches.push(batch);
  return batches;
}

async function look(http: HttpPort, cursor: Cursor): Promise<InboxBatch[]> {
  const batches: InboxBatch[] = [];
  for await (const batch of needed(bluesky.inbox, 'inbox')(accountAt(http), cursor)) batches.push(batch);
  return batches;
}

describe('a search', () => {
  it('that never ends is left after a while, and goes on where it was', async () => {
    let page = 0;
    const { http, asked } = server(() => {
      page += 1;
      return { posts: [post(`p${page}`)], cursor: `page ${page}` };
    });
    const first = await collect(http, null);
    expect(first.length).toBeLessThanOrEqual(10);
    const cursor = first.at(-1)?.cursor ?? null;
    expect(cursor).toMatchObject({ since: NOW - 60_000, open: null });
    // The next run finds no end either, and keeps the place instead of skipping what lies below.
    const second = await collect(http, cursor);
    expect(second.at(-1)?.cursor).toMatchObject({ since: NOW - 60_000, open: { page: `page ${page}` } });
    expect(asked.length).toBeLessThanOrEqual(20);
  });

  it('whose pages repeat themselves ends at once', async () => {
    const { http, asked } = server(() => ({ posts: [post('same')], cursor: 'same' }));
    const batches = await collect(http, null);
    expect(batches.flatMap(({ items }) => items.map(({ ident }) => ident))).toEqual([uriOf(ANNA, 'same')]);
    expect(asked).toHaveLength(2);
  });

  it('keeps what can be read of a page and counts the rest', async () => {
    const { http } = server(() => ({
      posts: [
        post('fine'),
        null,
        {},
        { ...post('no-author'), author: undefined },
        { ...post('no-record'), record: null },
        { ...post('bad-uri'), uri: 'javascript:alert(1)' },
        post('odd', { facets: 'x', langs: 7, reply: { root: 1 }, embed: { $type: 'app.bsky.embed.new' } }),
        { ...post('counts'), likeCount: 'many', viewer: 'me' },
      ],
    }));
    const [batch] = await collect(http, null);
    expect(batch?.items.map(({ text }) => text)).toEqual(['Post fine', 'Post odd', 'Post counts']);
    expect(batch?.skipped).toBe(5);
  });
});

describe('the inbox', () => {
  const reply = (rkey: string, parent: string): Record<string, unknown> =>
    post(rkey, {
      reply: {
        root: { uri: uriOf(ME, 'mine'), cid: 'c' },
        parent: { uri: parent, cid: 'c' },
      },
    });
  const notification = (rkey: string): Record<string, unknown> => ({
    uri: uriOf(ANNA, rkey),
    reason: 'reply',
    record: reply(rkey, uriOf(ME, 'mine'))['record'],
    indexedAt: minutesAgo(1),
  });

  it('that never ends is left after a while', async () => {
    let page = 0;
    const { http, asked } = server((method) => {
      if (method === 'app.bsky.feed.getPosts') return { posts: [] };
      if (method === 'app.bsky.feed.getPostThread') return { thread: { post: post('mine', {}, ME) } };
      page += 1;
      return { notifications: [notification(`n${page}`)], cursor: `page ${page}` };
    });
    const first = await look(http, null);
    expect(first.at(-1)?.cursor).toMatchObject({ since: NOW - 60_000, open: null });
    const second = await look(http, first.at(-1)?.cursor ?? null);
    expect(second.length).toBeLessThan(30);
    expect(asked.length).toBeLessThan(200);
  });

  it('reads a thread however deep it goes', async () => {
    const first = uriOf(ANNA, 'deep0');
    let thread: Record<string, unknown> = { post: reply('deep400', uriOf(ANNA, 'deep399')) };
    for (let depth = 399; depth >= 0; depth -= 1) {
      const parent = depth === 0 ? uriOf(ME, 'mine') : uriOf(ANNA, `deep${depth - 1}`);
      thread = { post: reply(`deep${depth}`, parent), replies: [thread, null, { blocked: true }] };
    }
    const root = { post: post('mine', {}, ME), replies: [thread] };
    const { http } = server((method) =>
      method === 'app.bsky.feed.getPostThread'
        ? { thread: root }
        : method === 'app.bsky.feed.getPosts'
          ? { posts: [] }
          : { notifications: [notification('deep0'), { reason: 'reply' }, 7] },
    );
    const [batch] = await look(http, null);
    const entries = batch?.threads[0]?.entries ?? [];
    expect(entries).toHaveLength(402);
    expect(entries[0]).toMatchObject({ ident: uriOf(ME, 'mine'), own: true, kind: 'post' });
    expect(entries.find(({ ident }) => ident === first)).toMatchObject({ kind: 'comment', own: false });
  });
});
