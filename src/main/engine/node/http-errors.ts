import { ConnectorError, isAbort, type Effect } from '#engine/connectors/kit/index.ts';

const MEGABYTE = 1024 * 1024;

/** What the network stack itself has to tell. */
type Reason = 'offline' | 'dns' | 'refused-connection' | 'too-slow' | 'connection-lost' | 'malformed' | 'tls';
type Words = readonly [reason: Reason, message: (host: string) => string];

const OFFLINE: Words = [
  'offline',
  () => 'This computer appears to be offline. Earshot tries again by itself.',
];
const DNS: Words = [
  'dns',
  (host) => `No server named ${host} could be found. Check the spelling of the address, or try again later.`,
];
const REFUSED: Words = [
  'refused-connection',
  (host) => `${host} does not accept connections. The server may be down; Earshot tries again by itself.`,
];
const SLOW: Words = ['too-slow', (host) => `${host} took too long to answer. Earshot tries again by itself.`];
const LOST: Words = [
  'connection-lost',
  (host) => `The connection to ${host} broke off. Earshot tries again by itself.`,
];
const NOT_HTTP: Words = [
  'malformed',
  (host) => `${host} answered with something that is not a web page or feed. Check the address.`,
];
const TLS: Words = [
  'tls',
  (host) =>
    `The secure connection to ${host} could not be verified: its certificate is expired, wrong or unknown. Nothing was read.`,
];

const BY_CODE: Readonly<Record<string, Words>> = {
  ENOTFOUND: DNS,
  ENODATA: DNS,
  EAI_AGAIN: OFFLINE,
  ENETUNREACH: OFFLINE,
  ENETDOWN: OFFLINE,
  EHOSTUNREACH: REFUSED,
  EHOSTDOWN: REFUSED,
  EADDRNOTAVAIL: REFUSED,
  ECONNREFUSED: REFUSED,
  ETIMEDOUT: SLOW,
  UND_ERR_CONNECT_TIMEOUT: SLOW,
  UND_ERR_HEADERS_TIMEOUT: SLOW,
  UND_ERR_BODY_TIMEOUT: SLOW,
  ECONNRESET: LOST,
  EPIPE: LOST,
  UND_ERR_SOCKET: LOST,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: LOST,
  UND_ERR_HEADERS_OVERFLOW: NOT_HTTP,
};

export const tooSlow = (host: string): ConnectorError => worded(SLOW, host, undefined);

/** Turns whatever the network stack threw into a ConnectorError; a ConnectorError within stays itself. */
export function toConnectorError(error: unknown, host: string): Error {
  const chain = causes(error);
  const own = chain.find((one) => one instanceof ConnectorError || isAbort(one));
  if (own instanceof Error) return own;
  for (const one of chain) {
    const code = codeOf(one);
    const words = BY_CODE[code];
    if (words !== undefined) return worded(words, host, error, hasNotLeft(one) ? 'no' : 'maybe');
    if (code.startsWith('HPE_')) return worded(NOT_HTTP, host, error);
    if (/^ERR_(?:TLS|SSL)|CERT|SIGNED|UNABLE_TO|^EPROTO$/.test(code)) return worded(TLS, host, error);
    if (code === 'UND_ERR_INVALID_ARG') {
      return new ConnectorError(
        'invalid',
        'bad-address',
        'This address or one of its settings contains characters that cannot be sent. Check it.',
        { field: 'url', cause: error },
      );
    }
  }
  return worded(LOST, host, error);
}

/** Errors that only ever come before there is a connection. */
const BEFORE = new Set([
  'ENOTFOUND',
  'ENODATA',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Without a connection no byte of the request has left; the rest may also come when it is half-way there. */
const hasNotLeft = (error: unknown): boolean =>
  BEFORE.has(codeOf(error)) || (error instanceof Error && 'syscall' in error && error.syscall === 'connect');

function worded(
  [reason, message]: Words,
  host: string,
  cause: unknown,
  effect: Effect = 'maybe',
): ConnectorError {
  const code: Reason = reason;
  const kind = code === 'tls' ? 'refused' : 'transient';
  return new ConnectorError(kind, code, message(host), { params: { host }, cause, effect });
}

/** The error, its causes and, for a failed race between several addresses, their errors; at most 20. */
function causes(error: unknown): unknown[] {
  const found: unknown[] = [error];
  for (let index = 0; index < found.length && found.length < 20; index += 1) {
    const one = found[index];
    if (!(one instanceof Error)) continue;
    if (one instanceof AggregateError) found.push(...one.errors);
    if (one.cause !== undefined) found.push(one.cause);
  }
  return found;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

export function tooLarge(code: 'too-large' | 'decompress-bomb', limit: number): ConnectorError {
  const megabytes = Math.max(1, Math.round(limit / MEGABYTE));
  const message =
    code === 'too-large'
      ? `The answer is larger than ${megabytes} MB, so it was not read. Look for a smaller feed on the same site.`
      : `The answer unpacks to more than ${megabytes} MB, so it was not read. Look for a smaller feed on the same site.`;
  return new ConnectorError('refused', code, message, { params: { megabytes }, effect: 'maybe' });
}

export function unreadable(host: string, cause: unknown): ConnectorError {
  return new ConnectorError(
    'transient',
    'malformed',
    `${host} answered with something that cannot be read. Earshot tries again by itself.`,
    { params: { host }, cause },
  );
}

export function redirectToPrivate(host: string): ConnectorError {
  return new ConnectorError(
    'refused',
    'redirect-to-private',
    `The server sent Earshot on to ${host}, an address on this computer or its local network. That was not followed.`,
    { params: { host } },
  );
}

export function tooManyRedirects(host: string): ConnectorError {
  return new ConnectorError(
    'transient',
    'too-many-redirects',
    `${host} keeps sending Earshot from one address to the next. Check the address.`,
    { params: { host } },
  );
}
