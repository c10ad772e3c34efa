const MAX_LENGTH = 4000;
const ALLOWED = new Set(['https:', 'http:', 'mailto:']);
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Decides whether an address from collected (hostile) text may be handed to the operating system, and in
 * which spelling. Only https, http and mailto; no credentials; no control characters; at most 4,000
 * characters. Returns the normalised address, or null when it must not be opened.
 */
export function externalAddress(text: string): string | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  // The URL parser drops tabs and line breaks and trims: what is opened would not be what was shown.
  if (/[\p{Cc}\p{Z}\u202a-\u202e\u2066-\u2069]/u.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!ALLOWED.has(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'mailto:') {
    if (!/^[^@/\\]+@[^@/\\]+$/u.test(url.pathname)) return null;
  } else if (url.hostname === '') {
    return null;
  }
  return url.href.length > MAX_LENGTH ? null : url.href;
}

/**
 * Decides whether the page of a network on which somebody signs in may be opened, and in which spelling: only https, or
 * http on this very machine. Null when it must not be opened.
 */
export function consentAddress(text: string): string | null {
  const address = externalAddress(text);
  if (address === null) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)) ? address : null;
}
