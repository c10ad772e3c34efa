import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { connectors } from '#engine/connectors/index.ts';
import type { Connector } from '#engine/connectors/kit/index.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { fakeConnector, startFakeNetwork, type FakeNetwork } from '#tests/helpers/fake-network/index.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

/** Searched through an account only, as some networks are. */
const closed: Connector = {
  ...fakeConnector,
  id: 'closed',
  name: 'Closed',
  collectNeedsAccount: true,
  async *collect(context, cursor) {
    if (context.through === null) throw new Error('a source of this network came without its account');
    await fakeConnector.account?.check(context.through);
    yield* fakeConnector.collect?.(context, cursor) ?? [];
  },
};
const { connector: press } = new PublishingNetwork();

let network: FakeNetwork;
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = testWorkspace({
    ports: {
      connectors: new Map([
        ...connectors,
        ...[fakeConnector, closed, press].map((one) => [one.id, one] as const),
      ]),
    },
  });
  network = await startFakeNetwork({ now: () => workspace.clock.now() });
  network.store.createAccount('anna', 'Anna');
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
  await network.close();
});

const settings = (words: string) => ({ server: network.url, words });

async function connect(connector: string): Promise<string> {
  const brandId = await workspace.brand(`Miramar ${connector}`, 'miramar');
  const handle = `seaview-${connector}`;
  const { password } = network.store.createAccount(handle, 'Sea View');
  const typed = { server: network.url, handle, password };
  const added = { brandId, connector, typed, allowLocalNetwork: true };
  return (await workspace.ask('accounts.add', added)).accountId;
}

async function onlySource(): Promise<Output<'sources.list'>['sources'][number]> {
  const [source] = (await workspace.ask('sources.list', {})).sources;
  if (source === undefined) throw new Error('there is no source');
  return source;
}

/** What a refused request says of the field that is wrong. */
async function refusal(name: 'sources.create' | 'sources.try' | 'sources.describe', input: unknown) {
  const result = await workspace.engine.dispatch(name, input);
  if (result.ok) throw new Error(`${name} was not refused`);
  const { field, code } = result.error.details;
  return { message: result.error.message, field, code };
}

describe('what can be listened to', () => {
  it('is every connector that collects, with its form and whether it reads through an account', async () => {
    const { kinds } = await workspace.ask('sources.kinds', {});
    const of = (id: string) => kinds.find(({ connector }) => connector === id);
    expect(of('feed')).toMatchObject({ group: 'address', account: 'none', start: { url: '', kind: '' } });
    expect(of('hacker-news')).toMatchObject({
      group: 'search',
      account: 'none',
      start: { query: '', comments: true },
    });
    expect(of('mastodon')).toMatchObject({ group: 'network', account: 'may', start: { tags: '' } });
    expect(of('bluesky')).toMatchObject({ group: 'network', account: 'must', start: { live: false } });
    expect(of('press')).toBeUndefined();
  });

  it('describes what a form begins with, once its words are typed', async () => {
    const { kinds } = await workspace.ask('sources.kinds', {});
    for (const { connector, start, fields } of kinds.filter(({ group }) => group === 'search')) {
      const needed = fields.filter(({ required }) => required).map(({ key }) => [key, 'miramar']);
      const typed = { ...start, ...Object.fromEntries(needed) };
      const { detail } = await workspace.ask('sources.describe', { connector, settings: typed });
      expect(detail).toBe('miramar');
    }
  });

  it('asks for no secret: those belong to an account, where they are sealed', () => {
    for (const { id, fields } of connectors.values()) {
      expect({ id, secrets: fields.filter(({ input }) => input === 'secret') }).toEqual({ id, secrets: [] });
    }
  });

  it('gets a name from what was typed, and says which field does not fit', async () => {
    const typed = { server: '', tags: '#Sea_View, pool', words: '' };
    expect(await workspace.ask('sources.describe', { connector: 'mastodon', settings: typed })).toEqual({
      name: 'Mastodon: #sea_view #pool',
      detail: '#sea_view #pool',
    });
    const describe = (connector: string, wrong: object) =>
      refusal('sources.describe', { connector, settings: wrong });
    expect(await describe('mastodon', { tags: '##' })).toMatchObject({ field: 'tags', code: 'settings' });
    expect(await describe('bluesky', { query: ' ' })).toEqual({
      message: 'Fill in “Words to search for”.',
      field: 'query',
      code: 'missing',
    });
    expect(await describe('bluesky', { query: 'miramar', language: 'romanian' })).toEqual({
      message: 'Language: type a language as two letters, such as ro.',
      field: 'language',
      code: 'settings',
    });
  });
});

describe('a source that reads through an account', () => {
  it('is created, collected, and says through whom', async () => {
    const accountId = await connect('closed');
    network.store.write('anna', { text: 'Breakfast at the Miramar' });
    const source = { connector: 'closed', settings: settings('miramar'), allowLocalNetwork: true };
    await workspace.ask('sources.create', { ...source, accountId });
    await workspace.ask('collect.run', { all: true });
    expect(await onlySource()).toMatchObject({
      name: 'Fakebook: miramar',
      account: { id: accountId, handle: '@seaview-closed', status: 'ok' },
      health: { status: 'ok' },
      items: 1,
    });
  });

  it('is refused in words without one, with one of another network, and for what brings nothing', async () => {
    const other = await connect('fake');
    const input = { connector: 'closed', settings: settings('miramar'), accountId: null };
    expect(await refusal('sources.create', input)).toEqual({
      message:
        'Closed can only be searched through an account of yours. Choose one; add it under Accounts first if there is none.',
      field: 'account',
      code: 'needs-account',
    });
    expect(await refusal('sources.try', input)).toMatchObject({ field: 'account' });
    expect(await refusal('sources.create', { ...input, accountId: other })).toMatchObject({
      message: 'Choose one of your Closed accounts to search through.',
      field: 'account',
    });
    expect(await refusal('sources.create', { connector: 'press', settings: {} })).toMatchObject({
      message: 'Press brings nothing that could be collected.',
    });
    expect((await workspace.ask('sources.list', {})).sources).toEqual([]);
  });

  it('says that its account has to sign in again, and goes on as soon as it has', async () => {
    const accountId = await connect('closed');
    const input = { connector: 'closed', settings: settings('miramar'), accountId, allowLocalNetwork: true };
    await workspace.ask('sources.create', input);
    network.store.write('anna', { text: 'Breakfast at the Miramar' });
    network.store.revoke('seaview-closed');
    await workspace.ask('collect.run', { all: true });
    expect(await onlySource()).toMatchObject({
      account: { status: 'reauth' },
      health: { status: 'failing' },
    });
    expect((await workspace.ask('today.summary', {})).signIns).toMatchObject([{ accountId }]);
    expect((await refusal('sources.try', input)).message).toMatch(/[Ss]ign in again/);
    const { password } = network.store.account('seaview-closed');
    const typed = { server: network.url, handle: 'seaview-closed', password };
    await workspace.ask('accounts.reauthorise', { accountId, typed });
    expect(await onlySource()).toMatchObject({ health: { nextDueAt: workspace.clock.now() } });
    await workspace.ask('collect.run', {});
    expect(await onlySource()).toMatchObject({
      account: { status: 'ok' },
      health: { status: 'ok' },
      items: 1,
    });
  });

  it('moves to another account and back by undo', async () => {
    const accountId = await connect('fake');
    const { sourceId } = await workspace.ask('sources.create', {
      connector: 'fake',
      settings: settings('miramar'),
      allowLocalNetwork: true,
    });
    expect(await onlySource()).toMatchObject({ account: null });
    const { changeId } = await workspace.ask('sources.update', { sourceId, accountId });
    expect(await onlySource()).toMatchObject({ account: { id: accountId } });
    if (changeId === null) throw new Error('nothing changed');
    await workspace.ask('history.undo', { changeId });
    expect(await onlySource()).toMatchObject({ account: null });
    await workspace.ask('sources.update', { sourceId, accountId });
    await workspace.ask('accounts.remove', { accountId });
    expect(await onlySource()).toMatchObject({ account: { status: 'removed' } });
  });
});

describe('trying', () => {
  const tried = (words: string, accountId: string | null = null, allowLocalNetwork = true) => ({
    connector: 'fake',
    settings: settings(words),
    accountId,
    allowLocalNetwork,
  });

  it('shows the newest of what would come, and keeps nothing', async () => {
    expect(await workspace.ask('sources.try', tried('miramar'))).toEqual({
      found: 0,
      more: false,
      items: [],
    });
    for (const text of ['1', '2', '3', '4', '5', '6'].map((number) => `Miramar, day ${number}`)) {
      network.store.write('anna', { text });
      workspace.clock.move(60_000);
    }
    const { found, more, items } = await workspace.ask('sources.try', tried('miramar'));
    expect({ found, more }).toEqual({ found: 6, more: true });
    expect(items.map(({ text, author }) => [text, author])).toEqual(
      ['6', '5', '4', '3', '2'].map((number) => [`Miramar, day ${number}`, 'Anna']),
    );
    expect(await workspace.ask('workspace.info', {})).toMatchObject({ items: 0 });
    expect((await workspace.ask('sources.list', {})).sources).toEqual([]);
  });

  it('says in words what is wrong, at its field', async () => {
    expect(await refusal('sources.try', { ...tried('miramar'), settings: settings('') })).toMatchObject({
      field: 'words',
      code: 'missing',
    });
    expect(await refusal('sources.try', tried('miramar', null, false))).toMatchObject({
      code: 'private-address',
    });
    await network.close();
    expect((await refusal('sources.try', tried('miramar'))).message).toMatch(/connection|reach/);
    network = await startFakeNetwork({ now: () => workspace.clock.now() });
  });
});
