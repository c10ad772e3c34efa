import { afterEach, describe, expect, it } from 'vitest';
import { testVault, testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { MemoryNetwork } from '#tests/helpers/memory-network.ts';

let workspace: TestWorkspace;

afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
});

describe('the sign-in of an account', () => {
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
