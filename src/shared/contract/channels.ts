import { z } from 'zod';
import { Day, Id, Millis, Undoable } from './common.ts';
import { SpanInput } from './compare.ts';
import { command, query } from './define.ts';

const Count = z.number().int();

/** One profile on one network with its figures over a span; null stands for what is not known. */
export const Channel = z.strictObject({
  /** An account's id, or a watched profile's. */
  id: Id,
  brandId: Id,
  /** An own account; false for a profile that is watched. */
  own: z.boolean(),
  connector: z.string(),
  network: z.string(),
  handle: z.string(),
  /** Whether this network's figures can be read at all. */
  offered: z.boolean(),
  /** What the network has told of this profile so far. */
  shows: z.strictObject({ followers: z.boolean(), posts: z.boolean() }),
  /** The newest look, whatever the span; null before the first. */
  sampledAt: Millis.nullable(),
  /** At the last look up to the span's end. */
  followers: Count.nullable(),
  /** Against the look nearest to the span's first moment; `whole` where that is within a day of it. */
  change: z.strictObject({ value: Count, before: Count, since: Millis, whole: z.boolean() }).nullable(),
  /** Followers a day, the slope of the last seven days of looks. */
  slope: z.number().nullable(),
  /** Followers at the end of each day of the span, oldest first, from the first day known on. */
  daily: z.array(Count),
  /** Posts known of the span. */
  posts: Count.nullable(),
  /** Where the network showed no older ones, so that `posts` may be too low: from when on all are known. */
  postsSince: Millis.nullable(),
  /** The days that posts a week are counted from, and the posts in them. */
  seenDays: z.number().nullable(),
  perWeek: z.number().nullable(),
  /** Reactions + comments + shares of the posts whose figures are known, and how many those are. */
  interactions: Count,
  measured: Count,
  /** Interactions per post. */
  perPost: z.number().nullable(),
  /** 0…: mean over the days with posts of their interactions ÷ the followers on that day. */
  rate: z.number().nullable(),
  rateDays: Count,
  /** True where followers of another day stood in for a day that was not looked at. */
  rateEstimated: z.boolean(),
});
export type Channel = z.infer<typeof Channel>;

export const ChannelPost = z.strictObject({
  url: z.string(),
  at: Millis,
  text: z.string(),
  reactions: Count.nullable(),
  comments: Count.nullable(),
  shares: Count.nullable(),
  views: Count.nullable(),
});
export type ChannelPost = z.infer<typeof ChannelPost>;

/** Own accounts and watched public profiles, with what their networks tell of them. */
export const channels = {
  'channels.list': query({
    summary: 'Followers, posts and engagement of own accounts and watched profiles, sampled once a day.',
    input: SpanInput.extend({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({
      /** Both included. */
      fromDay: Day,
      toDay: Day,
      channels: z.array(Channel),
    }),
  }),
  'channels.posts': query({
    summary: 'The posts behind the numbers of one channel, newest first; at most 200.',
    input: SpanInput.extend({ channelId: Id }),
    output: z.strictObject({ posts: z.array(ChannelPost) }),
  }),
  'channels.watch': command({
    summary: 'Watches the public figures of a profile for a brand; looks at them at once.',
    input: z.strictObject({
      brandId: Id,
      connector: z.string().max(60),
      handle: z.string().trim().min(1).max(300),
    }),
    output: z.strictObject({ profileId: Id, changeId: Id.nullable() }),
  }),
  'channels.unwatch': command({
    summary: 'No longer watches a profile; what was sampled is kept.',
    input: z.strictObject({ profileId: Id }),
    output: Undoable,
  }),
};
