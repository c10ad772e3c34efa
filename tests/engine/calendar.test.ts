import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

const ZONE = 'Europe/Bucharest';
const MINUTE = 60_000;
/** The test's clock stands at noon in Bucharest, on 23 November. */
const TONIGHT = { local: '2026-11-23T18:00', zone: ZONE };
const TOMORROW = { local: '2026-11-24T09:00', zone: ZONE };

let network: PublishingNetwork;
let ws: TestWorkspace;
let brandId: string;
let accounts: string[];

const variant = (accountId: string, text = 'The sea is warm'): Input<'posts.create'>['variants'][number] => ({
  accountId,
  text,
  title: '',
  images: [],
  hold: false,
});
const draft = async (part: Partial<Input<'posts.create'>> = {}): Promise<string> => {
  const variants = accounts.map((id) => variant(id));
  return (await ws.ask('posts.create', { brandId, slot: TOMORROW, variants, ...part })).postId;
};
const get = (postId: string) => ws.ask('posts.get', { postId });
const actions = () =>
  ws.engine.workspace.read.all<{ state: string; dueAt: number; variantId: string }>(
    'SELECT state, due_at AS dueAt, variant_id AS variantId FROM action ORDER BY id',
  );
/** Lets time pass, with everything that it makes happen. */
const pass = async (ms: number): Promise<void> => {
  ws.clock.move(ms);
  await ws.engine.outbox.settle();
};

beforeEach(async () => {
  network = new PublishingNetwork();
  ws = testWorkspace({ ports: { connectors: new Map([['press', network.connector]]) } });
  brandId = await ws.brand('Seaview', 'seaview');
  accounts = [network.connect(ws, brandId, 1), network.connect(ws, brandId, 2)];
  ws.engine.outbox.start();
});
afterEach(async () => {
  const { findings } = await ws.ask('workspace.doctor', { repair: false });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  await ws.close();
});

describe('approving', () => {
  it('queues one action for each version, at the time on the wall, and sends each once', async () => {
    const postId = await draft();
    expect((await get(postId)).stage).toBe('draft');
    await ws.ask('posts.submit', { postId });
    expect((await get(postId)).stage).toBe('review');
    const { actionIds } = await ws.ask('posts.approve', { postId });
    expect(actionIds).toHaveLength(2);
    const post = await get(postId);
    expect(post.stage).toBe('scheduled');
    expect(actions().map(({ variantId, dueAt }) => ({ variantId, dueAt }))).toEqual(
      post.variants.map(({ id }) => ({ variantId: id, dueAt: Date.UTC(2026, 10, 24, 7) })),
    );
    await pass(20 * 60 * MINUTE);
    expect(network.sent).toHaveLength(0);
    await pass(60 * MINUTE);
    expect(network.sent.map(({ text }) => text)).toEqual(['The sea is warm', 'The sea is warm']);
    await pass(24 * 60 * MINUTE);
    expect(network.sent).toHaveLength(2);
    expect((await get(postId)).stage).toBe('sent');
    expect((await get(postId)).variants[0]?.action?.url).toBe('https://press.example/post-1');
  });

  it('twice queues nothing twice, and a second time after it went out is refused', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId });
    await ws.ask('posts.approve', { postId });
    expect(actions()).toHaveLength(2);
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent).toHaveLength(2);
    await expect(ws.ask('posts.approve', { postId, when: 'now' })).rejects.toThrow('went out already');
  });

  it('now sends at once, also without a time', async () => {
    const postId = await draft({ slot: null });
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent).toHaveLength(2);
    expect((await get(postId)).at).toBe(ws.clock.now());
  });

  it('without a time waits for one', async () => {
    const postId = await draft({ slot: null });
    expect((await ws.ask('posts.approve', { postId })).actionIds).toEqual([]);
    expect((await get(postId)).stage).toBe('approved');
    await ws.ask('posts.move', { postId, slot: TONIGHT });
    expect((await get(postId)).stage).toBe('scheduled');
    expect(actions().map(({ dueAt }) => dueAt)).toEqual([
      Date.UTC(2026, 10, 23, 16),
      Date.UTC(2026, 10, 23, 16),
    ]);
  });

  it('is refused for a text that the network would refuse, and says by how much', async () => {
    const postId = await draft({ variants: [variant(accounts[0] ?? '', 'x'.repeat(63))] });
    await expect(ws.ask('posts.approve', { postId })).rejects.toThrow('for Press is too long by 3');
    expect(actions()).toEqual([]);
    expect((await get(postId)).stage).toBe('draft');
  });

  it('is refused for a time that has passed', async () => {
    const postId = await draft({ slot: { local: '2026-11-23T09:00', zone: ZONE } });
    await expect(ws.ask('posts.approve', { postId })).rejects.toThrow('has passed');
  });

  it('is refused in part when an account has to be signed in to again', async () => {
    ws.engine.workspace.write.run("INSERT INTO account_state(account_id, status) VALUES(?, 'reauth')", [
      accounts[1] ?? '',
    ]);
    await expect(ws.ask('posts.approve', { postId: await draft() })).rejects.toThrow('signed in to again');
  });

  it('lets the network hold a version that asks for it', async () => {
    const held = { ...variant(accounts[0] ?? ''), hold: true };
    const postId = await draft({ variants: [held] });
    await ws.ask('posts.approve', { postId });
    await ws.engine.outbox.settle();
    expect(network.sent[0]?.holdUntil).toBe(Date.UTC(2026, 10, 24, 7));
    expect((await get(postId)).stage).toBe('held');
    await pass(24 * 60 * MINUTE);
    expect((await get(postId)).stage).toBe('sent');
  });
});

describe('moving', () => {
  it('takes what is scheduled with it', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId });
    await ws.ask('posts.move', { postId, slot: TONIGHT });
    expect(actions()).toHaveLength(2);
    expect(actions().every(({ dueAt }) => dueAt === Date.UTC(2026, 10, 23, 16))).toBe(true);
    await expect(
      ws.ask('posts.move', { postId, slot: { local: '2026-11-22T09:00', zone: ZONE } }),
    ).rejects.toThrow('has passed');
    await pass(7 * 60 * MINUTE);
    expect(network.sent).toHaveLength(2);
    await expect(ws.ask('posts.move', { postId, slot: TOMORROW })).rejects.toThrow('went out already');
  });

  it('of a draft can be undone', async () => {
    const postId = await draft();
    const { changeId } = await ws.ask('posts.move', { postId, slot: TONIGHT });
    expect((await get(postId)).at).toBe(Date.UTC(2026, 10, 23, 16));
    await ws.ask('history.undo', { changeId });
    expect((await get(postId)).at).toBe(Date.UTC(2026, 10, 24, 7));
  });

  it('keeps nine in the morning across a clock change', async () => {
    const postId = await draft({ slot: { local: '2027-03-27T09:00', zone: ZONE } });
    expect((await get(postId)).at).toBe(Date.UTC(2027, 2, 27, 7));
    await ws.ask('posts.move', { postId, slot: { local: '2027-03-28T09:00', zone: ZONE } });
    expect((await get(postId)).at).toBe(Date.UTC(2027, 2, 28, 6));
  });

  it('gives what failed another try at the new time', async () => {
    network.refusal = new ConnectorError('refused', 'no', 'The network said no.');
    const postId = await draft({ slot: TONIGHT });
    await ws.ask('posts.approve', { postId });
    await pass(6 * 60 * MINUTE + 1);
    const failed = await get(postId);
    expect(failed.stage).toBe('failed');
    expect(failed.variants[0]?.action?.reason).toBe('The network said no.');
    network.refusal = null;
    await ws.ask('posts.move', { postId, slot: TOMORROW });
    expect((await get(postId)).stage).toBe('scheduled');
    await pass(15 * 60 * MINUTE + MINUTE);
    expect(network.sent).toHaveLength(2);
  });
});

describe('taking back', () => {
  it('cancels what waits and makes it a draft', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId });
    expect(await ws.ask('posts.unschedule', { postId })).toEqual({ cancelled: 2 });
    expect((await get(postId)).stage).toBe('draft');
    await pass(48 * 60 * MINUTE);
    expect(network.sent).toHaveLength(0);
  });

  it('happens by itself when the content changes', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId });
    await ws.ask('posts.update', { postId, variants: accounts.map((id) => variant(id, 'Cold today')) });
    expect((await get(postId)).stage).toBe('draft');
    expect(actions().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent.map(({ text }) => text)).toEqual(['Cold today', 'Cold today']);
  });

  it('is refused once it went out; so are changing and removing it', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    await expect(ws.ask('posts.unschedule', { postId })).rejects.toThrow('went out already');
    await expect(ws.ask('posts.remove', { postId })).rejects.toThrow('went out already');
    const variants = accounts.map((id) => variant(id, 'Another text'));
    await expect(ws.ask('posts.update', { postId, variants })).rejects.toThrow('went out already');
    expect(await ws.ask('posts.update', { postId, note: 'It went well' })).toBeTruthy();
  });

  it('by undo is refused for everything that the outbox has', async () => {
    const postId = await draft();
    const variants = accounts.map((id) => variant(id, 'Cold today'));
    const { changeId } = await ws.ask('posts.update', { postId, variants });
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    await expect(ws.ask('history.undo', { changeId })).rejects.toThrow('handed to the outbox');
    await expect(ws.ask('history.undo', { changeId: null })).rejects.toThrow('handed to the outbox');
    expect((await get(postId)).variants[0]?.text).toBe('Cold today');
    await pass(60 * MINUTE);
    expect(network.sent).toHaveLength(2);
  });

  it('by undo puts a removed draft back whole', async () => {
    const postId = await draft();
    const before = await get(postId);
    const { changeId } = await ws.ask('posts.remove', { postId });
    await expect(get(postId)).rejects.toThrow('not-found');
    await ws.ask('history.undo', { changeId });
    expect(await get(postId)).toEqual(before);
  });
});

describe('a post', () => {
  it('is listed in its span, and without a time always', async () => {
    const later = await draft({ slot: { local: '2026-12-24T09:00', zone: ZONE } });
    const loose = await draft({ slot: null });
    const soon = await draft();
    const from = Date.UTC(2026, 10, 1);
    const list = await ws.ask('posts.list', { brandIds: [brandId], from, to: Date.UTC(2026, 11, 1) });
    expect(list.posts.map(({ id }) => id)).toEqual([soon, loose]);
    const next = await ws.ask('posts.list', { from: Date.UTC(2026, 11, 1), to: Date.UTC(2027, 0, 1) });
    expect(next.posts.map(({ id }) => id)).toEqual([later, loose]);
  });

  it('keeps the versions of its accounts apart, and gives one up', async () => {
    const [first = '', second = ''] = accounts;
    const postId = await draft();
    await ws.ask('posts.update', { postId, variants: [variant(second, 'Short'), variant(first)] });
    const swapped = await get(postId);
    expect(swapped.variants.map(({ accountId, text }) => [accountId, text])).toEqual([
      [second, 'Short'],
      [first, 'The sea is warm'],
    ]);
    await ws.ask('posts.update', { postId, variants: [variant(second, 'Short')] });
    expect((await get(postId)).variants.map(({ id }) => id)).toEqual([swapped.variants[0]?.id]);
  });

  it('cannot go to an account twice, nor to one of another brand', async () => {
    const [first = ''] = accounts;
    await expect(draft({ variants: [variant(first), variant(first)] })).rejects.toThrow('twice');
    const other = await ws.brand('Vega', 'vega');
    await expect(draft({ brandId: other })).rejects.toThrow('does not belong');
  });

  it('duplicated is a draft without a time', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    const copy = await ws.ask('posts.duplicate', { postId });
    const post = await get(copy.postId);
    expect(post).toMatchObject({ stage: 'draft', at: null });
    expect(post.variants.map(({ text }) => text)).toEqual(['The sea is warm', 'The sea is warm']);
  });

  it('comes with the accounts it can go to and what they take', async () => {
    const { accounts: known } = await ws.ask('posts.accounts', { brandIds: [brandId] });
    expect(known.map(({ id, network: name, needsSignIn }) => [id, name, needsSignIn])).toEqual(
      accounts.map((id) => [id, 'Press', false]),
    );
    expect(known[0]?.publishing.text.max).toBe(60);
  });
});
