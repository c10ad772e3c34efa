import { afterAll } from 'vitest';
import type { Connector, Cursor, ThreadEntry } from '#engine/connectors/kit/index.ts';
import { wordpress } from '#engine/connectors/wordpress/index.ts';
import { createHttp } from '#engine/node/http.ts';
import { networkContext } from '../../helpers/network-context.ts';
import { needed, slotOf } from '../session.ts';
import type { Own } from '#engine/connectors/wordpress/protocol.ts';

const http = createHttp({ version: 'test' });
afterAll(() => http.close());

export const network = () => networkContext({ http });

/** Maria's account on a fake site. */
export const own = (url: string, parts: Partial<Own> = {}): Own => ({
  ...network(),
  account: { home: url, root: `${url}/wp-json`, user: 2 },
  ident: `user-2@${new URL(url).host}`,
  secrets: slotOf({ user: 'maria', password: 'abcdEFGH1234ijklMNOP5678' }),
  ...parts,
});

export const can = <Name extends keyof Connector>(name: Name): NonNullable<Connector[Name]> =>
  needed<NonNullable<Connector[Name]>>(wordpress[name] ?? undefined, name);

/** Every thread since a cursor, in one list of entries, and the cursor after them. */
export async function read(
  context: Own,
  cursor: Cursor,
): Promise<{ entries: ThreadEntry[]; cursor: Cursor }> {
  const reading = { entries: [] as ThreadEntry[], cursor };
  for await (const batch of can('inbox')(context, cursor)) {
    reading.entries.push(...batch.threads.flatMap(({ entries }) => entries));
    reading.cursor = batch.cursor;
  }
  return reading;
}

export const signIn = (url: string, typed: Record<string, unknown> = {}) =>
  can('account').signIn({
    ...network(),
    typed: { site: url, user: 'maria', password: 'abcd EFGH 1234 ijkl MNOP 5678', ...typed },
    consent: () => Promise.reject(new Error('nobody is asked in a browser')),
  });
