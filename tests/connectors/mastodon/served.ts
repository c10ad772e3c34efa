import { afterAll } from 'vitest';
import { createHttp } from '#engine/node/http.ts';
import type { Connector } from '#engine/connectors/kit/index.ts';
import { mastodon } from '#engine/connectors/mastodon/index.ts';
import type { Own } from '#engine/connectors/mastodon/protocol.ts';
import { networkContext } from '../../helpers/network-context.ts';
import { needed, slotOf } from '../session.ts';
import { replay, type Exchange, type Replay } from './recorded.ts';

export const AUGUST = Date.UTC(2026, 7, 3);
const http = createHttp({ version: 'test' });
afterAll(() => http.close());

/** An account on a server that answers with recorded or written traffic. */
export const own = (server: string, parts: Partial<Own> = {}): Own => ({
  ...networkContext({ http, now: () => AUGUST }),
  account: {
    server,
    domain: 'localhost:3000',
    id: '117020565966271181',
    username: 'mastodonpy_test',
    url: 'http://localhost:3000/@mastodonpy_test',
  },
  ident: 'mastodonpy_test@localhost:3000',
  secrets: slotOf({ access: 'token' }),
  ...parts,
});

export async function under<Value>(
  exchanges: readonly Exchange[],
  work: (server: Replay) => Promise<Value>,
): Promise<Value> {
  const server = await replay(exchanges);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

export async function all<Value>(values: AsyncIterable<Value> | undefined): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values ?? []) found.push(value);
  return found;
}

export const can = <Name extends keyof Connector>(name: Name): NonNullable<Connector[Name]> =>
  needed<NonNullable<Connector[Name]>>(mastodon[name] ?? undefined, name);

export const said = (
  method: string,
  path: string,
  body: unknown,
  parts: Partial<Exchange> = {},
): Exchange => ({
  method,
  path,
  query: new URLSearchParams(),
  status: 200,
  headers: {},
  body: JSON.stringify(body),
  ...parts,
});
