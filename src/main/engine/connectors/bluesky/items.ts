import { z } from 'zod';
import type { RawItem } from '#shared/model/item.ts';
import { cleanLine, parseDate, rawItem } from '#engine/connectors/kit/index.ts';
import { SITE, pageOf, type Author, type PostRecord, type PostView } from './lexicon.ts';

const External = z.object({
  external: z.object({
    uri: z.string(),
    title: z.string().catch(''),
    description: z.string().catch(''),
  }),
});
const LinkFacet = z.object({
  features: z.array(z.looseObject({ $type: z.string(), uri: z.string().optional() })),
});

/** When a post was written: what its author's program says, but never later than the network saw it. UTC milliseconds. */
export function timeOf(createdAt: string | null | undefined, indexedAt: string): number | null {
  const [written, seen] = [parseDate(createdAt ?? ''), parseDate(indexedAt)];
  if (written === null || seen === null) return written ?? seen;
  return Math.min(written, seen);
}

export function authorOf(author: Author): { ident: string; name: string; url: string } {
  return {
    ident: author.did,
    name: cleanLine(author.displayName ?? '', 400) || cleanLine(author.handle, 400),
    url: `${SITE}/profile/${author.did}`,
  };
}

/** A post's text with what its card says and the whole addresses that the text shortens. */
export function fullText(record: PostRecord): string {
  const card = External.safeParse(record.embed);
  const links = (record.facets ?? []).flatMap((facet) => {
    const read = LinkFacet.safeParse(facet);
    return read.success ? read.data.features.flatMap(({ uri }) => (uri === undefined ? [] : [uri])) : [];
  });
  const more = card.success ? [card.data.external.title, card.data.external.uri, ...links] : links;
  const added = new Set(more.filter((part) => part !== '' && !record.text.includes(part)));
  return [record.text, ...added].join('\n\n');
}

export const hasLink = (record: PostRecord): boolean =>
  External.safeParse(record.embed).success ||
  (record.facets ?? []).some((facet) => {
    const read = LinkFacet.safeParse(facet);
    return read.success && read.data.features.some(({ $type }) => $type.endsWith('#link'));
  });

const Kinds = z.object({ $type: z.string(), media: z.object({ $type: z.string() }).optional() });

export function hasMedia(embed: unknown): boolean {
  const read = Kinds.safeParse(embed);
  return read.success && /\.(?:images|video|gallery)(?:#|$)/.test(read.data.media?.$type ?? read.data.$type);
}

/** A post as an item; null when it says nothing. */
export function itemOf(post: PostView): RawItem | null {
  const { record } = post;
  return rawItem({
    ident: post.uri,
    kind: 'social',
    url: pageOf(post.uri),
    text: fullText(record),
    author: { ...authorOf(post.author), followers: post.author.followersCount ?? null },
    publishedAt: timeOf(record.createdAt, post.indexedAt),
    language: record.langs?.[0] ?? null,
    engagement: {
      reactions: post.likeCount ?? null,
      comments: post.replyCount ?? null,
      shares: post.repostCount == null ? null : post.repostCount + (post.quoteCount ?? 0),
    },
    hasLink: hasLink(record),
    hasMedia: hasMedia(record.embed),
  });
}
