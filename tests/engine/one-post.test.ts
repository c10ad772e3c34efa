import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFakeMastodon, type FakeMastodon } from '#tests/connectors/mastodon/fake.ts';
import type { FakePost } from '#tests/connectors/mastodon/store.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const MINUTE = 60_000;
const patience = { timeout: 15_000 };
const REDIRECT = 'http://127.0.0.1:9/back';

let fake: FakeMastodon;
let workspace: TestWorkspace;
let brandId: string;
let accountId: string;
let post: FakePost;

beforeEach(async () => {
  fake = await startFakeMastodon(['seaview', 'anna']);
  workspace = testWorkspace({
    ports: {
      consent: {
        ask: async (page) => {
          const back = fake.store.grant(await page(REDIRECT), 'seaview');
          return { redirectUri: REDIRECT, parameters: Object.fromEntries(back.searchParams) };
        },
      },
    },
  });
  brandId = await workspace.brand('Miramar', 'miramar');
  const reach = { connector: 'mastodon', allowLocalNetwork: true };
  ({ accountId } = await workspace.ask('accounts.add', { ...reach, brandId, typed: { server: fake.url } }));
  await workspace.ask('sources.create', { ...reach, settings: { tags: 'pool' }, accountId });
  const at = workspace.clock.now() - 2 * MINUTE;
  post = fake.store.write('anna', { text: '@seaview Miramar was good #pool', at });
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
  await fake.close();
});

const collect = () => workspace.ask('collect.run', { all: true });
const readInbox = () => workspace.ask('inbox.read', {});
const conversations = async () => (await workspace.ask('conversations.list', {})).conversations;
const onlyMention = async (): Promise<number> => {
  const { rows } = await workspace.ask('mentions.list', { filter: {} });
  expect(rows).toHaveLength(1);
  return rows[0]?.itemId ?? 0;
};
const keep = async (): Promise<string> =>
  (await workspace.ask('conversations.open', { itemId: await onlyMention(), brandId })).conversationId;

describe('a post that a search finds and that comes into the inbox', () => {
  it('is one conversation when it was kept first, and is answered once', async () => {
    await collect();
    const conversationId = await keep();
    await readInbox();
    expect(await conversations()).toMatchObject([{ id: conversationId, accountId }]);
    workspace.engine.start();
    await workspace.ask('conversations.reply', { conversationId, text: 'Thank you' });
    await vi.waitFor(async () => expect(await conversations()).toEqual([]), patience);
    const answers = () => fake.store.list(({ author }) => author === 'seaview');
    expect(answers()).toMatchObject([{ parent: post.id, text: '@anna Thank you' }]);
    await readInbox();
    const at = workspace.clock.now() - MINUTE;
    fake.store.write('anna', { text: '@seaview see you', parent: answers()[0]?.id ?? null, at });
    await readInbox();
    expect(await conversations()).toMatchObject([{ id: conversationId, said: { text: '@seaview see you' } }]);
  });

  it('is answered through the account before its inbox was ever read', async () => {
    await collect();
    const conversationId = await keep();
    workspace.engine.start();
    await workspace.ask('conversations.reply', { conversationId, text: 'Thank you' });
    const answers = () => fake.store.list(({ parent }) => parent === post.id);
    await vi.waitFor(() => expect(answers()).toHaveLength(1), patience);
  });

  it('is one conversation when it came first', async () => {
    await readInbox();
    const [first] = await conversations();
    await collect();
    expect(await keep()).toBe(first?.id);
    expect(await conversations()).toHaveLength(1);
  });
});
