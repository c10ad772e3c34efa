import { z } from 'zod';
import { command, query } from './define.ts';
import { Done, Id, Json, Millis, Nothing } from './common.ts';
import { MentionRow } from './mentions.ts';

export const Finding = z.strictObject({
  check: z.enum(['database', 'index', 'rollups', 'mentions', 'media', 'log']),
  ok: z.boolean(),
  message: z.string(),
  repaired: z.boolean(),
});

export const ChangeEntry = z.strictObject({
  changeId: Id,
  request: z.string(),
  at: Millis,
  count: z.number().int(),
  undoable: z.boolean(),
  undone: z.boolean(),
});

export const workspace = {
  'workspace.info': query({
    summary: 'Where the data lies, how much there is, and whether it is the sample.',
    input: Nothing,
    output: z.strictObject({
      folder: z.string(),
      version: z.number().int(),
      sample: z.boolean(),
      zone: z.string(),
      items: z.number().int(),
      mentions: z.number().int(),
      brands: z.number().int(),
      sources: z.number().int(),
      bytes: z.number().int(),
      sqlite: z.string(),
    }),
  }),
  'workspace.doctor': command({
    summary: 'Checks database, index, roll-ups and media; can rebuild what can be rebuilt.',
    input: z.strictObject({ repair: z.boolean().default(false) }),
    output: z.strictObject({ ok: z.boolean(), findings: z.array(Finding) }),
  }),
  'workspace.backup': command({
    summary: 'Writes a checked copy of the whole workspace to a new file.',
    input: z.strictObject({ file: z.string().min(1).max(4000) }),
    output: z.strictObject({ file: z.string(), bytes: z.number().int() }),
  }),
  'settings.get': query({
    summary: 'The settings of this workspace.',
    input: Nothing,
    output: z.strictObject({ values: z.record(z.string(), Json) }),
  }),
  'settings.set': command({
    summary: 'Changes a setting of this workspace.',
    input: z.discriminatedUnion('key', [
      z.strictObject({ key: z.literal('zone'), value: z.string().min(1).max(80) }),
      z.strictObject({ key: z.literal('seenOnOpen'), value: z.boolean() }),
      z.strictObject({ key: z.literal('collectPaused'), value: z.boolean() }),
    ]),
    output: Done,
  }),
  'history.list': query({
    summary: 'The last changes made by hand, newest first.',
    input: z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.strictObject({ changes: z.array(ChangeEntry) }),
  }),
  'history.undo': command({
    summary: 'Takes back a change; without an id, the last one that can be taken back.',
    input: z.strictObject({ changeId: Id.nullable().default(null) }),
    output: z.strictObject({ undone: ChangeEntry.nullable(), changeId: Id.nullable() }),
  }),
  'jobs.cancel': command({
    summary: 'Stops a long job; what it had finished stays.',
    input: z.strictObject({ jobId: Id }),
    output: z.strictObject({ cancelled: z.boolean() }),
  }),
  'today.summary': query({
    summary: 'What changed, what needs you first, and what is broken.',
    input: z.strictObject({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({
      newCount: z.number().int(),
      negativeCount: z.number().int(),
      /** The newest mentions that nobody has looked at, negative ones first. */
      first: z.array(MentionRow),
      /** Mentions a day over the last 30 days in the workspace's zone, oldest first, per brand. */
      days: z.array(z.string()),
      series: z.array(
        z.strictObject({
          brandId: Id,
          counts: z.array(z.number().int()),
          negative: z.array(z.number().int()),
        }),
      ),
      /** Last seven days against the seven before, per brand. */
      week: z.array(
        z.strictObject({
          brandId: Id,
          now: z.number().int(),
          before: z.number().int(),
          reach: z.number().int(),
        }),
      ),
      trouble: z.array(
        z.strictObject({
          sourceId: Id,
          name: z.string(),
          code: z.string().nullable(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          message: z.string(),
        }),
      ),
    }),
  }),
};
