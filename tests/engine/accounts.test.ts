import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { createVault, KEY_FILE, noKeyring } from '#engine/node/vault.ts';
import { testVault, testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { MemoryNetwork } from '#tests/helpers/memory-network.ts';
import { OutboxDesk } from '#tests/helpers/outbox-desk.ts';

describe('the sign-in of an account', () => {
  let workspace: TestWorkspace;
  afterEach(async () => {
    expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
    await workspace.close();
  });
  const { connector } = new MemoryNetwork();
  const connectors = new Map([[connector.id, connector]]);
  const typed = { name: 'seaview' };
  const sealed = () => workspace.engine.workspace.read.all('SELECT account_id FROM account_secret');

  it('is not kept when the account cannot be', async () => {
    let brandId = '';
    const vault = testVault();
    workspace = testWorkspace({
      ports: {
        connectors,
        vault: {
          ...vault,
          // Another window adds the same profile while this sign-in is being sealed.
          seal: (plain) => {
            workspace.engine.workspace.write.run(
              `INSERT INTO account(id, brand_id, connector, ident, handle, name, url, settings, created_at)
               VALUES('00000000-0000-7000-8000-000000000009', ?, 'memory', 'seaview', '@seaview', '', '', '{}', 0)`,
              [brandId],
            );
            return vault.seal(plain);
          },
        },
      },
    });
    brandId = await workspace.brand('Miramar', 'miramar');
    await expect(workspace.ask('accounts.add', { brandId, connector: 'memory', typed })).rejects.toThrow(
      'conflict: @seaview is connected already',
    );
    expect(sealed()).toEqual([]);
  });

  it('is never asked for on behalf of a brand that is not there', async () => {
    workspace = testWorkspace({ ports: { connectors } });
    const brandId = '00000000-0000-7000-8000-000000000001';
    await expect(workspace.ask('accounts.add', { brandId, connector: 'memory', typed })).rejects.toThrow(
      'not-found',
    );
    expect(sealed()).toEqual([]);
  });

  it('goes when adding it is taken back, and stays when something else is', async () => {
    workspace = testWorkspace({ ports: { connectors } });
    const brandId = await workspace.brand('Miramar', 'miramar');
    const added = await workspace.ask('accounts.add', { brandId, connector: 'memory', typed });
    const other = await workspace.brand('Vega', 'vega');
    const moved = await workspace.ask('accounts.update', { accountId: added.accountId, brandId: other });
    await workspace.ask('history.undo', { changeId: moved.changeId });
    expect(sealed()).toEqual([{ account_id: added.accountId }]);
    await workspace.ask('history.undo', { changeId: added.changeId });
    expect(sealed()).toEqual([]);
    expect((await workspace.ask('accounts.list', {})).accounts).toEqual([]);
  });

  it('goes, too, where it was only kept until the end of the session', async () => {
    let canSeal = false;
    const vault = testVault();
    const seal = (plain: string) => (canSeal ? vault.seal(plain) : Promise.resolve(null));
    workspace = testWorkspace({ ports: { connectors, vault: { ...vault, seal } } });
    const brandId = await workspace.brand('Miramar', 'miramar');
    const gone = await workspace.ask('accounts.add', { brandId, connector: 'memory', typed });
    const kept = await workspace.ask('accounts.add', {
      brandId,
      connector: 'memory',
      typed: { name: 'spa' },
    });
    await workspace.ask('history.undo', { changeId: gone.changeId });
    canSeal = true;
    await workspace.ask('accounts.keepSecrets', {});
    expect(sealed()).toEqual([{ account_id: kept.accountId }]);
  });
});

const MINUTE = 60_000;

describe('an account', () => {
  let desk: OutboxDesk;
  beforeEach(async () => {
    desk = await OutboxDesk.open();
  });
  afterEach(async () => {
    expect(await desk.workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
    await desk.close();
  });
  const listed = async () => (await desk.workspace.ask('accounts.list', {})).accounts;
  const test = () => desk.workspace.ask('accounts.test', { accountId: desk.accountId });
  const remove = (cancelQueued = false) =>
    desk.workspace.ask('accounts.remove', { accountId: desk.accountId, cancelQueued });
  const signInAgain = (name: string) =>
    desk.workspace.ask('accounts.reauthorise', { accountId: desk.accountId, typed: { name } });
  const sealed = () =>
    desk.workspace.engine.workspace.read.all<{ sealed: string }>('SELECT sealed FROM account_secret');

  it('once added is listed as well, with what its network and its server take', async () => {
    expect(await listed()).toMatchObject([
      {
        id: desk.accountId,
        brandId: desk.brandId,
        handle: '@seaview',
        network: 'Memory',
        capabilities: expect.arrayContaining(['publish', 'reply', 'like']),
        publishing: desk.network.connector.publishing,
        health: { status: 'ok', code: null, lastSuccessAt: desk.workspace.clock.now() },
      },
    ]);
    const typed = { name: 'seaview' };
    const again = { brandId: desk.brandId, connector: 'memory', typed };
    await expect(desk.workspace.ask('accounts.add', again)).rejects.toThrow('is connected already');
  });

  it('when tested takes over what its server says now, and tells what is wrong in words', async () => {
    const usual = desk.network.connector.publishing;
    if (usual === null) throw new Error('this network publishes');
    desk.network.publishing = { ...usual, text: { ...usual.text, max: 500 } };
    expect(await test()).toMatchObject({ ok: true, code: null });
    expect((await listed())[0]?.publishing?.text.max).toBe(500);
    desk.network.refusal = new ConnectorError('reauth', 'signed-out', 'Sign in again.');
    expect(await test()).toMatchObject({ ok: false, code: 'signed-out', message: 'Sign in again.' });
    expect((await listed())[0]?.health).toMatchObject({ status: 'reauth', code: 'signed-out' });
    desk.network.refusal = null;
    await test();
    expect((await listed())[0]?.health.status).toBe('ok');
  });

  it('is signed in to again by the same profile only; another one changes nothing', async () => {
    await expect(signInAgain('other')).rejects.toThrow('conflict: That is @other, another profile');
    desk.queue('with the first');
    await desk.pass(0);
    await signInAgain('seaview');
    desk.queue('with the third');
    await desk.pass(0);
    expect(desk.network.used).toEqual(['secret-token-1', 'secret-token-3']);
    await desk.restart();
    desk.queue('after a restart');
    await desk.pass(0);
    expect(desk.network.used.at(-1)).toBe('secret-token-3');
  });

  it('that is removed while its owner is at the network’s page stays removed', async () => {
    const { account } = desk.network.connector;
    if (account === undefined) throw new Error('this network has accounts');
    const { signIn } = account;
    account.signIn = async (context) => {
      await remove();
      return signIn(context);
    };
    await expect(signInAgain('seaview')).rejects.toThrow('not-found');
    expect(sealed()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('with posts that wait is removed only together with them, and nothing of it leaves afterwards', async () => {
    const later = desk.queue('later', { dueAt: desk.workspace.clock.now() + MINUTE });
    await expect(remove()).rejects.toThrow('1 thing waits to be sent from @seaview');
    expect(desk.network.signedOut).toEqual([]);
    // The network is slow to sign out, and meanwhile the post's time comes.
    let open = (): void => undefined;
    desk.network.gate = new Promise((resolve) => (open = resolve));
    const removed = remove(true);
    await vi.waitFor(async () => expect(await listed()).toEqual([]), 10_000);
    desk.workspace.clock.move(2 * MINUTE);
    open();
    await removed;
    await desk.pass(10 * MINUTE, MINUTE);
    expect([desk.state(later), desk.network.posts]).toEqual(['cancelled', []]);
    expect(desk.network.signedOut).toEqual(['secret-token-1']);
    expect(sealed()).toEqual([]);
  });

  it('is not removed while something of it may be out, and its sign-in stays for looking', async () => {
    desk.network.fates.push('lost');
    desk.network.looksFail = 3;
    const id = desk.queue('x');
    await desk.pass(0);
    await expect(remove(true)).rejects.toThrow('its outcome is not known yet');
    expect(sealed()).toHaveLength(1);
    await desk.pass(10 * MINUTE);
    expect(desk.state(id)).toBe('sent');
    await remove(true);
    expect(await listed()).toEqual([]);
  });

  it('goes although its network does not take the sign-in back; by undo it waits for a new one', async () => {
    desk.network.refusal = new ConnectorError('transient', 'http-502', 'The network is ill.');
    const { changeId } = await remove();
    expect([await listed(), sealed()]).toEqual([[], []]);
    desk.network.refusal = null;
    await desk.workspace.ask('history.undo', { changeId });
    expect(await listed()).toMatchObject([
      { id: desk.accountId, health: { status: 'reauth', code: 'no-secrets' } },
    ]);
    await signInAgain('seaview');
    expect((await listed())[0]?.health.status).toBe('ok');
  });

  it('added again after it was removed is the same one', async () => {
    await remove();
    const typed = { name: 'seaview' };
    const added = await desk.workspace.ask('accounts.add', {
      brandId: desk.brandId,
      connector: 'memory',
      typed,
    });
    expect(added.accountId).toBe(desk.accountId);
    expect(await listed()).toHaveLength(1);
  });
});

describe('an account whose sign-in is sealed with the key file', () => {
  it('says that the file is damaged, sends nothing meanwhile, and goes on once it is put back', async () => {
    const desk = await OutboxDesk.open(new MemoryNetwork(), (folder) => ({
      vault: createVault(folder, noKeyring),
    }));
    expect((await desk.workspace.ask('networks.list', {})).secrets).toBe('session');
    expect(await desk.workspace.ask('accounts.keepSecrets', {})).toEqual({ secrets: 'keyfile' });
    const file = join(desk.folder, KEY_FILE);
    const key = readFileSync(file);
    writeFileSync(file, 'not a key');
    await desk.restart();
    const id = desk.queue('x');
    await desk.pass(MINUTE);
    const [account] = (await desk.workspace.ask('accounts.list', {})).accounts;
    expect(account?.health).toMatchObject({ status: 'reauth', code: 'key-damaged' });
    expect(account?.health.message).toContain('Put it back from a copy of the folder');
    expect([desk.state(id), desk.network.posts]).toEqual(['queued', []]);
    writeFileSync(file, key);
    await desk.workspace.ask('accounts.test', { accountId: desk.accountId });
    await desk.pass(MINUTE);
    expect(desk.state(id)).toBe('sent');
    // Deleted instead, it takes the sign-in along: its owner signs in again.
    rmSync(file);
    await desk.restart();
    expect(await desk.workspace.ask('accounts.test', { accountId: desk.accountId })).toMatchObject({
      ok: false,
      message: expect.stringContaining('Sign in again'),
    });
    await desk.close();
  });
});
