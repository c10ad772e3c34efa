import { z } from 'zod';
import type { RawAuthor } from '#shared/model/item.ts';
import {
  clip,
  counter,
  parseDate,
  rawItem,
  type Attachment,
  type ThreadEntry,
} from '#engine/connectors/kit/index.ts';

const SITE = 'https://bsky.app';

export const Author = z.object({
  did: z.string(),
  handle: z.string(),
  displayName: z.string().optional(),
});
export const Ref = z.object({ uri: z.string(), cid: z.string() });
export type Ref = z.infer<typeof Ref>;

export const PostRecord = z.object({
  text: z.string().default(''),
  createdAt: z.string().optional(),
  langs: z.array(z.string()).optional(),
  reply: z.object({ root: Ref, parent: Ref }).optional(),
  facets: z.array(z.unknown()).optional(),
  embed: z.unknown().optional(),
});
export type PostRecord = z.infer<typeof PostRecord>;

const ViewImage = z.object({ fullsize: z.string().optional(), alt: z.string().default('') });
const Embed = z.object({
  $type: z.string(),
  images: z.array(ViewImage).optional(),
  external: z.object({ uri: z.string() }).optional(),
});

export const PostView = z.object({
  uri: z.string(),
  cid: z.string(),
  author: Author,
  record: PostRecord,
  embed: z.unknown().optional(),
  replyCount: z.number().optional(),
  repostCount: z.number().optional(),
  likeCount: z.number().optional(),
  quoteCount: z.number().optional(),
  indexedAt: z.string(),
  viewer: z.object({ like: z.string().optional() }).optional(),
});
export type PostView = z.infer<typeof PostView>;

/** Repository, collection and record key of an `at://` address; empty texts where it is none. */
export function partsOf(uri: string): { repo: string; collection: string; rkey: string } {
  const [, repo = '', collection = '', rkey = ''] = /^at:\/\/([^/]+)\/([^/]+)\/([^/?#]+)$/.exec(uri) ?? [];
  return { repo, collection, rkey };
}

export const pageOf = (uri: string, handle: string): string => {
  const { repo, rkey } = partsOf(uri);
  const who = handle === '' || handle === 'handle.invalid' ? repo : handle;
  return rkey === '' ? '' : `${SITE}/profile/${who}/post/${rkey}`;
};

export const profilePage = (handle: string): string => `${SITE}/profile/${handle}`;

export const timeOf = (post: Pick<PostView, 'record' | 'indexedAt'>, now: number): number => {
  const written = parseDate(post.record.createdAt ?? '');
  const indexed = parseDate(post.indexedAt) ?? now;
  // A clock of its author that runs ahead must not put a post into the future.
  return Math.min(written ?? indexed, indexed, now);
};

export function authorOf({ did, handle, displayName }: z.infer<typeof Author>): RawAuthor {
  return {
    ident: did,
    name: clip(displayName?.trim() || `@${handle}`, 400),
    url: profilePage(handle),
    followers: null,
  };
}

export const authorName = (author: z.infer<typeof Author>): string => authorOf(author).name;

function embedOf(post: PostView): z.infer<typeof Embed> | null {
  const parsed = Embed.safeParse(post.embed);
  return parsed.success ? parsed.data : null;
}

/** A post as collecting brings it; null when it says nothing. */
export function itemOf(post: PostView, now: number): ReturnType<typeof rawItem> {
  const embed = embedOf(post);
  const link = embed?.external?.uri ?? '';
  const alts = (embed?.images ?? []).map(({ alt }) => alt).filter((alt) => alt !== '');
  return rawItem({
    ident: post.uri,
    kind: 'social',
    url: pageOf(post.uri, post.author.handle),
    // What a picture shows and where a card leads is part of what was said.
    text: [post.record.text, ...alts, link].filter((part) => part !== '').join('\n\n'),
    author: { ...authorOf(post.author) },
    publishedAt: timeOf(post, now),
    language: post.record.langs?.[0] ?? null,
    engagement: {
      reactions: counter(post.likeCount),
      comments: counter(post.replyCount),
      shares: counter((post.repostCount ?? 0) + (post.quoteCount ?? 0)),
    },
    hasLink: link !== '' || JSON.stringify(post.record.facets ?? []).includes('facet#link'),
    hasMedia: (embed?.images?.length ?? 0) > 0 || /video|gallery/.test(embed?.$type ?? ''),
  });
}

/** A post as the inbox keeps it. */
export function entryOf(
  post: PostView,
  { own, kind, hidden, now }: { own: string; kind: ThreadEntry['kind']; hidden: boolean; now: number },
): ThreadEntry {
  const attachments = (embedOf(post)?.images ?? []).map(({ fullsize = '', alt }): Attachment => ({
    kind: 'image',
    url: fullsize,
    alt,
  }));
  return {
    ident: post.uri,
    parent: post.record.reply?.parent.uri ?? null,
    kind,
    text: post.record.text,
    author: authorOf(post.author),
    own: post.author.did === own,
    at: timeOf(post, now),
    url: pageOf(post.uri, post.author.handle),
    attachments,
    liked: post.viewer?.like !== undefined,
    hidden,
    gone: false,
    rating: null,
    private: false,
  };
}
