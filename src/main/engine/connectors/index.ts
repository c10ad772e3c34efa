import { bluesky } from './bluesky/index.ts';
import { feed } from './feed/index.ts';
import { hackerNews } from './hacker-news/index.ts';
import type { Connector } from './kit/index.ts';
import { mastodon } from './mastodon/index.ts';
import { wordpress } from './wordpress/index.ts';

/** Every connector by its id. */
export const connectors: ReadonlyMap<string, Connector> = new Map(
  [bluesky, feed, hackerNews, mastodon, wordpress].map((connector) => [connector.id, connector]),
);
