import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the proxy does instead of passing a request on and its answer back. */
export type Fault =
  /** Answers by itself; the server hears nothing. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** A web page with status 200 where data was promised; the server hears nothing. */
  | { kind: 'html' }
  /** Drops the connection in the middle of the request's body; the server sees half of it. */
  | { kind: 'cut-request' }
  /** The server gets the request and does it; the connection drops before the answer. */
  | { kind: 'lose-answer' }
  /** The server gets the request and does it; its answer never comes, and the connection stays open. */
  | { kind: 'hold-answer' }
  /** Neither does the server get the request, nor does an answer come. */
  | { kind: 'hold-request' }
  | { kind: 'slow'; ms: number }
  /** The answer's `Date` is off by so much. */
  | { kind: 'clock'; offMs: number }
  /** Every later question to a path is answered like the first one, so that a list never ends. */
  | { kind: 'endless' };

export interface SeenRequest {
  method: string;
  /** With its query. */
  path: string;
}

export interface FaultRule {
  fault: Fault;
  /** Default: every request. */
  matches?: (request: SeenRequest) => boolean;
  /** Passes over so many matching requests first. Default 0. */
  skip?: number;
  /** Ends after so many times. Default: never. */
  times?: number;
}

export interface FaultProxy {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Every request so far, oldest first. */
  requests: SeenRequest[];
  /** Puts a fault in; the answer takes it out and says how often it struck. */
  inject(rule: FaultRule): () => number;
  close(): Promise<void>;
}

interface Armed {
  rule: FaultRule;
  seen: number;
  struck: number;
  /** First answers by path, for `endless`. */
  answers: Map<string, Exchange>;
}

interface Exchange {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const PAGE =
  '<!doctype html><html><head><title>Back soon</title></head><body><h1>We are working on it</h1></body></html>';

/** A reverse proxy on loopback before a server, with faults that are switched on and off. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const requests: SeenRequest[] = [];
  const armed: Armed[] = [];
  const server = createServer((request, response) => {
    const seen = { method: request.method ?? 'GET', path: request.url ?? '/' };
    requests.push(seen);
    const strike = take(armed, seen);
    handle(target, request, response, strike).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    tunnel(target, request, socket, head);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    inject(rule) {
      const one: Armed = { rule, seen: 0, struck: 0, answers: new Map() };
      armed.push(one);
      return () => {
        const at = armed.indexOf(one);
        if (at !== -1) armed.splice(at, 1);
        return one.struck;
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The first rule that has to strike now. */
function take(armed: readonly Armed[], request: SeenRequest): Armed | null {
  for (const one of armed) {
    const { matches = () => true, skip = 0, times = Number.POSITIVE_INFINITY } = one.rule;
    if (!matches(request)) continue;
    one.seen += 1;
    if (one.seen <= skip || one.struck >= times) continue;
    one.struck += 1;
    return one;
  }
  return null;
}

async function handle(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  strike: Armed | null,
): Promise<void> {
  const fault = strike?.rule.fault ?? null;
  if (fault?.kind === 'cut-request') return cutRequest(target, request);
  const body = await bodyOf(request);
  switch (fault?.kind) {
    case 'status':
      return send(response, {
        status: fault.status,
        headers: { 'content-type': 'application/json', ...fault.headers },
        body: Buffer.from(JSON.stringify(fault.body ?? { error: `fault ${fault.status}` })),
      });
    case 'html':
      return send(response, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(PAGE),
      });
    case 'lose-answer':
      await pass(target, request, body);
      response.destroy();
      return;
    case 'hold-answer':
      await pass(target, request, body);
      return;
    case 'hold-request':
      return;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      break;
    case 'endless': {
      const path = `${request.method} ${(request.url ?? '').split('?')[0]}`;
      const first = strike?.answers.get(path) ?? (await pass(target, request, body));
      if (request.method === 'GET') strike?.answers.set(path, first);
      return send(response, first);
    }
    default:
      break;
  }
  const answer = await pass(target, request, body);
  if (fault?.kind === 'clock') answer.headers['date'] = new Date(Date.now() + fault.offMs).toUTCString();
  send(response, answer);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, headers, body }: Exchange): void {
  const { 'transfer-encoding': _chunks, connection: _connection, ...rest } = headers;
  response.writeHead(status, { ...rest, 'content-length': String(body.byteLength) });
  response.end(body);
}

/** Asks the server the same and waits for its whole answer. `Host` stays as the client said it. */
function pass(target: string, request: IncomingMessage, body: Buffer): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const { 'transfer-encoding': _chunks, ...headers } = request.headers;
    const hasBody = body.byteLength > 0 || request.method !== 'GET';
    const onward = ask(new URL(request.url ?? '/', target), {
      method: request.method,
      headers: { ...headers, ...(hasBody ? { 'content-length': String(body.byteLength) } : {}) },
      agent: false,
    });
    onward.on('error', reject);
    onward.on('response', (answer) => {
      bodyOf(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }),
        reject,
      );
    });
    onward.end(body);
  });
}

/** Lets the first bytes of the body through, then drops both connections. */
function cutRequest(target: string, request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const onward = ask(new URL(request.url ?? '/', target), {
      method: request.method,
      headers: request.headers,
      agent: false,
    });
    onward.on('error', () => undefined);
    const cut = (part: Buffer | null): void => {
      const drop = (): void => {
        onward.destroy();
        request.socket.destroy();
        resolve();
      };
      if (part === null) drop();
      else onward.write(part.subarray(0, Math.floor(part.byteLength / 2)), drop);
    };
    request.once('data', cut);
    request.once('end', () => cut(null));
    request.on('error', () => undefined);
  });
}

/** Web sockets go through untouched. */
function tunnel(target: string, request: IncomingMessage, socket: Socket, head: Buffer): void {
  const onward = ask(new URL(request.url ?? '/', target), { headers: request.headers, agent: false });
  onward.on('error', () => socket.destroy());
  onward.on('upgrade', (answer, there) => {
    const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    there.on('error', () => socket.destroy());
    socket.on('error', () => there.destroy());
    there.pipe(socket).pipe(there);
    if (head.byteLength > 0) there.write(head);
  });
  onward.on('response', () => socket.destroy());
  onward.end();
}
