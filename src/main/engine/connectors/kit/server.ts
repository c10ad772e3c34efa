import { ConnectorError } from './errors.ts';

/** Whether a host name means this machine, without a look-up. */
export const isThisMachine = (hostname: string): boolean =>
  /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost)$/i.test(hostname);

/**
 * The origin of a server whose address a person typed: `social.example`, `https://social.example/@me`. https, and http
 * on this machine only.
 * @param field the key of the setting, for the error
 * @throws ConnectorError `invalid`
 */
export function serverOrigin(typed: string, field: string): string {
  const text = typed.trim();
  const bare = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (URL.canParse(bare)) {
    const url = new URL(bare);
    const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
    if (isWeb && url.hostname !== '' && (url.hostname.includes('.') || isThisMachine(url.hostname)))
      return url.origin;
  }
  throw new ConnectorError(
    'invalid',
    'bad-server',
    'This is not the address of a server. Type it as you see it in your browser, such as social.example; it has to be reachable by https.',
    { field, params: { field } },
  );
}
