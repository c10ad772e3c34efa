import type { Cursor, InboxBatch, ThreadEntry, ThreadUpdate } from '#engine/connectors/kit/index.ts';
import { HIDDEN, commentPage, commentsAt, markOf, postsAt, staffOf } from './comments.ts';
import { commentEntry, postEntry } from './entries.ts';
import { Seen, readNews, seenUpTo, type Entry } from './news.ts';
import { HELD, identOf, ownApi, type Comment, type Own, type Post, type SiteApi } from './protocol.ts';

/** A first look takes the newest hundred. */
const FIRST_PAGES = 1;
const BATCH = 25;
/** WordPress nests comments ten deep at most. */
const MOST_ANCESTORS = 10;

interface Known extends Entry {
  comment: Comment;
}

/**
 * Comments that are new, were let through, hidden or deleted since the last time, oldest first, each below its post.
 * Comments are read by their number: their time is whatever somebody's clock or an import said.
 */
export async function* readInbox(context: Own, stored: Cursor): AsyncGenerator<InboxBatch> {
  const api = ownApi(context);
  const parsed = Seen.safeParse(stored);
  const seen = parsed.success ? parsed.data : null;
  const known = (comment: Comment): Known => ({
    id: comment.id,
    order: comment.id,
    mark: markOf(comment, seen?.marks[comment.id]),
    comment,
  });
  const look = await readNews(seen, FIRST_PAGES, async (offset) => {
    const { comments, isLast } = await commentPage(api, offset);
    return { entries: comments.map(known), isLast };
  });
  const lost = (await commentsAt(api, vanished(seen, look.seen))).map(known);
  const news = [...lost, ...look.news];
  const reader = new Threads(context, api, [...look.listed, ...lost], known);
  for (let at = 0; at < news.length; at += BATCH) {
    const part = news.slice(at, at + BATCH);
    const isLast = at + BATCH >= news.length;
    const cursor = isLast ? look.seen : seenUpTo(seen, news.slice(0, at + BATCH));
    yield { threads: await reader.threadsOf(part), cursor, notes: {} };
  }
  if (news.length === 0) yield { threads: [], cursor: look.seen, notes: {} };
}

/** Numbers that were in the list and, although it reaches that far, are not any more: trash, spam, or deleted for good. */
const vanished = (before: Seen | null, now: Seen): number[] =>
  Object.keys(before?.marks ?? {})
    .map(Number)
    .filter((id) => id >= now.from && !(id in now.marks));

/** Puts comments below their posts, with what they answer. */
class Threads {
  readonly #context: Own;
  readonly #api: SiteApi;
  readonly #known: (comment: Comment) => Known;
  readonly #comments: Map<number, Known>;
  readonly #posts = new Map<number, Post | null>();
  #staff: ReadonlySet<number> | null = null;

  constructor(context: Own, api: SiteApi, listed: readonly Known[], known: (comment: Comment) => Known) {
    this.#context = context;
    this.#api = api;
    this.#known = known;
    this.#comments = new Map(listed.map((one) => [one.id, one]));
  }

  async threadsOf(part: readonly Known[]): Promise<ThreadUpdate[]> {
    const all = await this.#withAncestors(part);
    await this.#fetchPosts([...new Set(all.map(({ comment }) => comment.post))]);
    const staff = await this.#staffAmong(all);
    const { account, now } = this.#context;
    const { home } = account;
    return [...Map.groupBy(all, ({ comment }) => comment.post)].map(([id, below]) => {
      const post = this.#posts.get(id) ?? null;
      const entries: ThreadEntry[] = below
        .map(({ comment, mark, held }) =>
          commentEntry(comment, { home, now: now(), staff, held, hidden: mark === HIDDEN }),
        )
        .sort((a, b) => a.at - b.at);
      return {
        ident: identOf(home, 'post', id),
        entries: post === null ? entries : [postEntry(post, home, now()), ...entries],
      };
    });
  }

  /** The comments and what they answer, up to their posts. Something that was answered was visible once. */
  async #withAncestors(part: readonly Known[]): Promise<(Known & { held: boolean })[]> {
    const found = new Map(part.map((one) => [one.id, { ...one, held: one.mark === HELD }]));
    let above = parentsOf(part);
    for (let depth = 0; depth < MOST_ANCESTORS && above.length > 0; depth += 1) {
      const missing = above.filter((id) => !this.#comments.has(id));
      for (const comment of await commentsAt(this.#api, missing)) {
        this.#comments.set(comment.id, this.#known(comment));
      }
      const level = above.flatMap((id) => this.#comments.get(id) ?? []).filter(({ id }) => !found.has(id));
      for (const one of level) {
        found.set(one.id, { ...one, mark: one.mark === HELD ? HIDDEN : one.mark, held: false });
      }
      above = parentsOf(level);
    }
    return [...found.values()];
  }

  async #fetchPosts(ids: readonly number[]): Promise<void> {
    const missing = ids.filter((id) => !this.#posts.has(id));
    const found = await postsAt(this.#api, missing);
    for (const id of missing) this.#posts.set(id, found.get(id) ?? null);
  }

  /** Who speaks for the site is asked only when somebody with a login of the site has written. */
  async #staffAmong(all: readonly Known[]): Promise<ReadonlySet<number>> {
    const own = this.#context.account.user;
    if (all.every(({ comment: { author } }) => author === 0 || author === own)) return new Set([own]);
    this.#staff ??= await staffOf(this.#api, own);
    return this.#staff;
  }
}

const parentsOf = (comments: readonly Known[]): number[] => [
  ...new Set(comments.map(({ comment }) => comment.parent).filter((id) => id > 0)),
];
