import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

let workspace: TestWorkspace;
let brandId: string;
const guest = { ident: 'ana', name: 'Ana Pop', url: 'https://forum.example/ana', followers: 40 };

beforeEach(async () => {
  workspace = testWorkspace();
  brandId = await workspace.brand('Miramar', 'miramar');
  await workspace.source('http://127.0.0.1:1/feed');
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
});

const itemIds = async (): Promise<number[]> =>
  (await workspace.ask('mentions.list', { filter: {} })).rows.map(({ itemId }) => itemId);

describe('a conversation', () => {
  it('waits longest first, keeps its draft, and ends the mention when it is answered', async () => {
    workspace.store(
      { title: 'Miramar, first', publishedAt: Date.UTC(2026, 10, 20, 8), author: guest },
      { title: 'Miramar, second', publishedAt: Date.UTC(2026, 10, 21, 8) },
    );
    const [second = 0, first = 0] = await itemIds();
    await workspace.ask('conversations.open', { itemId: second, brandId });
    const { conversationId } = await workspace.ask('conversations.open', { itemId: first, brandId });
    const waiting = await workspace.ask('conversations.list', {});
    expect(waiting.open).toBe(2);
    expect(waiting.conversations.map(({ itemId }) => itemId)).toEqual([first, second]);

    await workspace.ask('conversations.draft', { conversationId, draft: 'Dear Ana' });
    await workspace.ask('conversations.note', { conversationId, text: 'Room 7' });
    const { changeId } = await workspace.ask('conversations.answered', {
      conversationId,
      text: 'Dear Ana, thank you.',
    });
    const answered = await workspace.ask('conversations.get', { conversationId });
    expect(answered.conversation).toMatchObject({ state: 'answered', draft: '' });
    expect(answered.messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'Room 7'],
      ['reply', 'Dear Ana, thank you.'],
    ]);
    expect(answered.conversation.mention?.mentions[0]?.state).toBe('done');

    await workspace.ask('history.undo', { changeId });
    const again = await workspace.ask('conversations.get', { conversationId });
    expect(again.conversation).toMatchObject({ state: 'open', draft: 'Dear Ana' });
    expect(again.conversation.mention?.mentions[0]?.state).toBe('new');
  });

  it('is one for a mention, however often it is opened', async () => {
    workspace.store({ title: 'Miramar' });
    const [itemId = 0] = await itemIds();
    const one = await workspace.ask('conversations.open', { itemId, brandId });
    await workspace.ask('conversations.setState', { conversationId: one.conversationId, state: 'closed' });
    expect((await workspace.ask('conversations.list', {})).open).toBe(0);
    const two = await workspace.ask('conversations.open', { itemId, brandId });
    expect(two.conversationId).toBe(one.conversationId);
    expect((await workspace.ask('conversations.list', {})).open).toBe(1);
  });
});

describe('a contact', () => {
  it('gathers what its profiles said, also later', async () => {
    workspace.store({ title: 'Miramar was good', author: guest });
    const [itemId = 0] = await itemIds();
    const { contactId } = await workspace.ask('contacts.fromMention', { itemId });
    workspace.store({ title: 'Miramar again', author: guest }, { title: 'Miramar, somebody else' });
    const { contact, history } = await workspace.ask('contacts.get', { contactId });
    expect(contact).toMatchObject({
      name: 'Ana Pop',
      mentions: 2,
      identities: [{ ident: 'ana', followers: 40 }],
    });
    expect(history.map(({ title }) => title).sort()).toEqual(['Miramar again', 'Miramar was good']);
    // Asked for once more, it is the same person.
    expect((await workspace.ask('contacts.fromMention', { itemId })).contactId).toBe(contactId);
    await workspace.ask('conversations.open', { itemId, brandId });
    expect((await workspace.ask('conversations.list', {})).conversations[0]?.contactId).toBe(contactId);
  });

  it('can have several profiles, and goes whole and comes back whole', async () => {
    const other = { ...guest, ident: 'ana-2', name: 'anna_travels' };
    workspace.store({ title: 'Miramar one', author: guest }, { title: 'Miramar two', author: other });
    const [two = 0, one = 0] = await itemIds();
    const { contactId } = await workspace.ask('contacts.fromMention', { itemId: one });
    await workspace.ask('contacts.fromMention', { itemId: two, contactId });
    await workspace.ask('contacts.update', { contactId, about: 'Likes room 7' });
    expect((await workspace.ask('contacts.list', { text: 'ROOM' })).contacts[0]).toMatchObject({
      mentions: 2,
    });
    const { changeId } = await workspace.ask('contacts.remove', { contactId });
    expect((await workspace.ask('contacts.list', {})).total).toBe(0);
    await workspace.ask('history.undo', { changeId });
    expect((await workspace.ask('contacts.get', { contactId })).contact.identities).toHaveLength(2);
  });

  it('needs a named author', async () => {
    workspace.store({ title: 'Miramar', author: null });
    const [itemId = 0] = await itemIds();
    await expect(workspace.ask('contacts.fromMention', { itemId })).rejects.toThrow(
      /invalid: Nobody is named/,
    );
  });
});

describe('a highlight', () => {
  it('carries its comment into the span of the report, and is undone', async () => {
    workspace.store({ title: 'Miramar', publishedAt: Date.UTC(2026, 10, 20) });
    const [itemId = 0] = await itemIds();
    const { highlightId } = await workspace.ask('highlights.add', {
      itemId,
      brandId,
      comment: 'Our best week',
    });
    await workspace.ask('highlights.add', { itemId, brandId, comment: 'Our very best week' });
    const november = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 11, 1) };
    expect((await workspace.ask('highlights.list', november)).highlights).toMatchObject([
      { id: highlightId, comment: 'Our very best week' },
    ]);
    expect((await workspace.ask('highlights.list', { to: november.from })).highlights).toEqual([]);
    const { changeId } = await workspace.ask('highlights.remove', { highlightId });
    expect((await workspace.ask('highlights.list', {})).highlights).toEqual([]);
    await workspace.ask('history.undo', { changeId });
    expect((await workspace.ask('highlights.list', {})).highlights).toHaveLength(1);
  });
});
