import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectors } from '#engine/connectors/index.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { fakeConnector, startFakeNetwork, type FakeNetwork } from '#tests/helpers/fake-network/index.ts';

let network: FakeNetwork;
let workspace: TestWorkspace;
let accountId: string;

beforeEach(async () => {
  workspace = testWorkspace({ ports: { connectors: new Map([...connectors, ['fake', fakeConnector]]) } });
  network = await startFakeNetwork({ now: () => workspace.clock.now() });
  const { password } = network.store.createAccount('seaview', 'Sea View');
  network.store.createAccount('anna', 'Anna');
  const brandId = await workspace.brand('Miramar', 'miramar');
  const typed = { server: network.url, handle: 'seaview', password };
  const added = { brandId, connector: 'fake', typed, allowLocalNetwork: true };
  ({ accountId } = await workspace.ask('accounts.add', added));
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
  await network.close();
});

const conversations = async () => (await workspace.ask('conversations.list', {})).conversations;
const answersOf = () => network.store.postsOf('seaview').filter(({ parent }) => parent !== null);

describe('an inbox over the network', () => {
  it('hears a guest, answers once, and the guest sees it', async () => {
    const post = network.store.write('seaview', { text: 'Breakfast on the terrace' });
    const comment = network.store.write('anna', { text: 'When? 🥐', parent: post.id });
    expect(await workspace.ask('inbox.read', {})).toMatchObject({ accounts: [{ accountId, ok: true }] });
    const [conversation] = await conversations();
    expect(conversation).toMatchObject({ said: { who: 'Anna', text: 'When? 🥐', ident: comment.id } });
    const conversationId = conversation?.id ?? '';
    workspace.engine.start();
    const answer = { conversationId, text: 'From seven.' };
    await Promise.all([1, 2].map(() => workspace.ask('conversations.reply', answer)));
    await workspace.ask('conversations.like', { conversationId, ident: comment.id, on: true });
    await vi.waitFor(() => expect(network.store.posts.get(comment.id)?.likes.size).toBe(1));
    expect(answersOf()).toMatchObject([{ text: 'From seven.', parent: comment.id }]);
    await vi.waitFor(async () => expect(await conversations()).toEqual([]));
    // Read back, the answer is the one that was kept.
    network.store.write('anna', { text: 'Thank you', parent: answersOf()[0]?.id ?? '' });
    await workspace.ask('inbox.read', {});
    const { entries, waiting } = await workspace.ask('conversations.get', { conversationId });
    expect(entries.map(({ text, own, liked }) => [text, own, liked])).toEqual([
      ['Breakfast on the terrace', true, false],
      ['When? 🥐', false, true],
      ['From seven.', true, false],
      ['Thank you', false, false],
    ]);
    expect(waiting).toEqual([entries.at(-1)?.ident]);
  });

  it('says in words that the sign-in was taken away, and loses nothing', async () => {
    network.store.write('anna', { text: '@seaview are you open?' });
    network.store.revoke('seaview');
    const refused = await workspace.ask('inbox.read', {});
    expect(refused.accounts).toMatchObject([{ ok: false }]);
    expect(refused.accounts[0]?.message).toMatch(/[Ss]ign in again/);
    // Not asked again until it is renewed.
    expect((await workspace.ask('inbox.read', {})).accounts).toEqual([]);
    const password = network.store.account('seaview').password;
    const typed = { server: network.url, handle: 'seaview', password };
    await workspace.ask('accounts.reauthorise', { accountId, typed });
    expect(await workspace.ask('inbox.read', {})).toMatchObject({ accounts: [{ ok: true, added: 1 }] });
    expect(await conversations()).toHaveLength(1);
  });
});
