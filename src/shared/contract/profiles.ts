import { z } from 'zod';
import { Day, Id, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { MentionRow } from './mentions.ts';
import { Block } from './triage.ts';

const Count = z.number().int();

/** What an author's and a site's profile have in common. */
const Profile = z.strictObject({
  name: z.string(),
  /** Items stored, whether or not a brand matched them. */
  items: Count,
  /** 1–10, with both of its parts and the inputs. */
  influence: z.strictObject({
    value: z.number(),
    reachPart: z.number(),
    interactionFactor: z.number(),
    /** Estimated people, of a typical item. */
    typicalReach: z.number(),
  }),
  /** Mentions of every brand that is not archived, newest first, at most twenty. */
  latest: z.array(MentionRow),
  /** Items that are a mention of some brand, counted up to 1,000. */
  mentions: Count,
  moreMentions: z.boolean(),
  /** The last 90 days, oldest first; each list has one number a day. */
  days: z.array(Day),
  history: z.array(
    z.strictObject({
      brandId: Id,
      counts: z.array(Count),
      negative: Count,
      neutral: Count,
      positive: Count,
      undefined: Count,
    }),
  ),
  /** Blocks and mutes that hold for it. */
  blocks: z.array(Block),
});
export type Profile = z.infer<typeof Profile>;

export const AuthorProfile = Profile.extend({
  authorKey: Count,
  connector: z.string(),
  ident: z.string(),
  url: z.string().nullable(),
  followers: Count.nullable(),
});
export type AuthorProfile = z.infer<typeof AuthorProfile>;

export const SiteProfile = Profile.extend({
  host: z.string(),
  /** As a person entered it; null where the default for small sites is used. */
  monthlyVisitors: Count.nullable(),
  defaultVisitors: Count,
});
export type SiteProfile = z.infer<typeof SiteProfile>;

/** Authors and sites: how loud they are, and what they have said. */
export const profiles = {
  'profiles.author': query({
    summary: 'An author with their influence and history.',
    input: z.strictObject({ authorKey: Count.min(1) }),
    output: AuthorProfile,
  }),
  'profiles.site': query({
    summary: 'A site with its influence and history.',
    input: z.strictObject({ host: z.string().min(1).max(300) }),
    output: SiteProfile,
  }),
  'sites.setVisitors': command({
    summary:
      'Says how many people visit a site in a month; null goes back to the default. Counts for new items.',
    input: z.strictObject({
      host: z.string().min(1).max(300),
      monthlyVisitors: Count.min(0).max(100_000_000_000).nullable(),
    }),
    output: Undoable,
  }),
};
