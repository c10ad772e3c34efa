import { z } from 'zod';
import {
  Api,
  cleanLine,
  type ApiRequest,
  type ConnectorError,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';
import { NETWORK } from './lexicon.ts';

/** A request by the name of its method, such as `app.bsky.feed.searchPosts`. */
export type Xrpc = Omit<ApiRequest, 'path'> & { name: string };

export const pathOf = (name: string): string => `/xrpc/${name}`;

/** A refusal: its name and its words. */
export interface Trouble {
  name: string;
  reason: string;
}

const Refusal = z.object({ error: z.string().catch(''), message: z.string().catch('') });

/** The name and words of a refusal, made safe to show. */
export function troubleOf(body: unknown): Trouble {
  const { error, message } = Refusal.catch({ error: '', message: '' }).parse(body);
  return { name: error, reason: cleanLine(message, 200) };
}

/** A server asked without signing in. `explain` says what its refusals mean. */
export function openApi(
  context: NetworkContext,
  origin: string,
  explain?: (status: number, trouble: Trouble) => ConnectorError | undefined,
): Api {
  return new Api(context, {
    origin,
    network: NETWORK,
    ...(explain && { explain: (status, body) => explain(status, troubleOf(body)) }),
  });
}
