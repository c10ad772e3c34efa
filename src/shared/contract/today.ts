import { z } from 'zod';
import { query } from './define.ts';
import { Day, Id, Millis, ReasonParams } from './common.ts';
import { MentionRow } from './mentions.ts';

const Count = z.number().int();

export const today = {
  'today.summary': query({
    summary: 'What changed, what needs you first, and what is broken.',
    input: z.strictObject({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({
      /** The brands that what follows up to `maybeCount` is about: own ones, or all where only others are asked for. */
      askedBrandIds: z.array(Id),
      /** Mentions that nobody has looked at, one that several brands share once up to 10,000; negative ones are counted to 10,000. */
      newCount: Count,
      negativeCount: Count,
      /** The newest of them, negative ones first. */
      first: z.array(MentionRow),
      /** Mentions whose snooze has ended and that are still open, the last to come back first. */
      returnedCount: Count,
      returned: z.array(MentionRow),
      /** Mentions on the "maybe" shelf that wait for a yes or a no; counted to 10,000 at most. */
      maybeCount: Count,
      /** Mentions a day over the last 30 days in the workspace's zone, oldest first, per brand. */
      days: z.array(Day),
      series: z.array(z.strictObject({ brandId: Id, counts: z.array(Count), negative: z.array(Count) })),
      /** Last seven days against the seven before, per brand. */
      week: z.array(z.strictObject({ brandId: Id, now: Count, before: Count, reach: Count })),
      /** Sources that bring nothing because something is wrong. */
      trouble: z.array(
        z.strictObject({
          sourceId: Id,
          name: z.string(),
          code: z.string().nullable(),
          params: ReasonParams,
          message: z.string(),
        }),
      ),
      /** Accounts that need their owner to sign in again. */
      signIns: z.array(
        z.strictObject({
          accountId: Id,
          handle: z.string(),
          network: z.string(),
          code: z.string().nullable(),
          params: ReasonParams,
          message: z.string(),
        }),
      ),
      /** Posts and answers that missed their time, failed, or whose outcome is open. */
      stuckCount: Count,
      /** Sources that answer but have brought nothing for three weeks; `since`: its last item, else its start. */
      silent: z.array(z.strictObject({ sourceId: Id, name: z.string(), since: Millis })),
    }),
  }),
};
