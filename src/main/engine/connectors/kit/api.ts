import type { z } from 'zod';
import { jsonOf } from './answers.ts';
import type { NetworkContext } from './capabilities.ts';
import { ConnectorError } from './errors.ts';
import { checkStatus, parseRetryAfter, type HttpPort, type HttpResponse } from './http.ts';

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the origin, with its leading slash. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as a form. */
  form?: Readonly<Record<string, string>>;
  /** Sent as it is, with its media type. */
  bytes?: { data: Uint8Array; type: string };
  /** Sent as multipart/form-data: fields, and one file. */
  multipart?: {
    fields: Readonly<Record<string, string>>;
    file: { name: string; fileName: string; type: string; data: Uint8Array };
  };
  /** Statuses the caller deals with itself; they come back instead of being thrown. */
  expects?: readonly number[];
  /** What is asked for, for error messages: "the search", "your post". */
  what: string;
  maxBytes?: number;
  timeoutMs?: number;
}

export interface ApiOptions {
  /** Scheme, host and port. */
  origin: string;
  /** Sent with every request, read anew each time. */
  authorization?: () => string | null;
  /** Hosts that may be contacted; default: the origin's. */
  allowedHosts?: readonly string[];
  requestGapMs?: number;
  /** The name of the network, for error messages. */
  network: string;
  /** A better error for a status and the body that came with it; undefined = the usual one. */
  explain?: (status: number, body: unknown, response: HttpResponse) => ConnectorError | undefined;
}

export interface ApiAnswer<T> {
  status: number;
  headers: Readonly<Record<string, string>>;
  value: T;
}

/** A small client of a JSON API: one origin, one kind of errors, the network's own limits obeyed. */
export class Api {
  readonly origin: string;
  readonly #context: NetworkContext;
  readonly #options: ApiOptions;
  readonly #limits: Limits;

  constructor(context: NetworkContext, options: ApiOptions) {
    this.origin = options.origin;
    this.#context = context;
    this.#options = options;
    this.#limits = limitsOf(context, options.origin);
  }

  /**
   * The parsed answer. @throws ConnectorError `reauth` for 401, `rate-limited` for 429, `transient` for HTML or anything
   * else that is not what was promised
   */
  async call<Schema extends z.ZodType>(
    schema: Schema,
    request: ApiRequest,
  ): Promise<ApiAnswer<z.output<Schema>>> {
    const response = await this.raw(request);
    return { status: response.status, headers: response.headers, value: this.read(schema, response) };
  }

  /** The answer unread, its status checked. */
  async raw(request: ApiRequest): Promise<HttpResponse> {
    const { http, signal, now, allowLocalNetwork } = this.#context;
    const lane = laneOf(request);
    if (now() < this.#limits[lane]) throw this.#limited(this.#limits[lane], 429);
    const url = new URL(this.origin + request.path);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const authorization = this.#options.authorization?.() ?? null;
    const { headers, body } = encode(request);
    const response = await http.request({
      url: url.href,
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...headers,
        ...(authorization === null ? {} : { authorization }),
        ...request.headers,
      },
      ...(body === undefined ? {} : { body }),
      signal,
      allowLocalNetwork,
      allowedHosts: this.#options.allowedHosts ?? [new URL(this.origin).hostname],
      minGapMs: this.#options.requestGapMs ?? 0,
      // A moved API is a wrong address: following it could hand the token to somebody else.
      maxRedirects: authorization === null && (request.method ?? 'GET') === 'GET' ? 3 : 0,
      ...(request.maxBytes === undefined ? {} : { maxBytes: request.maxBytes }),
      ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
    });
    this.#noteLimits(lane, response);
    this.#check(request, response, authorization !== null);
    return response;
  }

  #check(request: ApiRequest, response: HttpResponse, isSignedIn: boolean): void {
    const { status } = response;
    if ((status >= 200 && status < 300) || request.expects?.includes(status) === true) return;
    const explained = this.#options.explain?.(status, jsonOf(response), response);
    if (explained) throw explained;
    const host = new URL(response.url).hostname;
    const params = { host, status, network: this.#options.network };
    if (status >= 300 && status < 400) {
      throw new ConnectorError(
        'refused',
        'moved',
        `${host} sends Earshot somewhere else instead of answering. Check the server's address.`,
        { params },
      );
    }
    if (status === 401 && isSignedIn) {
      throw new ConnectorError(
        'reauth',
        'signed-out',
        `${this.#options.network} no longer accepts the sign-in. Sign in again under Accounts; nothing is lost meanwhile.`,
        { params },
      );
    }
    if (status === 429) throw this.#limited(this.#until(response), status);
    if (status === 403 && isSignedIn) {
      throw new ConnectorError(
        'refused',
        'not-allowed',
        `${this.#options.network} does not let this account do that (${request.what}). Look on the network itself whether something is switched off for it.`,
        { params: { ...params, what: request.what } },
      );
    }
    checkStatus(response, this.#context.now(), request.what);
  }

  #limited(until: number, status: number): ConnectorError {
    return new ConnectorError(
      'rate-limited',
      `http-${status}`,
      `${this.#options.network} asked to be left alone for a while. Earshot waits and goes on by itself.`,
      { until, params: { host: new URL(this.origin).hostname, network: this.#options.network } },
    );
  }

  /** When the network takes requests again, by whatever it says; a quarter of an hour where it says nothing. */
  #until(response: HttpResponse): number {
    const now = this.#context.now();
    const after = parseRetryAfter(response.headers['retry-after'], now);
    return after ?? resetOf(response.headers, now) ?? now + 15 * 60_000;
  }

  #noteLimits(lane: Lane, response: HttpResponse): void {
    const { headers, status } = response;
    const remaining = headers['ratelimit-remaining'] ?? headers['x-ratelimit-remaining'];
    const isSpent = remaining !== undefined && Number(remaining) <= 0;
    const reset = status === 429 ? this.#until(response) : resetOf(headers, this.#context.now());
    if ((isSpent || status === 429) && reset !== null) this.#limits[lane] = reset;
  }

  /** The parsed body of an answer that `raw` gave. @throws ConnectorError `transient` */
  read<Schema extends z.ZodType>(schema: Schema, response: HttpResponse): z.output<Schema> {
    const body = jsonOf(response);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const host = new URL(response.url).hostname;
    const isPage = /^\s*</.test(new TextDecoder().decode(response.bytes.subarray(0, 200)));
    throw new ConnectorError(
      'transient',
      isPage ? 'html-answer' : 'malformed',
      isPage
        ? `${host} answered with a web page instead of data; perhaps it is being worked on. Earshot tries again by itself.`
        : `${host} answered with something that cannot be read. Earshot tries again by itself.`,
      { params: { host, network: this.#options.network }, cause: parsed.error },
    );
  }
}

/** Networks count reading and writing apart: being told to post less is no reason to read less. */
type Lane = 'reading' | 'writing';
/** The network said that nothing is left before this time, in UTC milliseconds. */
type Limits = Record<Lane, number>;

/** What networks said, for each way to them, server and account: it outlives the client that heard it. */
const told = new WeakMap<HttpPort, Map<string, Limits>>();

function limitsOf(context: NetworkContext & { ident?: unknown }, origin: string): Limits {
  const here = told.get(context.http) ?? new Map<string, Limits>();
  told.set(context.http, here);
  const key = `${origin} ${typeof context.ident === 'string' ? context.ident : ''}`;
  const limits = here.get(key) ?? { reading: 0, writing: 0 };
  here.set(key, limits);
  return limits;
}

const laneOf = ({ method = 'GET' }: ApiRequest): Lane => (method === 'GET' ? 'reading' : 'writing');

/** `ratelimit-reset`: seconds since 1970, seconds from now, or a date; within a day, else nothing is believed. */
function resetOf(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['ratelimit-reset'] ?? headers['x-ratelimit-reset'];
  if (text === undefined) return null;
  const number = Number(text);
  const at = Number.isFinite(number)
    ? number > 1_000_000_000
      ? number * 1000
      : now + number * 1000
    : Date.parse(text);
  return Number.isFinite(at) && at > now && at < now + 86_400_000 ? at : null;
}

interface Encoded {
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

function encode(request: ApiRequest): Encoded {
  if (request.json !== undefined)
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(request.json) };
  if (request.form !== undefined) {
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...request.form }).toString(),
    };
  }
  if (request.bytes !== undefined)
    return { headers: { 'content-type': request.bytes.type }, body: request.bytes.data };
  return request.multipart === undefined ? { headers: {}, body: undefined } : multipart(request.multipart);
}

function multipart({ fields, file }: NonNullable<ApiRequest['multipart']>): Encoded {
  const boundary = `earshot-${crypto.randomUUID()}`;
  const quoted = (text: string): string => text.replace(/["\r\n]/g, '_');
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(file.name)}"; filename="${quoted(file.fileName)}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file.data,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}
