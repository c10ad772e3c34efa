import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

const ZONE = 'Europe/Bucharest';
const HOUR = 3_600_000;
const TOMORROW = { local: '2026-11-24T09:00', zone: ZONE };

let network: PublishingNetwork;
let ws: TestWorkspace;
let brandId: string;
let accountId: string;

type Draft = Input<'posts.create'>['variants'][number];
const saying = (text: string, part: Partial<Draft> = {}): Draft[] => [
  { accountId, text, title: '', images: [], hold: false, ...part },
];
const draft = async (variants = saying('The sea is warm')): Promise<string> =>
  (await ws.ask('posts.create', { brandId, slot: TOMORROW, variants })).postId;
const get = (postId: string) => ws.ask('posts.get', { postId });
const pass = async (ms: number): Promise<void> => {
  ws.clock.move(ms);
  await ws.engine.outbox.settle();
};

async function begin(): Promise<void> {
  network = new PublishingNetwork();
  ws = testWorkspace({ ports: { connectors: new Map([['press', network.connector]]) } });
  brandId = await ws.brand('Seaview', 'seaview');
  accountId = network.connect(ws, brandId);
  ws.engine.outbox.start();
}
async function end(): Promise<void> {
  const { findings } = await ws.ask('workspace.doctor', { repair: false });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  await ws.close();
}
beforeEach(begin);
afterEach(end);

describe('a brand that requires approval', () => {
  beforeEach(() => ws.ask('approval.require', { brandId, required: true }));

  it('lets nothing leave that was not handed in and approved by name', async () => {
    const postId = await draft();
    await expect(ws.ask('posts.approve', { postId, by: 'Ana' })).rejects.toThrow('Submit it for review');
    await expect(ws.ask('posts.approve', { postId, when: 'now', by: 'Ana' })).rejects.toThrow('Submit it');
    await ws.ask('posts.submit', { postId });
    await expect(ws.ask('posts.approve', { postId, by: '  ' })).rejects.toThrow('who approves');
    await pass(48 * HOUR);
    expect(network.sent).toEqual([]);
  });

  it('keeps who approved, offers the name again, and forgets it when the words change', async () => {
    const postId = await draft();
    await ws.ask('posts.submit', { postId });
    await ws.ask('posts.approve', { postId, by: 'Ana Popescu' });
    expect((await get(postId)).approvedBy).toBe('Ana Popescu');
    expect((await ws.ask('approval.list', {})).brands).toEqual([
      { brandId, required: true, approvers: ['Ana Popescu'] },
    ]);
    await ws.ask('posts.update', { postId, variants: saying('Cold today') });
    expect(await get(postId)).toMatchObject({ state: 'draft', approvedBy: '' });
    await pass(48 * HOUR);
    expect(network.sent).toEqual([]);
  });

  it('may move what was approved, and try it again, without asking twice', async () => {
    const postId = await draft();
    await ws.ask('posts.submit', { postId });
    await ws.ask('posts.approve', { postId, by: 'Ana' });
    await ws.ask('posts.move', { postId, slot: { local: '2026-11-25T09:00', zone: ZONE } });
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent).toHaveLength(1);
    expect((await get(postId)).approvedBy).toBe('Ana');
  });

  it('can give it up again, and an undo brings it back', async () => {
    const { changeId } = await ws.ask('approval.require', { brandId, required: false });
    await ws.ask('posts.approve', { postId: await draft() });
    await ws.ask('history.undo', { changeId });
    expect((await ws.ask('approval.list', {})).brands[0]?.required).toBe(true);
  });
});

it('whatever is done in whatever order, only what was approved as it stands leaves', async () => {
  await end();
  let left = 0;
  const step = fc.constantFrom('edit', 'submit', 'approve', 'move', 'take back', 'wait', 'undo');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      await begin();
      await ws.ask('approval.require', { brandId, required: true });
      const approved = new Set<string>();
      const postId = await draft(saying('text 0'));
      for (const [at, name] of steps.entries()) {
        // The first undo takes the post itself away.
        const text = (await get(postId).catch(() => null))?.variants[0]?.text ?? '';
        const doing = {
          edit: () => ws.ask('posts.update', { postId, variants: saying(`text ${at + 1}`) }),
          submit: () => ws.ask('posts.submit', { postId }),
          approve: async () => {
            await ws.ask('posts.approve', { postId, by: 'Ana' });
            approved.add(text);
          },
          move: () =>
            ws.ask('posts.move', { postId, slot: { local: `2026-11-24T1${at % 9}:00`, zone: ZONE } }),
          'take back': () => ws.ask('posts.unschedule', { postId }),
          wait: () => pass(HOUR),
          undo: () => ws.ask('history.undo', { changeId: null }),
        };
        // Much of this is refused, rightly.
        await doing[name]().catch(() => undefined);
      }
      for (let hour = 0; hour < 48; hour += 1) await pass(HOUR);
      left += network.sent.length;
      expect(network.sent.length).toBeLessThanOrEqual(1);
      for (const { text } of network.sent) expect(approved).toContain(text);
      await end();
    }),
    { numRuns: 25, examples: [[['submit', 'approve', 'move']]] },
  );
  expect(left).toBeGreaterThan(0);
  await begin();
});

describe('a post that goes on in further posts', () => {
  it('leaves with all its parts, in their order', async () => {
    const postId = await draft(saying('One', { thread: ['Two', 'Three'] }));
    expect((await get(postId)).variants[0]?.thread).toEqual(['Two', 'Three']);
    await ws.ask('posts.approve', { postId, when: 'now' });
    await ws.engine.outbox.settle();
    expect(network.sent.map(({ text, thread }) => [text, ...thread])).toEqual([['One', 'Two', 'Three']]);
  });

  it('is another post when a part changes', async () => {
    const postId = await draft(saying('One', { thread: ['Two'] }));
    await ws.ask('posts.approve', { postId });
    await ws.ask('posts.update', { postId, variants: saying('One', { thread: ['Too'] }) });
    expect((await get(postId)).stage).toBe('draft');
  });

  it('is refused when a part is too long or empty', async () => {
    const long = await draft(saying('One', { thread: ['x'.repeat(61), 'y'.repeat(70)] }));
    await expect(ws.ask('posts.approve', { postId: long })).rejects.toThrow(
      '2 further parts that are too long',
    );
    const empty = await draft(saying('One', { thread: [' '] }));
    await expect(ws.ask('posts.approve', { postId: empty })).rejects.toThrow('nothing in it');
  });

  it('is refused where this very account takes no threads, whatever its network does', async () => {
    const { publishing } = network.connector;
    const own = JSON.stringify({ ...publishing, threads: false });
    ws.engine.workspace.write.run('UPDATE account SET publishing = ? WHERE id = ?', [own, accountId]);
    const postId = await draft(saying('One', { thread: ['Two'] }));
    await expect(ws.ask('posts.approve', { postId })).rejects.toThrow('does not take');
  });
});

describe('what is being written', () => {
  const writing = (text: string): NonNullable<Input<'posts.keepWriting'>['writing']> => ({
    slot: TOMORROW,
    accountIds: [],
    shared: { text, title: '', images: [] },
    own: { [accountId]: { text: 'Salut', title: '', images: [] } },
    hold: false,
    note: '',
  });

  it('is kept beside the post, which still goes out as it was approved', async () => {
    const postId = await draft();
    await ws.ask('posts.approve', { postId });
    await ws.ask('posts.keepWriting', { postId, writing: writing('Marea e rece') });
    expect(await get(postId)).toMatchObject({ writing: true, stage: 'scheduled' });
    const kept = await ws.ask('posts.writing', { postId });
    expect(kept.writing?.shared.text).toBe('Marea e rece');
    expect(kept.writing?.own[accountId]?.text).toBe('Salut');
    await pass(21 * HOUR);
    expect(network.sent.map(({ text }) => text)).toEqual(['The sea is warm']);
    await ws.ask('posts.keepWriting', { postId, writing: null });
    expect(await get(postId)).toMatchObject({ writing: false });
  });

  it('as a new post without an account outlives the app', async () => {
    await ws.ask('posts.keepWriting', { postId: null, writing: writing('Idee') });
    const { folder } = ws;
    await ws.engine.stop();
    const again = testWorkspace({ folder, ports: { connectors: new Map([['press', network.connector]]) } });
    expect((await again.ask('posts.writing', { postId: null })).writing?.shared.text).toBe('Idee');
    await again.close();
    await begin();
  });
});
