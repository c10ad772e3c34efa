import { List, readable } from '#engine/connectors/kit/index.ts';
import { APPROVED, Comment, HELD, PAGE, Post, isKeptBack, orGone, pathOf, type SiteApi } from './protocol.ts';

/** What was visible once and is held now: hidden on purpose. A mark of ours; WordPress calls both `hold`. */
export const HIDDEN = 'hidden';

/** What a comment is like, given what it was like before: one that is held at first sight waits to be let through. */
export function markOf({ status }: Comment, before: string | undefined): string {
  const wasVisible = before === APPROVED || before === HIDDEN;
  return status === HELD && wasVisible ? HIDDEN : status;
}

const QUERY = { context: 'edit', orderby: 'id', order: 'desc', per_page: PAGE };

/** A page of comments that are visible or held, by number, newest first. */
export async function commentPage(
  api: SiteApi,
  offset: number,
): Promise<{ comments: Comment[]; isLast: boolean }> {
  const { value } = await api.call(List, {
    path: '/wp/v2/comments',
    query: { ...QUERY, status: 'all', offset },
    what: 'the comments',
  });
  return { comments: readable(Comment, value), isLast: value.length < PAGE };
}

/** Comments by their numbers, also those in the trash; those deleted for good are left out. */
export async function commentsAt(api: SiteApi, ids: readonly number[]): Promise<Comment[]> {
  const found: Comment[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const { value } = await api.call(List, {
      path: '/wp/v2/comments',
      query: { ...QUERY, status: 'any', include: ids.slice(at, at + PAGE).join(',') },
      what: 'the comments',
    });
    found.push(...readable(Comment, value));
  }
  return found;
}

/** One comment as its moderators see it; null when it was deleted for good. */
export async function commentAt(api: SiteApi, id: number): Promise<Comment | null> {
  const answer = await orGone(
    api.call(Comment, { path: pathOf('comment', id), query: { context: 'edit' }, what: 'the comment' }),
  );
  return answer?.value ?? null;
}

/** Posts and pages by their numbers, which they share. Others, of plugins, are left out. */
export async function postsAt(api: SiteApi, ids: readonly number[]): Promise<Map<number, Post>> {
  const found = new Map<number, Post>();
  for (const path of ['/wp/v2/posts', '/wp/v2/pages']) {
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) break;
    const { value } = await api.call(List, {
      path,
      query: { context: 'edit', status: 'any', per_page: PAGE, include: missing.join(',') },
      what: 'the posts',
    });
    for (const post of readable(Post, value)) found.set(post.id, post);
  }
  return found;
}

/** Users who write for the site: what they answer is answered. Only the own user where the site keeps its users to itself. */
export async function staffOf(api: SiteApi, own: number): Promise<ReadonlySet<number>> {
  try {
    const { value } = await api.call(List, {
      path: '/wp/v2/users',
      // Everybody who may write posts, on old and new versions alike, and whatever the role of who asks.
      query: { who: 'authors', per_page: PAGE },
      what: 'the users',
    });
    return new Set([own, ...readable(Comment.pick({ id: true }), value).map(({ id }) => id)]);
  } catch (error) {
    if (isKeptBack(error)) return new Set([own]);
    throw error;
  }
}
