import { z } from 'zod';
import type { RawItem } from '#shared/model/item.ts';
import {
  ConnectorError,
  List,
  parseDate,
  readable,
  type CollectBatch,
  type CollectContext,
  type Cursor,
} from '#engine/connectors/kit/index.ts';
import { commentItem, postItem } from './entries.ts';
import { Seen, readNews, seenUpTo, type Entry } from './news.ts';
import {
  Comment,
  PAGE,
  Post,
  SiteApi,
  isKeptBack,
  ownApi,
  shortAddress,
  type WordPressAccount,
} from './protocol.ts';
import { findSite } from './site.ts';

/** A first look takes the newest five hundred or so. */
const FIRST_PAGES = 5;

export const Settings = z.object({
  /** Empty: the site of the account this source reads through. */
  site: z.string().trim().max(500).default(''),
  what: z.enum(['both', 'posts', 'comments']).default('both'),
  words: z.string().trim().max(500).default(''),
});
export type Settings = z.infer<typeof Settings>;

/** The way to a site is looked for again after so long: sites move. */
const FORGET_MS = 24 * 60 * 60_000;

const CollectCursor = z.object({
  /** As they were typed: what was read for others says nothing. */
  site: z.string(),
  words: z.string(),
  /** UTC milliseconds: when the way there was found. */
  foundAt: z.number(),
  home: z.string(),
  root: z.string(),
  posts: Seen.nullable(),
  comments: Seen.nullable(),
});
type CollectCursor = z.infer<typeof CollectCursor>;

type Context = CollectContext<Settings, WordPressAccount>;

interface Found extends Entry {
  item: RawItem | null;
}

/** What anybody may read on a site: its posts and the comments below them. What was edited comes again. */
export async function* collect(context: Context, stored: Cursor): AsyncGenerator<CollectBatch> {
  const { what } = context.settings;
  const parsed = CollectCursor.safeParse(stored);
  const { api, reached } = await placeOf(context, parsed.success ? parsed.data : null);
  const parts = (['posts', 'comments'] as const).filter((part) => what === 'both' || what === part);
  for (const part of parts) {
    let skipped = 0;
    const mayBeMissing = part === 'comments' && what === 'both';
    const look = await readNews(reached[part], FIRST_PAGES, async (offset) => {
      const value = await listOf(api, part, { words: context.settings.words, offset, mayBeMissing });
      const entries = part === 'posts' ? postsIn(value, reached.home) : commentsIn(value, reached.home);
      skipped += value.length - entries.length;
      return { entries, isLast: value.length < PAGE };
    });
    for (let at = 0; at < look.news.length || at === 0; at += PAGE) {
      const isLast = at + PAGE >= look.news.length;
      const items = look.news.slice(at, at + PAGE).flatMap(({ item }) => item ?? []);
      const upTo = isLast ? look.seen : seenUpTo(reached[part], look.news.slice(0, at + PAGE));
      yield {
        items,
        cursor: { ...reached, [part]: upTo },
        notes: {},
        skipped: isLast ? skipped : 0,
      };
    }
    reached[part] = look.seen;
  }
}

interface Wanted {
  words: string;
  offset: number;
  /** Whether a site that keeps these to itself is read without them. */
  mayBeMissing: boolean;
}

async function listOf(
  api: SiteApi,
  part: 'posts' | 'comments',
  { words, offset, mayBeMissing }: Wanted,
): Promise<unknown[]> {
  try {
    const { value } = await api.call(List, {
      path: `/wp/v2/${part}`,
      query: {
        order: 'desc',
        orderby: part === 'posts' ? 'date' : 'id',
        per_page: PAGE,
        offset,
        ...(words === '' ? {} : { search: words }),
      },
      what: part === 'posts' ? 'the posts' : 'the comments',
    });
    return value;
  } catch (error) {
    if (mayBeMissing && isKeptBack(error)) return [];
    throw error;
  }
}

/** The site's interface: known from the last time, or through the account where it is its own. */
async function placeOf(
  context: Context,
  before: CollectCursor | null,
): Promise<{ api: SiteApi; reached: CollectCursor }> {
  const { through, now } = context;
  const { site, words } = context.settings;
  const startAt = (home: string, root: string, foundAt = now()): CollectCursor => {
    const isSame = before?.site === site && before.words === words && before.home === home;
    const known = isSame ? before : null;
    return {
      site,
      words,
      foundAt,
      home,
      root,
      posts: known?.posts ?? null,
      comments: known?.comments ?? null,
    };
  };
  if (through !== null && (site === '' || typedAt(site, through.account.home))) {
    return { api: ownApi(through), reached: startAt(through.account.home, through.account.root) };
  }
  if (site === '') {
    throw new ConnectorError(
      'invalid',
      'bad-server',
      'Type the address of a site, such as seaview.example, or choose an account.',
      { field: 'site', params: { field: 'site' } },
    );
  }
  if (before?.site === site && now() - before.foundAt < FORGET_MS) {
    return {
      api: new SiteApi(context, before.root),
      reached: startAt(before.home, before.root, before.foundAt),
    };
  }
  const { home, root } = await findSite(context, site, 'site');
  return { api: new SiteApi(context, root), reached: startAt(home, root) };
}

/** Whether what a person typed means this site, whatever is said of www and https. */
function typedAt(typed: string, home: string): boolean {
  const bare = (address: string): string => shortAddress(address.trim().toLowerCase()).replace(/^www\./, '');
  return bare(typed) === bare(home);
}

const postsIn = (value: readonly unknown[], home: string): Found[] =>
  readable(Post, value).map((post) => ({
    id: post.id,
    // By its date of publication: a post that was planned has the number of the day it was written.
    order: parseDate(post.date_gmt) ?? 0,
    mark: post.modified_gmt,
    item: postItem(post, home),
  }));

const commentsIn = (value: readonly unknown[], home: string): Found[] =>
  readable(Comment, value).map((comment) => ({
    id: comment.id,
    order: comment.id,
    mark: comment.status,
    item: commentItem(comment, home),
  }));
