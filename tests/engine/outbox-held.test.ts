import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';

const MINUTE = 60_000;

let desk: OutboxDesk;

beforeEach(async () => {
  desk = await OutboxDesk.open();
});
afterEach(() => desk.close());

/** Queues a post for in an hour that the network shall hold. */
const hold = (): string =>
  desk.queue('Breakfast', { dueAt: desk.workspace.clock.now() + 60 * MINUTE, hold: true });
const listed = async () => (await desk.workspace.ask('actions.list', { states: ['sent'] })).actions;
const cancel = (actionId: string) => desk.workspace.ask('actions.cancel', { actionId });

describe('a post that its network holds', () => {
  it.each(['lost', 'answer-lost'] as const)('is held once when its outcome is unknown (%s)', async (fate) => {
    desk.network.fates.push(fate);
    const id = hold();
    await desk.pass(2 * MINUTE);
    expect(desk.state(id)).toBe('sent');
    expect(await listed()).toMatchObject([{ id, held: true }]);
    expect(desk.network.posts).toHaveLength(1);
  });

  it('is taken back at the network, and stays away', async () => {
    const id = hold();
    await desk.pass(MINUTE);
    await cancel(id);
    expect([desk.state(id), desk.network.posts]).toEqual(['cancelled', []]);
    await desk.pass(120 * MINUTE, 10 * MINUTE);
    expect([desk.state(id), desk.network.posts]).toEqual(['cancelled', []]);
  });

  it('counts as taken back when only the answer to that was lost', async () => {
    const id = hold();
    await desk.pass(MINUTE);
    desk.network.fates.push('answer-lost');
    await expect(cancel(id)).rejects.toThrow('unreachable');
    expect(desk.state(id)).toBe('sent');
    await cancel(id);
    expect(desk.state(id)).toBe('cancelled');
  });

  it('that went out meanwhile is not called taken back', async () => {
    const id = hold();
    await desk.pass(MINUTE);
    for (const post of desk.network.posts) post.heldUntil = null;
    await expect(cancel(id)).rejects.toThrow('was sent already');
    expect(await listed()).toMatchObject([{ id, held: false, url: 'https://memory.example/post-1' }]);
  });

  it('is out once its time has come: nobody asks the network to take it back', async () => {
    const id = hold();
    await desk.pass(61 * MINUTE, MINUTE);
    await expect(cancel(id)).rejects.toThrow('was sent already');
    expect([desk.state(id), desk.network.posts.length]).toEqual(['sent', 1]);
  });
});
