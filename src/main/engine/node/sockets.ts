import { Agent, WebSocket } from 'undici';
import {
  ConnectorError,
  abortError,
  type SocketPort,
  type SocketRequest,
  isLoopback,
} from '#engine/connectors/kit/index.ts';
import {
  checkAllowed,
  guardedLookup,
  reachAllowed,
  reachOfAddress,
  resolveHost,
  type Names,
  type Reach,
  type ReachOf,
  type Resolve,
} from './addresses.ts';

export interface SocketOptions {
  version: string;
  resolve?: Resolve;
  reachOf?: ReachOf;
}

export interface ClosableSockets extends SocketPort {
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
/** A reader that falls so far behind is cut off rather than fed from memory without end. */
const MOST_WAITING = 10_000;

/**
 * The socket port over undici. wss, and ws on this machine; addresses of this machine and of the local network are
 * refused unless a request allows them, checked where the connection is made.
 */
export function createSockets(options: SocketOptions): ClosableSockets {
  const names = { resolve: options.resolve ?? resolveHost, reachOf: options.reachOf ?? reachOfAddress };
  const agents: Record<Reach, Agent> = { public: agentFor('public', names), local: agentFor('local', names) };
  return {
    listen: (request) => listen(request, agents, names, `Earshot/${options.version}`),
    close: async () => {
      await Promise.all([agents.public.destroy(), agents.local.destroy()]);
    },
  };
}

const agentFor = (reach: Reach, { resolve, reachOf }: Names): Agent =>
  new Agent({ connect: { lookup: guardedLookup(reach, resolve, reachOf), timeout: 15_000 } });

async function* listen(
  request: SocketRequest,
  agents: Record<Reach, Agent>,
  names: Names,
  userAgent: string,
): AsyncGenerator<string> {
  const url = parse(request.url);
  checkAllowed(url.hostname, request.allowedHosts ?? 'any');
  const reach = await reachAllowed(url.hostname, request.allowLocalNetwork === true, names);
  if (request.signal?.aborted === true) throw abortError();
  const socket = new WebSocket(url.href, {
    dispatcher: agents[reach],
    headers: { 'user-agent': userAgent, ...request.headers },
  });
  const inbox = new Inbox(socket, url.hostname, request);
  try {
    for (;;) {
      const next = await inbox.next();
      if (next === null) return;
      yield next;
    }
  } finally {
    inbox.stop();
  }
}

/** Messages wait here for their reader; the end, good or bad, comes after them. */
class Inbox {
  readonly #waiting: string[] = [];
  readonly #socket: WebSocket;
  readonly #idleMs: number;
  readonly #signal: AbortSignal | undefined;
  #end: { error: Error | null } | null = null;
  #wake: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, host: string, request: SocketRequest) {
    this.#socket = socket;
    this.#idleMs = request.idleTimeoutMs ?? 60_000;
    this.#signal = request.signal;
    const most = request.maxBytes ?? MEGABYTE;
    socket.addEventListener('message', ({ data }: { data: unknown }) => {
      this.#heard();
      if (typeof data !== 'string') return;
      if (data.length > most || this.#waiting.length >= MOST_WAITING) this.#finish(tooMuch(host));
      else this.#waiting.push(data);
      this.#wake();
    });
    socket.addEventListener('open', () => this.#heard());
    socket.addEventListener('close', () => this.#finish(null));
    socket.addEventListener('error', () => this.#finish(unreachable(host)));
    request.signal?.addEventListener('abort', this.#abort, { once: true });
    this.#heard();
  }

  readonly #abort = (): void => this.#finish(abortError());

  async next(): Promise<string | null> {
    for (;;) {
      const first = this.#waiting.shift();
      if (first !== undefined) return first;
      if (this.#end !== null) {
        if (this.#end.error !== null) throw this.#end.error;
        return null;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#socket.close();
  }

  /** A silent connection may be dead; ending it lets its reader connect anew. */
  #heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#finish(null), this.#idleMs);
  }

  #finish(error: Error | null): void {
    this.#end ??= { error };
    this.stop();
    this.#wake();
  }
}

function parse(address: string): URL {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if (url.protocol === 'wss:' || (url.protocol === 'ws:' && isLoopback(url.hostname))) return url;
  }
  throw new ConnectorError('invalid', 'bad-address', 'This is not an address of a live stream.', {
    field: 'url',
  });
}

const unreachable = (host: string): ConnectorError =>
  new ConnectorError(
    'transient',
    'unreachable',
    `${host} could not be reached. Earshot tries again by itself.`,
    { params: { host } },
  );

const tooMuch = (host: string): ConnectorError =>
  new ConnectorError(
    'transient',
    'too-large',
    `${host} sent more at once than Earshot takes. It connects anew by itself.`,
    { params: { host } },
  );
