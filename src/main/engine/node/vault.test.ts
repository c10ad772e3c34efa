import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, KEY_FILE, noKeyring, type Keyring } from './vault.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-vault-'));
  file = join(folder, KEY_FILE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A keyring that works while `isOpen` is true, as one of a desktop that its owner has unlocked. */
function keyring(): Keyring & { isOpen: boolean } {
  return {
    isOpen: true,
    seal(plain) {
      return Promise.resolve(this.isOpen ? Buffer.from(plain).toString('hex') : null);
    },
    unseal(sealed) {
      return Promise.resolve(this.isOpen ? Buffer.from(sealed, 'hex').toString() : null);
    },
  };
}

describe('a vault without a keyring', () => {
  it('seals nothing, and leaves nothing on the disk, before its owner asks for the key file', async () => {
    const vault = createVault(folder, noKeyring);
    expect(await vault.kind()).toBe('none');
    expect(await vault.seal('token')).toBeNull();
    expect(vault.keyFile.exists()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes a key file that only its owner can read, once', () => {
    const vault = createVault(folder, noKeyring);
    vault.keyFile.create();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file);
    expect(key.byteLength).toBe(32);
    vault.keyFile.create();
    expect(readFileSync(file)).toEqual(key);
    expect(readdirSync(folder)).toEqual([KEY_FILE]);
  });

  it('opens what it sealed, never seals the same text alike, and shows none of it', async () => {
    const vault = createVault(folder, noKeyring);
    vault.keyFile.create();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 8, unit: 'grapheme' }), async (plain) => {
        const [one, two] = [(await vault.seal(plain)) ?? '', (await vault.seal(plain)) ?? ''];
        expect(one).not.toBe(two);
        expect(one).not.toContain(plain);
        expect(await createVault(folder, noKeyring).unseal(one)).toBe(plain);
      }),
    );
  });

  it('takes what was tampered with, or sealed with another key, for lost', async () => {
    const vault = createVault(folder, noKeyring);
    vault.keyFile.create();
    const sealed = (await vault.seal('a token of some length')) ?? '';
    const bytes = Buffer.from(sealed.slice('file:'.length), 'base64url');
    for (let at = 0; at < bytes.byteLength; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(await vault.unseal(`file:${bent.toString('base64url')}`)).toBeNull();
    }
    for (const broken of ['file:', 'file:AAAA', 'other:AAAA', ''])
      expect(await vault.unseal(broken)).toBeNull();
    rmSync(file);
    expect(await vault.unseal(sealed)).toBeNull();
    vault.keyFile.create();
    expect(await vault.unseal(sealed)).toBeNull();
  });

  it.each([0, 10, 31, 33])(
    'says that a key file of %i bytes is damaged, and writes over nothing',
    async (length) => {
      const vault = createVault(folder, noKeyring);
      vault.keyFile.create();
      const key = readFileSync(file);
      const sealed = (await vault.seal('token')) ?? '';
      writeFileSync(file, Buffer.alloc(length));
      const damaged = { code: 'refused', message: expect.stringContaining('Put it back from a copy') };
      await expect(vault.seal('another')).rejects.toMatchObject(damaged);
      await expect(vault.unseal(sealed)).rejects.toMatchObject(damaged);
      vault.keyFile.create();
      expect(readFileSync(file)).toEqual(Buffer.alloc(length));
      // Put back, everything is there again.
      writeFileSync(file, key);
      expect(await vault.unseal(sealed)).toBe('token');
    },
  );
});

describe('a vault with a keyring', () => {
  it('seals with it, and needs no key file', async () => {
    const vault = createVault(folder, keyring());
    expect(await vault.kind()).toBe('keyring');
    const sealed = (await vault.seal('token')) ?? '';
    expect(await vault.unseal(sealed)).toBe('token');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('falls back to the key file while it is locked, and opens both once it is not', async () => {
    const ring = keyring();
    const vault = createVault(folder, ring);
    const byRing = (await vault.seal('first')) ?? '';
    ring.isOpen = false;
    expect(await vault.unseal(byRing)).toBeNull();
    expect(await vault.seal('second')).toBeNull();
    vault.keyFile.create();
    const byFile = (await vault.seal('second')) ?? '';
    ring.isOpen = true;
    expect([await vault.unseal(byRing), await vault.unseal(byFile)]).toEqual(['first', 'second']);
  });
});
