import { app, protocol, shell, type Session } from 'electron';
import { externalAddress } from './links.ts';
import { ORIGIN, SCHEME, serve } from './protocol.ts';

/** Declares the app's own scheme. Electron accepts this only before it is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Denies every page navigation, new windows and webviews, for every page that will ever be made. */
export function denyByDefault(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Whether the window may load this address at all: its own files, and what it made itself. */
export function mayLoad(address: string): boolean {
  return address.startsWith(`${ORIGIN}/`) || address.startsWith('data:') || address.startsWith('blob:');
}

/**
 * Locks a session: own files only, no permissions but writing plain text to the clipboard, no devices, no
 * downloads. The developer tools are let through when `developer` is true.
 */
export function lockSession(session: Session, rendererFolder: string, developer: boolean): void {
  session.protocol.handle(SCHEME, (request) => serve(rendererFolder, request));
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !(mayLoad(details.url) || (developer && details.url.startsWith('devtools:'))) });
  });
  const granted = (permission: string, origin: string): boolean =>
    permission === 'clipboard-sanitized-write' && origin.replace(/\/$/u, '') === ORIGIN;
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted(permission, details.requestingUrl.slice(0, ORIGIN.length)));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => granted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Hands an address to the system's browser or mail program. False when it must not be opened. */
export async function openExternal(text: string): Promise<boolean> {
  const address = externalAddress(text);
  if (address === null) return false;
  await shell.openExternal(address);
  return true;
}
