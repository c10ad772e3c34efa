import { z } from 'zod';
import { StatementLanguage } from '../model/holding-statement.ts';
import { command, query } from './define.ts';
import { Id, Millis, Nothing, PageLimit, Undoable } from './common.ts';
import { ItemId, MentionRow } from './mentions.ts';

const QueryText = z.string().trim().max(2000);
const Statement = z.string().max(10_000);

export const Crisis = z.strictObject({
  id: Id,
  brandId: Id,
  brandName: z.string(),
  /** When the room was opened. */
  startedAt: Millis,
  /** From when on mentions belong to it: what set it off came before somebody opened the room. */
  since: Millis,
  /** Null while it lasts. */
  endedAt: Millis.nullable(),
  /** Narrows which negative mentions belong to the thread; '' takes all. */
  query: z.string(),
  /** The holding statement as it was last saved; '' before that. */
  statement: z.string(),
  language: StatementLanguage,
  /** How many mentions are pinned to the thread. */
  pins: z.number().int(),
});
export type Crisis = z.infer<typeof Crisis>;

/** `alert` and `peak` are read from what is stored elsewhere, the rest was written down when it happened. */
export const CrisisEntryKind = z.enum([
  'started',
  'pinned',
  'unpinned',
  'statement',
  'note',
  'ended',
  'alert',
  'peak',
]);
export type CrisisEntryKind = z.infer<typeof CrisisEntryKind>;

export const CrisisEntry = z.strictObject({
  /** Null for what is not an entry of its own. */
  id: Id.nullable(),
  at: Millis,
  kind: CrisisEntryKind,
  /** The note, the statement, the title of what was pinned, the kind of the alert; '' where `kind` says it all. */
  text: z.string(),
  /** Mentions in the hour of a peak, mentions pinned; else 0. */
  count: z.number().int(),
});
export type CrisisEntry = z.infer<typeof CrisisEntry>;

export const CrisisVoice = z.strictObject({
  itemId: ItemId,
  /** The author, or the site where nobody is named. */
  name: z.string(),
  site: z.string(),
  title: z.string(),
  publishedAt: Millis,
  /** Estimated people reached; 0 where nothing is known. */
  reach: z.number().int(),
});
export type CrisisVoice = z.infer<typeof CrisisVoice>;

export const CrisisReport = z.strictObject({
  /** Until now while it lasts. */
  until: Millis,
  mentions: z.number().int(),
  negative: z.number().int(),
  /** Not judged, for want of a language the app understands: left out of the share. */
  undefined: z.number().int(),
  /** Negative ÷ judged, 0–1; null where nothing is judged. */
  negativeShare: z.number().min(0).max(1).nullable(),
  /** Each hour from the roll-ups, oldest first, the last 60 days at most; the first and the last count whole. */
  hours: z.array(z.strictObject({ at: Millis, mentions: z.number().int(), negative: z.number().int() })),
  /** The hour with the most mentions; null where there was none. */
  peak: z.strictObject({ at: Millis, mentions: z.number().int() }).nullable(),
  /** The first negative mentions, one for each voice. */
  first: z.array(CrisisVoice),
  /** The negative mentions with the greatest reach, one for each voice. */
  loudest: z.array(CrisisVoice),
});
export type CrisisReport = z.infer<typeof CrisisReport>;

export const crisis = {
  'crisis.list': query({
    summary: 'Crisis rooms, those open first, then the newest; and whether they hold the queues.',
    input: Nothing,
    output: z.strictObject({ crises: z.array(Crisis), queuesPaused: z.boolean() }),
  }),
  'crisis.start': command({
    summary:
      'Opens the crisis room of an own brand: every queue is held, sources are checked every 5 minutes.',
    input: z.strictObject({
      brandId: Id,
      /** From when on mentions belong to it; now when not given. */
      since: Millis.optional(),
      query: QueryText.default(''),
      language: StatementLanguage.default('en'),
    }),
    output: z.strictObject({ crisisId: Id, changeId: Id }),
  }),
  'crisis.update': command({
    summary: 'Changes which mentions belong to the thread, or the holding statement.',
    input: z.strictObject({
      crisisId: Id,
      query: QueryText.optional(),
      statement: Statement.optional(),
      language: StatementLanguage.optional(),
    }),
    output: Undoable,
  }),
  'crisis.end': command({
    summary: 'Ends a crisis: queues and collecting go back to their own pace.',
    input: z.strictObject({ crisisId: Id }),
    output: Undoable,
  }),
  'crisis.pin': command({
    summary: 'Pins mentions to the thread of a crisis.',
    input: z.strictObject({ crisisId: Id, itemIds: z.array(ItemId).min(1).max(200) }),
    output: Undoable,
  }),
  'crisis.unpin': command({
    summary: 'Takes a mention off the thread.',
    input: z.strictObject({ crisisId: Id, itemId: ItemId }),
    output: Undoable,
  }),
  'crisis.pins': query({
    summary: 'The pinned mentions of a crisis, newest first.',
    input: z.strictObject({ crisisId: Id }),
    output: z.strictObject({ rows: z.array(MentionRow) }),
  }),
  'crisis.thread': query({
    summary: 'The negative mentions that belong to a crisis by themselves, newest first, a page at a time.',
    input: z.strictObject({ crisisId: Id, after: ItemId.nullable().default(null), limit: PageLimit }),
    output: z.strictObject({
      rows: z.array(MentionRow),
      next: ItemId.nullable(),
      count: z.number().int(),
      more: z.boolean(),
    }),
  }),
  'crisis.timeline': query({
    summary: 'What happened in a crisis, oldest first: written entries, alerts, and hours of great volume.',
    input: z.strictObject({ crisisId: Id }),
    output: z.strictObject({ entries: z.array(CrisisEntry) }),
  }),
  'crisis.note': command({
    summary: 'Writes a note into the timeline, at the time it is about.',
    input: z.strictObject({
      crisisId: Id,
      text: z.string().trim().min(1).max(5000),
      /** Now when not given. */
      at: Millis.optional(),
    }),
    output: z.strictObject({ entryId: Id, changeId: Id }),
  }),
  'crisis.removeNote': command({
    summary: 'Takes a note out of the timeline.',
    input: z.strictObject({ entryId: Id }),
    output: Undoable,
  }),
  'crisis.report': query({
    summary:
      'The numbers of a crisis for the post-mortem: volume, negative share, peak, first and loudest voices.',
    input: z.strictObject({ crisisId: Id }),
    output: CrisisReport,
  }),
};
