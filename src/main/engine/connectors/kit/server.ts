import ipaddr from 'ipaddr.js';
import { ConnectorError } from './errors.ts';

/** Whether a host name or address means this machine, without a look-up. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'loopback';
  return /(?:^|\.)localhost\.?$/i.test(host);
}

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
    const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
    if (isWeb && url.hostname !== '' && (url.hostname.includes('.') || isLoopback(url.hostname)))
      return url.origin;
  }
  throw new ConnectorError(
    'invalid',
    'bad-server',
    'This is not the address of a server. Type it as you see it in your browser, such as social.example; it has to be reachable by https.',
    { field, params: { field } },
  );
}
