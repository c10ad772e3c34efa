import { z } from 'zod';
import { Id, Millis, Nothing, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { ItemId, MentionFilter, Targets } from './mentions.ts';

export const Assignee = z.strictObject({ id: Id, name: z.string(), open: z.number().int() });
export type Assignee = z.infer<typeof Assignee>;

const ViewName = z.string().trim().min(1).max(60);

/** A filter as a view keeps it: a span that moves with the calendar stays one. */
export const ViewFilter = MentionFilter.extend({
  /** This many days, today included, in the workspace's zone; 0 where `from` and `to` say it. */
  lastDays: z.number().int().min(0).max(366).default(0),
});
export type ViewFilter = z.infer<typeof ViewFilter>;

export const SavedView = z.strictObject({
  id: Id,
  name: ViewName,
  filter: ViewFilter,
  position: z.number().int(),
  /** How many items it has now, counted up to 1,000. */
  count: z.number().int(),
  more: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const BlockKind = z.enum(['author', 'site']);
/** block = to the blocked shelf, now and later; mute = still listed, but arrives as done and raises no alert. */
export const BlockMode = z.enum(['block', 'mute']);

export const Block = z.strictObject({
  id: Id,
  kind: BlockKind,
  mode: BlockMode,
  /** Connector of an author; '' for a site. */
  connector: z.string(),
  /** The author's identity within the connector, or the site's host. */
  ident: z.string(),
  name: z.string(),
  /** Null where it holds for every brand. */
  brandId: Id.nullable(),
  createdAt: Millis,
});
export type Block = z.infer<typeof Block>;

/** What a person does with mentions beside marking them as done: notes, people, saved views, blocks. */
export const triage = {
  'notes.add': command({
    summary: 'Adds a note to a mention.',
    input: z.strictObject({ itemId: ItemId, brandId: Id, text: z.string().trim().min(1).max(5000) }),
    output: z.strictObject({ noteId: Id, changeId: Id }),
  }),
  'notes.update': command({
    summary: 'Changes the text of a note.',
    input: z.strictObject({ noteId: Id, text: z.string().trim().min(1).max(5000) }),
    output: Undoable,
  }),
  'notes.remove': command({
    summary: 'Removes a note, until undone.',
    input: z.strictObject({ noteId: Id }),
    output: Undoable,
  }),
  'assignees.list': query({
    summary: 'The people mentions can be given to, with how many open ones each has.',
    input: Nothing,
    output: z.strictObject({ assignees: z.array(Assignee) }),
  }),
  'assignees.create': command({
    summary: 'Adds a person mentions can be given to.',
    input: z.strictObject({ name: z.string().trim().min(1).max(60) }),
    output: z.strictObject({ assigneeId: Id, changeId: Id }),
  }),
  'assignees.remove': command({
    summary: 'Removes a person; what they had is given to nobody, until undone.',
    input: z.strictObject({ assigneeId: Id }),
    output: Undoable,
  }),
  'views.list': query({
    summary: 'The saved views with how many items each has.',
    input: z.strictObject({
      /** Counts are narrowed to these in views that name no brands of their own; empty = all. */
      brandIds: z.array(Id).max(50).default([]),
    }),
    output: z.strictObject({ views: z.array(SavedView) }),
  }),
  'views.create': command({
    summary: 'Saves a filter as a view.',
    input: z.strictObject({ name: ViewName, filter: ViewFilter }),
    output: z.strictObject({ viewId: Id, changeId: Id }),
  }),
  'views.update': command({
    summary: 'Renames a view, moves it, or gives it another filter.',
    input: z.strictObject({
      viewId: Id,
      name: ViewName.optional(),
      filter: ViewFilter.optional(),
      /** Its place in the row, 0 the first; the others make room. */
      position: z.number().int().min(0).max(1000).optional(),
    }),
    output: Undoable,
  }),
  'views.remove': command({
    summary: 'Removes a view, until undone.',
    input: z.strictObject({ viewId: Id }),
    output: Undoable,
  }),
  'blocks.list': query({
    summary: 'Every blocked or muted author and site.',
    input: Nothing,
    output: z.strictObject({ blocks: z.array(Block) }),
  }),
  'blocks.add': command({
    summary: 'Blocks or mutes an author or a site, for one brand or all; what is stored follows at once.',
    input: z.strictObject({
      kind: BlockKind,
      mode: BlockMode,
      connector: z.string().max(60).default(''),
      ident: z.string().min(1).max(400),
      name: z.string().min(1).max(400),
      brandId: Id.nullable().default(null),
    }),
    output: z.strictObject({ blockId: Id, changeId: Id }),
  }),
  'mentions.block': command({
    summary: 'Blocks or mutes whoever wrote these mentions, or the sites they stand on, as one step.',
    input: z.strictObject({
      targets: Targets,
      kind: BlockKind,
      mode: BlockMode,
      /** For every brand; else for the brand of each mention. */
      everyBrand: z.boolean().default(false),
    }),
    output: z.strictObject({
      changeId: Id.nullable(),
      /** How many authors or sites; 0 where no author is known. */
      blocked: z.number().int(),
    }),
  }),
  'blocks.remove': command({
    summary: 'Lifts a block or a mute.',
    input: z.strictObject({ blockId: Id }),
    output: Undoable,
  }),
};
