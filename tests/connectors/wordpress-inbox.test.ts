import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Own } from '#engine/connectors/wordpress/protocol.ts';
import { failure } from './session.ts';
import { startFakeWordPress, type FakeWordPress } from './wordpress/fake.ts';
import type { FakePost } from './wordpress/store.ts';
import { can, own, read } from './wordpress/session.ts';

let fake: FakeWordPress;
let maria: Own;
let post: FakePost;

beforeEach(async () => {
  fake = await startFakeWordPress();
  maria = own(fake.url);
  post = fake.site.write({ title: 'Summer &amp; sea', content: '<p>We are open.</p>' });
});
afterEach(() => fake.close());

const ident = (kind: string, id: number): string => `${new URL(fake.url).host}#${kind}-${id}`;
const say = (text: string, part: { parent?: number; status?: string; author?: number; name?: string } = {}) =>
  fake.site.comment(text, { post: post.id, ...part });
const request = (to: string, text = 'Thank you') => ({
  to,
  thread: ident('post', post.id),
  text,
  private: false,
  toHandle: null,
  key: crypto.randomUUID(),
});

describe('comments of a site', () => {
  it('stand below their post, and a visitor is known without the e-mail address being kept', async () => {
    say('Do you have rooms?');
    const { entries } = await read(maria, null);
    expect(entries).toMatchObject([
      { ident: ident('post', post.id), kind: 'post', own: true, text: 'Summer & sea\n\nWe are open.' },
      { kind: 'comment', own: false, parent: ident('post', post.id), text: 'Do you have rooms?' },
    ]);
    expect(entries[1]?.author?.ident).toMatch(/^visitor-[\w-]+@/);
    expect(JSON.stringify(entries)).not.toContain('guests.example');
  });

  it('wait to be let through, which is not the same as hidden', async () => {
    say('First word', { status: 'hold' });
    const first = await read(maria, null);
    expect(first.entries[1]).toMatchObject({ held: true, hidden: false, gone: false });
    const seen = say('Rude');
    const second = await read(maria, first.cursor);
    expect(second.entries.filter(({ kind }) => kind === 'comment')).toHaveLength(1);
    seen.status = 'hold';
    const third = await read(maria, second.cursor);
    expect(third.entries.filter(({ kind }) => kind === 'comment')).toMatchObject([
      { ident: ident('comment', seen.id), held: false, hidden: true },
    ]);
    expect((await read(maria, third.cursor)).entries).toEqual([]);
    seen.status = 'approved';
    expect((await read(maria, third.cursor)).entries[1]).toMatchObject({ held: false, hidden: false });
  });

  it('come again when they were let through, put into the trash, or fetched back from the spam', async () => {
    const held = say('One', { status: 'hold' });
    const dropped = say('Two');
    const spam = say('Three', { status: 'spam' });
    const first = await read(maria, null);
    expect(first.entries.map(({ text }) => text)).not.toContain('Three');
    held.status = 'approved';
    dropped.status = 'trash';
    spam.status = 'approved';
    const { entries, cursor } = await read(maria, first.cursor);
    const found = entries.filter(({ kind }) => kind === 'comment');
    expect(found.map(({ text, held: waits, gone }) => [text, waits ?? false, gone])).toEqual(
      expect.arrayContaining([
        ['One', false, false],
        ['Two', false, true],
        ['Three', false, false],
      ]),
    );
    expect(found).toHaveLength(3);
    expect((await read(maria, cursor)).entries).toEqual([]);
  });

  it('are all there after a flood, each once, whatever their clocks said', async () => {
    say('Before');
    const { cursor } = await read(maria, null);
    for (let count = 0; count < 330; count += 1) {
      fake.site.comment(`Word ${count}`, { post: post.id, at: Date.UTC(2020, 0, 1) + count });
    }
    const { entries } = await read(maria, cursor);
    const texts = entries.filter(({ kind }) => kind === 'comment').map(({ text }) => text);
    expect(texts).toHaveLength(330);
    expect(new Set(texts).size).toBe(330);
  });

  it('bring along what they answer, also when that is older than the first look', async () => {
    const old = say('The oldest');
    for (let count = 0; count < 120; count += 1) say(`Word ${count}`);
    say('And still?', { parent: old.id });
    const { entries } = await read(maria, null);
    const texts = entries.map(({ text }) => text);
    expect(texts).toContain('The oldest');
    expect(texts).not.toContain('Word 5');
    expect(entries.find(({ text }) => text === 'And still?')?.parent).toBe(ident('comment', old.id));
  });

  it('of colleagues are answers of the house; customers with a login are guests', async () => {
    say('Where?', {});
    say('By the sea', { author: 1, name: 'The owner' });
    say('I was there', { author: 3, name: 'A customer' });
    const owners = async () => {
      const { entries } = await read(maria, null);
      return entries.filter(({ kind }) => kind === 'comment').map(({ text, own: mine }) => [text, mine]);
    };
    expect(await owners()).toEqual([
      ['Where?', false],
      ['By the sea', true],
      ['I was there', false],
    ]);
    fake.site.tellsUsers = false;
    expect(await owners()).toContainEqual(['By the sea', false]);
  });

  it('below a page, or below something of a plugin, are read as well', async () => {
    const page = fake.site.write({ type: 'pages', title: 'Prices' });
    const room = fake.site.write({ type: 'rooms', title: 'Room 12' });
    fake.site.comment('Too much', { post: page.id });
    fake.site.comment('A fine room', { post: room.id });
    const { entries } = await read(maria, null);
    expect(entries.map(({ text }) => text)).toEqual(['Prices\n\nText', 'Too much', 'A fine room']);
  });

  it('that cannot be read do not spoil the others', async () => {
    say('Fine');
    const broken = say('Broken');
    Object.assign(broken, { name: null });
    expect((await read(maria, null)).entries.map(({ text }) => text)).toContain('Fine');
  });
});

describe('an answer', () => {
  it('lets through what it answers, as WordPress itself does', async () => {
    const held = say('First word', { status: 'hold' });
    const sent = await can('reply').send(maria, request(ident('comment', held.id), 'Welcome, a < b & c'));
    expect(held.status).toBe('approved');
    const made = fake.site.comments.at(-1);
    expect(made).toMatchObject({ parent: held.id, author: 2, content: 'Welcome, a &lt; b &amp; c' });
    expect(sent.ident).toBe(ident('comment', made?.id ?? 0));
  });

  it('goes below the post itself where that is answered', async () => {
    await can('reply').send(maria, request(ident('post', post.id)));
    expect(fake.site.comments.at(-1)).toMatchObject({ post: post.id, parent: 0 });
  });

  it('is recognised by its sign, not by its words, also after what it answered was deleted', async () => {
    const asked = say('When?');
    const { send, find } = can('reply');
    const what = request(ident('comment', asked.id));
    const sent = await send(maria, what);
    fake.site.drop(asked.id);
    expect(await find(maria, { what, key: what.key, since: 0 })).toEqual(sent);
    expect(await find(maria, { what, key: 'another', since: 0 })).toBeNull();
  });

  it('that is sent twice with its key is one; the same words anew are refused with the reason', async () => {
    const asked = say('When?');
    const { send } = can('reply');
    const what = request(ident('comment', asked.id));
    const first = await send(maria, what);
    expect(await send(maria, what)).toEqual(first);
    const error = await failure(send(maria, { ...what, key: 'another' }));
    expect(error).toMatchObject({ kind: 'refused', code: 'said-no', effect: 'no' });
    expect(error.message).toContain('it looks as though you’ve already said that!');
    expect(fake.site.comments).toHaveLength(2);
  });

  it('to something in the trash, or on another site, is not sent', async () => {
    const asked = say('When?', { status: 'trash' });
    const { send } = can('reply');
    const gone = await failure(send(maria, request(ident('comment', asked.id))));
    expect(gone).toMatchObject({ kind: 'gone', code: 'parent-gone', effect: 'no' });
    const elsewhere = await failure(send(maria, request('other.example#comment-1')));
    expect(elsewhere).toMatchObject({ kind: 'refused', code: 'other-site', effect: 'no' });
    post.closed = true;
    const closed = await failure(send(maria, request(ident('post', post.id))));
    expect(closed.message).toContain('comments are closed');
    expect(fake.site.comments).toHaveLength(1);
  });
});

describe('hiding', () => {
  const hide = (id: number, on: boolean) => can('hide')(maria, { ident: ident('comment', id), on });

  it('holds a comment, and lets one through; what is so already is no failure', async () => {
    const rude = say('Rude');
    for (const on of [true, true]) await hide(rude.id, on);
    expect(rude.status).toBe('hold');
    for (const on of [false, false]) await hide(rude.id, on);
    expect(rude.status).toBe('approved');
  });

  it('leaves alone what nobody sees anyway, and does not fetch anything back from the trash', async () => {
    const spam = say('Buy', { status: 'spam' });
    const dropped = say('Old', { status: 'trash' });
    await hide(spam.id, true);
    await hide(dropped.id, true);
    expect([spam.status, dropped.status]).toEqual(['spam', 'trash']);
    expect(await failure(hide(dropped.id, false))).toMatchObject({ kind: 'gone', code: 'comment-gone' });
    await hide(999, true);
    expect(await failure(hide(999, false))).toMatchObject({ kind: 'gone', code: 'comment-gone' });
  });
});
