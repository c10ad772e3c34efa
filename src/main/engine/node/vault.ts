import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EarshotError } from '#shared/model/result.ts';
import type { Vault } from '../ports.ts';

/** What the operating system's keyring can do for us; `null` answers mean that it cannot. */
export interface Keyring {
  seal(plain: string): Promise<string | null>;
  unseal(sealed: string): Promise<string | null>;
}

export const noKeyring: Keyring = {
  seal: () => Promise.resolve(null),
  unseal: () => Promise.resolve(null),
};

export const KEY_FILE = 'secrets.key';
const BY_KEYRING = 'keyring:';
const BY_FILE = 'file:';

/** AES-256. */
const KEY_BYTES = 32;

/**
 * Seals with the keyring where there is one. Where there is none, with a key in a file of the workspace folder that
 * only its owner can read, and only after they asked for it (`keyFile.create`); otherwise not at all.
 */
export function createVault(folder: string, keyring: Keyring): Vault {
  const file = join(folder, KEY_FILE);
  const key = (): Buffer | null => {
    if (!existsSync(file)) return null;
    const bytes = readFileSync(file);
    if (bytes.byteLength !== KEY_BYTES) throw keyDamaged();
    return bytes;
  };
  return {
    kind: async () => ((await keyring.seal('?')) === null ? 'none' : 'keyring'),
    async seal(plain) {
      const byKeyring = await keyring.seal(plain);
      if (byKeyring !== null) return BY_KEYRING + byKeyring;
      const own = key();
      return own === null ? null : BY_FILE + encrypt(own, plain);
    },
    async unseal(sealed) {
      if (sealed.startsWith(BY_KEYRING)) return keyring.unseal(sealed.slice(BY_KEYRING.length));
      const own = key();
      if (own === null || !sealed.startsWith(BY_FILE)) return null;
      return decrypt(own, sealed.slice(BY_FILE.length));
    },
    keyFile: {
      exists: () => existsSync(file),
      create() {
        if (existsSync(file)) return;
        // Whole or not at all: half a key would be a damaged one.
        writeFileSync(`${file}.part`, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
        renameSync(`${file}.part`, file);
      },
    },
  };
}

const keyDamaged = (): EarshotError =>
  new EarshotError(
    'refused',
    `The file ${KEY_FILE} in the workspace folder is damaged, so the sign-ins it keeps cannot be opened. Put it back from a copy of the folder, or delete it and sign in again under Accounts.`,
    { details: { code: 'key-damaged' } },
  );

/** AES-256-GCM: nonce, tag and text, as base64url. */
function encrypt(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

function decrypt(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  } catch {
    // Another key sealed it: as good as lost.
    return null;
  }
}
