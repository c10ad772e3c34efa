import { ipcMain, type BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { Result } from '#shared/model/result.ts';
import { ORIGIN } from './protocol.ts';
import type { Route } from './router.ts';

export const CALL_CHANNEL = 'earshot:call';
export const EVENT_CHANNEL = 'earshot:event';

/** What is looked at of a frame that sends something. */
export interface SendingFrame {
  readonly origin: string;
  readonly url: string;
}

/**
 * The one check of who may speak to the shell: the main frame of our own window (the very same object),
 * showing our own origin.
 */
export function isTrustedSender(sender: SendingFrame | null, mainFrame: SendingFrame | null): boolean {
  if (sender === null || mainFrame === null || sender !== mainFrame) return false;
  return sender.origin === ORIGIN && sender.url.startsWith(`${ORIGIN}/`);
}

const STRANGER: Result<never> = {
  ok: false,
  error: { code: 'refused', message: 'Only the Earshot window may ask this.', retryable: false, details: {} },
};

/** Answers the window's calls; anybody else's are refused. `window` gives the present window, if any. */
export function listenToWindow(window: () => BrowserWindow | null, route: Route): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown, callId: unknown) => {
    const mainFrame = window()?.webContents.mainFrame ?? null;
    return isTrustedSender(event.senderFrame, mainFrame) ? route(name, input, callId) : STRANGER;
  });
}

/** Tells the window something, if there is one. */
export function tellWindow<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload);
}
