import { parseDate } from './dates.ts';
import { ConnectorError } from './errors.ts';

export interface HttpRequest {
  /** http or https. A user name and password in it are sent as basic authentication to that origin only. */
  url: string;
  /** Default GET. */
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
  /** Cap on the body, packed and unpacked, in bytes. Default 10 MB. */
  maxBytes?: number;
  /** For everything after the wait for the host's turn, redirects included, in milliseconds. Default 30,000. */
  timeoutMs?: number;
  /** Longest silence of the other end, in milliseconds. Default 15,000. */
  idleTimeoutMs?: number;
  /** Whether an address on this machine or the local network may be asked. Default false. */
  allowLocalNetwork?: boolean;
  /** Default 5. */
  maxRedirects?: number;
  /** Hosts that may be contacted, redirects included; `.example.org` allows any subdomain. Default `any`. */
  allowedHosts?: readonly string[] | 'any';
  /** Pause kept between two requests to this host, in milliseconds. Default 0. */
  minGapMs?: number;
}

export interface HttpRedirect {
  status: number;
  from: string;
  to: string;
}

export interface HttpResponse {
  status: number;
  /** Names in lower case; repeated headers joined by a comma. */
  headers: Readonly<Record<string, string>>;
  /** The body, unpacked. */
  bytes: Uint8Array;
  /** The address that answered. */
  url: string;
  redirects: readonly HttpRedirect[];
}

/** The only way to the network. Rejects with a ConnectorError, or an AbortError when `signal` fired; answers every status. */
export interface HttpPort {
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface SocketRequest {
  /** wss, or ws on this machine. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  allowLocalNetwork?: boolean;
  allowedHosts?: readonly string[] | 'any';
  /** Ends the connection after so long a silence, in milliseconds. Default 60,000. */
  idleTimeoutMs?: number;
  /** Longest message taken, in bytes. Default 1 MB. */
  maxBytes?: number;
}

/** Web sockets that are only listened to. Ends when the other end closes. Rejects like `HttpPort`. */
export interface SocketPort {
  listen(request: SocketRequest): AsyncIterable<string>;
}

const WEEK = 7 * 86_400_000;

/** `Retry-After` (seconds, or an HTTP date) as UTC milliseconds between `now` and a week later; null if absent or unreadable. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const at = /^\d{1,12}$/.test(text) ? now + Number(text) * 1000 : parseDate(text);
  if (at === null) return null;
  return Math.min(Math.max(at, now), now + WEEK);
}

/** Throws the ConnectorError that fits a status outside 200–299 and 304; `what` names the thing asked for ("the feed"). */
export function checkStatus(response: HttpResponse, now: number, what: string): void {
  const { status } = response;
  if ((status >= 200 && status < 300) || status === 304) return;
  const host = new URL(response.url).hostname;
  const code = `http-${status}`;
  const params = { status, host };
  const until = parseRetryAfter(response.headers['retry-after'], now);
  if (status === 429 || (status === 503 && until !== null)) {
    const wait = until ?? now + 15 * 60_000;
    throw new ConnectorError(
      'rate-limited',
      code,
      `${host} asked to be left alone for a while. Earshot waits and tries again by itself.`,
      { params, until: wait },
    );
  }
  if (status === 410) {
    throw new ConnectorError(
      'gone',
      code,
      `${host} says that ${what} is gone for good. Remove this source, or look for its new address.`,
      { params },
    );
  }
  if (status === 404) {
    throw new ConnectorError(
      'transient',
      code,
      `${host} could not find ${what}. This is often temporary; Earshot keeps trying. If it lasts, check the address.`,
      { params, effect: 'no' },
    );
  }
  if (status === 401 || status === 403) {
    throw new ConnectorError(
      'refused',
      code,
      `${host} does not let Earshot read ${what}. It may need a sign-in, or it may block programs. Check whether the address opens in a private browser window.`,
      { params },
    );
  }
  if (status >= 500 || status === 408 || status === 425) {
    throw new ConnectorError(
      'transient',
      code,
      `${host} had a problem of its own (${status}). Earshot tries again by itself.`,
      { params },
    );
  }
  throw new ConnectorError(
    'refused',
    code,
    `${host} answered ${status} instead of ${what}. Check the address.`,
    {
      params,
    },
  );
}
