import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { MemoryNetwork, type Fate } from '#tests/helpers/memory-network.ts';

const MINUTE = 60_000;

interface Desk {
  workspace: TestWorkspace;
  network: MemoryNetwork;
  accountId: string;
}

let folder = '';
const open = new Set<TestWorkspace>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-outbox-'));
});
afterEach(async () => {
  for (const workspace of open) await workspace.close();
  open.clear();
  rmSync(folder, { recursive: true, force: true });
});

function start(network: MemoryNetwork, at = folder): TestWorkspace {
  const workspace = testWorkspace({
    folder: at,
    ports: { connectors: new Map([[network.connector.id, network.connector]]) },
  });
  open.add(workspace);
  return workspace;
}

async function desk(network = new MemoryNetwork(), at = folder): Promise<Desk> {
  const workspace = start(network, at);
  const brandId = await workspace.brand('Miramar', 'miramar');
  const { accountId } = await workspace.ask('accounts.add', {
    brandId,
    connector: 'memory',
    typed: { name: 'seaview' },
  });
  workspace.engine.outbox.start();
  return { workspace, network, accountId };
}

function queue(
  { workspace, accountId }: Desk,
  text: string,
  dueAt = workspace.clock.now(),
  kind: 'publish' | 'reply' = 'publish',
  hold = false,
): string {
  const { engine } = workspace;
  const change = engine.workspace.changes.begin({ request: 'test', undoable: false });
  const id = engine.workspace.write.transaction(() =>
    engine.outbox.add(
      change,
      kind === 'publish'
        ? { kind, accountId, payload: { text, hold }, dueAt }
        : { kind, accountId, payload: { to: 'x', thread: 'x', text, private: false, toHandle: null }, dueAt },
    ),
  );
  engine.outbox.look();
  return id;
}

const stateOf = ({ workspace }: Pick<Desk, 'workspace'>, id: string): string =>
  workspace.engine.workspace.read.get<{ state: string }>('SELECT state FROM action WHERE id = ?', [id])
    ?.state ?? '';

/** Lets time pass in steps, so that whatever waits has its turn. */
async function pass(workspace: TestWorkspace, ms: number, step = 5000): Promise<void> {
  await workspace.engine.outbox.settle();
  for (let left = ms; left > 0; left -= step) {
    workspace.clock.move(Math.min(step, left));
    await workspace.engine.outbox.settle();
  }
}

describe('the outbox', () => {
  it('sends at its time, not before, and says where it can be seen', async () => {
    const one = await desk();
    const id = queue(one, 'Breakfast from seven', one.workspace.clock.now() + 10 * MINUTE);
    await pass(one.workspace, 9 * MINUTE);
    expect(one.network.posts).toEqual([]);
    await pass(one.workspace, 2 * MINUTE);
    expect(one.network.posts.map(({ text }) => text)).toEqual(['Breakfast from seven']);
    const { actions } = await one.workspace.ask('actions.list', { states: ['sent'] });
    expect(actions).toMatchObject([
      { id, url: 'https://memory.example/post-1', attempts: 1, excerpt: 'Breakfast from seven' },
    ]);
  });

  it('has written down that it sends before the first byte leaves', async () => {
    const one = await desk();
    one.network.fates.push('hangs');
    const id = queue(one, 'x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stateOf(one, id)).toBe('sending');
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
          const at = mkdtempSync(join(tmpdir(), 'earshot-outbox-'));
          const network = new MemoryNetwork();
          const one = await desk(network, at);
          network.fates.push(...plan);
          network.honoursKeys = honoursKeys;
          network.looksFail = looksFail;
          const ids = Array.from({ length: count }, (_, index) =>
            queue(one, `text ${index}`, undefined, kind),
          );
          // Within the hour that a post may be late; then everything has been tried often enough.
          await pass(one.workspace, 55 * MINUTE, 10_000);
          for (const [index, id] of ids.entries()) {
            const arrived = network.posts.filter(({ text }) => text === `text ${index}`).length;
            const state = stateOf(one, id);
            if (state === 'sent') expect(arrived).toBe(1);
            else if (state === 'failed' || state === 'missed') expect(arrived).toBe(0);
            else expect([state, arrived <= 1]).toEqual([state, true]);
          }
          await one.workspace.close();
          open.delete(one.workspace);
          rmSync(at, { recursive: true, force: true });
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each(['lost', 'answer-lost'] as const)('looks before it sends again (%s)', async (fate) => {
    const one = await desk();
    one.network.fates.push(fate);
    const id = queue(one, 'x');
    await one.workspace.engine.outbox.settle();
    expect(stateOf(one, id)).toBe('uncertain');
    await pass(one.workspace, MINUTE);
    expect(stateOf(one, id)).toBe('sent');
    expect(one.network.posts).toHaveLength(1);
    expect(one.network.sendingSince).toHaveLength(fate === 'lost' ? 2 : 1);
  });

  it('stays uncertain, and says so, while it cannot look', async () => {
    const one = await desk();
    one.network.fates.push('lost');
    one.network.looksFail = 100;
    const id = queue(one, 'x');
    await pass(one.workspace, 30 * MINUTE);
    expect(stateOf(one, id)).toBe('uncertain');
    expect(one.network.sendingSince).toHaveLength(1);
    expect((await one.workspace.ask('today.summary', {})).stuckCount).toBe(1);
  });

  it('counts only looks that could be made before it sends again', async () => {
    const one = await desk();
    one.network.fates.push('lost');
    one.network.looksFail = 3;
    const id = queue(one, 'x');
    const looks = (): number | undefined =>
      one.workspace.engine.workspace.read.get<{ looks: number }>('SELECT looks FROM action WHERE id = ?', [
        id,
      ])?.looks;
    while (one.network.looksFail > 0) await pass(one.workspace, 5000);
    expect([stateOf(one, id), looks()]).toEqual(['uncertain', 0]);
    while (looks() === 0) await pass(one.workspace, 5000);
    expect([stateOf(one, id), looks(), one.network.sendingSince.length]).toEqual(['uncertain', 1, 1]);
    await pass(one.workspace, MINUTE);
    expect([stateOf(one, id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('takes up after a stop in the middle of sending', async () => {
    const one = await desk();
    one.network.fates.push('hangs');
    const id = queue(one, 'x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = one.workspace.clock.now();
    await one.workspace.close();
    open.delete(one.workspace);
    const again = { ...one, workspace: start(one.network) };
    again.workspace.clock.move(now - again.workspace.clock.now());
    again.workspace.engine.outbox.start();
    expect(stateOf(again, id)).toBe('uncertain');
    await pass(again.workspace, MINUTE);
    expect([stateOf(again, id), one.network.posts.length]).toEqual(['sent', 1]);
  });

  it('asks about what is too late, and never bursts with what is not', async () => {
    const one = await desk();
    const { workspace, network } = one;
    workspace.engine.outbox.setOnline(false);
    const now = workspace.clock.now();
    const old = queue(one, 'old', now + MINUTE);
    const fresh = [1, 2, 3].map((n) => queue(one, `fresh ${n}`, now + (80 + n) * MINUTE));
    workspace.clock.move(120 * MINUTE);
    workspace.engine.outbox.setOnline(true);
    await workspace.engine.outbox.settle();
    expect(stateOf(one, old)).toBe('missed');
    expect(network.posts.map(({ text }) => text)).toEqual(['fresh 1']);
    await pass(workspace, 5 * MINUTE, 15_000);
    expect(fresh.map((id) => stateOf(one, id))).toEqual(['sent', 'sent', 'sent']);
    const gaps = network.sendingSince.slice(1).map((at, index) => at - (network.sendingSince[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE);
    await workspace.ask('actions.retry', { actionId: old });
    await pass(workspace, 2 * MINUTE);
    expect(stateOf(one, old)).toBe('sent');
  });

  it('waits for a new sign-in and then goes on by itself', async () => {
    const one = await desk();
    one.network.fates.push('reauth');
    const first = queue(one, 'a');
    const second = queue(one, 'b');
    await pass(one.workspace, 10 * MINUTE);
    expect([stateOf(one, first), stateOf(one, second)]).toEqual(['queued', 'queued']);
    expect((await one.workspace.ask('today.summary', {})).signIns).toMatchObject([{ handle: '@seaview' }]);
    await one.workspace.ask('accounts.reauthorise', { accountId: one.accountId, typed: { name: 'seaview' } });
    await pass(one.workspace, 5 * MINUTE);
    expect([stateOf(one, first), stateOf(one, second)]).toEqual(['sent', 'sent']);
    await expect(
      one.workspace.ask('accounts.reauthorise', { accountId: one.accountId, typed: { name: 'other' } }),
    ).rejects.toThrow('conflict');
  });

  it('lets the network hold a post whose time it can keep', async () => {
    const one = await desk();
    const id = queue(one, 'x', one.workspace.clock.now() + 60 * MINUTE, 'publish', true);
    await one.workspace.engine.outbox.settle();
    const { actions } = await one.workspace.ask('actions.list', { states: ['sent'] });
    expect(actions).toMatchObject([{ id, held: true }]);
    await one.workspace.ask('actions.cancel', { actionId: id });
    expect(stateOf(one, id)).toBe('cancelled');
    await expect(one.workspace.ask('actions.cancel', { actionId: id })).rejects.toThrow('conflict');
  });

  it('holds posts, not answers by hand, while a crisis lasts', async () => {
    const one = await desk();
    const brands = await one.workspace.ask('brands.list', {});
    const brandId = brands.brands[0]?.id ?? '';
    await one.workspace.ask('crisis.start', { brandId });
    const post = queue(one, 'post');
    const answer = queue(one, 'answer', undefined, 'reply');
    await pass(one.workspace, MINUTE);
    expect([stateOf(one, post), stateOf(one, answer)]).toEqual(['queued', 'sent']);
  });

  it('cancels what waits and refuses to cancel what was sent', async () => {
    const one = await desk();
    const waiting = queue(one, 'x', one.workspace.clock.now() + MINUTE);
    await one.workspace.ask('actions.cancel', { actionId: waiting });
    const sent = queue(one, 'y');
    await pass(one.workspace, 2 * MINUTE);
    expect(stateOf(one, waiting)).toBe('cancelled');
    await expect(one.workspace.ask('actions.cancel', { actionId: sent })).rejects.toThrow('conflict');
    expect(one.network.posts.map(({ text }) => text)).toEqual(['y']);
  });

  it('removes an account only with what waits for it, and takes its sign-in along', async () => {
    const one = await desk();
    queue(one, 'x', one.workspace.clock.now() + MINUTE);
    const { accountId } = one;
    await expect(one.workspace.ask('accounts.remove', { accountId })).rejects.toThrow('conflict');
    await one.workspace.ask('accounts.remove', { accountId, cancelQueued: true });
    expect((await one.workspace.ask('accounts.list', {})).accounts).toEqual([]);
    expect(one.workspace.engine.workspace.read.all('SELECT * FROM account_secret')).toEqual([]);
  });

  it('keeps the secret out of everything but its sealed row', async () => {
    const one = await desk();
    queue(one, 'x');
    await pass(one.workspace, MINUTE);
    const answers = [
      await one.workspace.ask('accounts.list', {}),
      await one.workspace.ask('history.list', {}),
      await one.workspace.ask('actions.list', { states: ['sent'] }),
    ];
    expect(JSON.stringify(answers)).not.toContain('secret-token');
    await one.workspace.close();
    open.delete(one.workspace);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile())
        expect(readFileSync(join(file.parentPath, file.name)).includes('secret-token'), file.name).toBe(
          false,
        );
    }
  });
});
