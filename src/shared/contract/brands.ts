import { z } from 'zod';
import { command, query } from './define.ts';
import { Id, JobStarted, Millis, Nothing, Undoable } from './common.ts';

export const BrandRole = z.enum(['own', 'competitor']);
export const QueryKind = z.enum(['brand', 'product', 'person', 'campaign', 'topic']);
const Name = z.string().trim().min(1).max(120);
const QueryText = z.string().trim().min(1).max(10_000);

export const BrandQuery = z.strictObject({
  id: Id,
  brandId: Id,
  name: Name,
  kind: QueryKind,
  text: QueryText,
  createdAt: Millis,
});
export type BrandQuery = z.infer<typeof BrandQuery>;

export const Brand = z.strictObject({
  id: Id,
  name: Name,
  role: BrandRole,
  /** The own brand a competitor is compared with; null for own brands. */
  ownerId: Id.nullable(),
  /** Index into the chart palette; a competitor keeps it everywhere. */
  color: z.number().int().min(0).max(31),
  createdAt: Millis,
  archivedAt: Millis.nullable(),
  queries: z.array(BrandQuery),
  counts: z.strictObject({
    total: z.number().int(),
    new: z.number().int(),
    open: z.number().int(),
    done: z.number().int(),
  }),
  /** True from the change of a query until everything stored has been matched by it, also while that is cancelled. */
  matching: z.boolean(),
});
export type Brand = z.infer<typeof Brand>;

export const PreviewHit = z.strictObject({
  itemId: z.number().int(),
  title: z.string(),
  excerpt: z.string(),
  site: z.string(),
  publishedAt: Millis,
});
export type PreviewHit = z.infer<typeof PreviewHit>;

/** Mentions of the own brand, and of it and its competitors together: share of voice = own ÷ all. */
const ShareCounts = z.strictObject({ own: z.number().int(), all: z.number().int() });

export const brands = {
  'brands.list': query({
    summary: 'Own brands and competitors with their queries and counts.',
    input: z.strictObject({ archived: z.boolean().default(false) }),
    output: z.strictObject({
      brands: z.array(Brand),
      /** The job that matches now, for `jobs.cancel`; null while none runs: what is still `matching` then waits. */
      matchJobId: Id.nullable(),
    }),
  }),
  'brands.create': command({
    summary: 'Adds a brand, optionally with its first query, and matches it against everything stored.',
    input: z.strictObject({
      name: Name,
      role: BrandRole,
      ownerId: Id.nullable().default(null),
      query: z.strictObject({ name: Name, kind: QueryKind, text: QueryText }).nullable().default(null),
    }),
    output: z.strictObject({ brandId: Id, changeId: Id }),
  }),
  'brands.update': command({
    summary: 'Renames a brand, or changes its role, owner or colour.',
    input: z.strictObject({
      brandId: Id,
      name: Name.optional(),
      role: BrandRole.optional(),
      ownerId: Id.nullable().optional(),
      color: z.number().int().min(0).max(31).optional(),
    }),
    output: Undoable,
  }),
  'brands.archive': command({
    summary: 'Stops matching a brand and hides it; its mentions are kept. `archived: false` brings it back.',
    input: z.strictObject({ brandId: Id, archived: z.boolean().default(true) }),
    output: Undoable,
  }),
  'queries.create': command({
    summary: 'Adds a query to a brand.',
    input: z.strictObject({ brandId: Id, name: Name, kind: QueryKind, text: QueryText }),
    output: z.strictObject({ queryId: Id, changeId: Id }),
  }),
  'queries.update': command({
    summary: 'Changes a query; everything stored is matched again.',
    input: z.strictObject({
      queryId: Id,
      name: Name.optional(),
      kind: QueryKind.optional(),
      text: QueryText.optional(),
    }),
    output: Undoable,
  }),
  'queries.remove': command({
    summary: 'Removes a query; mentions only it had found go with it, until undone.',
    input: z.strictObject({ queryId: Id }),
    output: Undoable,
  }),
  'queries.preview': query({
    summary: 'Counts what a query would match over everything stored, before it is saved.',
    input: z.strictObject({
      text: z.string().max(10_000),
      /** When given, the answer also says what its brand gains and loses against the query as it is saved. */
      queryId: Id.nullable().default(null),
    }),
    output: z.strictObject({
      count: z.number().int(),
      /** False when counting stopped early (cancelled or over the time limit): read "at least". */
      exact: z.boolean(),
      adds: z.number().int().nullable(),
      drops: z.number().int().nullable(),
      examples: z.array(PreviewHit),
    }),
  }),
  'queries.diff': query({
    summary: 'What saving or removing a query adds to its brand and drops from it, over everything stored.',
    input: z.strictObject({
      brandId: Id,
      /** The query that changes; null for a new one. */
      queryId: Id.nullable(),
      /** What it will say; null when it is removed. */
      text: z.string().max(10_000).nullable(),
      /** Progress is told as `job.progress` under this id; the caller makes it up. */
      jobId: Id.nullable().default(null),
    }),
    output: z.strictObject({
      added: z.number().int(),
      dropped: z.number().int(),
      /** The newest of each, up to 20. */
      addedExamples: z.array(PreviewHit),
      droppedExamples: z.array(PreviewHit),
      /** In mentions, over the last days; null for an own brand without competitors. */
      shareOfVoice: z
        .strictObject({ ownBrandId: Id, days: z.number().int(), before: ShareCounts, after: ShareCounts })
        .nullable(),
    }),
  }),
  'queries.resume': command({
    summary: 'Goes on matching changed queries where it was cancelled.',
    input: Nothing,
    output: JobStarted,
  }),
  'queries.rematch': command({
    summary: 'Matches every brand again over everything stored.',
    input: Nothing,
    output: JobStarted,
  }),
};
