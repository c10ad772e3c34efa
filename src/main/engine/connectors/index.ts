import { feed } from './feed/index.ts';
import { hackerNews } from './hacker-news/index.ts';
import type { Connector } from './kit/index.ts';

/** Every connector by its id. */
export const connectors: ReadonlyMap<string, Connector> = new Map(
  [feed, hackerNews].map((connector) => [connector.id, connector]),
);
