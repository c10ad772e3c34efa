import type { z } from 'zod';
import type { Capability, ConnectorManifest } from '#shared/model/connector.ts';
import type { RawItem } from '#shared/model/item.ts';
import { ConnectorError } from './errors.ts';
import type { HttpPort } from './http.ts';

/** Where a source's collecting has got to; whatever JSON the connector needs, null before the first time. */
export type Cursor =
  null | boolean | number | string | readonly Cursor[] | { readonly [key: string]: Cursor | undefined };

/** Facts about the source that came along with a batch. */
export interface BatchNotes {
  /** The name the source gives itself. */
  title?: string;
  /** The source has moved here for good; its settings should follow. */
  permanentUrl?: string;
  /** UTC milliseconds before which the source asks not to be read again. */
  nextAfter?: number;
  /** Nothing changed since the last time, so nothing was read. */
  unchanged?: boolean;
}

export interface CollectBatch {
  /** Whole and valid; may be empty. */
  items: RawItem[];
  /** Valid once these items are stored; handing it in again continues after them. */
  cursor: Cursor;
  notes: BatchNotes;
  /** Entries that had no usable content. */
  skipped: number;
}

export interface CollectContext<Settings = unknown> {
  settings: Settings;
  http: HttpPort;
  signal: AbortSignal;
  /** UTC milliseconds. */
  now(): number;
  /** Whether this source may reach this machine or the local network. */
  allowLocalNetwork: boolean;
  log(message: string, details?: Record<string, unknown>): void;
  /** Another server in place of the connector's own, for tests. */
  baseUrl?: string;
}

/** What each capability has to implement. */
interface CapabilityFunctions<Settings> {
  /** Yields whole batches, oldest cursor first; throws ConnectorError or AbortError, never in the middle of a batch. */
  collect(context: CollectContext<Settings>, cursor: Cursor): AsyncIterable<CollectBatch>;
}

type Declared<Schema extends z.ZodType, Can extends Capability> = Omit<ConnectorManifest, 'capabilities'> & {
  capabilities: readonly Can[];
  settings: Schema;
  /** What a person recognises a source by: its name, and the address or words searched for. */
  describe(settings: z.output<Schema>): { name: string; detail: string };
};

export interface Connector extends ConnectorManifest {
  /** Parses stored or typed settings and fills in defaults. */
  readonly settings: z.ZodType;
  /** Settings are parsed first; throws ConnectorError `invalid` when they do not fit. */
  describe(settings: unknown): { name: string; detail: string };
  /** Present when `capabilities` has `collect`. Settings are parsed first. */
  readonly collect?: (context: CollectContext, cursor: Cursor) => AsyncIterable<CollectBatch>;
}

/** Declares a connector; a declared capability without its function, or the reverse, does not compile. */
export function defineConnector<Schema extends z.ZodType, const Can extends Capability>(
  manifest: Declared<Schema, Can>,
  functions: Pick<CapabilityFunctions<z.output<Schema>>, Can>,
): Connector {
  const parse = (settings: unknown): z.output<Schema> => parseSettings(manifest.settings, settings);
  const { collect } = functions as Partial<CapabilityFunctions<z.output<Schema>>>;
  const connector: Connector = {
    ...manifest,
    capabilities: [...manifest.capabilities],
    describe: (settings) => manifest.describe(parse(settings)),
  };
  if (collect === undefined) return connector;
  return {
    ...connector,
    collect: (context, cursor) => collect({ ...context, settings: parse(context.settings) }, cursor),
  };
}

function parseSettings<Schema extends z.ZodType>(schema: Schema, settings: unknown): z.output<Schema> {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new ConnectorError(
    'invalid',
    'settings',
    `A setting of this source does not fit (${field}): ${issue?.message ?? ''}. Open the source and correct it.`,
    { field, params: { field } },
  );
}
