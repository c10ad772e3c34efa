import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secrets } from '#engine/accounts/secrets.ts';
import type { SecretSlot } from '#engine/connectors/kit/index.ts';
import type { Vault } from '#engine/ports.ts';
import { testVault, testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const ID = '00000000-0000-7000-8000-000000000001';

let workspace: TestWorkspace;

beforeEach(() => {
  workspace = testWorkspace();
});
afterEach(() => workspace.close());

/** A vault whose keyring comes and goes, and takes its time. */
function wayward(): Vault & { isOpen: boolean } {
  const vault = testVault();
  return {
    ...vault,
    isOpen: true,
    async seal(plain) {
      const { isOpen } = this;
      await new Promise((resolve) => setImmediate(resolve));
      return isOpen ? vault.seal(plain) : null;
    },
    async unseal(sealed) {
      await new Promise((resolve) => setImmediate(resolve));
      return vault.unseal(sealed);
    },
  };
}

const open = (vault: Vault): Secrets => new Secrets(workspace.engine.workspace.write, vault);
const rows = () =>
  workspace.engine.workspace.read.all<{ sealed: string }>('SELECT sealed FROM account_secret');

describe('the secrets of an account', () => {
  it('lie sealed on the disk, and come back after a restart', async () => {
    await open(testVault()).replace(ID, { token: 'very-secret' });
    expect(rows().map(({ sealed }) => sealed.includes('very-secret'))).toEqual([false]);
    expect((await open(testVault()).slot(ID))?.get('token')).toBe('very-secret');
  });

  it('are never emptied by an answer that lacks a token', async () => {
    const secrets = open(testVault());
    await secrets.replace(ID, { access: 'a', refresh: 'r' });
    const slot = await secrets.slot(ID);
    await slot?.put({ access: 'b', refresh: '' });
    expect([slot?.get('access'), slot?.get('refresh')]).toEqual(['b', 'r']);
    const again = await open(testVault()).slot(ID);
    expect([again?.get('access'), again?.get('refresh')]).toEqual(['b', 'r']);
  });

  it('are seen renewed by everybody who has them open', async () => {
    const secrets = open(testVault());
    await secrets.replace(ID, { access: 'a' });
    const [one, two] = await Promise.all([secrets.slot(ID), secrets.slot(ID)]);
    await one?.put({ access: 'b' });
    expect(two?.get('access')).toBe('b');
  });

  it('that were replaced where nothing can seal do not leave the old ones behind', async () => {
    const vault = wayward();
    await open(vault).replace(ID, { token: 'old' });
    vault.isOpen = false;
    const secrets = open(vault);
    await secrets.replace(ID, { token: 'new' });
    expect((await secrets.slot(ID))?.get('token')).toBe('new');
    vault.isOpen = true;
    expect(await open(vault).slot(ID)).toBeNull();
  });

  it('whatever overtakes what: a sign-in that was replaced or forgotten never comes back', async () => {
    type Step = 'replace' | 'forget' | 'open' | 'put' | 'seal-session' | 'lock' | 'unlock';
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom<Step>('replace', 'forget', 'open', 'put', 'seal-session', 'lock', 'unlock'),
        waits: fc.boolean(),
        which: fc.nat(3),
      }),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const vault = wayward();
        const secrets = open(vault);
        await secrets.forget(ID);
        const slots: SecretSlot[] = [];
        const under: Promise<unknown>[] = [];
        let sign = 0;
        let current: number | null = null;
        for (const [at, { what, waits, which }] of plan.entries()) {
          const work = (): Promise<unknown> => {
            switch (what) {
              case 'replace':
                sign += 1;
                current = sign;
                return secrets.replace(ID, { sign: String(sign) });
              case 'forget':
                current = null;
                return secrets.forget(ID);
              case 'open':
                return secrets.slot(ID).then((slot) => (slot === null ? 0 : slots.push(slot)));
              case 'put':
                return slots[which % (slots.length || 1)]?.put({ renewed: String(at) }) ?? Promise.resolve();
              case 'seal-session':
                return secrets.sealSession();
              case 'lock':
              case 'unlock':
                vault.isOpen = what === 'unlock';
                return Promise.resolve();
            }
          };
          const running = work();
          if (waits) await running;
          else under.push(running);
        }
        await Promise.all(under);
        const now = await secrets.slot(ID);
        expect(now?.get('sign') ?? null).toBe(current === null ? null : String(current));
        vault.isOpen = true;
        // After a restart those that could not be sealed are gone; older ones are gone, too.
        const later = (await open(vault).slot(ID))?.get('sign') ?? null;
        expect([null, now?.get('sign') ?? null]).toContain(later);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('that only last for the session are sealed with what they are by then', async () => {
    const vault = wayward();
    vault.isOpen = false;
    const secrets = open(vault);
    await secrets.replace(ID, { token: 'first' });
    const slot = await secrets.slot(ID);
    vault.isOpen = true;
    await Promise.all([slot?.put({ token: 'renewed' }), secrets.sealSession()]);
    expect((await open(vault).slot(ID))?.get('token')).toBe('renewed');
  });
});
