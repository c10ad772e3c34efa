import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryNetwork, type Fate } from '#tests/helpers/memory-network.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';
import { bitmapPng } from '#tests/helpers/pictures.ts';

const MINUTE = 60_000;

const open = new Set<OutboxDesk>();

afterEach(async () => {
  for (const one of open) await one.close();
  open.clear();
});

async function desk(network = new MemoryNetwork()): Promise<OutboxDesk> {
  const one = await OutboxDesk.open(network);
  open.add(one);
  return one;
}

describe('the outbox', () => {
  it('sends at its time, not before, and says where it can be seen', async () => {
    const one = await desk();
    const id = one.queue('Breakfast from seven', { dueAt: one.workspace.clock.now() + 10 * MINUTE });
    await one.pass(9 * MINUTE);
    expect(one.network.posts).toEqual([]);
    await one.pass(2 * MINUTE);
    expect(one.network.posts.map(({ text }) => text)).toEqual(['Breakfast from seven']);
    const { actions } = await one.workspace.ask('actions.list', { states: ['sent'] });
    expect(actions).toMatchObject([
      { id, url: 'https://memory.example/post-1', attempts: 1, excerpt: 'Breakfast from seven' },
    ]);
  });

  it('has written down that it sends before the first byte leaves', async () => {
    const one = await desk();
    one.network.fates.push('hangs');
    const id = one.queue('x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(one.state(id)).toBe('sending');
  });

  it('whatever goes wrong, each post arrives exactly once, or says that it did not', async () => {
    const fates = fc.constantFrom<Fate>('ok', 'offline', 'lost', 'answer-lost', 'rate-limited', 'refused');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fates, { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.nat(3),
        fc.constantFrom('publish', 'reply'),
        async (plan, count, honoursKeys, looksFail, kind) => {
          const network = new MemoryNetwork();
          const one = await OutboxDesk.open(network);
          network.fates.push(...plan);
          network.honoursKeys = honoursKeys;
          network.looksFail = looksFail;
          const ids = Array.from({ length: count }, (_, index) => one.queue(`text ${index}`, { kind }));
          // Within the hour that a post may be late; then everything has been tried often enough.
          await one.pass(55 * MINUTE, 10_000);
          for (const [index, id] of ids.entries()) {
            const arrived = network.posts.filter(({ text }) => text === `text ${index}`).length;
            const state = one.state(id);
            if (state === 'sent') expect(arrived).toBe(1);
            else if (state === 'failed' || state === 'missed') expect(arrived).toBe(0);
            else expect([state, arrived <= 1]).toEqual([state, true]);
          }
          await one.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each(['lost', 'answer-lost'] as const)('looks before it sends again (%s)', async (fate) => {
    const one = await desk();
    one.network.fates.push(fate);
    const id = one.queue('x');
    await one.workspace.engine.outbox.settle();
    expect(one.state(id)).toBe('uncertain');
    await one.pass(MINUTE);
    expect(one.state(id)).toBe('sent');
    expect(one.network.posts).toHaveLength(1);
    expect(one.network.sendingSince).toHaveLength(fate === 'lost' ? 2 : 1);
  });

  it('stays uncertain, and says so, while it cannot look', async () => {
    const one = await desk();
    one.network.fates.push('lost');
    one.network.looksFail = 100;
    const id = one.queue('x');
    await one.pass(30 * MINUTE);
    expect(one.state(id)).toBe('uncertain');
    expect(one.network.sendingSince).toHaveLength(1);
    expect((await one.workspace.ask('today.summary', {})).stuckCount).toBe(1);
  });

  it('counts only looks that could be made before it sends again', async () => {
    const one = await desk();
    one.network.fates.push('lost');
    one.network.looksFail = 3;
    const id = one.queue('x');
    const looks = (): number | undefined =>
      one.workspace.engine.workspace.read.get<{ looks: number }>('SELECT looks FROM action WHERE id = ?', [
        id,
      ])?.looks;
    while (one.network.looksFail > 0) await one.pass(5000);
    expect([one.state(id), looks()]).toEqual(['uncertain', 0]);
    while (looks() === 0) await one.pass(5000);
    expect([one.state(id), looks(), one.network.sendingSince.length]).toEqual(['uncertain', 1, 1]);
    await one.pass(MINUTE);
    expect([one.state(id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('takes up after a stop in the middle of sending', async () => {
    const one = await desk();
    one.network.fates.push('hangs');
    const id = one.queue('x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await one.restart();
    expect(one.state(id)).toBe('uncertain');
    await one.pass(MINUTE);
    expect([one.state(id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('asks about what is too late, and never bursts with what is not', async () => {
    const one = await desk();
    const { workspace, network } = one;
    workspace.engine.outbox.setOnline(false);
    const now = workspace.clock.now();
    const old = one.queue('old', { dueAt: now + MINUTE });
    const fresh = [1, 2, 3].map((n) => one.queue(`fresh ${n}`, { dueAt: now + (80 + n) * MINUTE }));
    workspace.clock.move(120 * MINUTE);
    workspace.engine.outbox.setOnline(true);
    await workspace.engine.outbox.settle();
    expect(one.state(old)).toBe('missed');
    expect(network.posts.map(({ text }) => text)).toEqual(['fresh 1']);
    await one.pass(5 * MINUTE, 15_000);
    expect(fresh.map((id) => one.state(id))).toEqual(['sent', 'sent', 'sent']);
    const gaps = network.sendingSince.slice(1).map((at, index) => at - (network.sendingSince[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE);
    await workspace.ask('actions.retry', { actionId: old });
    await one.pass(2 * MINUTE);
    expect(one.state(old)).toBe('sent');
  });

  it('waits for a new sign-in and then goes on by itself', async () => {
    const one = await desk();
    one.network.fates.push('reauth');
    const first = one.queue('a');
    const second = one.queue('b');
    await one.pass(10 * MINUTE);
    expect([one.state(first), one.state(second)]).toEqual(['queued', 'queued']);
    expect((await one.workspace.ask('today.summary', {})).signIns).toMatchObject([{ handle: '@seaview' }]);
    await one.workspace.ask('accounts.reauthorise', { accountId: one.accountId, typed: { name: 'seaview' } });
    await one.pass(5 * MINUTE);
    expect([one.state(first), one.state(second)]).toEqual(['sent', 'sent']);
    await expect(
      one.workspace.ask('accounts.reauthorise', { accountId: one.accountId, typed: { name: 'other' } }),
    ).rejects.toThrow('conflict');
  });

  it('lets the network hold a post whose time it can keep', async () => {
    const one = await desk();
    const id = one.queue('x', { dueAt: one.workspace.clock.now() + 60 * MINUTE, hold: true });
    await one.workspace.engine.outbox.settle();
    const { actions } = await one.workspace.ask('actions.list', { states: ['sent'] });
    expect(actions).toMatchObject([{ id, held: true }]);
    await one.workspace.ask('actions.cancel', { actionId: id });
    expect(one.state(id)).toBe('cancelled');
    await expect(one.workspace.ask('actions.cancel', { actionId: id })).rejects.toThrow('conflict');
  });

  it('prepares images as this very account’s server takes them, not as its network usually does', async () => {
    const network = new MemoryNetwork();
    const usual = network.connector.publishing;
    if (usual === null) throw new Error('this network publishes');
    network.publishing = { ...usual, images: { ...usual.images, types: ['image/jpeg'], maxBytes: 8000 } };
    const one = await desk(network);
    const noisy = bitmapPng(300, 300, { noise: true });
    const media = await one.workspace.ask('media.add', {
      name: 'beach.png',
      bytes: noisy.toString('base64'),
    });
    expect(media.bytes).toBeGreaterThan(8000);
    one.queue('The beach', { images: [{ mediaId: media.id, alt: 'Sand' }] });
    await one.pass(0);
    const [image] = network.posts[0]?.images ?? [];
    expect(image).toMatchObject({ type: 'image/jpeg', alt: 'Sand' });
    expect(image?.bytes.byteLength).toBeLessThanOrEqual(8000);
  });

  it('finds what arrived although its image is gone from the disk since', async () => {
    const one = await desk();
    one.network.fates.push('answer-lost');
    const bytes = bitmapPng(20, 20).toString('base64');
    const media = await one.workspace.ask('media.add', { name: 'beach.png', bytes });
    const id = one.queue('The beach', { images: [{ mediaId: media.id, alt: 'Sand' }] });
    await one.pass(0);
    expect(one.state(id)).toBe('uncertain');
    rmSync(join(one.folder, 'media'), { recursive: true });
    await one.pass(MINUTE);
    expect([one.state(id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('looks for the first attempt, too, when a later one ends unknown', async () => {
    const one = await desk();
    const first = one.workspace.clock.now();
    one.network.fates.push('lost', 'lost');
    const id = one.queue('x');
    await one.pass(2 * MINUTE);
    expect([one.state(id), one.network.sendingSince.length]).toEqual(['sent', 3]);
    expect(new Set(one.network.lookedSince)).toEqual(new Set([first]));
  });

  it('looks for what stands as being sent while nobody sends it', async () => {
    const one = await desk();
    one.network.fates.push('answer-lost');
    const id = one.queue('x');
    await one.workspace.engine.outbox.settle();
    // As it is left when the outcome cannot be written down: the disk is full.
    one.workspace.engine.workspace.write.run("UPDATE action SET state = 'sending', next_try_at = NULL");
    await one.pass(2 * MINUTE);
    expect([one.state(id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('asks a network that wants a pause nothing at all meanwhile', async () => {
    const one = await desk();
    one.network.fates.push('rate-limited');
    const ids = [one.queue('a'), one.queue('b'), one.queue('c', { kind: 'reply' })];
    await one.pass(110_000);
    expect(one.network.sendingSince).toHaveLength(1);
    await one.pass(5 * MINUTE);
    expect(ids.map((id) => one.state(id))).toEqual(['sent', 'sent', 'sent']);
  });

  it('holds posts, not answers by hand, while a crisis lasts', async () => {
    const one = await desk();
    await one.workspace.ask('crisis.start', { brandId: one.brandId });
    const post = one.queue('post');
    const answer = one.queue('answer', { kind: 'reply' });
    await one.pass(MINUTE);
    expect([one.state(post), one.state(answer)]).toEqual(['queued', 'sent']);
  });

  it('cancels what waits and refuses to cancel what was sent', async () => {
    const one = await desk();
    const waiting = one.queue('x', { dueAt: one.workspace.clock.now() + MINUTE });
    await one.workspace.ask('actions.cancel', { actionId: waiting });
    const sent = one.queue('y');
    await one.pass(2 * MINUTE);
    expect(one.state(waiting)).toBe('cancelled');
    await expect(one.workspace.ask('actions.cancel', { actionId: sent })).rejects.toThrow('conflict');
    expect(one.network.posts.map(({ text }) => text)).toEqual(['y']);
  });

  it('removes an account only with what waits for it, and takes its sign-in along', async () => {
    const one = await desk();
    one.queue('x', { dueAt: one.workspace.clock.now() + MINUTE });
    const { accountId } = one;
    await expect(one.workspace.ask('accounts.remove', { accountId })).rejects.toThrow('conflict');
    await one.workspace.ask('accounts.remove', { accountId, cancelQueued: true });
    expect((await one.workspace.ask('accounts.list', {})).accounts).toEqual([]);
    expect(one.workspace.engine.workspace.read.all('SELECT * FROM account_secret')).toEqual([]);
  });

  it('keeps the secret out of everything but its sealed row', async () => {
    const one = await desk();
    one.queue('x');
    await one.pass(MINUTE);
    const answers = [
      await one.workspace.ask('accounts.list', {}),
      await one.workspace.ask('history.list', {}),
      await one.workspace.ask('actions.list', { states: ['sent'] }),
    ];
    expect(JSON.stringify(answers)).not.toContain('secret-token');
    await one.workspace.close();
    for (const file of readdirSync(one.folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile())
        expect(readFileSync(join(file.parentPath, file.name)).includes('secret-token'), file.name).toBe(
          false,
        );
    }
  });
});
