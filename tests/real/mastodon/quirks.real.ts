import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mastodon } from '../../../src/main/engine/connectors/mastodon/index.ts';
import { newPost } from '../../connectors/post.ts';
import { failure, freshWord, needed, Session, settled } from '../../connectors/session.ts';
import type { Bench } from '../../connectors/bench.ts';
import type { SnacGuest } from './guest.ts';
import { person } from './person.ts';
import { startSnac, type Snac } from './snac.ts';

const publish = needed(mastodon.publish, 'publish');
const patience = { settleMs: 30_000 };

describe('what a real snac does in its own way', () => {
  let snac: Snac;
  let guest: SnacGuest;
  let session: Session;
  beforeAll(async () => {
    snac = await startSnac();
    const owner = await snac.addUser('seaview');
    guest = await snac.guest(await snac.addUser('guest'));
    const bench: Bench = {
      typed: { server: snac.url },
      consent: person(snac, owner),
      hosts: ['127.0.0.1'],
      guest: {},
      says: { expired: { status: 401, body: null }, revoked: { status: 401, body: null } },
      close: () => snac.close(),
    };
    session = new Session(mastodon, bench);
  });
  afterAll(() => session.close());

  it('would publish at once: nothing is given to it to hold', async () => {
    const word = freshWord();
    const post = newPost(session.bench, `Later ${word}`, { holdUntil: Date.now() + 3_600_000 });
    const error = await failure(publish.send(await session.account(), post));
    expect(error).toMatchObject({ kind: 'refused', code: 'cannot-hold', effect: 'no' });
    expect(await guest.find(word)).toEqual([]);
    expect((await session.signIn()).publishing?.holds).toBeNull();
  });

  it('does not delete for programs: the person is told, not deceived', async () => {
    const context = await session.account();
    const word = freshWord();
    const { ident } = await publish.send(context, newPost(session.bench, `Stays ${word}`));
    const remove = needed(mastodon.remove, 'remove');
    expect(await failure(remove(context, { ident }))).toMatchObject({ kind: 'refused', code: 'no-deleting' });
    expect(await guest.find(word)).toHaveLength(1);
    await remove(context, { ident: `${snac.url}/seaview/p/1` });
  });

  it('changes a post without making it another one', async () => {
    const context = await session.account();
    const { ident } = await publish.send(context, newPost(session.bench, `Before ${freshWord()}`));
    const post = newPost(session.bench, `After ${freshWord()}`);
    expect((await needed(mastodon.edit, 'edit')(context, { ident, post })).ident).toBe(ident);
  });

  it('keeps an answer to a message between the two', async () => {
    const context = await session.account();
    const ident = await guest.message(`A word in private ${freshWord()}`);
    const reading = await settled(
      () => session.read(null),
      ({ entries }) => entries.some((entry) => entry.ident === ident),
      patience,
    );
    expect(reading.entries.find((entry) => entry.ident === ident)).toMatchObject({
      kind: 'message',
      private: true,
    });
    const request = {
      to: ident,
      thread: ident,
      text: 'Only for you',
      private: true,
      toHandle: null,
      key: 'k',
    };
    const since = Date.now();
    const { send, find } = needed(mastodon.reply, 'reply');
    const sent = await send(context, request);
    expect((await guest.see(sent.ident)).visibility).toBe('private');
    expect(await find(context, { what: request, key: 'k', since })).toMatchObject({ ident: sent.ident });
  });

  it('answers and likes by its address a post that a search found and nobody sent to the account', async () => {
    const context = await session.account();
    const word = freshWord();
    const ident = await guest.write(`Waves ${word} #waves`);
    const found = [];
    const settings = { server: snac.url, tags: 'waves', words: '' };
    for await (const batch of needed(mastodon.collect, 'collect')(
      { ...session.network(), settings, through: context },
      null,
    ))
      found.push(...batch.items.map((item) => item.ident));
    expect(found).toEqual([ident]);
    const request = { to: ident, thread: ident, text: 'So it is', private: false, toHandle: null, key: 'k' };
    const sent = await needed(mastodon.reply, 'reply').send(context, request);
    expect((await guest.see(sent.ident)).in_reply_to_id).toBe((await guest.see(ident)).id);
    await needed(mastodon.like, 'like')(context, { ident, on: true });
    await settled(
      () => guest.likes(ident),
      (count) => count === 1,
      patience,
    );
    expect(await guest.likes(ident)).toBe(1);
  });

  it('has no live stream: the hints end, and looking goes on', async () => {
    const hints = needed(mastodon.hints, 'hints')(await session.account());
    const heard: unknown[] = [];
    for await (const hint of hints) heard.push(hint);
    expect(heard).toEqual([]);
  });
});
