import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import type {
  AccountContext,
  CollectBatch,
  Cursor,
  InboxBatch,
  ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import { createHttp } from '#engine/node/http.ts';
import { createSockets } from '#engine/node/sockets.ts';
import { startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { networkContext } from '#tests/helpers/network-context.ts';
import { blueskyGuest, type BlueskyGuest } from './guest.ts';
import type { BlueskyAccount, BlueskyNetwork } from './network.ts';
import { missing, signInAt } from './signed-in.ts';

const http = createHttp({ version: 'test' });
const sockets = createSockets({ version: 'test' });
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let network: BlueskyNetwork;
let site: FeedServer;
let owner: BlueskyAccount;
let guest: BlueskyGuest;
let context: AccountContext;
let secrets: Record<string, string>;

/** What Bluesky does in its own way, on a network that is started already. */
export function blueskyWays(started: () => BlueskyNetwork): void {
  describe('Bluesky in its own way', () => {
    beforeAll(() => open(started()));
    afterAll(() => Promise.all([site.close(), http.close(), sockets.close()]));
    signingIn();
    publishing();
    readingInbox();
    collecting();
    figures();
    revoking();
  });
}

async function open(started: BlueskyNetwork): Promise<void> {
  network = started;
  site = await startFeedServer();
  owner = await network.createAccount('seaview');
  guest = await blueskyGuest(network, 'annabell');
  ({ context, secrets } = await signInAt({
    typed: { handle: owner.handle, password: owner.appPassword, service: network.pdsUrl },
    http,
    sockets,
  }));
}

const post = (text: string, more: Record<string, unknown> = {}): Parameters<Publish>[1] => ({
  text,
  title: '',
  images: [],
  thread: [],
  language: 'en',
  holdUntil: null,
  key: uuidv7(),
  ...more,
});
type Publish = NonNullable<typeof bluesky.publish>['send'];

async function publish(request: ReturnType<typeof post>): Promise<string> {
  const sent = await (bluesky.publish ?? missing()).send(context, request);
  await network.processAll();
  return sent.ident;
}

async function look(
  cursor: Cursor,
): Promise<{ entries: ThreadEntry[]; batches: InboxBatch[]; cursor: Cursor }> {
  const batches: InboxBatch[] = [];
  for await (const batch of (bluesky.inbox ?? missing())(context, cursor)) batches.push(batch);
  const entries = batches.flatMap(({ threads }) => threads.flatMap((thread) => thread.entries));
  return { entries, batches, cursor: batches.at(-1)?.cursor ?? null };
}

async function collect(settings: Record<string, unknown>, cursor: Cursor): Promise<CollectBatch[]> {
  const batches: CollectBatch[] = [];
  const run = (bluesky.collect ?? missing())(
    { ...networkContext({ http, sockets }), settings, through: context },
    cursor,
  );
  for await (const batch of run) batches.push(batch);
  return batches;
}

/** Somebody says something meanwhile, as on a network where it is never quiet: a stream that is read gets to now. */
async function busy<Value>(work: () => Promise<Value>): Promise<Value> {
  const running = work();
  await sleep(1000);
  await guest.post('Good evening');
  return running;
}

function signingIn(): void {
  describe('signing in', () => {
    it('finds the server behind a handle through the directory', async () => {
      const { signedIn } = await signInAt({
        typed: { handle: `@${owner.handle}`, password: owner.appPassword, directory: network.plcUrl },
        http,
        baseUrl: network.pdsUrl,
      });
      expect(signedIn).toMatchObject({
        ident: owner.did,
        handle: '@seaview.test',
        settings: { did: owner.did, pds: network.pdsUrl },
      });
      expect(JSON.stringify(signedIn.settings)).not.toContain('ey');
    });

    it('names the field that is wrong', async () => {
      const typed = { handle: owner.handle, password: 'abcd-efgh-ijkl-mnop', service: network.pdsUrl };
      await expect(signInAt({ typed, http })).rejects.toMatchObject({ kind: 'invalid', field: 'password' });
      await expect(signInAt({ typed: { ...typed, password: owner.password }, http })).rejects.toMatchObject({
        code: 'not-an-app-password',
      });
      const unknown = { ...typed, handle: 'nobody.test', service: '', directory: network.plcUrl };
      await expect(signInAt({ typed: unknown, http, baseUrl: network.pdsUrl })).rejects.toMatchObject({
        kind: 'invalid',
        field: 'handle',
      });
    });

    it('renews a token that is no longer taken, in the middle of a call', async () => {
      const before = { ...secrets };
      secrets['access'] = secrets['access']?.replace(/.{6}$/, 'AAAAAA') ?? '';
      const figures = await (bluesky.metrics ?? missing())(context);
      expect(figures.followers).toBe(0);
      expect(secrets['access']).not.toBe(before['access']);
      expect(secrets['refresh']).not.toBe(before['refresh']);
    });
  });
}

function publishing(): void {
  describe('publishing', () => {
    it('sends pictures with their descriptions, and links by their bytes', async () => {
      const text = `Bună dimineața 🌅 from https://seaview.example/rooms?x=1 says @${guest.account.handle} #vară`;
      const image = { bytes: PNG, type: 'image/png', width: 3, height: 2, alt: 'A pier at sunrise 🌊' };
      const ident = await publish(post(text, { images: [image] }));
      const seen = await guest.see(ident);
      expect(seen?.record.text).toBe(text);
      expect(seen?.embed?.images?.map(({ alt }) => alt)).toEqual(['A pier at sunrise 🌊']);
      const bytes = Buffer.from(text);
      const marked = (
        (seen?.record['facets'] ?? []) as {
          index: { byteStart: number; byteEnd: number };
          features: unknown[];
        }[]
      ).map(({ index, features }) => [
        bytes.subarray(index.byteStart, index.byteEnd).toString(),
        features[0],
      ]);
      expect(marked).toEqual([
        [
          'https://seaview.example/rooms?x=1',
          { $type: 'app.bsky.richtext.facet#link', uri: 'https://seaview.example/rooms?x=1' },
        ],
        [`@${guest.account.handle}`, { $type: 'app.bsky.richtext.facet#mention', did: guest.account.did }],
        ['#vară', { $type: 'app.bsky.richtext.facet#tag', tag: 'vară' }],
      ]);
      expect(seen?.record['embed']).toMatchObject({ images: [{ aspectRatio: { width: 3, height: 2 } }] });
    });

    it('makes one thread of one action, however often it is sent', async () => {
      const request = post(`First ${randomUUID()}`, { thread: ['second', 'third'] });
      const { find } = bluesky.publish ?? missing();
      const attempt = { what: request, key: request.key, since: Date.now() };
      expect(await find(context, attempt)).toBeNull();
      // As if the first attempt had broken off after one part.
      const first = await publish({ ...request, thread: [] });
      expect(await find(context, attempt)).toBeNull();
      expect(await publish(request)).toBe(first);
      expect(await publish(request)).toBe(first);
      expect(await find(context, attempt)).toMatchObject({ ident: first });
      const posts = await guest.posts(owner.did);
      const parts = posts.filter(({ uri, record }) => uri === first || record.reply?.root.uri === first);
      expect(parts.map(({ record }) => record.text)).toEqual(['third', 'second', request.text]);
      expect(parts[0]?.record.reply?.parent.uri).toBe(parts[1]?.uri);

      // Deleting its beginning deletes the thread, but not what was answered under it later.
      const { send } = bluesky.reply ?? missing();
      const later = await send(context, {
        to: first,
        thread: first,
        text: 'A later word',
        private: false,
        toHandle: null,
        key: uuidv7({ msecs: Date.now() + 5000 }),
      });
      await bluesky.remove?.(context, { ident: first });
      for (const { uri } of parts) expect(await guest.see(uri)).toBeNull();
      expect(await guest.see(later.ident)).not.toBeNull();
    });

    it('makes a card of the page behind a link, and none where the page says nothing', async () => {
      site.route('/room', (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(
          '<html><head><title>Rooms</title><meta property="og:title" content="Rooms &amp; suites">' +
            '<meta name="description" content="With a view"><meta property="og:image" content="/pier.png"></head></html>',
        );
      });
      site.route('/pier.png', (_, response) => response.end(PNG));
      const local = site.url.replace('127.0.0.1', 'localhost');
      const ident = await publish(post(`Look: ${local}/room`));
      expect((await guest.see(ident))?.record['embed']).toMatchObject({
        $type: 'app.bsky.embed.external',
        external: {
          uri: `${local}/room`,
          title: 'Rooms & suites',
          description: 'With a view',
          thumb: { mimeType: 'image/png' },
        },
      });
      const bare = await publish(post(`Look: ${local}/nothing-here`));
      expect((await guest.see(bare))?.record['embed']).toBeUndefined();
    });

    it('says why the network does not take a text', async () => {
      await expect(publish(post('x'.repeat(301)))).rejects.toMatchObject({
        kind: 'refused',
        code: 'rejected',
      });
    });
  });
}

function readingInbox(): void {
  describe('the inbox', () => {
    it('brings a comment, answers it once, likes, hides and forgets nothing that is deleted', async () => {
      const own = await publish(post(`Breakfast is served ${randomUUID()}`));
      const comment = await guest.comment(own, 'Is there coffee? ☕ قهوة');
      let { entries, cursor } = await look(null);
      expect(entries.find(({ ident }) => ident === own)).toMatchObject({
        kind: 'post',
        own: true,
        parent: null,
      });
      expect(entries.find(({ ident }) => ident === comment)).toMatchObject({
        kind: 'comment',
        own: false,
        parent: own,
        text: 'Is there coffee? ☕ قهوة',
        author: { ident: guest.account.did, name: 'annabell' },
        liked: false,
        gone: false,
      });

      const request = {
        to: comment,
        thread: own,
        text: 'Yes, fresh ☕',
        private: false,
        toHandle: null,
        key: uuidv7(),
      };
      const { send, find } = bluesky.reply ?? missing();
      const attempt = { what: request, key: request.key, since: Date.now() };
      expect(await find(context, attempt)).toBeNull();
      const answer = await send(context, request);
      expect((await send(context, request)).ident).toBe(answer.ident);
      expect(await find(context, attempt)).toMatchObject({ ident: answer.ident });
      expect((await guest.see(answer.ident))?.record.reply).toMatchObject({
        root: { uri: own },
        parent: { uri: comment },
      });
      expect(
        (await guest.posts(owner.did)).filter(({ record }) => record.text === request.text),
      ).toHaveLength(1);

      await bluesky.like?.(context, { ident: comment, on: true });
      await bluesky.like?.(context, { ident: comment, on: true });
      expect((await guest.see(comment))?.likeCount).toBe(1);
      await bluesky.hide?.(context, { ident: comment, on: true });
      await bluesky.hide?.(context, { ident: comment, on: true });
      expect(await guest.hidden(own)).toEqual([comment]);
      ({ entries, cursor } = await look(cursor));
      expect(entries.find(({ ident }) => ident === comment)).toMatchObject({ liked: true, hidden: true });
      expect(entries.find(({ ident }) => ident === answer.ident)).toMatchObject({
        own: true,
        parent: comment,
      });

      await bluesky.hide?.(context, { ident: comment, on: false });
      await bluesky.like?.(context, { ident: comment, on: false });
      expect(await guest.hidden(own)).toEqual([]);
      expect((await guest.see(comment))?.likeCount).toBe(0);

      await guest.remove(comment);
      ({ entries, cursor } = await look(cursor));
      expect(entries.find(({ ident }) => ident === comment)).toMatchObject({ gone: true });
      await expect(send(context, { ...request, key: uuidv7() })).rejects.toMatchObject({ kind: 'gone' });
      await bluesky.remove?.(context, { ident: answer.ident });
      await bluesky.remove?.(context, { ident: answer.ident });
      expect(await guest.see(answer.ident)).toBeNull();
      await expect(bluesky.remove?.(context, { ident: comment })).rejects.toMatchObject({ code: 'not-own' });
    });

    it('brings mentions and quotes with what they belong to; bystanders wait for nobody', async () => {
      const own = await publish(post(`We are open ${randomUUID()}`));
      const mention = await guest.mention(owner, 'do you take dogs?');
      const other = await blueskyGuest(network, `other${Date.now() % 100_000}`);
      const bystander = await other.comment(mention, 'they do');
      const quote = await guest.quote(own, 'at last');
      const { entries } = await look(null);
      expect(entries.find(({ ident }) => ident === mention)).toMatchObject({ kind: 'mention', parent: null });
      expect(entries.find(({ ident }) => ident === bystander)).toMatchObject({
        kind: 'post',
        parent: mention,
      });
      expect(entries.find(({ ident }) => ident === quote)).toMatchObject({ kind: 'mention', parent: own });
      await expect(bluesky.hide?.(context, { ident: bystander, on: true })).rejects.toMatchObject({
        code: 'not-under-own',
      });
    });
  });
}

function collecting(): void {
  describe('collecting', () => {
    it('finds what was posted, pages to its end, then only what is new', async () => {
      const word = `Zzview${Date.now()}`;
      for (let number = 0; number < 3; number += 1) await guest.post(`${word} number ${number}`);
      const first = await collect({ query: word }, null);
      expect(first.flatMap(({ items }) => items.map(({ text }) => text)).toSorted()).toEqual(
        [0, 1, 2].map((number) => `${word} number ${number}`),
      );
      const late = await guest.post(`${word} again`);
      const second = await collect({ query: word }, first.at(-1)?.cursor ?? null);
      expect(second.flatMap(({ items }) => items.map(({ ident }) => ident))).toContain(late);
    });

    it('reads the live stream from where it ended, and keeps what has the words in it', async () => {
      const word = `livelight${Date.now()}`;
      const settings = {
        query: word.toUpperCase(),
        live: true,
        stream: network.streamUrl.replace('ws', 'http'),
      };
      const before = await guest.post(`${word} one`);
      const first = await busy(() => collect(settings, null));
      expect(first.flatMap(({ items }) => items.map(({ ident }) => ident))).toEqual([before]);
      const after = await guest.post(`${word} two`);
      const second = await busy(() => collect(settings, first.at(-1)?.cursor ?? null));
      const items = second.flatMap((batch) => batch.items);
      expect(items.map(({ ident }) => ident)).toContain(after);
      expect(items.find(({ ident }) => ident === after)?.author?.name).toBe('annabell');
    });
  });
}

function figures(): void {
  describe('figures', () => {
    it('counts what the account has, and what anybody may see of another', async () => {
      await guest.follow(owner.did);
      const figures = await (bluesky.metrics ?? missing())(context);
      expect(figures).toMatchObject({ followers: 1, following: 0 });
      expect(figures.recent.length).toBeGreaterThan(0);
      expect(figures.recent.every(({ reactions }) => reactions !== null)).toBe(true);
      const open = { ...networkContext({ http, baseUrl: network.appviewUrl }), through: null };
      const seen = await (bluesky.profile ?? missing())(open, `https://bsky.app/profile/${owner.handle}`);
      expect(seen).toMatchObject({ ident: owner.did, handle: '@seaview.test', followers: 1 });
      await expect((bluesky.profile ?? missing())(open, 'nobody.test')).rejects.toMatchObject({
        code: 'no-such-profile',
      });
    });
  });
}

function revoking(): void {
  describe('an app password that was taken back', () => {
    it('asks to sign in again', async () => {
      const { check } = bluesky.account ?? missing();
      expect(await check(context)).toMatchObject({ handle: '@seaview.test', name: 'seaview' });
      await network.revokeAppPassword(owner.did);
      await expect(check(context)).rejects.toMatchObject({ kind: 'reauth', code: 'sign-in-over' });
    });
  });
}
