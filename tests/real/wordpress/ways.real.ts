import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordpress } from '../../../src/main/engine/connectors/wordpress/index.ts';
import type { Bench } from '../../connectors/bench.ts';
import { newPost, noisyImage } from '../../connectors/post.ts';
import { failure, freshWord, needed, Session } from '../../connectors/session.ts';
import { Caller, numberOf, Status, Visitors, type WordPressUser } from './people.ts';
import { startWordPress, type WordPress } from './wordpress.ts';

const publish = needed(wordpress.publish, 'publish');
const reply = needed(wordpress.reply, 'reply');
const hide = needed(wordpress.hide, 'hide');
const Library = z.array(
  z.object({
    alt_text: z.string(),
    source_url: z.string(),
    title: z.object({ rendered: z.string() }),
  }),
);

/** A site as it stands right after its installation: its links are `?p=12`, and its interface has no path of its own. */
describe('what a real WordPress does in its own way', () => {
  let site: WordPress;
  let visitors: Visitors;
  let owner: Caller;
  let maria: WordPressUser;
  let session: Session;
  beforeAll(async () => {
    site = await startWordPress({ links: '' });
    maria = await site.addUser('maria', 'editor');
    visitors = new Visitors(site.url, site.url, site.owner);
    owner = new Caller(site.url, site.owner);
    const bench: Bench = {
      typed: typed(),
      hosts: ['127.0.0.1'],
      post: { title: 'News' },
      guest: {},
      says: { expired: { status: 401, body: null }, revoked: { status: 401, body: null } },
      close: () => site.close(),
    };
    session = new Session(wordpress, bench);
  });
  afterAll(() => session.close());

  const typed = (part: object = {}) => ({
    site: site.url,
    user: maria.name,
    password: maria.password,
    ...part,
  });
  const post = async (part: object = {}) =>
    publish.send(await session.account(), newPost(session.bench, `Post ${freshWord()}`, part));
  const request = (to: string, thread: string) => ({
    to,
    thread,
    text: `Thank you ${freshWord()}`,
    private: false,
    toHandle: null,
    key: crypto.randomUUID(),
  });
  const entryOf = async (ident: string, cursor: Parameters<typeof session.read>[0] = null) =>
    (await session.read(cursor)).entries.find((entry) => entry.ident === ident);

  it('is spoken to without paths of its own', async () => {
    const { settings, name } = await session.signIn();
    expect(settings['root']).toBe(`${site.url}/index.php?rest_route=`);
    expect(name).toBe('Sea View & friends');
    expect((await post()).url).toMatch(/\/\?p=\d+$/);
  });

  it('tells apart who may not come in, and why', async () => {
    const wrong = async (part: object) => failure(session.signIn({ typed: typed(part) }));
    // Without plugins it says the same of both, and of a web server that takes the password away.
    expect(await wrong({ user: 'nobody' })).toMatchObject({ kind: 'invalid', code: 'not-let-in' });
    expect(await wrong({ password: 'as in the browser' })).toMatchObject({ code: 'not-let-in' });
    const { password } = await site.addUser('guest', 'subscriber');
    expect(await wrong({ user: 'guest', password })).toMatchObject({ code: 'role-too-small', field: 'user' });
    const byMail = await session.signIn({ typed: typed({ user: 'maria@seaview.example' }) });
    expect(byMail.ident).toBe((await session.signIn()).ident);
  });

  it('holds what it finds suspicious; an answer lets it through, and so does a press', async () => {
    const { ident: under } = await post();
    const first = await visitors.suspicious(under, 'Look here');
    const second = await visitors.suspicious(under, 'And here', 'Dan');
    expect(await visitors.isHidden(first)).toBe(true);
    expect(await entryOf(first)).toMatchObject({ held: true, hidden: false, own: false });
    const context = await session.account();
    const sent = await reply.send(context, request(first, under));
    expect(await visitors.isHidden(first)).toBe(false);
    expect(await visitors.isHidden(sent.ident)).toBe(false);
    await hide(context, { ident: second, on: false });
    expect(await visitors.isHidden(second)).toBe(false);
  });

  it('is asked again for what was hidden, let through or thrown away meanwhile', async () => {
    const { ident: under } = await post();
    const rude = await visitors.comment(under, 'Rude');
    const { cursor } = await session.read(null);
    await hide(await session.account(), { ident: rude, on: true });
    expect(await visitors.isHidden(rude)).toBe(true);
    const hidden = await session.read(cursor);
    expect(hidden.entries.find(({ ident }) => ident === rude)).toMatchObject({ hidden: true, held: false });
    await owner.answer(`/wp/v2/comments/${numberOf(rude).id}`, { method: 'DELETE' });
    expect(await entryOf(rude, hidden.cursor)).toMatchObject({ gone: true, text: 'Rude' });
    const late = await failure(reply.send(await session.account(), request(rude, under)));
    expect(late).toMatchObject({ kind: 'gone', code: 'parent-gone' });
  });

  it('knows an answer by its sign, also after what was answered is gone for good', async () => {
    const { ident: under } = await post();
    const asked = await visitors.comment(under, 'When do you open?');
    const context = await session.account();
    const what = request(asked, under);
    const sent = await reply.send(context, what);
    // The same again is no second one, whoever tries.
    expect(await reply.send(context, what)).toEqual(sent);
    const twin = await failure(reply.send(context, { ...what, key: 'another' }));
    expect(twin).toMatchObject({ kind: 'refused', code: 'said-no' });
    await visitors.remove(asked);
    expect(await reply.find(context, { what, key: what.key, since: 0 })).toMatchObject({ ident: sent.ident });
    expect(await reply.find(context, { what, key: 'another', since: 0 })).toBeNull();
  });

  it('tells an answer of a colleague from a comment of a guest', async () => {
    const { ident: under } = await post();
    const asked = await visitors.comment(under, 'Is there parking?');
    const { id } = await owner.call(Status, '/wp/v2/comments', {
      method: 'POST',
      json: { post: numberOf(under).id, parent: numberOf(asked).id, content: 'Behind the house' },
    });
    const { entries } = await session.read(null);
    const about = entries.filter(({ parent, ident }) => parent === asked || ident === asked);
    expect(about.map(({ ident, own }) => [numberOf(ident).id, own])).toEqual([
      [numberOf(asked).id, false],
      [id, true],
    ]);
  });

  it('has comments below pages, too', async () => {
    const { id } = await owner.call(Status, '/wp/v2/pages', {
      method: 'POST',
      json: { title: 'Prices', content: 'From 80', status: 'publish', comment_status: 'open' },
    });
    const under = `${new URL(site.url).host}#post-${id}`;
    const asked = await visitors.comment(under, 'With breakfast?');
    expect(await entryOf(under)).toMatchObject({ kind: 'post', text: 'Prices\n\nFrom 80' });
    await reply.send(await session.account(), request(asked, under));
  });

  it('publishes what it holds at its time, by itself, as the same post', async () => {
    const word = freshWord();
    const what = newPost(session.bench, `Later ${word}`, { holdUntil: Date.now() + 7_200_000 });
    const context = await session.account();
    const sent = await publish.send(context, what);
    expect(sent.held).toBe(true);
    await site.later(3600);
    expect(await visitors.find(word)).toEqual([]);
    await site.later(3600);
    expect(await visitors.find(word)).toMatchObject([{ ident: sent.ident }]);
    const found = await publish.find(context, { what, key: what.key, since: 0 });
    expect(found).toMatchObject({ ident: sent.ident, held: false });
    const withdraw = needed(publish.withdraw, 'withdraw');
    expect(await failure(withdraw(context, sent))).toMatchObject({ code: 'not-held' });
  });

  it('keeps a picture once in its library, with what it shows, as it was sent', async () => {
    const image = noisyImage('The pool "at night" & a moon');
    const { ident } = await post({ images: [image] });
    const again = newPost(session.bench, `Again ${freshWord()}`, { images: [image] });
    await needed(wordpress.edit, 'edit')(await session.account(), { ident, post: again });
    const library = await owner.call(Library, '/wp/v2/media?per_page=100');
    expect(library.map(({ alt_text: alt }) => alt)).toEqual(['The pool "at night" & a moon']);
    const response = await fetch(library[0]?.source_url ?? '');
    expect(Buffer.from(await response.arrayBuffer()).equals(image.bytes)).toBe(true);
  });

  it('says why it does not take a file', async () => {
    const image = { ...noisyImage(''), type: 'image/tiff', bytes: Buffer.from('no picture') };
    const error = await failure(post({ images: [image] }));
    expect(error).toMatchObject({ kind: 'refused', code: 'said-no', effect: 'no' });
    expect(error.message).toMatch(/not allowed to upload this file type/);
  });

  it('shows what was typed as text, not as its own signs', async () => {
    const word = freshWord();
    const text = `${word} <script>x</script> [gallery] a < b & c\n\nhttps://seaview.example/?a=1&b=2`;
    await publish.send(await session.account(), newPost(session.bench, text));
    expect((await visitors.find(word))[0]?.text).toBe(text);
  });

  it('is no public place for pictures on this machine, and keeps none', async () => {
    const before = await owner.call(Library, '/wp/v2/media?per_page=100');
    const hostMedia = needed(wordpress.hostMedia, 'hostMedia');
    const error = await failure(hostMedia(await session.account(), noisyImage('')));
    expect(error).toMatchObject({ kind: 'refused', code: 'media-not-public' });
    expect(await owner.call(Library, '/wp/v2/media?per_page=100')).toEqual(before);
  });

  it('is collected: what is edited comes again, what waits does not come', async () => {
    const collect = async (cursor: Parameters<NonNullable<typeof wordpress.collect>>[1]) => {
      const context = { ...session.network(), settings: { site: site.url }, through: null };
      const found = { titles: [] as string[], texts: [] as string[], cursor };
      for await (const batch of needed(wordpress.collect, 'collect')(context, cursor)) {
        found.titles.push(...batch.items.map(({ title }) => title));
        found.texts.push(...batch.items.map(({ text }) => text));
        found.cursor = batch.cursor;
      }
      return found;
    };
    const { ident: under } = await post({ title: 'Fresh' });
    await visitors.suspicious(under, 'Not yet');
    await visitors.comment(under, 'Seen by all');
    const first = await collect(null);
    expect(first.titles).toContain('Fresh');
    expect(first.texts).toContain('Seen by all');
    expect(first.texts.join()).not.toContain('Not yet');
    await sleep(1100);
    const edited = newPost(session.bench, 'Other words', { title: 'Fresh again' });
    await needed(wordpress.edit, 'edit')(await session.account(), { ident: under, post: edited });
    expect((await collect(first.cursor)).titles).toEqual(['Fresh again']);
  });
});
