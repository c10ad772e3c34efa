import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThreadEntry } from '#engine/connectors/kit/index.ts';
import { entry, InboxDesk } from '#tests/helpers/scripted-network.ts';

const NINE = Date.UTC(2026, 10, 23, 9);

let desk: InboxDesk;

beforeEach(async () => {
  desk = await InboxDesk.open();
  desk.arrive(post(), comment());
  await desk.read();
  await desk.start();
});
afterEach(async () => {
  expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await desk.workspace.close();
});

const post = (): ThreadEntry => entry({ ident: 'post', kind: 'post', own: true, at: NINE - 3_600_000 });
const comment = (part: Partial<ThreadEntry> = {}): ThreadEntry =>
  entry({ ident: 'c1', parent: 'post', at: NINE, held: true, ...part });
const heldOf = async (shelf?: 'answered') =>
  (await desk.thread(shelf)).entries.map(({ ident, held, hidden }) => [ident, held, hidden]);

describe('a comment that waits to be let through', () => {
  it('waits for an answer like any other, and says what it waits for', async () => {
    expect((await desk.thread()).waiting).toEqual(['c1']);
    expect(await heldOf()).toEqual([
      ['post', false, false],
      ['c1', true, false],
    ]);
  });

  it('is let through without an answer, and goes on waiting for one', async () => {
    const { id: conversationId } = await desk.only();
    await desk.workspace.ask('conversations.hide', { conversationId, ident: 'c1', on: false });
    await desk.turns();
    expect(desk.network.switched).toEqual([{ kind: 'hide', ident: 'c1', on: false }]);
    expect((await heldOf())[1]).toEqual(['c1', false, false]);
    expect((await desk.thread()).waiting).toEqual(['c1']);
  });

  it('is let through with its answer', async () => {
    const { id: conversationId } = await desk.only();
    await desk.workspace.ask('conversations.reply', { conversationId, text: 'Welcome' });
    await desk.turns();
    expect((await heldOf('answered'))[1]).toEqual(['c1', false, false]);
  });

  it('is kept out of sight, and then waits for nobody', async () => {
    const { id: conversationId } = await desk.only();
    await desk.workspace.ask('conversations.hide', { conversationId, ident: 'c1', on: true });
    await desk.turns();
    expect((await heldOf())[1]).toEqual(['c1', false, true]);
    expect((await desk.thread()).waiting).toEqual([]);
  });

  it('is let through somewhere else: the next look says so', async () => {
    desk.arrive(post(), comment({ held: false }));
    await desk.read();
    expect((await heldOf())[1]).toEqual(['c1', false, false]);
  });
});
