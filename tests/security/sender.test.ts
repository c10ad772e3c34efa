import { describe, expect, it, vi } from 'vitest';

// Outside Electron its package only knows where the program lies; the check itself needs nothing of it.
vi.mock('electron', () => ({ ipcMain: {} }));
const { isTrustedSender } = await import('../../src/main/shell/ipc.ts');

const frame = (origin: string, url = `${origin}/`) => ({ origin, url });

describe('who may speak to the shell', () => {
  it('is the main frame of the window at our origin', () => {
    const main = frame('app://earshot');
    expect(isTrustedSender(main, main)).toBe(true);
  });

  it('is nobody else: another frame, another origin, a frame that is gone', () => {
    const main = frame('app://earshot');
    expect(isTrustedSender(frame('app://earshot'), main)).toBe(false);
    expect(isTrustedSender(null, main)).toBe(false);
    expect(isTrustedSender(main, null)).toBe(false);
    expect(isTrustedSender(null, null)).toBe(false);
    for (const origin of ['app://earshot.evil', 'https://earshot', 'null', 'app://earshot@evil', '']) {
      const stranger = frame(origin);
      expect(isTrustedSender(stranger, stranger), origin).toBe(false);
    }
    const odd = frame('app://earshot', 'app://earshot.evil/');
    expect(isTrustedSender(odd, odd)).toBe(false);
  });
});
