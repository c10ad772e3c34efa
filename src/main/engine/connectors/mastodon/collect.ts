import { z } from 'zod';
import {
  ConnectorError,
  List,
  readable,
  type Api,
  type CollectBatch,
  type CollectContext,
  type Cursor,
} from '#engine/connectors/kit/index.ts';
import { PAGE, olderThan } from './pages.ts';
import { Status, isNewer, ownApi, serverApi, typedServer, type MastodonAccount } from './protocol.ts';
import { itemOf } from './texts.ts';

const MOST_PAGES = 10;

/** `#Sea_View, pool` → `sea_view`, `pool`: what servers take for a hashtag, each once. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .map((tag) => tag.replace(/^#+/, '').toLowerCase())
      .filter((tag) => /^[\p{L}\p{N}\p{M}_·]+$/u.test(tag)),
  ),
];

export const Settings = z
  .object({
    server: z.string().trim().max(300).default(''),
    tags: z.string().trim().max(1000).default(''),
    words: z.string().trim().max(500).default(''),
  })
  .refine(({ tags, words }) => words !== '' || tagsOf(tags).length > 0, {
    path: ['tags'],
    message: 'type at least one hashtag, or words to search for',
  });
export type Settings = z.infer<typeof Settings>;

/** How far one timeline has been read. */
const Reached = z.object({
  /** Everything up to this post has been read. */
  since: z.string().nullable(),
  /** A run that was cut short: the newest post seen in it, and where it has got down to. */
  open: z.object({ newest: z.string(), until: z.string() }).nullable(),
});
type Reached = z.infer<typeof Reached>;

const CollectCursor = z.object({
  server: z.string(),
  /** By tag (`#pool`) or words. */
  reached: z.record(z.string(), Reached),
});

interface Page {
  found: readonly unknown[];
  posts: Status[];
  older: string | null;
}

/** One list of posts, newest first. */
interface Timeline {
  key: string;
  /** The page below a post. */
  page(ask: { maxId: string | null; sinceId: string | null }): Promise<Page>;
}

/** Posts with the tags, and those that the server's search finds, each timeline from its newest post down to what is known. */
export async function* collect(
  context: CollectContext<Settings, MastodonAccount>,
  stored: Cursor,
): AsyncGenerator<CollectBatch> {
  const { settings, through } = context;
  const server = serverOf(settings, through?.account ?? null);
  const isSignedIn = through !== null && through.account.server === server;
  const api = isSignedIn ? ownApi(through) : serverApi(context, server, () => null);
  const domain = isSignedIn ? through.account.domain : new URL(server).host;
  const parsed = CollectCursor.safeParse(stored);
  const reached: Record<string, Reached> =
    parsed.success && parsed.data.server === server ? { ...parsed.data.reached } : {};
  const timelines = tagsOf(settings.tags).map((tag) => tagged(api, tag));
  if (settings.words !== '') timelines.push(searched(api, settings.words, isSignedIn));
  for (const timeline of timelines) {
    const start = reached[timeline.key] ?? { since: null, open: null };
    for await (const { page, now } of walk(timeline, start)) {
      reached[timeline.key] = now;
      const items = page.posts.flatMap((post) => itemOf(post, domain, context.now()) ?? []);
      yield {
        items,
        cursor: { server, reached: { ...reached } },
        notes: {},
        skipped: page.found.length - items.length,
      };
    }
  }
}

/** Walks down page by page; where it is cut short, the next run goes on below. */
async function* walk(timeline: Timeline, start: Reached): AsyncGenerator<{ page: Page; now: Reached }> {
  const { since } = start;
  let { open } = start;
  const seen = new Set<string>();
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    const page = await timeline.page({ maxId: open?.until ?? null, sinceId: since });
    const fresh = page.posts.filter(
      ({ id, order }) => !seen.has(id) && (since === null || isNewer(order, since)),
    );
    for (const { id } of fresh) seen.add(id);
    const newest = [since, open?.newest ?? null, ...fresh.map(({ order }) => order)].reduce(newer, null);
    const isDone =
      fresh.length < page.posts.length ||
      fresh.length === 0 ||
      // The first time, the newest posts are enough.
      (count === MOST_PAGES && since === null);
    open = isDone || newest === null || page.older === null ? null : { newest, until: page.older };
    yield {
      page: { ...page, posts: fresh },
      now: { since: open === null ? newest : since, open },
    };
    if (open === null) return;
  }
}

const newer = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && isNewer(b, a)) ? b : a;

const tagged = (api: Api, tag: string): Timeline => ({
  key: `#${tag}`,
  page: async ({ maxId, sinceId }) => {
    const { value, headers } = await visible(
      api.call(List, {
        path: `/api/v1/timelines/tag/${encodeURIComponent(tag)}`,
        query: {
          limit: PAGE,
          ...(maxId === null ? {} : { max_id: maxId }),
          ...(sinceId === null ? {} : { since_id: sinceId }),
        },
        what: `the posts with #${tag}`,
      }),
      api,
    );
    const posts = readable(Status, value);
    return { found: value, posts, older: olderThan(headers, posts) };
  },
});

const Results = z.object({ statuses: List });

const searched = (api: Api, words: string, isSignedIn: boolean): Timeline => ({
  key: words,
  page: async ({ maxId }) => {
    if (!isSignedIn) throw needsAccount(new URL(api.origin).hostname, 'words');
    const { value } = await api.call(Results, {
      path: '/api/v2/search',
      query: { q: words, type: 'statuses', limit: PAGE, ...(maxId === null ? {} : { max_id: maxId }) },
      what: 'the search',
    });
    const posts = readable(Status, value.statuses);
    const older = value.statuses.length < PAGE ? null : (posts.at(-1)?.order ?? null);
    return { found: value.statuses, posts, older };
  },
});

/** Some servers show their posts only to people with an account there. */
async function visible<T>(work: Promise<T>, api: Api): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isClosed =
      error instanceof ConnectorError &&
      error.kind === 'refused' &&
      [401, 403, 422].includes(Number(error.params['status']));
    throw isClosed ? needsAccount(new URL(api.origin).hostname, 'server') : error;
  }
}

const needsAccount = (host: string, field: string): ConnectorError =>
  new ConnectorError(
    'invalid',
    'needs-account',
    `${host} allows this only with an account there. Add the account under Accounts and choose it for this source.`,
    { field, params: { host } },
  );

function serverOf(settings: Settings, own: MastodonAccount | null): string {
  if (settings.server !== '') return typedServer(settings.server);
  if (own !== null) return own.server;
  throw new ConnectorError(
    'invalid',
    'bad-server',
    'Type the address of a server, such as mastodon.social, or choose an account.',
    { field: 'server', params: { field: 'server' } },
  );
}
