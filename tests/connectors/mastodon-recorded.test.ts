import { describe, expect, it } from 'vitest';
import type { Own } from '#engine/connectors/mastodon/protocol.ts';
import { isRecorded, recorded, type Exchange } from './mastodon/recorded.ts';
import { all, can, own, said, under } from './mastodon/served.ts';
import { failure, needed } from './session.ts';

describe.skipIf(!isRecorded)('what a real Mastodon said', () => {
  it('of itself: limits by the newer way, and by the older one', async () => {
    const who = recorded('test_verify_credentials');
    const check = (exchanges: Exchange[]) =>
      under([...who, ...exchanges], ({ url }) => can('account').check(own(url)));
    const newer = await check(recorded('test_instance'));
    expect(newer.publishing).toMatchObject({
      text: { counter: 'mastodon', max: 500, linkLength: 23 },
      images: { max: 4, maxBytes: 16_777_216, altMax: 10_000 },
      holds: { minMinutes: 10 },
    });
    expect(newer.publishing?.images.types).toContain('image/jpeg');
    expect(newer.publishing?.images.types.filter((type) => !type.startsWith('image/'))).toEqual([]);
    const older = await check(recorded('test_instance_v1'));
    expect(older.publishing).toMatchObject({ text: { max: 500 }, images: { max: 4 }, holds: null });
  });

  it('of hashtags, and of words', async () => {
    const settings = { server: '', tags: '#hoot', words: '' };
    await under(recorded('test_hashtag_tl'), async ({ url }) => {
      const [first] = await all(
        can('collect')({ ...own(url), settings: { ...settings, server: url }, through: null }, null),
      );
      expect(first?.items).toHaveLength(1);
      expect(first?.skipped).toBe(0);
      expect(first?.items[0]?.text.toLowerCase()).toContain('#hoot');
    });
    const search = recorded('test_search').filter(({ query }) => query.get('type') === 'statuses');
    await under(search, async ({ url }) => {
      const words = { server: url, tags: '', words: 'mastodonpy_test' };
      expect(
        (await all(can('collect')({ ...own(url), settings: words, through: own(url) }, null))).at(-1)?.cursor,
      ).toBeTruthy();
      const error = await failure(all(can('collect')({ ...own(url), settings: words, through: null }, null)));
      expect(error).toMatchObject({ kind: 'invalid', code: 'needs-account', field: 'words' });
    });
  });

  it('in notifications: a mention, once', async () => {
    await under(recorded('test_notifications_mentions_only'), async ({ url }) => {
      const context = own(url);
      const [batch] = await all(can('inbox')(context, null));
      expect(batch?.threads).toHaveLength(1);
      expect(batch?.threads[0]?.entries[0]).toMatchObject({ kind: 'mention', own: false, gone: false });
      expect(batch?.cursor).toEqual({ notice: '21', talk: null });
      expect(
        (await all(can('inbox')(context, batch?.cursor ?? null))).flatMap(({ threads }) => threads),
      ).toEqual([]);
    });
  });

  it('in direct conversations: messages that only two see', async () => {
    await under(
      [said('GET', '/api/v1/notifications', []), ...recorded('test_conversations')],
      async ({ url }) => {
        const [batch] = await all(can('inbox')(own(url), null));
        expect(batch?.threads.length).toBeGreaterThan(0);
        for (const { entries } of batch?.threads ?? [])
          for (const one of entries) expect(one).toMatchObject({ kind: 'message', private: true });
      },
    );
  });

  it('in grouped notifications: mentions stand alone, so the plain list misses none', () => {
    const Groups = (body: string) =>
      (JSON.parse(body) as { notification_groups?: { type: string; notifications_count: number }[] })
        .notification_groups ?? [];
    const groups = ['test_grouped_notifications', 'test_grouped_notification_pagination']
      .flatMap(recorded)
      .filter(({ path, method }) => method === 'GET' && path === '/api/v2/notifications')
      .flatMap(({ body }) => Groups(body));
    expect(groups.length).toBeGreaterThan(3);
    for (const { type, notifications_count: count } of groups) if (type === 'mention') expect(count).toBe(1);
  });

  it('of a post that is held, and one that is taken back', async () => {
    const exchanges = [...recorded('test_scheduled_status'), ...recorded('test_instance')];
    await under(exchanges, async ({ url }) => {
      const holdUntil = Date.UTC(2027, 0, 1);
      const post = {
        text: 'please ensure adequate headroom',
        title: '',
        images: [],
        thread: [],
        language: null,
        holdUntil,
        key: 'k',
      };
      const sent = await can('publish').send(own(url), post);
      expect(sent).toEqual({ ident: 'scheduled:1', url: '', held: true });
      await needed(can('publish').withdraw, 'withdraw')(own(url), { ident: sent.ident });
    });
  });

  it('of an image, an edit, a missing post, and a profile', async () => {
    await under(recorded('test_media_post_multiple'), async ({ url }) => {
      const image = { bytes: new Uint8Array([1]), type: 'image/jpeg', width: 1, height: 1, alt: 'x' };
      const post = {
        text: 'x',
        title: '',
        images: [image],
        thread: [],
        language: null,
        holdUntil: null,
        key: 'k',
      };
      expect(await can('publish').send(own(url), post)).toMatchObject({
        ident: 'http://localhost:3000/ap/users/117020565966271181/statuses/117020576664345360',
      });
    });
    await under(recorded('test_status_edit'), async ({ url }) => {
      const ident = 'http://localhost:3000/ap/users/117020566092212359/statuses/117020586180926938';
      const post = { text: 'x', title: '', images: [], thread: [], language: null, holdUntil: null };
      expect(await can('edit')(own(url), { ident, post })).toMatchObject({ ident, held: false });
    });
    await under(recorded('test_status_missing'), async ({ url }) => {
      await can('remove')(own(url), { ident: '0' });
      expect(await failure(can('like')(own(url), { ident: '0', on: true }))).toMatchObject({ kind: 'gone' });
    });
    const known = recorded('test_account_lookup').filter(({ status: code }) => code === 200);
    await under(known, async ({ url }) => {
      const read = await can('profile')({ ...own(url), through: null }, `${url}/@mastodonpy_test`);
      expect(read).toMatchObject({
        name: 'John Lennon',
        handle: `@mastodonpy_test@${new URL(url).host}`,
        url: 'http://localhost:3000/@mastodonpy_test',
      });
    });
  });

  it('of own posts, page by page', async () => {
    await under(recorded('test_fetch_next_previous'), async ({ url, requests }) => {
      const post = {
        text: 'never sent',
        title: '',
        images: [],
        thread: [],
        language: null,
        holdUntil: null,
        key: 'k',
      };
      expect(
        await can('publish').find(own(url), { what: post, key: 'k', since: Date.UTC(2026, 7, 1) }),
      ).toBeNull();
      const pages = requests.map((one) => new URL(one.slice(4), 'http://x').searchParams.get('max_id'));
      expect(pages).toEqual([null, '117020580489281910', '117020580452511285']);
    });
  });

  it('in its live stream: only what is worth a look', async () => {
    const streamed = [...recorded('test_stream_user_local'), ...recorded('test_stream_user_direct')]
      .filter(({ path }) => path === '/api/v1/streaming/user')
      .flatMap(({ body }) => [...body.matchAll(/^event: (\S+)\ndata: (.*)$/gm)])
      .map(([, event = '', payload = '']) => ({ event, payload }));
    const worth = streamed.filter(({ event }) => event === 'notification' || event === 'conversation');
    expect(streamed.length).toBeGreaterThan(worth.length);
    const sockets: Own['sockets'] = {
      async *listen() {
        await Promise.resolve();
        yield* streamed.map((one) => JSON.stringify({ stream: ['user'], ...one }));
      },
    };
    await under(recorded('test_instance'), async ({ url }) => {
      expect(await all(can('hints')(own(url, { sockets })))).toHaveLength(worth.length);
    });
  });
});
