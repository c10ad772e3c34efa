import { z } from 'zod';

/** How a network counts the length of a text. The counters themselves are in `#shared/networks`. */
export const TextCounter = z.enum([
  'graphemes', // what a reader sees as one character
  'utf16', // JavaScript's length
  'bytes', // UTF-8
  'mastodon', // graphemes, any link 23, `@user@host` counted as `@user`
]);
export type TextCounter = z.infer<typeof TextCounter>;

/** What a network, or one server of it, takes. Composer and publisher read the same numbers. */
export const PublishingLimits = z.object({
  text: z.object({
    counter: TextCounter,
    /** Null where no limit is known. */
    max: z.number().int().positive().nullable(),
    /** A second limit in UTF-8 bytes. */
    maxBytes: z.number().int().positive().nullable().default(null),
    /** What a link counts with the `mastodon` counter. */
    linkLength: z.number().int().positive().default(23),
  }),
  /** Whether a post has a headline of its own. */
  title: z.enum(['none', 'optional', 'required']).default('none'),
  images: z.object({
    max: z.number().int().min(0),
    maxBytes: z.number().int().positive(),
    types: z.array(z.string()),
    /** Longest description of an image in UTF-16 units; 0 where the network has none. */
    altMax: z.number().int().min(0),
  }),
  /** Whether a longer text can go out as a thread of posts. */
  threads: z.boolean().default(false),
  /** A reply may be this long where it differs from a post. */
  replyMax: z.number().int().positive().nullable().default(null),
  /** The network can hold a post until its time; null where it cannot. */
  holds: z
    .object({
      /** Least time ahead, in minutes. */
      minMinutes: z.number().int().min(0),
      /** Most time ahead, in days. */
      maxDays: z.number().int().positive(),
    })
    .nullable()
    .default(null),
});
export type PublishingLimits = z.infer<typeof PublishingLimits>;

/** An image ready to leave: already within the limits of its network. */
export interface OutgoingImage {
  bytes: Uint8Array;
  /** Media type, such as `image/jpeg`. */
  type: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What it shows, for those who cannot see it; '' where its author left it out. */
  alt: string;
}

/** One post as a connector publishes it. */
export interface OutgoingPost {
  text: string;
  /** '' where the network has no headlines. */
  title: string;
  images: readonly OutgoingImage[];
  /** The parts after the first where the text goes out as a thread. */
  thread: readonly string[];
  /** ISO 639-1; null where unknown. */
  language: string | null;
  /** UTC milliseconds: the network shall hold it until then; null = now. */
  holdUntil: number | null;
}
