import { demand, may, type Call } from './calls.ts';
import { Refusal, type FakeComment, type FakeMedia, type FakePost, type FakeSite } from './store.ts';

export interface Listed {
  rows: unknown[];
  total: number;
  pages: number;
}

/** A page of posts, pages, comments or images, by the parameters this connector uses; any other is refused. */
export function listed(site: FakeSite, call: Call, kind: string): Listed {
  const { query } = call;
  const isComments = kind === 'comments';
  checkNames(query, isComments ? COMMENT_NAMES : POST_NAMES);
  if (query.get('context') === 'edit') {
    demand(call, isComments ? 'moderate_comments' : 'edit_posts', 'rest_forbidden_context');
  }
  if (isComments) return page(commentsFor(site, call), query, (one) => commentShown(site, one, call));
  if (kind === 'media') {
    const rows = site.media.filter(({ slug }) => slug === query.get('slug'));
    return page(rows, query, (one) => mediaShown(one, call));
  }
  return page(postsFor(site, call, kind), query, (one) => postShown(one, call));
}

const COMMON = [
  'context',
  'status',
  'order',
  'orderby',
  'per_page',
  'offset',
  'include',
  'search',
  '_fields',
];
const COMMENT_NAMES = new Set([...COMMON, 'post', 'author']);
const POST_NAMES = new Set([...COMMON, 'slug']);

function checkNames(query: URLSearchParams, names: ReadonlySet<string>): void {
  for (const name of query.keys()) {
    if (!names.has(name)) throw new Refusal(400, 'rest_invalid_param', `Invalid parameter(s): ${name}`);
  }
}

function postsFor(site: FakeSite, call: Call, kind: string): FakePost[] {
  const { query } = call;
  const wanted = (query.get('status') ?? 'publish').split(',');
  if (wanted.some((status) => status !== 'publish')) demand(call, 'edit_posts', 'rest_invalid_param');
  return site.posts
    .filter(
      (post) =>
        post.type === kind &&
        (wanted.includes('any') ? post.status !== 'trash' : wanted.includes(post.status)) &&
        isWanted(query, post.id, `${post.title} ${post.content}`) &&
        (query.get('slug') ?? post.slug) === post.slug,
    )
    .toSorted((a, b) => b.at - a.at || b.id - a.id);
}

function commentsFor(site: FakeSite, call: Call): FakeComment[] {
  const { query } = call;
  const wanted = query.get('status') ?? 'approve';
  for (const name of ['status', 'author']) {
    if (query.has(name)) demand(call, 'moderate_comments', 'rest_forbidden_param');
  }
  const visible: Readonly<Record<string, readonly string[]>> = {
    approve: ['approved'],
    all: ['approved', 'hold'],
    any: ['approved', 'hold', 'spam', 'trash'],
  };
  return site.comments
    .filter(
      (comment) =>
        visible[wanted]?.includes(comment.status) === true &&
        isWanted(query, comment.id, comment.content) &&
        Number(query.get('post') ?? comment.post) === comment.post &&
        Number(query.get('author') ?? comment.author) === comment.author,
    )
    .toSorted((a, b) => (query.get('orderby') === 'id' ? b.id - a.id : b.at - a.at));
}

function isWanted(query: URLSearchParams, id: number, text: string): boolean {
  const include = query.get('include');
  const words = (query.get('search') ?? '').toLowerCase().split(' ');
  return (
    (include === null || include.split(',').map(Number).includes(id)) &&
    words.every((word) => text.toLowerCase().includes(word))
  );
}

function page<One>(all: readonly One[], query: URLSearchParams, show: (one: One) => unknown): Listed {
  const size = Number(query.get('per_page') ?? 10);
  if (!(size >= 1 && size <= 100)) {
    throw new Refusal(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  }
  const from = Number(query.get('offset') ?? 0);
  return {
    rows: all.slice(from, from + size).map(show),
    total: all.length,
    pages: Math.ceil(all.length / size),
  };
}

const gmt = (at: number): string => new Date(at).toISOString().slice(0, 19);

export function postShown(post: FakePost, { query, origin, user, method }: Call): Record<string, unknown> {
  const isEdit = query.get('context') === 'edit' || method !== 'GET';
  return {
    id: post.id,
    date_gmt: gmt(post.at),
    modified_gmt: gmt(post.modified),
    ...(isEdit || may(user, 'edit_posts') ? { status: post.status } : {}),
    slug: post.slug,
    link: post.status === 'publish' ? `${origin}/${post.slug}/` : `${origin}/?p=${post.id}`,
    title: { rendered: post.title },
    content: { rendered: post.content.replace(/<!--.*?-->\n?/g, '') },
    featured_media: 0,
    author: post.author,
  };
}

export function commentShown(
  site: FakeSite,
  comment: FakeComment,
  { query, origin, method }: Call,
): Record<string, unknown> {
  const isEdit = query.get('context') === 'edit' || method !== 'GET';
  const post = site.posts.find(({ id }) => id === comment.post);
  return {
    id: comment.id,
    post: comment.post,
    parent: comment.parent,
    author: comment.author,
    author_name: comment.name,
    author_url: '',
    ...(isEdit ? { author_email: comment.email, author_user_agent: comment.agent } : {}),
    date_gmt: gmt(comment.at),
    content: { rendered: `<p>${comment.content.replaceAll('\n', '<br />\n')}</p>\n` },
    link: `${origin}/${post?.slug ?? ''}/#comment-${comment.id}`,
    status: comment.status,
    type: 'comment',
  };
}

export const mediaShown = (media: FakeMedia, { origin }: Call): Record<string, unknown> => ({
  id: media.id,
  slug: media.slug,
  alt_text: media.alt,
  source_url: `${origin}/wp-content/uploads/${media.fileName}`,
});
