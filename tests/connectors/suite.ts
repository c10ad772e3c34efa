import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capability } from '#shared/model/connector.ts';
import type { Connector, Sent } from '#engine/connectors/kit/index.ts';
import type { Check, Subject } from './bench.ts';
import { noisyImage, newPost } from './post.ts';
import { failure, freshWord, needed, Session, settled, trickyText } from './session.ts';

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
      if (reason === null) it(title, () => run(session));
      else it.skip(`${title} (${reason})`, () => undefined);
    };
    collecting(check);
    inbox(check, subject);
    sending(check, subject);
    acting(check, subject);
    account(check);
  });
}

type Register = (
  id: Check,
  needs: readonly Capability[],
  title: string,
  run: (session: Session) => Promise<void>,
) => void;

type Can<Name extends keyof Connector> = NonNullable<Connector[Name]>;
const can = <
  Name extends
    'collect' | 'account' | 'reply' | 'like' | 'hide' | 'remove' | 'publish' | 'edit' | 'metrics' | 'profile',
>(
  session: Session,
  name: Name,
): Can<Name> => needed<Can<Name>>(session.connector[name] as Can<Name> | undefined, name);

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

async function publishText(session: Session, text: string): Promise<Sent> {
  return can(session, 'publish').send(await session.account(), newPost(session.bench, text));
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

const replyTo = (to: string, thread: string, text: string) => ({
  to,
  thread,
  text,
  private: false,
  toHandle: null,
  key: crypto.randomUUID(),
});

/** A post of the account with a guest's comment that has arrived. */
async function asked(session: Session, subject: Subject): Promise<{ to: string; thread: string }> {
  const post = await publishText(session, `Post ${freshWord()}`);
  const to = await needed(session.bench.guest.comment, 'guest.comment')(
    post.ident,
    `Question ${freshWord()}`,
  );
  await settled(
    () => session.read(null),
    ({ entries }) => entries.some((entry) => entry.ident === to),
    subject,
  );
  return { to, thread: post.ident };
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
    expect((await seen(session, word, 3)).map(({ text }) => text.split(' ')[0]).sort()).toEqual([
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

function acting(check: Register, subject: Subject): void {
  check(
    'like',
    ['like', 'publish', 'inbox'],
    'liking twice is liking once, and can be taken back',
    async (session) => {
      const { to } = await asked(session, subject);
      const context = await session.account();
      const likes = needed(session.bench.guest.likes, 'guest.likes');
      for (const on of [true, true]) await can(session, 'like')(context, { ident: to, on });
      expect(
        await settled(
          () => likes(to),
          (count) => count === 1,
          subject,
        ),
      ).toBe(1);
      for (const on of [false, false]) await can(session, 'like')(context, { ident: to, on });
      expect(
        await settled(
          () => likes(to),
          (count) => count === 0,
          subject,
        ),
      ).toBe(0);
    },
  );
  check(
    'hide',
    ['hide', 'publish', 'inbox'],
    'hiding twice is hiding once, and can be taken back',
    async (session) => {
      const { to } = await asked(session, subject);
      const context = await session.account();
      const isHidden = needed(session.bench.guest.isHidden, 'guest.isHidden');
      for (const on of [true, true]) await can(session, 'hide')(context, { ident: to, on });
      expect(
        await settled(
          () => isHidden(to),
          (hidden) => hidden,
          subject,
        ),
      ).toBe(true);
      for (const on of [false, false]) await can(session, 'hide')(context, { ident: to, on });
      expect(
        await settled(
          () => isHidden(to),
          (hidden) => !hidden,
          subject,
        ),
      ).toBe(false);
    },
  );
  check(
    'remove',
    ['remove', 'publish'],
    'what is deleted is gone, and deleting it again is no error',
    async (session) => {
      const word = freshWord();
      const { ident } = await publishText(session, `Deleted ${word}`);
      const find = needed(session.bench.guest.find, 'guest.find');
      await settled(
        () => find(word),
        (posts) => posts.length === 1,
        subject,
      );
      const context = await session.account();
      await can(session, 'remove')(context, { ident });
      await can(session, 'remove')(context, { ident });
      expect(
        await settled(
          () => find(word),
          (posts) => posts.length === 0,
          subject,
        ),
      ).toEqual([]);
    },
  );
  check('edit', ['edit', 'publish'], 'an edited post says the new text', async (session) => {
    const [before, after] = [freshWord(), freshWord()];
    const { ident } = await publishText(session, `Old ${before}`);
    await can(session, 'edit')(await session.account(), {
      ident,
      post: newPost(session.bench, `New ${after}`),
    });
    const find = needed(session.bench.guest.find, 'guest.find');
    const posts = await settled(
      () => find(after),
      (found) => found.length === 1,
      subject,
    );
    expect(posts).toHaveLength(1);
    expect(await find(before)).toEqual([]);
  });
  check(
    'metrics',
    ['metrics', 'publish'],
    'own figures are numbers, and count a new post',
    async (session) => {
      const sent = await publishText(session, `Counted ${freshWord()}`);
      const read = async () => can(session, 'metrics')(await session.account());
      const figures = await settled(
        read,
        ({ recent }) => recent.some(({ ident }) => ident === sent.ident),
        subject,
      );
      expect(figures.recent.map(({ ident }) => ident)).toContain(sent.ident);
      for (const count of [figures.followers, figures.following, figures.posts])
        expect(count === null || (Number.isSafeInteger(count) && count >= 0)).toBe(true);
    },
  );
  check('profile', ['profile'], 'public figures of a profile are read without a sign-in', async (session) => {
    const handle = needed(session.bench.profile, 'profile');
    const read = await can(session, 'profile')({ ...session.network(), through: null }, handle);
    expect(read.ident).not.toBe('');
    expect(read.followers === null || read.followers >= 0).toBe(true);
  });
}

function account(check: Register): void {
  check(
    'account.check',
    ['account'],
    'a sign-in holds, and keeps no secret in its settings',
    async (session) => {
      const facts = await session.signIn();
      const checked = await can(session, 'account').check(await session.account());
      expect(checked).toMatchObject({ ident: facts.ident, handle: facts.handle });
      const kept = JSON.stringify(facts.settings);
      for (const secret of Object.values(facts.secrets)) expect(kept).not.toContain(secret);
    },
  );
  check('account.wrong', ['account'], 'a wrong sign-in is refused with a reason', async (session) => {
    const error = await failure(session.signIn(needed(session.bench.wrong, 'wrong sign-in')));
    expect(['refused', 'invalid']).toContain(error.kind);
    expect(error.message).not.toBe('');
  });
  check(
    'private-address',
    ['account'],
    'this machine is not asked unless that is allowed',
    async (session) => {
      const error = await failure(session.signIn(undefined, { allowLocalNetwork: false }));
      expect(error).toMatchObject({ kind: 'refused', code: 'private-address', effect: 'no' });
    },
  );
  check('hosts', [], 'nobody but the declared hosts was asked', (session) => {
    expect(session.http.hosts.size).toBeGreaterThan(0);
    expect([...session.http.hosts].filter((host) => !session.bench.hosts.includes(host))).toEqual([]);
    return Promise.resolve();
  });
  check('account.revoked', ['account'], 'a revoked sign-in asks to sign in again', async (session) => {
    const context = await session.account();
    await needed(session.bench.revoke, 'revoke')();
    const error = await failure(can(session, 'account').check(context));
    expect(error).toMatchObject({ kind: 'reauth', effect: 'no' });
  });
}
