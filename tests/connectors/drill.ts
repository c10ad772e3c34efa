import { afterAll, beforeAll, describe, expect } from 'vitest';
import { register } from './register.ts';
import { ConnectorError, type Connector, type HttpPort } from '#engine/connectors/kit/index.ts';
import { startFaultProxy, type Fault, type FaultProxy, type FaultRule } from '../helpers/fault-proxy.ts';
import type { Bench, Check, Subject } from './bench.ts';
import { noisyImage, newPost } from './post.ts';
import { failure, freshWord, needed, Session, settled, trickyText, type Reading } from './session.ts';

const HOUR = 3_600_000;
const TEN_MINUTES = 600_000;

/**
 * What goes wrong in the lives of networks, for any connector, over a proxy before its server: nothing is lost (a cursor
 * never moves past what was not seen), nothing is there twice, and the error says what happened.
 */
export function failureDrill(name: string, subject: Subject): void {
  const { connector, cannot = {} } = subject;
  describe(`${name}: when things go wrong`, () => {
    let drill: Drill;
    beforeAll(async () => {
      drill = await Drill.open(subject);
    });
    afterAll(() => drill.close());

    for (const { id, needs, title, run } of FAILURES) {
      const missing = needs.find((capability) => !connector.capabilities.includes(capability));
      const reason =
        cannot[id] ?? (missing === undefined ? null : `${connector.name} does not offer “${missing}”`);
      register(title, reason, () => run(drill));
    }
  });
}

class Drill {
  readonly session: Session;
  readonly #proxies: FaultProxy[];
  readonly subject: Subject;

  private constructor(session: Session, proxies: FaultProxy[], subject: Subject) {
    this.session = session;
    this.#proxies = proxies;
    this.subject = subject;
  }

  static async open(subject: Subject): Promise<Drill> {
    const proxies: FaultProxy[] = [];
    const bench = await subject.start(async (origin) => {
      const proxy = await startFaultProxy(origin);
      proxies.push(proxy);
      return proxy.url;
    });
    return new Drill(new Session(subject.connector, bench), proxies, subject);
  }

  get bench(): Bench {
    return this.session.bench;
  }

  get publish(): NonNullable<Connector['publish']> {
    return needed(this.session.connector.publish, 'publish');
  }

  /** How many requests reached the proxies. */
  get asked(): number {
    return this.#proxies.reduce((sum, { requests }) => sum + requests.length, 0);
  }

  /** Puts a fault before every server while `work` runs. @returns what it gave */
  async under<Value>(
    fault: Fault,
    work: () => Promise<Value>,
    when: Omit<FaultRule, 'fault'> = {},
  ): Promise<Value> {
    const heal = this.#proxies.map((proxy) => proxy.inject({ fault, ...when }));
    try {
      return await work();
    } finally {
      for (const one of heal) one();
    }
  }

  /** A comment by a guest under a new post; the cursor is from before it. */
  async commented(
    text = `Comment ${freshWord()}`,
  ): Promise<{ ident: string; post: string; cursor: Reading['cursor'] }> {
    const { cursor } = await this.session.read(null);
    const post = await this.publish.send(
      await this.session.account(),
      newPost(this.bench, `Post ${freshWord()}`),
    );
    const ident = await needed(this.bench.guest.comment, 'guest.comment')(post.ident, text);
    return { ident, post: post.ident, cursor };
  }

  /** Reads on from where a failed run got to: the comment has to be in one of the two, and in none of them twice. */
  async expectArrives(ident: string, before: Reading): Promise<void> {
    const count = ({ entries }: Reading): number => entries.filter((entry) => entry.ident === ident).length;
    const after = await settled(
      () => this.session.read(before.cursor),
      (reading) => count(before) + count(reading) > 0,
      this.subject,
    );
    expect(after.error).toBeNull();
    // A later look may bring again what is known; see `ThreadUpdate`.
    expect(Math.max(count(before), count(after))).toBe(1);
  }

  async expectSeen(word: string, count: number): Promise<void> {
    const find = needed(this.bench.guest.find, 'guest.find');
    const posts = await settled(
      () => find(word),
      (seen) => seen.length >= count,
      this.subject,
    );
    expect(posts).toHaveLength(count);
  }

  /** The outbox's way after an unknown outcome: looks, and sends again with the same key only if nothing is there. */
  async settleByLooking(what: ReturnType<typeof newPost>, since: number): Promise<void> {
    const context = await this.session.account();
    const attempt = { what, key: what.key, since };
    const found = await this.publish.find(context, attempt);
    if (found === null) await this.publish.send(context, what);
    const there = await settled(
      () => this.publish.find(context, attempt),
      (sent) => sent !== null,
      this.subject,
    );
    expect(there).not.toBeNull();
  }

  async close(): Promise<void> {
    await this.session.close();
    await Promise.all(this.#proxies.map((proxy) => proxy.close()));
  }
}

interface Failure {
  id: Check;
  needs: readonly Connector['capabilities'][number][];
  title: string;
  run(drill: Drill): Promise<void>;
}

const INBOX = ['inbox', 'publish'] as const;
const PUBLISH = ['publish'] as const;
const statusOf = (answer: { status: number; body: unknown }): Fault => ({ kind: 'status', ...answer });
const isWrite = ({ method }: { method: string }): boolean => method !== 'GET';

const FAILURES: readonly Failure[] = [
  {
    id: 'drill.expired',
    needs: INBOX,
    title: 'a token that runs out in the middle of a run is renewed, and nothing is missed',
    async run(drill) {
      const { ident, cursor } = await drill.commented();
      await settled(
        () => drill.session.read(cursor),
        ({ entries }) => entries.some((entry) => entry.ident === ident),
        drill.subject,
      );
      const reading = await drill.under(
        statusOf(drill.bench.says.expired),
        () => drill.session.read(cursor),
        { skip: 1, times: 1 },
      );
      expect(reading.error).toBeNull();
      await drill.expectArrives(ident, reading);
    },
  },
  {
    id: 'drill.revoked',
    needs: INBOX,
    title:
      'a revoked app stops everything with a clear word, and goes on where it was once it is allowed again',
    async run(drill) {
      const { ident, cursor } = await drill.commented();
      const word = freshWord();
      const context = await drill.session.account();
      const reading = await drill.under(statusOf(drill.bench.says.revoked), async () => {
        const error = await failure(drill.publish.send(context, newPost(drill.bench, `Not ${word}`)));
        expect(error).toMatchObject({ kind: 'reauth', effect: 'no' });
        return drill.session.read(cursor);
      });
      expect(reading.error?.kind).toBe('reauth');
      await drill.expectArrives(ident, reading);
      await drill.expectSeen(word, 0);
    },
  },
  {
    id: 'drill.storm',
    needs: INBOX,
    title: 'a storm of 429 is obeyed: the time is known, and nobody knocks meanwhile',
    async run(drill) {
      const { ident, cursor } = await drill.commented();
      const word = freshWord();
      // A way of its own: what was said on it closes no other.
      const http: HttpPort = { request: (request) => drill.session.http.request(request) };
      const context = await drill.session.account({ http });
      const start = drill.session.now();
      const storm: Fault = { kind: 'status', status: 429, headers: { 'retry-after': '900' } };
      const reading = await drill.under(storm, async () => {
        const error = await failure(drill.publish.send(context, newPost(drill.bench, `Not ${word}`)));
        expect(error).toMatchObject({ kind: 'rate-limited', effect: 'no' });
        expect(error.until).toBeGreaterThanOrEqual(start + 900_000);
        const first = await drill.session.read(cursor, { http });
        const asked = drill.asked;
        const second = await drill.session.read(cursor, { http });
        expect(second.error?.kind).toBe('rate-limited');
        expect(drill.asked).toBe(asked);
        return first;
      });
      expect(reading.error?.kind).toBe('rate-limited');
      drill.session.clockOffMs += HOUR;
      expect((await drill.session.read(cursor, { http })).error).toBeNull();
      drill.session.clockOffMs -= HOUR;
      await drill.expectArrives(ident, reading);
      await drill.expectSeen(word, 0);
    },
  },
  {
    id: 'drill.down',
    needs: INBOX,
    title: 'a server that is broken for an hour costs nothing but the hour',
    async run(drill) {
      const { ident, cursor } = await drill.commented();
      const last = await drill.under({ kind: 'status', status: 502 }, async () => {
        let reading = await drill.session.read(cursor);
        for (let minutes = 10; minutes <= 60; minutes += 10) {
          drill.session.clockOffMs += TEN_MINUTES;
          reading = await drill.session.read(reading.cursor);
          expect(reading.error).toMatchObject({ kind: 'transient', code: 'http-502' });
          expect(reading.entries).toEqual([]);
        }
        return reading;
      });
      await drill.expectArrives(ident, last);
      drill.session.clockOffMs -= HOUR;
    },
  },
  {
    id: 'drill.html',
    needs: INBOX,
    title: 'a web page where data was promised is told as what it is',
    async run(drill) {
      const { ident, cursor } = await drill.commented();
      const reading = await drill.under({ kind: 'html' }, () => drill.session.read(cursor));
      expect(reading.error).toMatchObject({ kind: 'transient', code: 'html-answer' });
      await drill.expectArrives(ident, reading);
    },
  },
  {
    id: 'drill.clock',
    needs: INBOX,
    title: 'a clock that is ten minutes wrong, either way, changes nothing',
    async run(drill) {
      for (const offMs of [-TEN_MINUTES, TEN_MINUTES]) {
        drill.session.clockOffMs += offMs;
        const { ident, cursor } = await drill.commented();
        const none: Reading = { entries: [], cursor, batches: 0, error: null };
        await drill.under({ kind: 'clock', offMs: -offMs }, () => drill.expectArrives(ident, none));
        const word = freshWord();
        const what = newPost(drill.bench, `Clock ${word}`);
        const since = drill.session.now();
        await drill.publish.send(await drill.session.account(), what);
        await drill.expectSeen(word, 1);
        await drill.settleByLooking(what, since);
        await drill.expectSeen(word, 1);
        drill.session.clockOffMs -= offMs;
      }
    },
  },
  {
    id: 'drill.endless',
    needs: INBOX,
    title: 'a list whose pages never end is left after a while',
    async run(drill) {
      await drill.commented();
      const before = drill.asked;
      const reading = await drill.under({ kind: 'endless' }, () => drill.session.read(null));
      expect(reading.batches).toBeLessThan(100);
      expect(drill.asked - before).toBeLessThan(500);
    },
  },
  {
    id: 'drill.deleted-parent',
    needs: ['inbox', 'publish', 'reply'],
    title: 'an answer to something deleted meanwhile is refused for good, or stands by itself; never twice',
    async run(drill) {
      const { ident, post, cursor } = await drill.commented();
      await drill.expectArrives(ident, { entries: [], cursor, batches: 0, error: null });
      await needed(drill.bench.guest.remove, 'guest.remove')(ident);
      const word = freshWord();
      const request = {
        to: ident,
        thread: post,
        text: `Too late ${word}`,
        private: false,
        toHandle: null,
        key: crypto.randomUUID(),
      };
      const { send } = needed(drill.session.connector.reply, 'reply');
      const context = await drill.session.account();
      const sent = await send(context, request).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ name: 'ConnectorError', effect: 'no' });
          expect(error).toHaveProperty('kind', expect.stringMatching(/^(?:gone|refused|invalid)$/));
          return false;
        },
      );
      await drill.expectSeen(word, sent ? 1 : 0);
      expect((await drill.session.read(null)).error).toBeNull();
    },
  },
  {
    id: 'drill.text',
    needs: INBOX,
    title: 'emoji and right-to-left text come in whole',
    async run(drill) {
      const text = trickyText(freshWord());
      const { ident, cursor } = await drill.commented(text);
      const reading = await settled(
        () => drill.session.read(cursor),
        ({ entries }) => entries.some((entry) => entry.ident === ident),
        drill.subject,
      );
      expect(reading.entries.find((entry) => entry.ident === ident)?.text).toContain(text);
    },
  },
  {
    id: 'drill.upload-cut',
    needs: PUBLISH,
    title: 'a network that goes away in the middle of an upload leaves one post, not two',
    run: (drill) => interrupted(drill, { kind: 'cut-request' }),
  },
  {
    id: 'drill.answer-lost',
    needs: PUBLISH,
    title: 'an answer that is lost on its way back leaves one post, not two',
    run: (drill) => interrupted(drill, { kind: 'lose-answer' }),
  },
];

/** Strikes at each request that sends something, one after another, until sending is not disturbed any more. */
async function interrupted(drill: Drill, fault: Fault): Promise<void> {
  const context = await drill.session.account();
  for (let skip = 0; skip < 10; skip += 1) {
    const word = freshWord();
    const images = [noisyImage('A table by the sea')].slice(
      0,
      drill.session.connector.publishing?.images.max ?? 0,
    );
    const what = newPost(drill.bench, `Interrupted ${word}`, { images });
    const since = drill.session.now();
    const error = await drill.under(
      fault,
      () =>
        drill.publish.send(context, what).then(
          () => null,
          (reason: unknown) => reason,
        ),
      { matches: isWrite, skip, times: 1 },
    );
    if (error !== null) {
      expect(error).toMatchObject({ name: 'ConnectorError', kind: 'transient' });
      // As the outbox does: what surely had no effect is sent again, anything else is looked for first.
      if (error instanceof ConnectorError && error.effect === 'no') await drill.publish.send(context, what);
      else await drill.settleByLooking(what, since);
    }
    await drill.expectSeen(word, 1);
    if (error === null) {
      expect(skip, 'requests that were disturbed').toBeGreaterThan(0);
      return;
    }
  }
  throw new Error('a post takes more than ten requests');
}
