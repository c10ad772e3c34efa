import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';

const folder = resolve(import.meta.dirname, '../../../../shared/payloads/mastodon');

/** Whether the recorded traffic lies beside the project; the repository holds none of it. */
export const isRecorded = existsSync(folder);

const Cassette = z.object({
  interactions: z.array(
    z.object({
      request: z.object({ method: z.string(), uri: z.string() }),
      response: z.object({
        status: z.object({ code: z.number() }),
        headers: z.record(z.string(), z.array(z.string())),
        body: z.object({ string: z.string() }),
      }),
    }),
  ),
});

export interface Exchange {
  method: string;
  /** Without its query and the slash at the end. */
  path: string;
  query: URLSearchParams;
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a real server was asked and said, in that order. */
export function recorded(name: string): Exchange[] {
  const file = readFileSync(resolve(folder, `${name}.yaml`), 'utf8');
  return Cassette.parse(load(file)).interactions.map(({ request, response }) => {
    const url = new URL(request.uri);
    const link = response.headers['link']?.join(', ');
    return {
      method: request.method,
      path: url.pathname.replace(/\/$/, ''),
      query: url.searchParams,
      status: response.status.code,
      headers: link === undefined ? {} : { link },
      body: response.body.string,
    };
  });
}

const NO_MORE = { status: 200, headers: {}, body: '[]' };

export interface Replay {
  url: string;
  /** `GET /path?query` of every request so far. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * A server that answers with what was recorded for the same method, path and page, the first time the first, and then on;
 * the last answer stays. A further page that was not recorded is empty, and whatever else was not is not found.
 */
export async function replay(exchanges: readonly Exchange[]): Promise<Replay> {
  const requests: string[] = [];
  const times = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume();
    // Only a recorded clock is told.
    response.sendDate = false;
    const url = new URL(request.url ?? '', 'http://x');
    const method = request.method ?? '';
    requests.push(`${method} ${url.pathname}${url.search}`);
    const key = `${method} ${url.pathname} ${url.searchParams.get('max_id') ?? ''}`;
    const fitting = exchanges.filter(
      (one) =>
        one.method === method &&
        one.path === url.pathname &&
        one.query.get('max_id') === url.searchParams.get('max_id') &&
        one.query.get('min_id') === null,
    );
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const isOlder = url.searchParams.has('max_id') && exchanges.some(({ path }) => path === url.pathname);
    const answer = fitting[Math.min(time, fitting.length - 1)] ?? (isOlder ? NO_MORE : undefined);
    response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json', ...answer?.headers });
    response.end(answer?.body ?? '{"error":"Record not found"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
