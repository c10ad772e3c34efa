import type { RawAuthor, RawItem } from '#shared/model/item.ts';
import {
  cleanLine,
  digest,
  htmlToText,
  httpAddress,
  parseDate,
  rawItem,
  type ThreadEntry,
} from '#engine/connectors/kit/index.ts';
import { identOf, shortAddress, type Comment, type Post } from './protocol.ts';

const PLAIN = { attachments: [], liked: false, rating: null, private: false } as const;

/** A post of the site as the inbox shows it, above its comments. Whoever of the house wrote it, it is an own one. */
export const postEntry = (post: Post, home: string, now: number): ThreadEntry => ({
  ...PLAIN,
  ident: identOf(home, 'post', post.id),
  parent: null,
  kind: 'post',
  text: textOf(post),
  author: siteAsAuthor(home),
  own: true,
  at: parseDate(post.date_gmt) ?? now,
  url: httpAddress(post.link),
  hidden: false,
  gone: false,
});

/** What an account knows of a comment besides what the site says. */
export interface CommentFacts {
  home: string;
  /** UTC milliseconds, where the comment has no time. */
  now: number;
  /** Users who speak for the site. */
  staff: ReadonlySet<number>;
  /** Waits to be let through for the first time. */
  held: boolean;
  /** Was seen by everybody once, and is not any more. */
  hidden: boolean;
}

export const commentEntry = (
  comment: Comment,
  { home, now, staff, held, hidden }: CommentFacts,
): ThreadEntry => ({
  ...PLAIN,
  ident: identOf(home, 'comment', comment.id),
  parent:
    comment.parent === 0 ? identOf(home, 'post', comment.post) : identOf(home, 'comment', comment.parent),
  kind: 'comment',
  text: htmlToText(comment.content.rendered),
  author: authorOf(comment, home),
  own: staff.has(comment.author),
  at: parseDate(comment.date_gmt) ?? now,
  url: httpAddress(comment.link),
  held,
  hidden,
  gone: comment.status === 'trash' || comment.status === 'spam',
});

export const titleOf = (post: Post): string => cleanLine(htmlToText(post.title.rendered), 500);

export const textOf = (post: Post): string =>
  [titleOf(post), htmlToText(post.content.rendered)].filter((part) => part !== '').join('\n\n');

/** Posts speak for the site, whoever of the house wrote them. */
const siteAsAuthor = (home: string): RawAuthor => ({
  ident: shortAddress(home).slice(0, 400),
  name: shortAddress(home).slice(0, 200),
  url: `${home}/`,
  followers: null,
});

/** A visitor without a login is known by a digest of the e-mail address, which itself is not kept, or by name. */
function authorOf(comment: Comment, home: string): RawAuthor | null {
  const name = cleanLine(htmlToText(comment.author_name), 200);
  const who = comment.author_email.trim().toLowerCase() || name.toLowerCase();
  if (comment.author === 0 && who === '') return null;
  const url = httpAddress(comment.author_url);
  const ident = comment.author > 0 ? `user-${comment.author}` : `visitor-${digest(who)}`;
  return {
    ident: `${ident}@${shortAddress(home)}`.slice(0, 400),
    name,
    url: url === '' || url.length > 2000 ? null : url,
    followers: null,
  };
}

/** A post as something collected. */
export const postItem = (post: Post, home: string): RawItem | null =>
  rawItem({
    ident: identOf(home, 'post', post.id),
    kind: 'news',
    url: post.link,
    title: titleOf(post),
    text: htmlToText(post.content.rendered),
    author: siteAsAuthor(home),
    publishedAt: parseDate(post.date_gmt),
    hasLink: hasLink(post.content.rendered),
    hasMedia: post.featured_media > 0 || /<(?:img|video|audio)\b/i.test(post.content.rendered),
  });

export const commentItem = (comment: Comment, home: string): RawItem | null =>
  rawItem({
    ident: identOf(home, 'comment', comment.id),
    kind: 'social',
    url: comment.link,
    text: htmlToText(comment.content.rendered),
    author: authorOf(comment, home),
    publishedAt: parseDate(comment.date_gmt),
    hasLink: hasLink(comment.content.rendered),
  });

const hasLink = (html: string): boolean => /<a\s[^>]*href/i.test(html);
