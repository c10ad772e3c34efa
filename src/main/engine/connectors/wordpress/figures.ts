import {
  List,
  counter,
  httpAddress,
  parseDate,
  readable,
  type Metrics,
  type NetworkContext,
  type PostFigures,
  type PublicProfile,
} from '#engine/connectors/kit/index.ts';
import { textOf } from './entries.ts';
import { Post, SiteApi, identOf, isKeptBack, ownApi, shortAddress, type Own } from './protocol.ts';
import { findSite } from './site.ts';

/** Comments are counted for so many of the newest posts, one question each. */
const RECENT = 20;

/** How many posts there are, and what was said below the newest. WordPress itself counts neither readers nor likes. */
export const metrics = (context: Own): Promise<Metrics> =>
  figuresOf(ownApi(context), context.account.home, context.now());

/** Anybody's site: how much it publishes, how often, and how many comments that gets. */
export async function profile(context: NetworkContext, typed: string): Promise<PublicProfile> {
  const { home, root, name } = await findSite(context, typed, 'handle');
  const short = shortAddress(home);
  const figures = await figuresOf(new SiteApi(context, root), home, context.now());
  return { ident: short, handle: short, name, url: `${home}/`, ...figures };
}

async function figuresOf(api: SiteApi, home: string, now: number): Promise<Metrics> {
  const { value, headers } = await api.call(List, {
    path: '/wp/v2/posts',
    query: { per_page: RECENT, orderby: 'date', order: 'desc' },
    what: 'the posts',
  });
  const recent: PostFigures[] = [];
  for (const post of readable(Post, value)) {
    recent.push({
      ident: identOf(home, 'post', post.id),
      url: httpAddress(post.link),
      at: parseDate(post.date_gmt) ?? now,
      text: textOf(post),
      reactions: null,
      comments: await commentsBelow(api, post.id),
      shares: null,
      views: null,
    });
  }
  return { followers: null, following: null, posts: totalOf(headers), recent };
}

/** Null where a site keeps its comments to itself. */
async function commentsBelow(api: SiteApi, post: number): Promise<number | null> {
  try {
    const { headers } = await api.call(List, {
      path: '/wp/v2/comments',
      query: { post, per_page: 1, _fields: 'id' },
      what: 'the comments',
    });
    return totalOf(headers);
  } catch (error) {
    if (isKeptBack(error)) return null;
    throw error;
  }
}

/** How many entries a list has in all; null where the site does not say. */
function totalOf(headers: Readonly<Record<string, string>>): number | null {
  const total = headers['x-wp-total'] ?? '';
  return total === '' ? null : counter(Number(total));
}
