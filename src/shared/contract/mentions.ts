import { z } from 'zod';
import { ItemKind, Engagement } from '../model/item.ts';
import { command, query } from './define.ts';
import { Done, Id, Millis, Nothing, PageLimit, Undoable } from './common.ts';

/** What a person can set a mention to. new = never looked at; open = seen, still to be dealt with. */
export const SettableState = z.enum(['new', 'open', 'done']);
export type SettableState = z.infer<typeof SettableState>;
/** snoozed = out of sight until a time, then open again. */
export const MentionState = z.enum(['new', 'open', 'done', 'snoozed']);
export type MentionState = z.infer<typeof MentionState>;
/** Where a mention lies: only `main` is counted in any number. */
export const Shelf = z.enum(['main', 'maybe', 'rejected', 'blocked']);
export type Shelf = z.infer<typeof Shelf>;
export const Sentiment = z.enum(['negative', 'neutral', 'positive', 'undefined']);
export type Sentiment = z.infer<typeof Sentiment>;
export const ItemId = z.number().int().min(0);

export const Tag = z.strictObject({
  id: Id,
  name: z.string(),
  color: z.number().int(),
  count: z.number().int(),
});
export type Tag = z.infer<typeof Tag>;

/** Every part narrows; empty or missing parts do not. Values inside a part are alternatives. */
export const MentionFilter = z.strictObject({
  brandIds: z.array(Id).max(50).default([]),
  /** A query in the query language, over title and text. */
  text: z.string().max(1000).default(''),
  sourceIds: z.array(Id).max(50).default([]),
  connectors: z.array(z.string().max(60)).max(50).default([]),
  kinds: z.array(ItemKind).max(4).default([]),
  /** Snoozed mentions show only when asked for. */
  states: z.array(MentionState).max(4).default([]),
  sentiments: z.array(Sentiment).max(4).default([]),
  languages: z.array(z.string().max(10)).max(50).default([]),
  tagIds: z.array(Id).max(50).default([]),
  starred: z.boolean().default(false),
  shelf: Shelf.default('main'),
  /** Whether copies folded behind their story show as rows of their own; a text search always finds them. */
  copies: z.boolean().default(false),
  /** Leaves copies out of a text search as well: each story once. Says nothing beside `copies`. */
  stories: z.boolean().default(false),
  assigneeIds: z.array(Id).max(50).default([]),
  /** Author keys as in `MentionDetail.authorKey`. */
  authors: z.array(z.number().int().min(1)).max(50).default([]),
  /** Hosts, as in `MentionRow.site`. */
  sites: z.array(z.string().max(300)).max(50).default([]),
  /** At least this influence: 3, 5, 7 or 9; 0 for any. */
  minInfluence: z.union([z.literal(0), z.literal(3), z.literal(5), z.literal(7), z.literal(9)]).default(0),
  /** UTC milliseconds, inclusive. */
  from: Millis.nullable().default(null),
  /** UTC milliseconds, exclusive. */
  to: Millis.nullable().default(null),
});
export type MentionFilter = z.infer<typeof MentionFilter>;

/** One brand's view of an item. */
export const MentionOf = z.strictObject({
  brandId: Id,
  state: MentionState,
  starred: z.boolean(),
  sentiment: Sentiment,
  /** True where the sentiment is a person's word. */
  corrected: z.boolean(),
  tagIds: z.array(Id),
  shelf: Shelf,
  /** Hidden behind the first mention of its story. */
  folded: z.boolean(),
  assigneeId: Id.nullable(),
  /** Until when it is snoozed; a time that has passed says when it came back. */
  snoozedUntil: Millis.nullable(),
  /** 0–1: how sure the brand's classifier is that this is about the brand; null where it was not asked. */
  relevance: z.number().min(0).max(1).nullable(),
});
export type MentionOf = z.infer<typeof MentionOf>;

/** A row of the list: an item, with its mentions among the brands asked for. */
export const MentionRow = z.strictObject({
  itemId: ItemId,
  connector: z.string(),
  sourceId: Id,
  sourceName: z.string(),
  kind: ItemKind,
  /** Host of the address, or the source's name. */
  site: z.string(),
  url: z.string(),
  title: z.string(),
  /** About 240 characters around the first match. */
  excerpt: z.string(),
  /** Offsets into `excerpt` of the words that matched. */
  marks: z.array(z.strictObject({ start: z.number().int(), end: z.number().int() })),
  author: z.string(),
  language: z.string().nullable(),
  publishedAt: Millis,
  /** Estimated people reached; 0 where nothing is known. */
  reach: z.number().int(),
  rating: z.number().nullable(),
  /** 1–10, of the author or the site. */
  influence: z.number().int(),
  /** How many copies of this story are folded behind it. */
  copies: z.number().int(),
  notes: z.number().int(),
  sightings: z.number().int(),
  mentions: z.array(MentionOf),
});
export type MentionRow = z.infer<typeof MentionRow>;

const Range = z.strictObject({ start: z.number().int(), end: z.number().int() });

export const MentionDetail = MentionRow.extend({
  text: z.string(),
  titleMarks: z.array(Range),
  textMarks: z.array(Range),
  /** 0 where the author is not known. */
  authorKey: z.number().int(),
  authorIdent: z.string().nullable(),
  authorUrl: z.string().nullable(),
  authorFollowers: z.number().int().nullable(),
  authorMentions: z.number().int(),
  engagement: Engagement,
  fetchedAt: Millis,
  seenIn: z.array(z.strictObject({ sourceId: Id, sourceName: z.string(), at: Millis, url: z.string() })),
  noteTexts: z.array(z.strictObject({ noteId: Id, brandId: Id, text: z.string(), createdAt: Millis })),
  /** Which query of which brand found it. */
  matchedBy: z.array(
    z.strictObject({ brandId: Id, queryId: Id, queryName: z.string(), queryText: z.string() }),
  ),
});
export type MentionDetail = z.infer<typeof MentionDetail>;

const Target = z.strictObject({ itemId: ItemId, brandId: Id });
export type MentionTarget = z.infer<typeof Target>;
export const Targets = z.array(Target).min(1).max(1000);

export const mentions = {
  'mentions.list': query({
    summary: 'Items that match the brands, newest first, a page at a time.',
    input: z.strictObject({
      filter: MentionFilter,
      /** The `itemId` of the last row of the page before; null for the first page. */
      after: ItemId.nullable().default(null),
      limit: PageLimit,
    }),
    output: z.strictObject({ rows: z.array(MentionRow), next: ItemId.nullable() }),
  }),
  'mentions.count': query({
    summary: 'How many items a filter has, counted up to 10,000.',
    input: z.strictObject({ filter: MentionFilter }),
    output: z.strictObject({ count: z.number().int(), more: z.boolean() }),
  }),
  'mentions.get': query({
    summary: 'One item whole, with the words that matched and where it was seen.',
    input: z.strictObject({ itemId: ItemId, text: z.string().max(1000).default('') }),
    output: MentionDetail,
  }),
  'mentions.setState': command({
    summary: 'Marks mentions as done, open or new.',
    input: z.strictObject({ targets: Targets, state: SettableState }),
    output: Undoable,
  }),
  'mentions.star': command({
    summary: 'Stars mentions, or takes the star away.',
    input: z.strictObject({ targets: Targets, starred: z.boolean() }),
    output: Undoable,
  }),
  'mentions.tag': command({
    summary: 'Puts a tag on mentions, or takes it off.',
    input: z.strictObject({ targets: Targets, tagId: Id, on: z.boolean() }),
    output: Undoable,
  }),
  'mentions.snooze': command({
    summary: 'Hides mentions until a time; then they are open again.',
    input: z.strictObject({ targets: Targets, until: Millis }),
    output: Undoable,
  }),
  'mentions.assign': command({
    summary: 'Gives mentions to somebody, or to nobody.',
    input: z.strictObject({ targets: Targets, assigneeId: Id.nullable() }),
    output: Undoable,
  }),
  'mentions.fold': command({
    summary: 'Takes copies out of their story for good, or hides them there again.',
    input: z.strictObject({ targets: Targets, folded: z.boolean() }),
    output: Undoable,
  }),
  'mentions.copies': query({
    summary: 'The other items of a story, newest first, at most 200.',
    input: z.strictObject({ itemId: ItemId }),
    output: z.strictObject({ rows: z.array(MentionRow), total: z.number().int() }),
  }),
  'mentions.seen': command({
    summary: 'Turns new mentions into open ones because they were looked at; not a step of undo.',
    input: z.strictObject({ targets: Targets }),
    output: Done,
  }),
  'tags.list': query({
    summary: 'All tags with how many mentions carry them.',
    input: Nothing,
    output: z.strictObject({ tags: z.array(Tag) }),
  }),
  'tags.create': command({
    summary: 'Adds a tag.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(60),
      color: z.number().int().min(0).max(31).default(0),
    }),
    output: z.strictObject({ tagId: Id, changeId: Id }),
  }),
  'tags.remove': command({
    summary: 'Removes a tag from everywhere, until undone.',
    input: z.strictObject({ tagId: Id }),
    output: Undoable,
  }),
  'tags.update': command({
    summary: 'Renames or recolours a tag.',
    input: z.strictObject({
      tagId: Id,
      name: z.string().trim().min(1).max(60).optional(),
      color: z.number().int().min(0).max(31).optional(),
    }),
    output: Undoable,
  }),
};
