import { z } from 'zod';

/** What sort of text an item is; it decides how sentiment and reach are judged. */
export const ItemKind = z.enum(['news', 'social', 'forum', 'review']);
export type ItemKind = z.infer<typeof ItemKind>;

export const RawAuthor = z.object({
  /** Stable within the connector: an account id, a handle, or for feeds the name as printed. */
  ident: z.string().min(1).max(400),
  name: z.string().max(400),
  url: z.string().max(2000).nullable(),
  /** Followers at the time of collecting; null where the network does not say. */
  followers: z.number().int().nonnegative().nullable(),
});
export type RawAuthor = z.infer<typeof RawAuthor>;

/** Counters as the network reported them; null means "not reported", never 0. */
export const Engagement = z.object({
  reactions: z.number().int().nonnegative().nullable(),
  comments: z.number().int().nonnegative().nullable(),
  shares: z.number().int().nonnegative().nullable(),
  views: z.number().int().nonnegative().nullable(),
});
export type Engagement = z.infer<typeof Engagement>;

export const noEngagement: Engagement = { reactions: null, comments: null, shares: null, views: null };

/**
 * One thing as a connector yields it, before the pipeline. `text` and `title` are plain text: a connector
 * that receives HTML passes it through the kit's `htmlToText`, because collected text is hostile.
 */
export const RawItem = z.object({
  /** Stable identity within the connector: the same thing seen twice has the same `ident`. */
  ident: z.string().min(1).max(1000),
  kind: ItemKind,
  /** Where a person can read the original; http(s) only; '' where there is none. */
  url: z.string().max(4000),
  title: z.string().max(2000),
  text: z.string().max(200_000),
  author: RawAuthor.nullable(),
  /** UTC milliseconds; null where the source gives none (the pipeline then takes the time of collecting). */
  publishedAt: z.number().int().nullable(),
  /** ISO 639-1 as declared by the source, a hint only. */
  language: z.string().max(20).nullable(),
  engagement: Engagement,
  /** Whether the original links to something; its plain text need not show the address. */
  hasLink: z.boolean(),
  /** Whether the original shows a picture, a recording or a film. */
  hasMedia: z.boolean(),
  /** Normalised 0–100 for reviews, null otherwise. */
  rating: z.number().min(0).max(100).nullable(),
});
export type RawItem = z.infer<typeof RawItem>;
