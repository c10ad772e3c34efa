import { z } from 'zod';
import { SettingField } from '../model/connector.ts';
import { AccountStatus } from './accounts.ts';
import { command, query } from './define.ts';
import { Done, Id, JobStarted, Json, Millis, Nothing, ReasonParams, Undoable } from './common.ts';

const Name = z.string().trim().min(1).max(200);
const Settings = z.record(z.string(), Json);
const Minutes = z.number().int().min(5).max(10_080);

/** `waiting` never tried yet; `quiet` answers but brought nothing new for long; `paused` by the user. */
export const HealthStatus = z.enum([
  'waiting',
  'ok',
  'quiet',
  'failing',
  'stopped',
  'paused',
  'needs-permission',
]);
export type HealthStatus = z.infer<typeof HealthStatus>;

export const SourceHealth = z.strictObject({
  status: HealthStatus,
  /** Stable code of the last trouble (`http-404`, `too-slow`, …); null when well. The window translates it. */
  code: z.string().nullable(),
  params: ReasonParams,
  /** The same in plain English. */
  message: z.string(),
  lastTriedAt: Millis.nullable(),
  lastSuccessAt: Millis.nullable(),
  lastNewAt: Millis.nullable(),
  nextDueAt: Millis.nullable(),
  failures: z.number().int(),
});
export type SourceHealth = z.infer<typeof SourceHealth>;

/** How the account of a source is; `removed` once its owner took it away. */
export const SourceAccountStatus = z.enum([...AccountStatus.options, 'removed']);
export type SourceAccountStatus = z.infer<typeof SourceAccountStatus>;

export const Source = z.strictObject({
  id: Id,
  connector: z.string(),
  name: Name,
  settings: Settings,
  /** What a person recognises: the address, or the words searched for. */
  detail: z.string(),
  intervalMinutes: Minutes,
  paused: z.boolean(),
  allowLocalNetwork: z.boolean(),
  /** The account it is read through; null where it reads without one. */
  account: z.strictObject({ id: Id, handle: z.string(), status: SourceAccountStatus }).nullable(),
  createdAt: Millis,
  archivedAt: Millis.nullable(),
  health: SourceHealth,
  items: z.number().int(),
});
export type Source = z.infer<typeof Source>;

/** Whether a source is read through an account: never, if its owner likes, or always. */
export const AccountNeed = z.enum(['none', 'may', 'must']);
export type AccountNeed = z.infer<typeof AccountNeed>;

/** `address`: found by `sources.discover` or a preset; `network`: has accounts; `search`: needs none. */
export const SourceGroup = z.enum(['address', 'network', 'search']);
export type SourceGroup = z.infer<typeof SourceGroup>;

/** One thing that can be listened to, as its connector's manifest describes it. */
export const SourceKind = z.strictObject({
  connector: z.string(),
  name: z.string(),
  group: SourceGroup,
  /** What it brings, in a sentence or two. */
  about: z.string(),
  fields: z.array(SettingField),
  /** What a new form begins with, by field. */
  start: z.record(z.string(), z.union([z.string(), z.boolean()])),
  account: AccountNeed,
  /** Shortest time between two checks. */
  minIntervalMinutes: z.number().int(),
});
export type SourceKind = z.infer<typeof SourceKind>;

/** Something a source would bring, as a try shows it. Text is clipped. */
export const TriedItem = z.strictObject({
  ident: z.string(),
  title: z.string(),
  text: z.string(),
  author: z.string(),
  at: Millis.nullable(),
});
export type TriedItem = z.infer<typeof TriedItem>;

export const PresetField = z.strictObject({
  key: z.string(),
  label: z.string(),
  placeholder: z.string(),
  required: z.boolean(),
});
export const Preset = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What it brings, and the terms that matter, in a sentence or two. */
  about: z.string(),
  fields: z.array(PresetField),
});
export type Preset = z.infer<typeof Preset>;

export const SourceProposal = z.strictObject({
  connector: z.string(),
  /** The preset or connector its explanation belongs to; null where `about` is all there is. */
  presetId: z.string().nullable(),
  name: z.string(),
  settings: Settings,
  about: z.string(),
  /** Newest entry and number of entries, where a look was taken. */
  newestAt: Millis.nullable(),
  entries: z.number().int().nullable(),
});
export type SourceProposal = z.infer<typeof SourceProposal>;

export const FetchRecord = z.strictObject({
  at: Millis,
  ok: z.boolean(),
  code: z.string().nullable(),
  message: z.string(),
  seen: z.number().int(),
  added: z.number().int(),
  millis: z.number().int(),
});

export const sources = {
  'sources.list': query({
    summary: 'Every source with its health.',
    input: z.strictObject({ archived: z.boolean().default(false) }),
    output: z.strictObject({ sources: z.array(Source) }),
  }),
  'sources.kinds': query({
    summary: 'Everything that can be listened to, with the form it asks for.',
    input: Nothing,
    output: z.strictObject({ kinds: z.array(SourceKind) }),
  }),
  'sources.describe': query({
    summary:
      'The name a source with these settings would get. Refused, naming the field, when they do not fit.',
    input: z.strictObject({ connector: z.string().max(60), settings: Settings }),
    output: z.strictObject({ name: z.string(), detail: z.string() }),
  }),
  'sources.try': command({
    summary: 'Reads once with these settings and says what came. Nothing is stored.',
    input: z.strictObject({
      connector: z.string().max(60),
      settings: Settings,
      allowLocalNetwork: z.boolean().default(false),
      accountId: Id.nullable().default(null),
    }),
    output: z.strictObject({
      /** How many were read. */
      found: z.number().int(),
      /** Reading stopped once there was enough to show, so there may be more. */
      more: z.boolean(),
      /** The newest of them. */
      items: z.array(TriedItem),
    }),
  }),
  'sources.create': command({
    summary: 'Adds a source; it is due at once.',
    input: z.strictObject({
      connector: z.string().max(60),
      name: Name.nullable().default(null),
      settings: Settings,
      intervalMinutes: Minutes.optional(),
      /** Whether this source may reach an address on this machine or the local network. */
      allowLocalNetwork: z.boolean().default(false),
      accountId: Id.nullable().default(null),
    }),
    output: z.strictObject({ sourceId: Id, changeId: Id }),
  }),
  'sources.update': command({
    summary: 'Changes a source.',
    input: z.strictObject({
      sourceId: Id,
      name: Name.optional(),
      settings: Settings.optional(),
      intervalMinutes: Minutes.optional(),
      paused: z.boolean().optional(),
      allowLocalNetwork: z.boolean().optional(),
      accountId: Id.nullable().optional(),
    }),
    output: Undoable,
  }),
  'sources.archive': command({
    summary: 'Removes a source from collecting; what it brought is kept. `archived: false` brings it back.',
    input: z.strictObject({ sourceId: Id, archived: z.boolean().default(true) }),
    output: Undoable,
  }),
  'sources.history': query({
    summary: 'The last attempts of a source.',
    input: z.strictObject({ sourceId: Id, limit: z.number().int().min(1).max(200).default(30) }),
    output: z.strictObject({ attempts: z.array(FetchRecord) }),
  }),
  'sources.presets': query({
    summary: 'The kinds of feed whose address is built for you.',
    input: Nothing,
    output: z.strictObject({ presets: z.array(Preset) }),
  }),
  'sources.buildPreset': query({
    summary: 'Builds a source from a preset and what was typed into its fields.',
    input: z.strictObject({
      presetId: z.string().max(60),
      values: z.record(z.string().max(60), z.string().max(2000)),
    }),
    output: z.strictObject({ proposal: SourceProposal }),
  }),
  'sources.discover': query({
    summary: 'Looks at an address and says which feeds it offers.',
    input: z.strictObject({
      address: z.string().trim().min(1).max(2000),
      allowLocalNetwork: z.boolean().default(false),
    }),
    output: z.strictObject({ proposals: z.array(SourceProposal), needsLocalPermission: z.boolean() }),
  }),
  'sources.propose': query({
    summary: 'Proposes a query and free sources for a brand name.',
    input: z.strictObject({
      brandName: z.string().trim().min(1).max(120),
      language: z.string().max(10).default('en'),
    }),
    output: z.strictObject({ queryText: z.string(), proposals: z.array(SourceProposal) }),
  }),
  'sources.importOpml': command({
    summary: 'Adds the feeds of an OPML file; feeds already there are left alone.',
    input: z.strictObject({
      opml: z.string().max(20_000_000),
      allowLocalNetwork: z.boolean().default(false),
    }),
    output: z.strictObject({
      added: z.number().int(),
      known: z.number().int(),
      refused: z.array(z.strictObject({ address: z.string(), reason: z.string() })),
      changeId: Id.nullable(),
    }),
  }),
  'sources.exportOpml': query({
    summary: 'All feeds as OPML.',
    input: Nothing,
    output: z.strictObject({ opml: z.string() }),
  }),
  'collect.run': command({
    summary: 'Collects now: the sources named, or all that are due, or all.',
    input: z.strictObject({
      sourceIds: z.array(Id).max(2000).nullable().default(null),
      all: z.boolean().default(false),
    }),
    output: JobStarted,
  }),
  'collect.status': query({
    summary: 'Whether collecting is running, paused, and when the next source is due.',
    input: Nothing,
    output: z.strictObject({
      paused: z.boolean(),
      running: z.number().int(),
      nextDueAt: Millis.nullable(),
      lastRunAt: Millis.nullable(),
      failing: z.number().int(),
    }),
  }),
  'collect.pause': command({
    summary: 'Pauses or resumes all collecting.',
    input: z.strictObject({ paused: z.boolean() }),
    output: Done,
  }),
};
