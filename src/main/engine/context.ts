import type { EngineRequest, Output, ParsedInput, Contract } from '#shared/contract/index.ts';
import type { EventPayload, Topic } from '#shared/contract/events.ts';
import type { AccountSessions } from './accounts/sessions.ts';
import type { Collector } from './collect/collector.ts';
import type { InboxReader } from './inbox/reader.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { Change } from './storage/changes.ts';
import type { ReadHandle } from './storage/handles.ts';
import type { MediaFiles } from './storage/media.ts';
import type { Workspace } from './storage/workspace.ts';

/** What a query handler sees: a handle that cannot write. */
export interface QueryContext {
  readonly read: ReadHandle;
  readonly view: WorkspaceView;
  readonly ports: Ports;
  readonly media: MediaFiles;
  readonly collector: Pick<Collector, 'status'>;
  /** Aborted when the caller took the request back. */
  readonly signal: AbortSignal;
  /** The job that matches changed queries against everything stored; null while none runs. */
  readonly matchJobId: string | null;
  /** Tells how far a long request is, under an id that its caller chose. */
  tellProgress(progress: EventPayload<'job.progress'>): void;
}

/** The parts of a workspace that reading needs. */
export type WorkspaceView = Pick<Workspace, 'folder' | 'file' | 'connectors' | 'languages' | 'zone'>;

export interface CommandContext extends Omit<QueryContext, 'collector'> {
  readonly workspace: Workspace;
  readonly collector: Collector;
  readonly accounts: AccountSessions;
  readonly outbox: Outbox;
  readonly inbox: InboxReader;
  readonly jobs: Jobs;
  /**
   * Runs `work` in one transaction as one entry of the history. Facets are indexed and brands marked for
   * matching before the commit; the window is told after it.
   */
  change<T>(work: (change: Change) => T, options?: { undoable?: boolean; undoes?: string }): Changed<T>;
  /** Starts matching of marked brands when none is running. */
  rematch(): string;
  emitChanged(topics: Topic[]): void;
}

export interface Changed<T> {
  value: T;
  /** Null when nothing differed from what was stored. */
  changeId: string | null;
}

export type Handler<N extends EngineRequest> = (
  input: ParsedInput<N>,
  context: Contract[N]['kind'] extends 'query' ? QueryContext : CommandContext,
) => Output<N> | Promise<Output<N>>;

/** A feature's handlers: `satisfies Handlers<'a.b' | 'a.c'>`; the engine demands that all are there. */
export type Handlers<N extends EngineRequest> = { [K in N]: Handler<K> };
