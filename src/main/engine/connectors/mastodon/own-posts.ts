import { List, parseDate, readable, type Api, type Sent } from '#engine/connectors/kit/index.ts';
import { PAGE, olderThan } from './pages.ts';
import { Status, identOf, type Own } from './protocol.ts';

/** Looking for something lately sent ends here: two hundred own posts. */
const MOST_PAGES = 5;
/** How far another clock is trusted to be off where the server does not tell its time. */
const UNKNOWN_CLOCK_MS = 15 * 60_000;
/** Times are cut to the second, and answers are under way for a while. */
const KNOWN_CLOCK_MS = 60_000;

/** Whether a post may have been sent since a moment of this machine's clock; `serverNow` is the server's, if it told. */
export function isSince(
  since: number,
  serverNow: number | null,
  now: number,
): (post: Pick<Status, 'created_at'>) => boolean {
  const from = serverNow === null ? since - UNKNOWN_CLOCK_MS : since + (serverNow - now) - KNOWN_CLOCK_MS;
  return (post) => (parseDate(post.created_at) ?? 0) >= from;
}

/** One page of own posts, newest first, without what was only passed on. */
export async function ownPage(
  context: Own,
  api: Api,
  maxId: string | null = null,
): Promise<{ posts: Status[]; older: string | null; serverNow: number | null }> {
  const { value, headers } = await api.call(List, {
    path: `/api/v1/accounts/${encodeURIComponent(context.account.id)}/statuses`,
    query: { limit: PAGE, exclude_reblogs: true, ...(maxId === null ? {} : { max_id: maxId }) },
    what: 'your posts',
  });
  const posts = readable(Status, value).filter(({ reblog }) => reblog == null);
  return { posts, older: olderThan(headers, posts), serverNow: parseDate(headers['date'] ?? '') };
}

/** Own posts since a moment of this machine's clock, newest first, with room for a server's clock that is off. */
export async function ownSince(context: Own, api: Api, since: number): Promise<Status[]> {
  const found = new Map<string, Status>();
  let maxId: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { posts, older, serverNow } = await ownPage(context, api, maxId);
    const isLate = isSince(since, serverNow, context.now());
    const fresh = posts.filter((post) => !found.has(post.id) && isLate(post));
    for (const post of fresh) found.set(post.id, post);
    // A post pinned to the top may be old: only a page without anything new is the end.
    if (fresh.length === 0 || older === null) break;
    maxId = older;
  }
  return [...found.values()];
}

export const sentAs = (status: Pick<Status, 'id' | 'url' | 'uri'>): Sent => ({
  ident: identOf(status),
  url: status.url ?? status.uri ?? '',
  held: false,
});
