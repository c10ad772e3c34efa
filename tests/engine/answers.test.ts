import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError, type ThreadEntry } from '#engine/connectors/kit/index.ts';
import { entry, InboxDesk } from '#tests/helpers/scripted-network.ts';

const HOUR = 3_600_000;
const NINE = Date.UTC(2026, 10, 23, 9);

let desk: InboxDesk;

beforeEach(async () => {
  desk = await InboxDesk.open();
});
afterEach(async () => {
  expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await desk.workspace.close();
});

const post = (): ThreadEntry =>
  entry({ ident: 'post', kind: 'post', own: true, at: NINE - HOUR, text: 'Good morning' });

describe('an answer', () => {
  const reply = async (part: { text?: string; done?: boolean; at?: number; to?: string } = {}) =>
    desk.workspace.ask('conversations.reply', {
      conversationId: (await desk.only()).id,
      text: 'Thank you',
      ...part,
    });

  beforeEach(async () => {
    desk.arrive(post(), entry({ ident: 'c1', parent: 'post', at: NINE }));
    await desk.read();
  });

  it('pressed twice is sent once; it is seen at once and comes back as the same', async () => {
    await desk.start();
    const { id: conversationId } = await desk.only();
    await desk.workspace.ask('conversations.draft', { conversationId, draft: 'Thank you' });
    const [one, two] = await Promise.all([reply(), reply()]);
    expect(two).toEqual({ actionId: one.actionId, already: true });
    await desk.turns();
    expect(desk.network.sent).toMatchObject([
      { to: 'c1', thread: 'post', text: 'Thank you', toHandle: 'ana' },
    ]);
    const { conversation, entries, actions } = await desk.thread('answered');
    expect(conversation.draft).toBe('');
    expect(entries.at(-1)).toMatchObject({ ident: 'sent-1', own: true, parent: 'c1', text: 'Thank you' });
    expect(actions).toEqual([]);
    // Even now the same press is known.
    const again = { conversationId, text: 'Thank you', to: 'c1' };
    expect(await desk.workspace.ask('conversations.reply', again)).toMatchObject({ already: true });
    desk.arrive(
      post(),
      entry({ ident: 'sent-1', parent: 'c1', own: true, text: 'Thank you', at: NINE + HOUR }),
    );
    await desk.read();
    expect((await desk.thread('answered')).entries).toHaveLength(3);
  });

  it('waits in the outbox until its time, can be taken back into the draft, and closes with “done”', async () => {
    await desk.start();
    const at = desk.workspace.clock.now() + HOUR;
    const { actionId } = await reply({ at, done: true });
    const { conversation, actions } = await desk.thread('closed');
    expect(conversation.outgoing).toBe('queued');
    expect(actions).toMatchObject([
      { id: actionId, state: 'queued', dueAt: at, text: 'Thank you', ident: 'c1' },
    ]);
    const { draft } = await desk.workspace.ask('conversations.takeBack', {
      conversationId: conversation.id,
      actionId,
    });
    expect(draft).toBe('Thank you');
    expect(await desk.only('closed')).toMatchObject({ outgoing: null, draft: 'Thank you' });
    desk.workspace.clock.move(2 * HOUR);
    await desk.turns();
    expect(desk.network.sent).toEqual([]);
  });

  it('that is too long is refused with the number over, as the network counts', async () => {
    await expect(reply({ text: `${'👨‍👩‍👧‍👦'.repeat(20)}!!` })).rejects.toThrow(
      /invalid: This is 2 over what Scripted takes/,
    );
    expect((await desk.thread()).actions).toEqual([]);
  });

  it('that failed says why, reopens what was closed with it, and is tried again', async () => {
    await desk.start();
    desk.network.refusal = new ConnectorError('refused', 'blocked', 'This guest has blocked you.');
    const { actionId } = await reply({ done: true });
    await desk.turns();
    const { conversation, actions } = await desk.thread();
    expect(conversation.outgoing).toBe('failed');
    expect(actions).toMatchObject([{ id: actionId, state: 'failed', reason: 'This guest has blocked you.' }]);
    desk.network.refusal = null;
    // Sending the same words again is the same answer.
    expect(await reply()).toEqual({ actionId, already: false });
    await desk.turns();
    expect(desk.network.sent).toHaveLength(1);
    await desk.only('answered');
  });

  it('likes, hides and deletes through the outbox, and takes back what has not left', async () => {
    const { id: conversationId } = await desk.only();
    const like = { conversationId, ident: 'c1' };
    await desk.workspace.ask('conversations.like', { ...like, on: true });
    expect((await desk.thread()).actions).toMatchObject([
      { kind: 'like', ident: 'c1', on: true, state: 'queued' },
    ]);
    await desk.workspace.ask('conversations.like', { ...like, on: false });
    expect((await desk.thread()).actions).toEqual([]);
    await desk.start();
    await desk.workspace.ask('conversations.like', { ...like, on: true });
    await desk.workspace.ask('conversations.hide', { ...like, on: true });
    await reply();
    await desk.turns();
    await desk.workspace.ask('conversations.removeOwn', { conversationId, ident: 'sent-1' });
    await desk.turns();
    expect(desk.network.switched).toEqual([
      { kind: 'like', ident: 'c1', on: true },
      { kind: 'hide', ident: 'c1', on: true },
      { kind: 'delete', ident: 'sent-1', on: true },
    ]);
    const { entries } = await desk.workspace.ask('conversations.get', { conversationId });
    expect(entries.slice(1)).toMatchObject([
      { ident: 'c1', liked: true, hidden: true },
      { ident: 'sent-1', gone: true },
    ]);
    await expect(desk.workspace.ask('conversations.removeOwn', like)).rejects.toThrow(
      /refused: Only what you wrote/,
    );
  });
});

describe('a mention on a network where an account is connected', () => {
  const guest = { ident: 'ana', name: 'Ana Pop', url: null, followers: 40 };
  const address = 'https://net.example/posts/found';
  let conversationId: string;

  beforeEach(async () => {
    const { workspace, brandId } = desk;
    await workspace.source('http://127.0.0.1:1/feed');
    desk.hear({ ident: 'found', url: address, title: '', text: 'Miramar was good', author: guest });
    const [row] = (await workspace.ask('mentions.list', { filter: {} })).rows;
    ({ conversationId } = await workspace.ask('conversations.open', { itemId: row?.itemId ?? 0, brandId }));
  });

  it('is answered through it, which ends the mention; what follows stays in one conversation', async () => {
    await desk.start();
    const { through } = await desk.thread();
    expect(through).toMatchObject([{ accountId: desk.accountId }]);
    await desk.workspace.ask('conversations.reply', { conversationId, text: 'Thank you' });
    await desk.turns();
    expect(desk.network.sent).toMatchObject([{ to: 'found', thread: 'found', toHandle: null }]);
    const answered = await desk.thread('answered');
    expect(answered.conversation).toMatchObject({
      accountId: desk.accountId,
      said: { text: 'Miramar was good' },
    });
    expect(answered.conversation.mention?.mentions[0]?.state).toBe('done');
    desk.network.steps.push([
      {
        ident: 'found',
        entries: [
          entry({ ident: 'its number here', url: address, kind: 'mention', at: NINE - HOUR }),
          entry({ ident: 'sent-1', parent: 'its number here', own: true, at: NINE }),
          entry({ ident: 'c2', parent: 'sent-1', text: 'See you', at: NINE + HOUR }),
        ],
      },
    ]);
    await desk.read();
    const again = await desk.thread();
    expect(again.conversation).toMatchObject({ id: conversationId, said: { text: 'See you' } });
    expect(again.entries.map(({ ident }) => ident)).toEqual(['sent-1', 'c2']);
    expect(again.waiting).toEqual(['c2']);
  });

  it('that is part of an account’s thread already is opened there', async () => {
    await desk.workspace.ask('conversations.setState', { conversationId, state: 'closed' });
    desk.hear({ ident: 'm7', title: '', text: 'Miramar again', author: guest });
    desk.network.steps.push([{ ident: 'm7', entries: [entry({ ident: 'm7', kind: 'mention' })] }]);
    await desk.read();
    const { id } = await desk.only();
    const rows = (await desk.workspace.ask('mentions.list', { filter: {} })).rows;
    const itemId = Math.max(...rows.map((row) => row.itemId));
    const opened = await desk.workspace.ask('conversations.open', { itemId, brandId: desk.brandId });
    expect(opened.conversationId).toBe(id);
  });
});

describe('who wrote to an account', () => {
  it('can be kept as a contact, and what they said is found with them', async () => {
    desk.arrive(
      post(),
      entry({ ident: 'c1', parent: 'post', text: 'Is room 7 free?', at: NINE }),
      entry({ ident: 'm1', kind: 'message', private: true, text: 'My number is 7', at: NINE + 1000 }),
    );
    await desk.read();
    const { id: conversationId } = await desk.only();
    const { contactId } = await desk.workspace.ask('contacts.fromEntry', { conversationId, ident: 'c1' });
    expect((await desk.only()).contactId).toBe(contactId);
    const { contact, history, said } = await desk.workspace.ask('contacts.get', { contactId });
    expect(contact).toMatchObject({ name: 'Ana Pop', mentions: 1, lastSaidAt: NINE + 1000 });
    expect(history.map(({ excerpt }) => excerpt)).toEqual(['Is room 7 free?']);
    expect(said).toMatchObject([{ conversationId, text: 'My number is 7', kind: 'message' }]);
  });
});
