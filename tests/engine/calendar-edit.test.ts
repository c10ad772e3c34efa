import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { testWorkspace } from '#tests/helpers/engine.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';
import { bitmapPng } from '#tests/helpers/pictures.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

const HOUR = 3_600_000;
const TOMORROW = { local: '2026-11-24T09:00', zone: 'Europe/Bucharest' };

let desk: OutboxDesk;
let postId: string;
let variantId: string;

const ask: OutboxDesk['workspace']['ask'] = (name, input) => desk.workspace.ask(name, input);
const settle = () => desk.workspace.engine.outbox.settle();
const pass = async (ms: number): Promise<void> => {
  desk.workspace.clock.move(ms);
  await settle();
};
const variant = async () => {
  const [first] = (await ask('posts.get', { postId })).variants;
  if (first === undefined) throw new Error('the post has no version');
  return first;
};
type Change = Partial<Input<'posts.edit'>>;
const change = (text: string, part: Change = {}) =>
  ask('posts.edit', { postId, variantId, text, title: '', images: [], ...part });
/** Every change that was ever made, the first one first. */
const edits = () =>
  desk.workspace.engine.workspace.read
    .all<{ state: string }>("SELECT state FROM action WHERE kind = 'edit' ORDER BY id")
    .map(({ state }) => state);
const seen = () => desk.network.posts.map(({ text }) => text);

async function draft(part: Partial<Input<'posts.create'>['variants'][number]> = {}): Promise<void> {
  ({ postId } = await ask('posts.create', {
    brandId: desk.brandId,
    slot: TOMORROW,
    variants: [
      { accountId: desk.accountId, text: 'The sea is wram', title: '', images: [], hold: false, ...part },
    ],
  }));
  variantId = (await variant()).id;
}
async function publish(part?: Parameters<typeof draft>[0]): Promise<void> {
  await draft(part);
  await ask('posts.approve', { postId, when: 'now' });
  await settle();
  expect((await variant()).stage).toBe('sent');
}
async function image(noise: number): Promise<string> {
  const bytes = bitmapPng(8 + noise, 8).toString('base64');
  return (await ask('media.add', { name: `${noise}.png`, bytes })).id;
}

beforeEach(async () => {
  desk = await OutboxDesk.open();
});
afterEach(async () => {
  const { findings } = await ask('workspace.doctor', { repair: false });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  await desk.close();
});

describe('a change of what is published', () => {
  it('is what is published once it was sent, and says when', async () => {
    await publish();
    const { actionId } = await change('The sea is warm');
    expect(await variant()).toMatchObject({
      text: 'The sea is wram',
      edit: { id: actionId, text: 'The sea is warm', settledAt: null },
    });
    await settle();
    expect(seen()).toEqual(['The sea is warm']);
    expect(await variant()).toMatchObject({
      stage: 'sent',
      text: 'The sea is warm',
      edit: { id: actionId, state: 'sent', settledAt: desk.workspace.clock.now() },
    });
  });

  it('sends the images that stay again, with the ones that are new and their words', async () => {
    const [one, other] = [await image(0), await image(1)];
    await publish({ images: [{ mediaId: one, alt: 'The beach' }] });
    const images = [
      { mediaId: one, alt: 'The beach at noon' },
      { mediaId: other, alt: 'The pier' },
    ];
    await change('The sea is warm', { images });
    await settle();
    expect(desk.network.posts[0]?.images.map(({ alt, width }) => [alt, width])).toEqual([
      ['The beach at noon', 8],
      ['The pier', 9],
    ]);
    expect((await variant()).images).toEqual(images);
  });

  it('leaves the further posts of a thread as they are', async () => {
    await publish({ thread: ['And so is the pool'] });
    await change('The sea is warm');
    await settle();
    expect(await variant()).toMatchObject({ text: 'The sea is warm', thread: ['And so is the pool'] });
  });

  it('is one when it is pressed twice, before it leaves, while it does and after', async () => {
    await publish();
    desk.workspace.engine.outbox.setOnline(false);
    const first = await change('The sea is warm');
    expect(await change('The sea is warm')).toEqual(first);
    let open = (): void => undefined;
    desk.network.gate = new Promise((done) => {
      open = done;
    });
    desk.workspace.engine.outbox.setOnline(true);
    await expect.poll(async () => (await variant()).edit?.state).toBe('sending');
    expect(await change('The sea is warm')).toEqual(first);
    open();
    await settle();
    expect(await change('The sea is warm')).toEqual({ actionId: null });
    await settle();
    expect(edits()).toEqual(['sent']);
    expect(desk.network.edits).toEqual(['The sea is warm']);
  });

  it('gives way to a newer one while it waits', async () => {
    await publish();
    desk.workspace.engine.outbox.setOnline(false);
    await change('The sea is warm');
    await change('The sea is hot');
    expect(edits()).toEqual(['cancelled', 'queued']);
    desk.workspace.engine.outbox.setOnline(true);
    await settle();
    expect(desk.network.edits).toEqual(['The sea is hot']);
    expect((await variant()).text).toBe('The sea is hot');
  });

  it('is given up by writing what is published, as long as it never left', async () => {
    await publish();
    desk.workspace.engine.outbox.setOnline(false);
    await change('The sea is warm');
    expect(await change('The sea is wram')).toEqual({ actionId: null });
    desk.workspace.engine.outbox.setOnline(true);
    await settle();
    expect(desk.network.edits).toEqual([]);
    expect((await variant()).edit).toBeNull();
  });

  it('is waited for while it is being sent', async () => {
    await publish();
    let open = (): void => undefined;
    desk.network.gate = new Promise((done) => {
      open = done;
    });
    await change('The sea is warm');
    await expect.poll(async () => (await variant()).edit?.state).toBe('sending');
    await expect(change('The sea is hot')).rejects.toThrow('is being sent right now. Wait a moment');
    open();
    await settle();
    expect((await variant()).text).toBe('The sea is warm');
    await change('The sea is hot');
    await settle();
    expect(seen()).toEqual(['The sea is hot']);
  });
});

describe('a change that did not get through', () => {
  it('leaves the words as they are, stands in the tray, and goes with another try', async () => {
    await publish();
    desk.network.fates.push('refused');
    const { actionId } = await change('The sea is warm');
    await settle();
    expect(await variant()).toMatchObject({
      stage: 'sent',
      text: 'The sea is wram',
      edit: { id: actionId, state: 'failed', attempts: 1, reason: 'No.' },
    });
    const { actions } = await ask('actions.list', { states: ['failed'] });
    expect(actions).toMatchObject([{ id: actionId, kind: 'edit', postId, excerpt: 'The sea is warm' }]);
    await ask('actions.retry', { actionId: actionId ?? '' });
    await settle();
    expect(seen()).toEqual(['The sea is warm']);
    expect((await variant()).text).toBe('The sea is warm');
  });

  it('can never come after a newer one', async () => {
    await publish();
    desk.network.fates.push('refused');
    const { actionId } = await change('The sea is warm');
    await settle();
    await change('The sea is hot');
    await settle();
    await expect(ask('actions.retry', { actionId: actionId ?? '' })).rejects.toThrow('was cancelled');
    await pass(24 * HOUR);
    expect(desk.network.edits).toEqual(['The sea is hot']);
  });

  it('says that the post is gone where it is', async () => {
    await publish();
    desk.network.posts.length = 0;
    await change('The sea is warm');
    await settle();
    expect((await variant()).edit).toMatchObject({ state: 'failed', reasonCode: 'post-gone' });
    expect((await variant()).text).toBe('The sea is wram');
  });

  it('is sent again where its answer was lost, and ends as one', async () => {
    await publish();
    desk.network.fates.push('answer-lost');
    await change('The sea is warm');
    await settle();
    expect((await variant()).edit).toMatchObject({ state: 'queued', attempts: 1, reasonCode: 'too-slow' });
    await pass(HOUR);
    expect(desk.network.edits).toEqual(['The sea is warm', 'The sea is warm']);
    expect(seen()).toEqual(['The sea is warm']);
    expect(await variant()).toMatchObject({ text: 'The sea is warm', edit: { state: 'sent' } });
  });

  it('whose answer was lost is undone only by sending what was published', async () => {
    await publish();
    desk.network.fates.push('answer-lost');
    await change('The sea is warm');
    await settle();
    expect((await change('The sea is wram')).actionId).not.toBeNull();
    await settle();
    expect(desk.network.edits).toEqual(['The sea is warm', 'The sea is wram']);
    expect(edits()).toEqual(['cancelled', 'sent']);
    expect((await variant()).text).toBe('The sea is wram');
  });

  it('is not forgotten when a newer one, which was refused, took the place of it', async () => {
    await publish();
    desk.network.fates.push('answer-lost', 'refused');
    await change('The sea is warm');
    await settle();
    await change('The sea is hot');
    await settle();
    expect(edits()).toEqual(['cancelled', 'failed']);
    await change('The sea is wram');
    await settle();
    expect(seen()).toEqual(['The sea is wram']);
    expect(await change('The sea is wram')).toEqual({ actionId: null });
  });

  it('is sent after the next start where the app was killed while sending', async () => {
    await publish();
    desk.network.fates.push('hangs');
    await change('The sea is warm');
    await expect.poll(() => desk.network.sendingSince.length).toBe(2);
    await desk.restart(HOUR);
    await settle();
    expect(edits()).toEqual(['sent']);
    expect(seen()).toEqual(['The sea is warm']);
  });

  it('waits for the sign-in that ran out meanwhile', async () => {
    await publish();
    desk.network.fates.push('reauth');
    await change('The sea is warm');
    await settle();
    expect((await variant()).edit?.state).toBe('queued');
    await expect(change('The sea is hot')).rejects.toThrow(
      'signed in to again. Put that right, then send the change.',
    );
  });
});

describe('a post that its network held', () => {
  it('is found under the name it got when it went out, and known by it from then on', async () => {
    await draft({ hold: true });
    await ask('posts.approve', { postId });
    await settle();
    expect((await variant()).stage).toBe('held');
    await expect(change('The sea is warm')).rejects.toThrow('not published');
    await pass(48 * HOUR);
    // The network's own doing.
    for (const post of desk.network.posts) Object.assign(post, { ident: 'out-1', heldUntil: null });
    desk.network.fates.push('answer-lost');
    await change('The sea is warm');
    await settle();
    await pass(HOUR);
    expect(seen()).toEqual(['The sea is warm']);
    expect(await variant()).toMatchObject({
      text: 'The sea is warm',
      action: { held: false, url: 'https://memory.example/out-1' },
      edit: { state: 'sent' },
    });
    expect(desk.network.lookedSince).toHaveLength(1);
  });

  it('is waited for while the network is late with it', async () => {
    await draft({ hold: true });
    await ask('posts.approve', { postId });
    await settle();
    await pass(48 * HOUR);
    await change('The sea is warm');
    await settle();
    expect((await variant()).edit).toMatchObject({ state: 'queued', reasonCode: 'still-held' });
    for (const post of desk.network.posts) Object.assign(post, { heldUntil: null });
    await pass(HOUR);
    expect(seen()).toEqual(['The sea is warm']);
  });
});

describe('what cannot be changed', () => {
  it('is a version that is not out', async () => {
    await draft();
    await expect(change('The sea is warm')).rejects.toThrow('not published, so there is nothing to change');
    expect(edits()).toEqual([]);
  });

  it('is said by the limits of the account', async () => {
    await publish();
    await expect(change('x'.repeat(301))).rejects.toThrow(
      'too long by 1. Put that right, then send the change',
    );
    await expect(change(' ')).rejects.toThrow('has nothing in it');
    const images = [{ mediaId: '00000000-0000-7000-8000-000000000009', alt: '' }];
    await expect(change('The sea is warm', { images })).rejects.toThrow('no longer in the workspace');
    expect(edits()).toEqual([]);
  });

  it('is what the network does not let anybody change; its accounts say so', async () => {
    const press = new PublishingNetwork();
    const ws = testWorkspace({ ports: { connectors: new Map([['press', press.connector]]) } });
    const brandId = await ws.brand('Seaview', 'seaview');
    const accountId = press.connect(ws, brandId);
    ws.engine.outbox.start();
    const said = { text: 'The sea is wram', title: '', images: [] };
    const variants = [{ accountId, ...said, hold: false }];
    const created = await ws.ask('posts.create', { brandId, slot: TOMORROW, variants });
    await ws.ask('posts.approve', { postId: created.postId, when: 'now' });
    await ws.engine.outbox.settle();
    const post = await ws.ask('posts.get', { postId: created.postId });
    const of = { postId: post.id, variantId: post.variants[0]?.id ?? '' };
    await expect(ws.ask('posts.edit', { ...of, ...said, text: 'The sea is warm' })).rejects.toThrow(
      'Press does not let a published post be changed. Delete it there and publish it anew.',
    );
    const canEdit = async (ask: typeof ws.ask) =>
      (await ask('posts.accounts', {})).accounts.map((account) => account.canEdit);
    expect(await canEdit(ws.ask)).toEqual([false]);
    expect(await canEdit(ask)).toEqual([true]);
    await ws.close();
  });

  it('is a post of a brand that requires approval, until somebody approves the change by name', async () => {
    await publish();
    await ask('approval.require', { brandId: desk.brandId, required: true });
    await expect(change('The sea is warm', { by: ' ' })).rejects.toThrow('who approves this change');
    desk.network.fates.push('refused');
    const { actionId } = await change('The sea is warm', { by: 'Ana' });
    await settle();
    const approvedBy = async () => (await ask('posts.get', { postId })).approvedBy;
    expect(await approvedBy()).toBe('');
    await ask('actions.retry', { actionId: actionId ?? '' });
    await settle();
    expect(await approvedBy()).toBe('Ana');
    expect(seen()).toEqual(['The sea is warm']);
  });

  it('is never undone behind the back of the network', async () => {
    await publish();
    await change('The sea is warm');
    await settle();
    await ask('history.undo', { changeId: null }).catch(() => undefined);
    expect((await variant()).text).toBe('The sea is warm');
  });
});
