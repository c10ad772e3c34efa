import { z } from 'zod';
import { Id, Millis, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { ItemId, MentionRow } from './mentions.ts';

export const Highlight = z.strictObject({
  id: Id,
  brandId: Id,
  itemId: ItemId,
  /** What the owner says about it in the report. */
  comment: z.string(),
  createdAt: Millis,
  mention: MentionRow,
});
export type Highlight = z.infer<typeof Highlight>;

/** Mentions chosen for a report. */
export const highlights = {
  'highlights.list': query({
    summary: 'Highlights of a span by when they were said, newest first; at most 200.',
    input: z.strictObject({
      brandIds: z.array(Id).max(50).default([]),
      /** UTC milliseconds, inclusive. */
      from: Millis.nullable().default(null),
      /** UTC milliseconds, exclusive. */
      to: Millis.nullable().default(null),
    }),
    output: z.strictObject({ highlights: z.array(Highlight) }),
  }),
  'highlights.add': command({
    summary: 'Chooses a mention for the report; choosing it again changes the comment.',
    input: z.strictObject({ itemId: ItemId, brandId: Id, comment: z.string().trim().max(2000).default('') }),
    output: z.strictObject({ highlightId: Id, changeId: Id.nullable() }),
  }),
  'highlights.remove': command({
    summary: 'Takes a mention out of the report.',
    input: z.strictObject({ highlightId: Id }),
    output: Undoable,
  }),
};
