import { describe, expect, it } from 'vitest';
import { createAnswers, type AnswerOptions } from './engine-asks.ts';

interface Desktop {
  available?: boolean;
  backend?: ReturnType<AnswerOptions['keyring']['getSelectedStorageBackend']>;
  platform?: NodeJS.Platform;
  /** Whether the keyring throws, as one does that was locked. */
  locked?: boolean;
  opens?: AnswerOptions['openExternal'];
}

function desktop({
  available = true,
  backend = 'gnome_libsecret',
  platform = 'linux',
  locked = false,
  opens = () => Promise.resolve(true),
}: Desktop = {}) {
  const opened: string[] = [];
  const refuse = (): void => {
    if (locked) throw new Error('the keyring is locked');
  };
  const answer = createAnswers({
    platform,
    keyring: {
      isEncryptionAvailable: () => available,
      getSelectedStorageBackend: () => backend,
      encryptString(text) {
        refuse();
        return Buffer.from(`sealed ${text}`);
      },
      decryptString(sealed) {
        refuse();
        return sealed.toString().replace(/^sealed /, '');
      },
    },
    openExternal(address) {
      opened.push(address);
      return opens(address);
    },
  });
  return { answer, opened };
}

describe('what the shell does for the engine', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'seals and unseals with the keyring of the system on %s',
    async (platform) => {
      const { answer } = desktop({ platform });
      const sealed = await answer({ what: 'seal', text: 'token' });
      expect(sealed).not.toContain('token');
      expect(await answer({ what: 'unseal', text: sealed ?? '' })).toBe('token');
    },
  );

  it.each<[string, Desktop]>([
    ['without a keyring', { available: false }],
    ['with the key that everybody knows', { backend: 'basic_text' }],
    ['while the keyring is locked', { locked: true }],
  ])('seals nothing, and opens nothing, %s', async (_name, situation) => {
    const { answer } = desktop(situation);
    expect(await answer({ what: 'seal', text: 'token' })).toBeNull();
    expect(await answer({ what: 'unseal', text: 'c2VhbGVk' })).toBeNull();
  });

  it.each([
    'https://mastodon.example/oauth/authorize?client_id=a&state=b',
    'http://127.0.0.1:4000/oauth/authorize',
    'http://[::1]:4000/oauth/authorize',
    'http://localhost:4000/oauth/authorize',
  ])('opens %s', async (address) => {
    const { answer, opened } = desktop();
    expect(await answer({ what: 'open-page', text: address })).toBe(address);
    expect(opened).toEqual([address]);
  });

  it.each([
    'http://mastodon.example/oauth/authorize',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://192.168.1.1/',
    'https://user:secret@mastodon.example/',
    'mailto:owner@hotel.example',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://earshot/',
    'ms-settings:',
    'mastodon.example/oauth',
    '',
  ])('does not open %s', async (address) => {
    const { answer, opened } = desktop();
    expect(await answer({ what: 'open-page', text: address })).toBeNull();
    expect(opened).toEqual([]);
  });

  it('tells when no browser opened the page, and never fails itself', async () => {
    const page = { what: 'open-page', text: 'https://mastodon.example/' } as const;
    expect(await desktop({ opens: () => Promise.resolve(false) }).answer(page)).toBeNull();
    const broken = desktop({ opens: () => Promise.reject(new Error('no browser')) });
    expect(await broken.answer(page)).toBeNull();
  });
});
