import type { Topic } from '#shared/contract/events.ts';
import { z } from 'zod';
import {
  ConnectorError,
  asConnectorError,
  isAbort,
  type CollectBatch,
  type Connector,
} from '../connectors/kit/index.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import { noteTrouble } from '../accounts/state.ts';
import type { Jobs } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import { paceOf } from '../storage/queues.ts';
import { readSettings, writeSetting } from '../storage/settings.ts';
import {
  activeSources,
  countTrouble,
  findSource,
  nextDueAt,
  recordAttempt,
  writeCursor,
  writeSourceState,
  type SourceRow,
  type StoredStatus,
} from '../storage/sources.ts';
import { isSample, readWorkspaceValue, writeWorkspaceValue } from '../storage/workspace-values.ts';
import type { Workspace } from '../storage/workspace.ts';
import { judgeEntries } from './entries.ts';
import { nextDue } from './schedule.ts';
import type { StoreQueue } from './store-queue.ts';
import { warmStories } from './warm.ts';

/**
 * Sources under way at the same time, most of them waiting for their host, for understanding or for the disk. The
 * HTTP port keeps it to one request a host.
 */
const PARALLEL = 32;
/** The scheduler looks again at least this often, because timers stand still while a laptop sleeps. */
const LOOK_AGAIN_MS = 30_000;
const FIRST_LOOK_MS = 3000;

const CursorJson = z.json();

export interface SourceReport {
  sourceId: string;
  name: string;
  ok: boolean;
  code: string | null;
  message: string;
  added: number;
}

export interface CollectStatus {
  paused: boolean;
  running: number;
  nextDueAt: number | null;
  lastRunAt: number | null;
  failing: number;
}

/** Collects sources: on schedule once started, and whenever asked. */
export class Collector {
  readonly #workspace: Workspace;
  readonly #ports: Ports;
  readonly #jobs: Jobs;
  readonly #accounts: AccountSessions;
  readonly #emitChanged: (topics: Topic[]) => void;
  readonly #store: StoreQueue;
  readonly #running = new Map<string, Promise<SourceReport>>();
  #cancelTimer: (() => void) | null = null;
  #started = false;
  #online = true;

  constructor(
    workspace: Workspace,
    ports: Ports,
    jobs: Jobs,
    emitChanged: (topics: Topic[]) => void,
    store: StoreQueue,
    accounts: AccountSessions,
  ) {
    this.#accounts = accounts;
    this.#store = store;
    this.#workspace = workspace;
    this.#ports = ports;
    this.#jobs = jobs;
    this.#emitChanged = emitChanged;
  }

  status(): CollectStatus {
    const { read } = this.#workspace;
    const lastRun = readWorkspaceValue(read, 'last_run_at');
    return {
      paused: readSettings(read).collectPaused,
      running: this.#running.size,
      nextDueAt: isSample(read) ? null : nextDueAt(read),
      lastRunAt: lastRun === null ? null : Number(lastRun),
      failing: countTrouble(read),
    };
  }

  /** The first look waits a moment, so that a window which has just opened gets its answers first. */
  start(): void {
    this.#started = true;
    this.#cancelTimer = this.#ports.clock.after(FIRST_LOOK_MS, () => {
      this.look();
    });
  }

  /** Starts no more; what is running ends with its job. */
  stop(): void {
    this.#started = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  setPaused(paused: boolean): void {
    writeSetting(this.#workspace.write, 'collectPaused', paused);
    this.#emitChanged(['settings', 'sources']);
    this.look();
  }

  /** Offline nothing is tried: a cable pulled out is not the fault of two hundred sources. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.look();
  }

  /** Looks for due sources now: after a change, after sleep, or because time has come. */
  look(): void {
    if (this.#started) this.#look();
  }

  #look(): void {
    this.#cancelTimer?.();
    const now = this.#ports.clock.now();
    const due = this.#mayRun() ? activeSources(this.#workspace.read, now) : [];
    const fresh = due.filter((source) => !this.#running.has(source.id));
    if (fresh.length > 0) this.run(fresh.map((source) => source.id));
    const next = nextDueAt(this.#workspace.read);
    const wait = next === null || next <= now ? LOOK_AGAIN_MS : Math.min(next - now, LOOK_AGAIN_MS);
    this.#cancelTimer = this.#ports.clock.after(Math.max(wait, 250), () => {
      this.look();
    });
  }

  #mayRun(): boolean {
    const { read } = this.#workspace;
    return this.#online && !isSample(read) && !readSettings(read).collectPaused;
  }

  /** Ids of the sources that are due, or of all that may be collected. */
  due(all: boolean): string[] {
    return activeSources(this.#workspace.read, all ? null : this.#ports.clock.now()).map(({ id }) => id);
  }

  /** Collects the given sources as a job. @returns the job's id */
  run(sourceIds: readonly string[], onReport?: (report: SourceReport) => void): string {
    return this.#jobs.start('collect', async (signal, report) => {
      const queue = [...sourceIds];
      let done = 0;
      let added = 0;
      const failures: string[] = [];
      report({ total: queue.length });
      const worker = async (): Promise<void> => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
          signal.throwIfAborted();
          const result = await this.#collectOnce(id, signal);
          done += 1;
          added += result.added;
          if (!result.ok) failures.push(`${result.name}: ${result.message}`);
          onReport?.(result);
          report({ done, added, message: failures.at(-1) ?? '' });
        }
      };
      await Promise.all(Array.from({ length: Math.min(PARALLEL, sourceIds.length) }, worker));
      writeWorkspaceValue(this.#workspace.write, 'last_run_at', String(this.#ports.clock.now()));
      this.#emitChanged(['sources']);
    });
  }

  /** One run of a source at a time, whoever asks. */
  #collectOnce(sourceId: string, signal: AbortSignal): Promise<SourceReport> {
    const running = this.#running.get(sourceId);
    if (running) return running;
    const run = this.#collect(sourceId, signal).finally(() => this.#running.delete(sourceId));
    this.#running.set(sourceId, run);
    return run;
  }

  async #collect(sourceId: string, signal: AbortSignal): Promise<SourceReport> {
    const source = findSource(this.#workspace.read, sourceId);
    const started = this.#ports.clock.now();
    const seen: Seen = { seen: 0, added: 0, notBefore: null };
    try {
      await this.#readAll(source, signal, seen);
      await this.#record(source, started, seen, null);
      return { sourceId, name: source.name, ok: true, code: null, message: '', added: seen.added };
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      const failure = asConnectorError(error, stumbled);
      await this.#record(source, started, seen, failure);
      return {
        sourceId,
        name: source.name,
        ok: false,
        code: failure.code,
        message: failure.message,
        added: seen.added,
      };
    }
  }

  async #readAll(source: SourceRow, signal: AbortSignal, seen: Seen): Promise<void> {
    const connector = collectable(this.#ports.connectors.get(source.connector), source.connector);
    await this.#ports.judge.ready();
    const { clock } = this.#ports;
    await warmStories(this.#workspace, this.#ports.judge, clock.now());
    const through = source.accountId === null ? null : await this.#accounts.open(source.accountId, signal);
    const owner = { id: source.id, connector, allowLocalNetwork: source.allowLocalNetwork };
    const context = {
      ...this.#accounts.network(owner, signal),
      settings: source.settings,
      through: through?.context ?? null,
    };
    for await (const batch of connector.collect(context, CursorJson.parse(source.cursor))) {
      signal.throwIfAborted();
      await this.#take(source, batch, seen, signal);
    }
  }

  /** Items and cursor in one transaction: neither is ever there without the other. */
  async #take(source: SourceRow, batch: CollectBatch, seen: Seen, signal: AbortSignal): Promise<void> {
    const now = this.#ports.clock.now();
    const { write } = this.#workspace;
    const origin = { key: source.key, connector: source.connector, name: source.name };
    const entries = batch.items.map((raw) => ({ raw, sources: [origin] as const, fetchedAt: now }));
    const judged = await judgeEntries(this.#ports.judge, entries);
    signal.throwIfAborted();
    const result = await this.#store.add({
      entries: judged,
      within: () => {
        writeCursor(write, source.key, batch.cursor);
        if (batch.notes.permanentUrl !== undefined) this.#follow(source, batch.notes.permanentUrl);
      },
    });
    seen.seen += batch.items.length;
    seen.added += result.added;
    seen.notBefore = Math.max(seen.notBefore ?? 0, batch.notes.nextAfter ?? 0) || null;
    if (result.added + result.mentions > 0) this.#emitChanged(['mentions', 'brands']);
  }

  /** A source that moved for good is followed, as an entry of the history like any other change. */
  #follow(source: SourceRow, url: string): void {
    if (source.settings['url'] === undefined || source.settings['url'] === url) return;
    const change = this.#workspace.changes.begin({ request: 'collect.moved', undoable: false });
    change.update('source', source.id, { settings: JSON.stringify({ ...source.settings, url }) });
  }

  async #record(
    source: SourceRow,
    started: number,
    seen: Seen,
    failure: ConnectorError | null,
  ): Promise<void> {
    const now = this.#ports.clock.now();
    const failures = failure === null ? 0 : source.failures + 1;
    const notBefore = failure === null ? seen.notBefore : failure.until;
    const due = nextDue(
      now,
      paceOf(this.#workspace.read, source.intervalMinutes),
      { ok: failure === null, failures, notBefore },
      this.#ports.random(),
    );
    const { write } = this.#workspace;
    const dead = failure?.kind === 'reauth' ? source.accountId : null;
    const within = (): void => {
      // Only its owner can renew a sign-in, so the account says it as well, on its own screen.
      if (failure !== null && dead !== null) noteTrouble(write, dead, failure, now);
      writeSourceState(write, source.key, {
        status: failure === null ? 'ok' : statusAfter(failure),
        code: failure?.code ?? null,
        params: { ...failure?.params },
        message: failure?.message ?? '',
        triedAt: now,
        succeeded: failure === null,
        newItems: seen.added > 0,
        nextDueAt: due,
        failures,
      });
      recordAttempt(write, source.key, {
        at: now,
        ok: failure === null,
        code: failure?.code ?? null,
        message: failure?.message ?? '',
        seen: seen.seen,
        added: seen.added,
        millis: Math.max(0, now - started),
      });
    };
    await this.#store.add({ entries: [], within });
    this.#emitChanged(dead === null ? ['sources'] : ['sources', 'accounts']);
  }
}

interface Seen {
  seen: number;
  added: number;
  notBefore: number | null;
}

function statusAfter(failure: ConnectorError): StoredStatus {
  if (failure.code === 'private-address') return 'needs-permission';
  return failure.kind === 'gone' || failure.kind === 'invalid' ? 'stopped' : 'failing';
}

type Collectable = Connector & Required<Pick<Connector, 'collect'>>;

function collectable(connector: Connector | undefined, id: string): Collectable {
  if (connector?.collect === undefined) {
    throw new ConnectorError(
      'invalid',
      'unknown-connector',
      `This Earshot cannot collect from “${id}”. Update it, or remove the source.`,
      {
        params: { connector: id },
      },
    );
  }
  return { ...connector, collect: connector.collect };
}

const stumbled = (why: string): string =>
  `Earshot stumbled over what this source sent (${why}). It tries again by itself.`;
