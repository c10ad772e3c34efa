import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';

const MINUTE = 60_000;

let desk: OutboxDesk;

beforeEach(async () => {
  desk = await OutboxDesk.open();
  desk.workspace.engine.outbox.setOnline(false);
});
afterEach(() => desk.close());

const list = (input: Partial<Input<'actions.list'>> = {}) =>
  desk.workspace.ask('actions.list', { states: ['queued'], ...input });

/** The first words of every action, page by page. */
async function pages(input: Partial<Input<'actions.list'>>): Promise<string[][]> {
  const read: string[][] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...input, after });
    read.push(page.actions.map(({ excerpt }) => excerpt));
    after = page.next;
  } while (after !== null);
  return read;
}

describe('the list of the outbox', () => {
  it('pages through everything once, by due time, forwards and backwards', async () => {
    const now = desk.workspace.clock.now();
    // Several are due at the same time: they keep an order of their own.
    const minutes = [5, 1, 3, 3, 3, 9, 7];
    for (const [index, minute] of minutes.entries())
      desk.queue(`${minute} ${index}`, { dueAt: now + minute * MINUTE });
    const wanted = ['1 1', '3 2', '3 3', '3 4', '5 0', '7 6', '9 5'];
    for (const limit of [1, 2, 3, 6, 7, 8]) {
      const forwards = await pages({ limit });
      expect(forwards.flat()).toEqual(wanted);
      expect(forwards).toHaveLength(Math.ceil(wanted.length / limit));
      expect((await pages({ limit, newestFirst: true })).flat()).toEqual(wanted.toReversed());
    }
  });

  it('goes on where it was although what stood before is gone, or something new came before', async () => {
    const now = desk.workspace.clock.now();
    const ids = [1, 2, 3, 4].map((minute) => desk.queue(`at ${minute}`, { dueAt: now + minute * MINUTE }));
    const first = await list({ limit: 2 });
    await desk.workspace.ask('actions.cancel', { actionId: ids[1] ?? '' });
    desk.queue('new', { dueAt: now + 30_000 });
    const second = await list({ limit: 2, after: first.next });
    expect(second.actions.map(({ excerpt }) => excerpt)).toEqual(['at 3', 'at 4']);
    expect(second.next).toBeNull();
  });

  it('is narrowed by kind and brand, and never cuts a character in two', async () => {
    desk.queue('post');
    desk.queue('answer', { kind: 'reply' });
    desk.queue('like', { kind: 'like' });
    const kinds = async (input: Partial<Input<'actions.list'>>) =>
      (await list(input)).actions.map(({ kind }) => kind).toSorted();
    expect(await kinds({ kinds: ['publish', 'like'] })).toEqual(['like', 'publish']);
    expect(await kinds({ brandIds: [desk.brandId] })).toEqual(['like', 'publish', 'reply']);
    const other = await desk.workspace.brand('Casa', 'casa');
    expect(await kinds({ brandIds: [other] })).toEqual([]);
    desk.queue(`${'x'.repeat(159)}🌊🌊`);
    const long = (await list()).actions.find(({ excerpt }) => excerpt.startsWith('xx'));
    expect(long?.excerpt).toBe('x'.repeat(159));
  });
});
