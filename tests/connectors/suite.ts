import { afterAll, beforeAll, describe, expect } from 'vitest';
import { account, acting } from './acting.ts';
import type { Subject } from './bench.ts';
import { asked, can, publishText, type Can, type Register } from './checks.ts';
import { register } from './register.ts';
import { noisyImage, newPost } from './post.ts';
import { freshWord, needed, Session, settled, trickyText } from './session.ts';

const MARKUP = /<\/?[a-z][^>]*>|&(?:amp|lt|gt|quot|#\d+);/i;

/**
 * One contract for every connector, checked against a real server, recorded traffic or a fake alike. What the connector
 * does not declare, and what the bench says it cannot do, is skipped and shows its reason.
 */
export function connectorSuite(name: string, subject: Subject): void {
  const { connector, cannot = {} } = subject;
  describe(`${name}: what every connector keeps to`, () => {
    let session: Session;
    beforeAll(async () => {
      session = new Session(connector, await subject.start((origin) => Promise.resolve(origin)));
    });
    afterAll(() => session.close());

    const check: Register = (id, needs, title, run) => {
      const missing = needs.find((capability) => !connector.capabilities.includes(capability));
      const reason =
        cannot[id] ?? (missing === undefined ? null : `${connector.name} does not offer “${missing}”`);
      register(title, reason, () => run(session));
    };
    collecting(check);
    inbox(check, subject);
    sending(check, subject);
    acting(check, subject);
    account(check);
  });
}

function collecting(check: Register): void {
  const collect = async (session: Session, cursor: Parameters<Can<'collect'>>[1]) => {
    const { settings, atLeast } = needed(session.bench.collect, 'collect');
    const through = session.connector.collectNeedsAccount ? await session.account() : null;
    const found = { items: [] as { ident: string; title: string; text: string }[], cursor, atLeast };
    for await (const batch of can(session, 'collect')({ ...session.network(), settings, through }, cursor)) {
      found.items.push(...batch.items);
      found.cursor = batch.cursor;
      if (found.items.length > 20_000) throw new Error('collecting never ends');
    }
    return found;
  };
  check('collect.ends', ['collect'], 'collecting ends, and goes on from its cursor', async (session) => {
    const first = await collect(session, null);
    expect(first.items.length).toBeGreaterThanOrEqual(first.atLeast);
    expect(JSON.parse(JSON.stringify(first.cursor))).toEqual(first.cursor);
    const again = await collect(session, first.cursor);
    const known = new Set(first.items.map(({ ident }) => ident));
    expect(again.items.filter(({ ident }) => !known.has(ident))).toEqual([]);
  });
  check('collect.stable', ['collect'], 'the same thing has the same identity', async (session) => {
    const first = (await collect(session, null)).items.map(({ ident }) => ident);
    expect(new Set(first).size).toBe(first.length);
    expect((await collect(session, null)).items.map(({ ident }) => ident)).toEqual(first);
  });
  check('collect.plain', ['collect'], 'HTML comes out as text', async (session) => {
    for (const { title, text } of (await collect(session, null)).items) {
      expect(title).not.toMatch(MARKUP);
      expect(text).not.toMatch(MARKUP);
    }
  });
}

function inbox(check: Register, subject: Subject): void {
  check('inbox.comment', ['inbox', 'publish'], 'a comment arrives once, under its post', async (session) => {
    const before = await session.read(null);
    const post = await publishText(session, `Post ${freshWord()}`);
    const text = trickyText(freshWord());
    const ident = await needed(session.bench.guest.comment, 'guest.comment')(post.ident, text);
    const arrived = await settled(
      () => session.read(before.cursor),
      ({ entries }) => entries.some((entry) => entry.ident === ident),
      subject,
    );
    expect(arrived.error).toBeNull();
    const found = arrived.entries.filter((entry) => entry.ident === ident);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ own: false, kind: 'comment', gone: false });
    expect(found[0]?.text).toContain(text);
    expect(arrived.entries.find((entry) => entry.ident === post.ident)).toMatchObject({ own: true });
    // An overlap at the edge may bring known entries again; nothing new may be among them.
    const again = await session.read(arrived.cursor);
    const known = new Set(arrived.entries.map((entry) => entry.ident));
    expect(again.entries.filter((entry) => !known.has(entry.ident))).toEqual([]);
  });
  check('inbox.mention', ['inbox'], 'a mention that nobody asked for arrives', async (session) => {
    const before = await session.read(null);
    const ident = await needed(session.bench.guest.mention, 'guest.mention')(`Look here ${freshWord()}`);
    const arrived = await settled(
      () => session.read(before.cursor),
      ({ entries }) => entries.some((entry) => entry.ident === ident),
      subject,
    );
    expect(arrived.entries.find((entry) => entry.ident === ident)).toMatchObject({
      own: false,
      kind: 'mention',
    });
  });
  check('inbox.own', ['inbox', 'publish', 'reply'], 'an own answer is marked as own', async (session) => {
    const { to, thread } = await asked(session, subject);
    const sent = await can(session, 'reply').send(await session.account(), replyTo(to, thread, freshWord()));
    await needed(session.bench.guest.comment, 'guest.comment')(sent.ident, `Thanks ${freshWord()}`);
    const reading = await settled(
      () => session.read(null),
      ({ entries }) => entries.some((entry) => entry.ident === sent.ident),
      subject,
    );
    expect(reading.entries.find((entry) => entry.ident === sent.ident)).toMatchObject({ own: true });
  });
}

function sending(check: Register, subject: Subject): void {
  const seen = (session: Session, word: string, count = 1) =>
    settled(
      () => needed(session.bench.guest.find, 'guest.find')(word),
      (posts) => posts.length >= count,
      subject,
    );
  check(
    'reply.intact',
    ['reply', 'publish', 'inbox'],
    'an answer arrives as it was typed',
    async (session) => {
      const { to, thread } = await asked(session, subject);
      const word = freshWord();
      await can(session, 'reply').send(await session.account(), replyTo(to, thread, trickyText(word)));
      const [post, ...rest] = await seen(session, word);
      expect(rest).toEqual([]);
      expect(post?.text).toContain(trickyText(word));
    },
  );
  check(
    'reply.same-key',
    ['reply', 'publish', 'inbox'],
    'an answer sent twice with its key is one, or is found',
    async (session) => {
      const { to, thread } = await asked(session, subject);
      const word = freshWord();
      const request = replyTo(to, thread, `Answer ${word}`);
      const context = await session.account();
      const since = session.now();
      const { send, find } = can(session, 'reply');
      const first = await send(context, request);
      await seen(session, word);
      const found = await settled(
        () => find(context, { what: request, key: request.key, since }),
        (sent) => sent !== null,
        subject,
      );
      expect(found?.ident).toBe(first.ident);
      expect(await seen(session, word)).toHaveLength(1);
    },
  );
  check(
    'reply.find',
    ['reply', 'publish', 'inbox'],
    'an answer that was never sent is not found',
    async (session) => {
      const { to, thread } = await asked(session, subject);
      const what = replyTo(to, thread, `Never ${freshWord()}`);
      const attempt = { what, key: what.key, since: session.now() };
      expect(await can(session, 'reply').find(await session.account(), attempt)).toBeNull();
    },
  );
  check('publish.intact', ['publish'], 'a post arrives as it was typed', async (session) => {
    const word = freshWord();
    const sent = await publishText(session, trickyText(word));
    expect(sent).toMatchObject({ held: false });
    expect(sent.url).toMatch(/^https?:\/\//);
    const [post, ...rest] = await seen(session, word);
    expect(rest).toEqual([]);
    expect(post?.text).toContain(trickyText(word));
  });
  check('publish.images', ['publish'], 'images arrive with their descriptions', async (session) => {
    const word = freshWord();
    const images = [noisyImage('The terrace ☕ in the evening'), noisyImage('')];
    const wanted = images.slice(0, session.connector.publishing?.images.max ?? 0);
    await can(session, 'publish').send(
      await session.account(),
      newPost(session.bench, `Pictures ${word}`, { images: wanted }),
    );
    const [post] = await seen(session, word);
    expect(post?.alts).toEqual(wanted.map(({ alt }) => alt));
  });
  check(
    'publish.same-key',
    ['publish'],
    'a post whose answer was lost is found, and once',
    async (session) => {
      const word = freshWord();
      const what = newPost(session.bench, `Once ${word}`);
      const context = await session.account();
      const since = session.now();
      const first = await can(session, 'publish').send(context, what);
      const found = await settled(
        () => can(session, 'publish').find(context, { what, key: what.key, since }),
        (sent) => sent !== null,
        subject,
      );
      expect(found?.ident).toBe(first.ident);
      expect(await seen(session, word)).toHaveLength(1);
    },
  );
  check('publish.find', ['publish'], 'a post that was never sent is not found', async (session) => {
    const what = newPost(session.bench, `Never ${freshWord()}`);
    const attempt = { what, key: what.key, since: session.now() };
    expect(await can(session, 'publish').find(await session.account(), attempt)).toBeNull();
  });
  check('publish.thread', ['publish'], 'a long text goes out as a thread', async (session) => {
    const word = freshWord();
    const what = newPost(session.bench, `First ${word}`, { thread: [`Second ${word}`, `Third ${word}`] });
    await can(session, 'publish').send(await session.account(), what);
    expect((await seen(session, word, 3)).map(({ text }) => text.split(' ')[0] ?? '').toSorted()).toEqual([
      'First',
      'Second',
      'Third',
    ]);
  });
  check(
    'publish.held',
    ['publish'],
    'the network holds a post until its time, and gives it back',
    async (session) => {
      const word = freshWord();
      const holds = needed(session.connector.publishing?.holds ?? undefined, 'native schedule');
      const holdUntil = session.now() + (holds.minMinutes + 60) * 60_000;
      const what = newPost(session.bench, `Later ${word}`, { holdUntil });
      const context = await session.account();
      const since = session.now();
      const { send, find, withdraw } = can(session, 'publish');
      const sent = await send(context, what);
      expect(sent.held).toBe(true);
      expect(await needed(session.bench.guest.find, 'guest.find')(word)).toEqual([]);
      expect(await find(context, { what, key: what.key, since })).toMatchObject({
        ident: sent.ident,
        held: true,
      });
      await needed(withdraw, 'withdraw')(context, { ident: sent.ident });
      expect(await find(context, { what, key: what.key, since })).toBeNull();
    },
  );
}

const replyTo = (to: string, thread: string, text: string) => ({
  to,
  thread,
  text,
  private: false,
  toHandle: null,
  key: crypto.randomUUID(),
});
