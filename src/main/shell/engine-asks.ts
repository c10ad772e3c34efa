import { safeStorage } from 'electron';
import type { DesktopAsk } from '#engine/protocol.ts';

/** On Linux without a keyring Electron "encrypts" with a key that everybody knows: that seals nothing. */
function hasKeyring(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** What the engine cannot do from its thread: the system's keyring, and opening a page in the person's browser. */
export function createAnswers(
  openExternal: (address: string) => Promise<boolean>,
): (wanted: DesktopAsk) => Promise<string | null> {
  return async ({ what, text }) => {
    try {
      switch (what) {
        case 'seal':
          return hasKeyring() ? safeStorage.encryptString(text).toString('base64') : null;
        case 'unseal':
          return hasKeyring() ? safeStorage.decryptString(Buffer.from(text, 'base64')) : null;
        case 'open-page':
          return (await openExternal(text)) ? text : null;
      }
    } catch {
      // Another login's keyring, or one that was locked meanwhile: the same as none.
      return null;
    }
  };
}
