import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { Agent, type Dispatcher, request as send } from 'undici';
import {
  ConnectorError,
  abortError,
  type HttpPort,
  type HttpRedirect,
  type HttpRequest,
  type HttpResponse,
  isLoopback,
} from '#engine/connectors/kit/index.ts';
import {
  checkAllowed,
  guardedLookup,
  lookUpReach,
  reachAllowed,
  reachOfAddress,
  reachOfHost,
  resolveHost,
  type Names,
  type Reach,
  type ReachOf,
  type Resolve,
} from './addresses.ts';
import {
  redirectToPrivate,
  toConnectorError,
  tooLarge,
  tooManyRedirects,
  tooSlow,
  unreadable,
} from './http-errors.ts';
import { Turns } from './turns.ts';
import { Watch } from './watch.ts';

export interface HttpOptions {
  /** The app's version, for the User-Agent. */
  version: string;
  /** Requests at one host at a time. Default 1 for public hosts and 8 for this machine. */
  perHost?: { public?: number; loopback?: number };
  /** The name resolver; tests hand in their own. */
  resolve?: Resolve;
  /** Which addresses count as public; tests let their own server pass for one. */
  reachOf?: ReachOf;
}

export interface ClosableHttp extends HttpPort {
  /** Drops every connection; requests under way fail. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

interface Hop {
  url: URL;
  reach: Reach;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

/**
 * The HTTP port over undici. Only http and https; addresses of this machine and of the local network are refused
 * unless a request allows them, checked where the connection is made; bodies are capped packed and unpacked.
 */
export function createHttp(options: HttpOptions): ClosableHttp {
  const names: Names = {
    resolve: options.resolve ?? resolveHost,
    reachOf: options.reachOf ?? reachOfAddress,
  };
  const turns = new Turns();
  const agents: Record<Reach, Agent> = {
    public: agentFor('public', names),
    local: agentFor('local', names),
  };
  const userAgent = `Earshot/${options.version} (+feed reader on a personal computer)`;
  const atOnce = (host: string): number =>
    isLoopback(host) ? (options.perHost?.loopback ?? 8) : (options.perHost?.public ?? 1);

  const request = async (wanted: HttpRequest): Promise<HttpResponse> => {
    const url = parseAddress(wanted.url);
    const headers: Record<string, string> = {
      'user-agent': userAgent,
      accept: '*/*',
      'accept-encoding': 'gzip, br, deflate',
    };
    for (const [name, value] of Object.entries(wanted.headers ?? {})) headers[name.toLowerCase()] = value;
    moveCredentials(url, headers);
    const redirects: HttpRedirect[] = [];
    let hop: Hop = {
      url,
      reach: 'public',
      method: wanted.method ?? 'GET',
      headers,
      body: wanted.body ?? null,
    };
    let deadline: number | null = null;
    for (;;) {
      checkAllowed(hop.url.hostname, wanted.allowedHosts ?? 'any');
      hop.reach = await reachFor(hop.url, wanted.allowLocalNetwork === true, redirects, names, hop.reach);
      const release = await turns.take(
        hop.url.host,
        atOnce(hop.url.hostname),
        wanted.minGapMs ?? 0,
        wanted.signal,
      );
      deadline ??= performance.now() + (wanted.timeoutMs ?? 30_000);
      let answer: HttpResponse;
      try {
        answer = await exchange(hop, agents[hop.reach], wanted, deadline, redirects);
      } finally {
        release();
      }
      const location = answer.headers['location'];
      if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
      if (redirects.length >= (wanted.maxRedirects ?? 5)) throw tooManyRedirects(url.hostname);
      const next = nextHop(hop, answer.status, location);
      redirects.push({ status: answer.status, from: hop.url.href, to: next.url.href });
      hop = next;
    }
  };

  return {
    request: async (wanted) => {
      try {
        return await request(wanted);
      } catch (error) {
        if (wanted.signal?.aborted === true) throw abortError();
        throw toConnectorError(error, URL.canParse(wanted.url) ? new URL(wanted.url).hostname : '');
      }
    },
    close: async () => {
      await Promise.all([agents.public.destroy(), agents.local.destroy()]);
    },
  };
}

function agentFor(reach: Reach, names: Names): Agent {
  return new Agent({
    connect: { lookup: guardedLookup(reach, names.resolve, names.reachOf), timeout: 15_000 },
    keepAliveTimeout: 10_000,
    maxHeaderSize: 64 * 1024,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

function parseAddress(address: string): URL {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  }
  throw new ConnectorError(
    'invalid',
    'bad-address',
    'This is not a web address. It should start with https:// or http://.',
    { field: 'url' },
  );
}

/**
 * Decides which network a hop may use. A redirect reaches a private address only if every address before it was
 * private too and the request allows it: a public server must not steer Earshot into the user's own network.
 */
async function reachFor(
  url: URL,
  allowLocal: boolean,
  redirects: readonly HttpRedirect[],
  names: Names,
  before: Reach,
): Promise<Reach> {
  if (redirects.length === 0) return reachAllowed(url.hostname, allowLocal, names);
  if (allowLocal && before === 'local') return lookUpReach(url.hostname, names.resolve, names.reachOf);
  if (reachOfHost(url.hostname, names.reachOf) !== 'local') return 'public';
  throw redirectToPrivate(url.hostname);
}

async function exchange(
  hop: Hop,
  dispatcher: Dispatcher,
  wanted: HttpRequest,
  deadline: number,
  redirects: readonly HttpRedirect[],
): Promise<HttpResponse> {
  const watch = new Watch(deadline, wanted.idleTimeoutMs ?? 15_000, wanted.signal);
  try {
    const response = await send(hop.url, {
      dispatcher,
      method: hop.method,
      headers: hop.headers,
      body: hop.body,
      signal: watch.signal,
    });
    watch.heard();
    const headers = flatten(response.headers);
    const limit = wanted.maxBytes ?? 10 * MEGABYTE;
    const isRedirect = REDIRECTS.has(response.statusCode) && headers['location'] !== undefined;
    if (isRedirect) await response.body.dump({ limit: 128 * 1024 });
    const packed = isRedirect ? Buffer.alloc(0) : await readBody(response.body, headers, limit, watch);
    const bytes = await unpack(packed, headers['content-encoding'] ?? '', limit, hop.url.hostname);
    return { status: response.statusCode, headers, bytes, url: hop.url.href, redirects: [...redirects] };
  } catch (error) {
    if (watch.late) throw tooSlow(hop.url.hostname);
    const own = toConnectorError(error, hop.url.hostname);
    const isRefusedRedirect =
      redirects.length > 0 && own instanceof ConnectorError && own.code === 'private-address';
    throw isRefusedRedirect ? redirectToPrivate(hop.url.hostname) : own;
  } finally {
    watch.stop();
  }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  headers: Readonly<Record<string, string>>,
  limit: number,
  watch: Watch,
): Promise<Buffer> {
  // Leaving either way before the end makes undici drop the connection, so an endless body costs nothing more.
  if (Number(headers['content-length'] ?? 0) > limit) {
    body.on('error', () => undefined).destroy();
    throw tooLarge('too-large', limit);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    watch.heard();
    size += chunk.byteLength;
    if (size > limit) throw tooLarge('too-large', limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Undoes `Content-Encoding`. zlib stops at `limit` by itself, so a bomb never unpacks further. */
async function unpack(packed: Buffer, encodings: string, limit: number, host: string): Promise<Uint8Array> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 2) throw unreadable(host, undefined);
  let bytes = packed;
  for (const name of names.reverse()) {
    if (bytes.byteLength === 0) break;
    try {
      bytes = await unpackOne(bytes, name, limit);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
        throw tooLarge('decompress-bomb', limit);
      }
      throw unreadable(host, error);
    }
  }
  return bytes;
}

function unpackOne(bytes: Buffer, name: string, limit: number): Promise<Buffer> {
  // A sync flush at the end accepts a body whose last checksum is missing, as browsers do.
  const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') {
    // Some servers label plain text as gzip; its first bytes tell.
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isGzip ? promisify(gunzip)(bytes, options) : Promise.resolve(bytes);
  }
  if (name === 'br') return promisify(brotliDecompress)(bytes, { maxOutputLength: limit });
  if (name !== 'deflate') return Promise.reject(new Error(`unknown encoding ${name.slice(0, 40)}`));
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8;
  return hasHeader ? promisify(inflate)(bytes, options) : promisify(inflateRaw)(bytes, options);
}

function nextHop(hop: Hop, status: number, location: string): Hop {
  if (!URL.canParse(location, hop.url)) throw unreadable(hop.url.hostname, undefined);
  const url = new URL(location, hop.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw unreadable(hop.url.hostname, undefined);
  const headers = { ...hop.headers };
  if (url.origin !== hop.url.origin) {
    delete headers['authorization'];
    delete headers['cookie'];
  }
  moveCredentials(url, headers);
  const toGet = status === 303 || ((status === 301 || status === 302) && hop.method === 'POST');
  if (toGet) delete headers['content-type'];
  return {
    url,
    reach: hop.reach,
    headers,
    method: toGet ? 'GET' : hop.method,
    body: toGet ? null : hop.body,
  };
}

function moveCredentials(url: URL, headers: Record<string, string>): void {
  if (url.username === '' && url.password === '') return;
  const pair = `${safeDecode(url.username)}:${safeDecode(url.password)}`;
  headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  url.username = '';
  url.password = '';
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
