import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CollectBatch, Cursor, HttpPort, HttpResponse } from '#engine/connectors/kit/index.ts';
import type { Own } from '#engine/connectors/wordpress/protocol.ts';
import { noisyImage } from './post.ts';
import { failure } from './session.ts';
import { startFakeWordPress, type FakeWordPress } from './wordpress/fake.ts';
import { can, network, own } from './wordpress/session.ts';

const HOUR = 3_600_000;

let now = Date.UTC(2026, 10, 23, 9);
let fake: FakeWordPress;
let maria: Own;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 9);
  fake = await startFakeWordPress({ now: () => now });
  maria = own(fake.url, { now: () => now });
});
afterEach(() => fake.close());

const ident = (kind: string, id: number): string => `${new URL(fake.url).host}#${kind}-${id}`;
const outgoing = (part: object = {}) => ({
  text: 'We are open.',
  title: 'Summer',
  images: [],
  thread: [],
  language: 'en',
  holdUntil: null,
  key: crypto.randomUUID(),
  ...part,
});

describe('collecting', () => {
  const collect = async (settings: object, cursor: Cursor = null, through: Own | null = null) => {
    const batches: CollectBatch[] = [];
    const context = { ...network(), now: () => now, settings, through };
    for await (const batch of can('collect')(context, cursor)) batches.push(batch);
    const items = batches.flatMap((batch) => batch.items);
    return { items, titles: items.map(({ title }) => title), cursor: batches.at(-1)?.cursor ?? null };
  };

  it('finds what was edited, and what was planned long ago and is out only now', async () => {
    const { site } = fake;
    const planned = site.write({ title: 'Planned', status: 'future', at: now + HOUR });
    const edited = site.write({ title: 'Edited' });
    const first = await collect({ site: fake.url, what: 'posts' });
    expect(first.titles).toEqual(['Edited']);
    now += 2 * HOUR;
    site.visit();
    Object.assign(edited, { title: 'Edited again', modified: now });
    const second = await collect({ site: fake.url, what: 'posts' }, first.cursor);
    expect(second.titles.toSorted()).toEqual(['Edited again', 'Planned']);
    expect(second.items.map(({ ident: name }) => name)).toContain(ident('post', planned.id));
    expect((await collect({ site: fake.url, what: 'posts' }, second.cursor)).titles).toEqual([]);
  });

  it('takes posts, comments or both, with certain words', async () => {
    const post = fake.site.write({ title: 'Breakfast', content: '<p>By the <b>sea</b> &amp; more</p>' });
    fake.site.comment('What a breakfast', { post: post.id });
    fake.site.comment('Not yet let through', { post: post.id, status: 'hold' });
    fake.site.write({ title: 'Lunch' });
    const texts = async (settings: object) =>
      (await collect({ site: fake.url, ...settings })).items.map(({ text }) => text).toSorted();
    expect(await texts({ words: 'breakfast' })).toEqual(['By the sea & more', 'What a breakfast']);
    // Other words are looked for from the beginning.
    const { cursor } = await collect({ site: fake.url, words: 'lunch' });
    const other = await collect({ site: fake.url, words: 'breakfast' }, cursor);
    expect(other.items).toHaveLength(2);
    expect(await texts({ what: 'comments' })).toEqual(['What a breakfast']);
    expect(await texts({ what: 'posts' })).toEqual(['By the sea & more', 'Text']);
  });

  it('knows the way to the interface from the last time, and looks anew when the address is another', async () => {
    fake.site.write();
    const first = await collect({ site: fake.url, what: 'posts' });
    fake.requests.length = 0;
    await collect({ site: fake.url, what: 'posts' }, first.cursor);
    expect(fake.requests).toEqual(['GET /wp/v2/posts']);
    now += 25 * HOUR;
    expect((await collect({ site: fake.url, what: 'posts' }, first.cursor)).titles).toEqual([]);
    expect(fake.requests).toContain('GET /');
    const other = await startFakeWordPress();
    other.site.write({ title: 'Elsewhere' });
    expect((await collect({ site: other.url, what: 'posts' }, first.cursor)).titles).toEqual(['Elsewhere']);
    await other.close();
  });

  it('reads the own site through its account, and says what to type without one', async () => {
    fake.site.write({ title: 'Mine' });
    expect((await collect({ site: '' }, null, maria)).titles).toEqual(['Mine']);
    expect(fake.requests).not.toContain('GET /');
    expect(await failure(collect({ site: '' }))).toMatchObject({ kind: 'invalid', field: 'site' });
  });

  it('goes without comments where a site keeps them to itself, unless they alone are wanted', async () => {
    const closed = await startFakeWordPress({
      instead: ({ path }) => (path === '/wp/v2/comments' ? { status: 401, body: '{}' } : undefined),
    });
    closed.site.write({ title: 'Open' });
    expect((await collect({ site: closed.url })).titles).toEqual(['Open']);
    const error = await failure(collect({ site: closed.url, what: 'comments' }));
    expect(error).toMatchObject({ kind: 'refused', code: 'rest-blocked' });
    await closed.close();
  });

  it('names the same thing as the inbox does', async () => {
    const post = fake.site.write();
    const comment = fake.site.comment('Hello', { post: post.id });
    const { items } = await collect({ site: fake.url });
    expect(items.map((one) => one.ident)).toEqual([ident('post', post.id), ident('comment', comment.id)]);
  });
});

describe('publishing', () => {
  it('keeps a post until its time, by the clock of the site', async () => {
    const { send } = can('publish');
    const late = Date.now() + 30_000;
    const error = await failure(send(own(fake.url), outgoing({ holdUntil: late })));
    expect(error).toMatchObject({ kind: 'transient', code: 'hold-too-near', effect: 'no' });
    expect(fake.site.posts).toEqual([]);
  });

  it('takes back what is held, but not what is out', async () => {
    const { send, withdraw } = can('publish');
    const holdUntil = Math.floor(Date.now() / 1000) * 1000 + 2 * HOUR;
    const sent = await send(maria, outgoing({ holdUntil }));
    expect(sent.held).toBe(true);
    expect(fake.site.posts[0]).toMatchObject({ status: 'future', at: holdUntil });
    now = holdUntil;
    fake.site.visit();
    expect(await failure(withdraw?.(maria, sent) ?? Promise.resolve())).toMatchObject({ code: 'not-held' });
    expect(fake.site.posts[0]?.status).toBe('publish');
    const second = await send(maria, outgoing({ holdUntil: Date.now() + 9 * HOUR }));
    await withdraw?.(maria, second);
    await withdraw?.(maria, second);
    expect(fake.site.posts[1]?.status).toBe('trash');
  });

  it('writes what the editor of WordPress opens, and runs nothing that was typed', async () => {
    const text = 'One <b>\n\nTwo [gallery] & https://seaview.example/a?b=1&c=2.\nThree';
    await can('publish').send(maria, outgoing({ text }));
    expect(fake.site.posts[0]?.content).toBe(
      [
        '<!-- wp:paragraph -->\n<p>One &lt;b&gt;</p>\n<!-- /wp:paragraph -->',
        '<!-- wp:paragraph -->\n<p>Two &#091;gallery&#093; &amp; <a href="https://seaview.example/a?b=1&amp;c=2">https://seaview.example/a?b=1&amp;c=2</a>.<br>Three</p>\n<!-- /wp:paragraph -->',
      ].join('\n\n'),
    );
  });

  it('puts a picture into the library once, with its description, however often it is used', async () => {
    const image = noisyImage('The terrace "at night" & more');
    const sent = await can('publish').send(maria, outgoing({ images: [image] }));
    await can('edit')(maria, { ident: sent.ident, post: outgoing({ images: [image], text: 'New' }) });
    expect(fake.site.media).toMatchObject([{ alt: 'The terrace "at night" & more' }]);
    expect(fake.site.posts[0]?.content).toContain('alt="The terrace &quot;at night&quot; &amp; more"');
    expect(fake.site.posts[0]?.content).toContain('New');
  });

  it('says why a picture is not taken', async () => {
    const image = { ...noisyImage(''), type: 'image/tiff' };
    const error = await failure(can('publish').send(maria, outgoing({ images: [image] })));
    expect(error).toMatchObject({ kind: 'refused', code: 'said-no', effect: 'no' });
    expect(error.message).toContain('not allowed to upload this file type');
  });

  it('changes and deletes only what is there, and only here', async () => {
    const gone = { ident: ident('post', 99), post: outgoing() };
    expect(await failure(can('edit')(maria, gone))).toMatchObject({ kind: 'gone', code: 'post-gone' });
    await can('remove')(maria, { ident: ident('post', 99) });
    const elsewhere = { ident: 'other.example#post-1' };
    expect(await failure(can('remove')(maria, elsewhere))).toMatchObject({ code: 'other-site' });
  });

  it('deletes at once where a site has no trash', async () => {
    fake.site.hasTrash = false;
    const sent = await can('publish').send(maria, outgoing());
    await can('remove')(maria, sent);
    expect(fake.site.posts).toEqual([]);
  });

  it('leaves a refusal of the role as it is', async () => {
    const [, editor] = fake.site.users;
    if (editor) editor.role = 'subscriber';
    const error = await failure(can('publish').send(maria, outgoing()));
    expect(error).toMatchObject({ kind: 'refused', code: 'said-no', effect: 'no' });
  });
});

describe('figures', () => {
  it('count posts and comments, and nothing that nobody counted', async () => {
    const post = fake.site.write({ title: 'Talked about', content: '<p>Yes</p>' });
    fake.site.comment('One', { post: post.id });
    fake.site.comment('Two', { post: post.id, status: 'hold' });
    const wanted = { posts: 1, followers: null, following: null };
    const recent = [{ text: 'Talked about\n\nYes', comments: 1, reactions: null, shares: null, views: null }];
    expect(await can('metrics')(maria)).toMatchObject({ ...wanted, recent });
    const read = await can('profile')({ ...network(), through: null }, fake.url);
    expect(read).toMatchObject({
      ...wanted,
      recent,
      name: 'Sea View & friends',
      handle: new URL(fake.url).host,
    });
  });
});

describe('a public address for a picture', () => {
  const HOME = 'https://seaview.example';
  /** The site under a name of the open internet; `strangers` is what others get to see of a picture. */
  const publicSite = (strangers: Partial<HttpResponse>): Own => {
    const { http } = network();
    const through: HttpPort = {
      request: async (request) => {
        const { pathname, search, origin } = new URL(request.url);
        if (pathname.startsWith('/wp-content/')) {
          expect(request).toMatchObject({ allowLocalNetwork: false });
          expect(request.headers).not.toHaveProperty('authorization');
          return {
            status: 200,
            headers: {},
            bytes: new Uint8Array(),
            url: request.url,
            redirects: [],
            ...strangers,
          };
        }
        const answer = await http.request({
          ...request,
          url: fake.url + pathname + search,
          allowedHosts: 'any',
        });
        const text = new TextDecoder().decode(answer.bytes).replaceAll(fake.url, origin);
        return { ...answer, url: request.url, bytes: new TextEncoder().encode(text) };
      },
    };
    return { ...maria, http: through, account: { home: HOME, root: `${HOME}/wp-json`, user: 2 } };
  };
  const picture = { headers: { 'content-type': 'image/png' } };

  it('is one of its own each time, and can be taken away again', async () => {
    const site = publicSite(picture);
    const image = noisyImage('A room');
    const first = await can('hostMedia')(site, image);
    const second = await can('hostMedia')({ ...site, random: () => 0.25 }, image);
    expect(first.url).toMatch(/^https:\/\/seaview\.example\/wp-content\/uploads\/shared-\w+\.png$/);
    expect(second.url).not.toBe(first.url);
    await can('remove')(site, first);
    await can('remove')(site, first);
    expect(fake.site.media).toHaveLength(1);
  });

  it.each([
    ['a page that asks for a password', { headers: { 'content-type': 'text/html' } }],
    ['a server that says no', { status: 403, ...picture }],
  ])('is not given where strangers meet %s, and nothing stays there', async (_, strangers) => {
    const error = await failure(can('hostMedia')(publicSite(strangers), noisyImage('')));
    expect(error).toMatchObject({ kind: 'refused', code: 'media-not-public', effect: 'no' });
    expect(fake.site.media).toEqual([]);
  });

  it('does not exist on this machine, so nothing is sent there', async () => {
    const error = await failure(can('hostMedia')(maria, noisyImage('')));
    expect(error).toMatchObject({ kind: 'refused', code: 'media-not-public' });
    expect(fake.requests).toEqual([]);
  });
});
