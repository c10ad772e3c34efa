import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

const ZONE = 'Europe/Bucharest';
const HOUR = 3_600_000;
const TOMORROW = { local: '2026-11-24T09:00', zone: ZONE };
const LATER = { local: '2026-11-25T09:00', zone: ZONE };
const [AT_TOMORROW, AT_LATER] = [Date.UTC(2026, 10, 24, 7), Date.UTC(2026, 10, 25, 7)];
const lostAnswer = new ConnectorError('transient', 'no-answer', 'Press did not answer.', {
  effect: 'maybe',
});

let network: PublishingNetwork;
let ws: TestWorkspace;
let postId: string;
let accounts: string[];

const get = () => ws.ask('posts.get', { postId });
const states = () =>
  ws.engine.workspace.read
    .all<{ state: string }>('SELECT state FROM action ORDER BY id')
    .map(({ state }) => state);
const settle = () => ws.engine.outbox.settle();
const pass = async (ms: number): Promise<void> => {
  ws.clock.move(ms);
  await settle();
};
/** What of the post would be, or is, seen on the network. */
const visible = () => network.sent.filter((_, at) => !network.withdrawn.includes(`post-${at + 1}`));

beforeEach(async () => {
  network = new PublishingNetwork();
  ws = testWorkspace({ ports: { connectors: new Map([['press', network.connector]]) } });
  const brandId = await ws.brand('Seaview', 'seaview');
  accounts = [network.connect(ws, brandId, 1), network.connect(ws, brandId, 2)];
  ws.engine.outbox.start();
  const variants = accounts.map((accountId) => ({
    accountId,
    text: 'The sea is warm',
    title: '',
    images: [],
    hold: true,
  }));
  ({ postId } = await ws.ask('posts.create', { brandId, slot: TOMORROW, variants }));
  await ws.ask('posts.approve', { postId, by: 'Ana' });
  await settle();
  expect((await get()).stage).toBe('held');
});
afterEach(async () => {
  const { findings } = await ws.ask('workspace.doctor', { repair: false });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  await ws.close();
});

describe('what the network holds', () => {
  it('moves: it is taken back there, and given to it again for the new time', async () => {
    await ws.ask('posts.move', { postId, slot: LATER });
    await settle();
    expect(network.withdrawn).toEqual(['post-1', 'post-2']);
    expect(visible().map(({ holdUntil }) => holdUntil)).toEqual([AT_LATER, AT_LATER]);
    expect(await get()).toMatchObject({ stage: 'held', state: 'approved', at: AT_LATER, approvedBy: 'Ana' });
    await pass(72 * HOUR);
    expect(visible()).toHaveLength(2);
    expect((await get()).stage).toBe('sent');
  });

  it('is a draft again once it is taken back, and never appears', async () => {
    expect(await ws.ask('posts.unschedule', { postId })).toEqual({ cancelled: 2 });
    expect(await get()).toMatchObject({ stage: 'draft', approvedBy: '' });
    await pass(72 * HOUR);
    expect(visible()).toEqual([]);
    expect(states()).toEqual(['cancelled', 'cancelled']);
  });

  it('is taken back when its words change, and needs approval again', async () => {
    const variants = (await get()).variants.map(({ accountId }) => ({
      accountId,
      text: 'Cold today',
      title: '',
      images: [],
      hold: true,
    }));
    await ws.ask('posts.update', { postId, variants });
    expect((await get()).stage).toBe('draft');
    expect(visible()).toEqual([]);
    await ws.ask('posts.approve', { postId });
    await settle();
    expect(visible().map(({ text }) => text)).toEqual(['Cold today', 'Cold today']);
  });

  it('goes out at once, once, when it is published now', async () => {
    await ws.ask('posts.approve', { postId, when: 'now' });
    await settle();
    expect(visible().map(({ holdUntil }) => holdUntil)).toEqual([null, null]);
    await pass(72 * HOUR);
    expect(visible()).toHaveLength(2);
  });

  it('is removed from both', async () => {
    await ws.ask('posts.remove', { postId });
    expect(visible()).toEqual([]);
    await expect(get()).rejects.toThrow('not-found');
  });

  it('keeps its place when only a note is written', async () => {
    await ws.ask('posts.update', { postId, note: 'For the season', slot: TOMORROW });
    expect(network.withdrawn).toEqual([]);
    expect((await get()).stage).toBe('held');
  });
});

describe('when the network does not let go', () => {
  it('everything stays as it was, the first version included', async () => {
    // The first account lets go, the second does not.
    network.stubborn = { error: lostAnswer, lost: false, ident: 'post-2' };
    await expect(ws.ask('posts.move', { postId, slot: LATER })).rejects.toThrow('did not answer');
    await settle();
    expect(await get()).toMatchObject({ state: 'approved', at: AT_TOMORROW, approvedBy: 'Ana' });
    expect(visible().map(({ holdUntil }) => holdUntil)).toEqual([AT_TOMORROW, AT_TOMORROW]);
    await expect(ws.ask('posts.unschedule', { postId })).rejects.toThrow('did not answer');
    await settle();
    expect(await get()).toMatchObject({ state: 'approved', at: AT_TOMORROW, approvedBy: 'Ana' });
    expect(visible().map(({ holdUntil }) => holdUntil)).toEqual([AT_TOMORROW, AT_TOMORROW]);
  });

  it('an answer that was lost is settled by the next try, and nothing goes out twice', async () => {
    network.stubborn = { error: lostAnswer, lost: true };
    await expect(ws.ask('posts.move', { postId, slot: LATER })).rejects.toThrow('did not answer');
    expect((await get()).at).toBe(AT_TOMORROW);
    network.stubborn = null;
    await ws.ask('posts.move', { postId, slot: LATER });
    await settle();
    expect(visible().map(({ holdUntil }) => holdUntil)).toEqual([AT_LATER, AT_LATER]);
    await pass(72 * HOUR);
    expect(visible()).toHaveLength(2);
  });

  it('a time that has passed is refused before anything is taken back', async () => {
    const past = { local: '2026-11-22T09:00', zone: ZONE };
    await expect(ws.ask('posts.move', { postId, slot: past })).rejects.toThrow('has passed');
    expect(network.withdrawn).toEqual([]);
  });
});
