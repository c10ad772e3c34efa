import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DrillDesk, wordsFor, type Told } from '#tests/helpers/drill-desk.ts';
import type { FaultRule } from '#tests/helpers/fault-proxy.ts';

const TEN_MINUTES = 600_000;

// Two hours of an engine's life each, over real sockets.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/**
 * The same life of a small hotel through every trouble: a guest asks before it and during it, is answered, is talked about,
 * and a post with an image is due. In the end everything is there, once, and the board says that all is well.
 */
class Life {
  readonly desk: DrillDesk;
  readonly actions: string[] = [];
  #isPosted = false;

  constructor(desk: DrillDesk) {
    this.desk = desk;
  }

  async before(): Promise<void> {
    this.desk.comment('When is breakfast?');
    this.desk.mention('a good place');
    await this.desk.pass(10, 5);
    expect(this.desk.heard('When is breakfast?')).toBe(1);
    expect(this.desk.collected('a good place')).toBe(1);
  }

  async during(): Promise<void> {
    this.post();
    this.desk.comment('Is there parking?');
    this.desk.mention('a bad night');
    this.actions.push(await this.desk.reply('When is breakfast?', 'From seven.'));
  }

  post(): void {
    if (this.#isPosted) return;
    this.#isPosted = true;
    this.actions.push(this.desk.publish('The beach this morning'));
  }

  /** A person presses “Send now” for what is in the tray, if anything; then all has to be well. */
  async after(): Promise<void> {
    const { desk } = this;
    await desk.pass(90, 10);
    for (const actionId of this.actions) {
      const { state } = await desk.action(actionId);
      expect(['sent', 'missed']).toContain(state);
      if (state === 'missed') await desk.workspace.ask('actions.retry', { actionId });
    }
    await desk.pass(10, 2);
    for (const question of ['When is breakfast?', 'Is there parking?'])
      expect(desk.heard(question), question).toBe(1);
    for (const said of ['a good place', 'a bad night']) expect(desk.collected(said), said).toBe(1);
    for (const own of ['From seven.', 'The beach this morning']) expect(desk.seen(own), own).toBe(1);
    const post = desk.network.store.postsOf('seaview').find(({ images }) => images.length > 0);
    expect(post?.images.map(({ alt }) => alt)).toEqual(['The beach']);
    expect(await desk.account()).toMatchObject({ status: 'ok', code: null });
    expect(await desk.source()).toMatchObject({ status: 'ok', code: null });
    expect((await desk.workspace.ask('today.summary', {})).signIns).toEqual([]);
    expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  }
}

/** What the board says, and that it says it in words of both languages. */
function expectTold(told: Told, wanted: Told): void {
  expect(told).toMatchObject(wanted);
  for (const words of wordsFor(told.code)) expect(words.length, told.code ?? 'no code').toBeGreaterThan(20);
}

let desk: DrillDesk;
let life: Life;

async function begin(honoursKeys: boolean): Promise<void> {
  desk = await DrillDesk.open(honoursKeys);
  life = new Life(desk);
  await life.before();
}
afterEach(() => desk.close());

describe('a whole engine in trouble', () => {
  beforeEach(() => begin(false));

  it('a token that runs out is renewed in the middle of a run, and nobody has to know', async () => {
    desk.network.store.expire('seaview');
    await life.during();
    await desk.pass(3);
    desk.network.store.expire('seaview');
    await desk.pass(3);
    expect(await desk.account()).toMatchObject({ status: 'ok' });
    await life.after();
  });

  it('a revoked app stops the account with a word on what to do, and all goes on after a new sign-in', async () => {
    desk.network.store.revoke('seaview');
    await life.during();
    await desk.pass(10);
    const told = await desk.account();
    expectTold(told, { status: 'reauth', code: 'signed-out' });
    expect(told.message).toMatch(/[Ss]ign in again/);
    const { signIns } = await desk.workspace.ask('today.summary', {});
    expect(signIns).toMatchObject([{ accountId: desk.accountId, code: 'signed-out' }]);
    // Searching needs no account: the source goes on, and the account is left alone.
    expect(await desk.source()).toMatchObject({ status: 'ok' });
    const before = desk.proxy.requests.length;
    await desk.pass(20);
    const paths = desk.proxy.requests.slice(before).map(({ path }) => path.split('?')[0]);
    expect(new Set(paths)).toEqual(new Set(['/v1/search']));
    await desk.signInAgain();
    await life.after();
  });

  it('a storm of 429 is waited out: nobody knocks before its time', async () => {
    const storm: FaultRule = {
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '900' } },
    };
    await desk.under(storm, async () => {
      await life.during();
      await desk.pass(6);
      const wanted = { status: 'failing', code: 'http-429' };
      expectTold(await desk.account(), wanted);
      expectTold(await desk.source(), wanted);
      for (const id of life.actions) expect((await desk.action(id)).state).toBe('queued');
      const knocked = desk.proxy.requests.length;
      await desk.pass(8);
      expect(desk.proxy.requests.length).toBe(knocked);
      await desk.pass(26);
      // Reading, writing and searching may each ask again when a quarter of an hour is over.
      expect(desk.proxy.requests.length - knocked).toBeLessThanOrEqual(3 * 3);
    });
    await life.after();
  });

  it.each<[string, FaultRule, string]>([
    ['5xx for an hour', { fault: { kind: 'status', status: 502 } }, 'http-502'],
    ['web pages where JSON was promised', { fault: { kind: 'html' } }, 'html-answer'],
  ])('%s cost nothing but the hour', async (_name, rule, code) => {
    await desk.under(rule, async () => {
      await life.during();
      await desk.pass(60, 3);
      const wanted = { status: 'failing', code };
      expectTold(await desk.account(), wanted);
      expectTold(await desk.source(), wanted);
      for (const own of ['From seven.', 'The beach this morning']) expect(desk.seen(own)).toBe(0);
    });
    await life.after();
  });
});

describe('outcomes that nobody knows', () => {
  it.each([
    [-TEN_MINUTES, true],
    [-TEN_MINUTES, false],
    [TEN_MINUTES, false],
  ])('are settled as ever while a clock is %i ms off (keys honoured: %s)', async (offMs, honoursKeys) => {
    await begin(honoursKeys);
    desk.setOff(offMs);
    const heal = desk.proxy.inject({
      fault: { kind: 'lose-answer' },
      matches: ({ method, path }) => method === 'POST' && path === '/v1/posts',
      times: 2,
    });
    await desk.under({ fault: { kind: 'clock', offMs } }, async () => {
      await life.during();
      await desk.pass(20);
    });
    expect(heal()).toBe(2);
    await life.after();
  });

  it.each<[string, boolean, 'cut-request' | 'lose-answer', string]>([
    ['in the middle of an upload', false, 'cut-request', '/v1/media'],
    ['in the middle of a post', false, 'cut-request', '/v1/posts'],
    ['before the answer to an upload', false, 'lose-answer', '/v1/media'],
    ['before the answer to a post', false, 'lose-answer', '/v1/posts'],
    ['before the answer to a post', true, 'lose-answer', '/v1/posts'],
  ])(
    'of a network that goes away %s leave one post (keys honoured: %s)',
    async (_name, honoursKeys, kind, where) => {
      await begin(honoursKeys);
      // Nothing can be read either: neither the inbox nor a look at the account says that all is well.
      const isGone: FaultRule = { fault: { kind: 'cut-request' }, matches: ({ method }) => method === 'GET' };
      const cut: FaultRule = {
        fault: { kind },
        matches: ({ method, path }) => method === 'POST' && path === where,
        times: 1,
      };
      await desk.under(isGone, () =>
        desk.under(cut, async () => {
          life.post();
          await desk.pass(2);
          expectTold(await desk.account(), { status: 'failing', code: 'connection-lost' });
          expect(['uncertain', 'queued']).toContain((await desk.action(life.actions[0] ?? '')).state);
        }),
      );
      await life.during();
      await life.after();
    },
  );
});
