import { z } from 'zod';
import { command, query } from './define.ts';
import { Done, Id, Json, Millis, Nothing } from './common.ts';

export const Finding = z.strictObject({
  check: z.enum(['database', 'index', 'rollups', 'mentions', 'inbox', 'media', 'log']),
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
    summary: 'Writes a checked copy of the whole workspace, its images included, to a new file.',
    input: z.strictObject({ file: z.string().min(1).max(4000) }),
    output: z.strictObject({
      file: z.string(),
      bytes: z.number().int(),
      /** Files of images put in, and how many were no longer in the media folder. */
      images: z.number().int(),
      missing: z.number().int(),
    }),
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
};
