import type { SafeStorage } from 'electron';
import type { DesktopAsk } from '#engine/protocol.ts';
import { consentAddress } from './links.ts';

type Keyring = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

export interface AnswerOptions {
  keyring: Keyring;
  platform: NodeJS.Platform;
  /** False where it was not opened. */
  openExternal(address: string): Promise<boolean>;
}

/** On Linux without a keyring Electron "encrypts" with a key that everybody knows: that seals nothing. */
function canSeal({ keyring, platform }: AnswerOptions): boolean {
  if (!keyring.isEncryptionAvailable()) return false;
  return platform !== 'linux' || keyring.getSelectedStorageBackend() !== 'basic_text';
}

/**
 * What the engine cannot do from its thread: the system's keyring, and opening a network's page in the person's browser.
 * Null = it could not be done. Never rejects.
 */
export function createAnswers(options: AnswerOptions): (wanted: DesktopAsk) => Promise<string | null> {
  const { keyring, openExternal } = options;
  return async ({ what, text }) => {
    try {
      switch (what) {
        case 'seal':
          return canSeal(options) ? keyring.encryptString(text).toString('base64') : null;
        case 'unseal':
          return canSeal(options) ? keyring.decryptString(Buffer.from(text, 'base64')) : null;
        case 'open-page': {
          const address = consentAddress(text);
          return address !== null && (await openExternal(address)) ? address : null;
        }
      }
    } catch {
      // Another login's keyring, one that was locked meanwhile, or no browser: the same as none.
      return null;
    }
  };
}
