import { z } from 'zod';
import type { Topic } from '#shared/contract/events.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import { noteTrouble, noteWell } from '../accounts/state.ts';
import { judgeEntries } from '../collect/entries.ts';
import { nextDue } from '../collect/schedule.ts';
import type { StoreQueue } from '../collect/store-queue.ts';
import { warmStories } from '../collect/warm.ts';
import {
  ConnectorError,
  asConnectorError,
  isAbort,
  type Connector,
  type InboxBatch,
} from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';
import type { InboxOf } from '../storage/about.ts';
import { finishChange } from '../storage/commit.ts';
import { paceOf } from '../storage/queues.ts';
import { readSettings } from '../storage/settings.ts';
import { isSample } from '../storage/workspace-values.ts';
import type { Workspace } from '../storage/workspace.ts';
import { bringAccountForward, dueAccount, readable, writeAccountCursor, writeNextDue } from './due.ts';
import { HintLines } from './hints.ts';
import { mentionsIn } from './mentions.ts';
import { judgeThreads } from './opinions.ts';
import { storeThread } from './threads.ts';

/** How often an inbox is looked at, in minutes, where its network asks for no longer pause. */
const INTERVAL = 5;
/** The reader looks at the clock at least this often: timers stand still while a laptop sleeps. */
const LOOK_AGAIN_MS = 30_000;
const FIRST_LOOK_MS = 3000;
/** Two looks after hints keep this distance: a post that is liked a hundred times hints a hundred times. */
const HINT_GAP_MS = 5000;
/** Batches of one look at most; the rest is there the next time, after its cursor. */
const MOST_BATCHES = 200;
/** Failures in a row that lengthen the pause (80 minutes in the end): an inbox is never left alone for a day. */
const MOST_FAILURES = 5;

const CursorJson = z.json();

export interface ReadReport {
  accountId: string;
  ok: boolean;
  code: string | null;
  message: string;
  /** What others said that was not known before. */
  added: number;
}

export interface ReaderOptions {
  workspace: Workspace;
  ports: Ports;
  accounts: AccountSessions;
  store: StoreQueue;
  emitChanged(topics: Topic[]): void;
}

/** Reads the inboxes of accounts: by the clock, when a network hints, and whenever asked. */
export class InboxReader {
  readonly #options: ReaderOptions;
  readonly #hints: HintLines;
  readonly #running = new Map<string, Promise<ReadReport>>();
  #stopping = new AbortController();
  #cancelTimer: (() => void) | null = null;
  #started = false;
  #online = true;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#hints = new HintLines({
      accounts: options.accounts,
      ports: options.ports,
      onHint: (accountId) => this.#hinted(accountId),
    });
  }

  /** The first look waits a moment, so that a window which has just opened gets its answers first. */
  start(): void {
    this.#started = true;
    this.#cancelTimer = this.#options.ports.clock.after(FIRST_LOOK_MS, () => this.look());
  }

  /** Ends what is under way; whole batches that were stored stay. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#stopping.abort();
    await this.#hints.stop();
    await this.settle();
    this.#stopping = new AbortController();
  }

  /** Offline nothing is tried: a cable pulled out is no fault of an account. */
  setOnline(online: boolean): void {
    this.#online = online;
    this.look();
  }

  /** Resolves when no inbox is being read any more. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  /** Reads inboxes that are due: after a change, after sleep, or because time has come. */
  look(): void {
    if (!this.#started) return;
    this.#cancelTimer?.();
    const { workspace, ports } = this.#options;
    const now = ports.clock.now();
    const accounts = this.#mayRun()
      ? readable(workspace.write).filter((account) => this.#has(account, 'inbox'))
      : [];
    this.#hints.keep(accounts.filter((account) => this.#has(account, 'hints')).map(({ id }) => id));
    for (const { id } of accounts.filter(({ nextDueAt }) => nextDueAt <= now)) void this.#readQuietly(id);
    const next = Math.min(
      ...accounts.map(({ nextDueAt }) => nextDueAt).filter((at) => at > now),
      now + LOOK_AGAIN_MS,
    );
    this.#cancelTimer = ports.clock.after(Math.max(next - now, 250), () => this.look());
  }

  #mayRun(): boolean {
    const { write } = this.#options.workspace;
    return this.#online && !isSample(write) && !readSettings(write).collectPaused;
  }

  #has({ connector }: { connector: string }, what: 'inbox' | 'hints'): boolean {
    return this.#options.ports.connectors.get(connector)?.[what] !== undefined;
  }

  #hinted(accountId: string): void {
    const { workspace, ports } = this.#options;
    const now = ports.clock.now();
    const tried = workspace.write.get<{ at: number | null }>(
      'SELECT last_tried_at AS at FROM account_state WHERE account_id = ?',
      [accountId],
    );
    bringAccountForward(workspace.write, accountId, Math.max(now, (tried?.at ?? 0) + HINT_GAP_MS));
    this.look();
  }

  async #readQuietly(accountId: string): Promise<void> {
    try {
      await this.read(accountId);
    } catch (error) {
      if (isAbort(error) || this.#stopping.signal.aborted) return;
      this.#options.ports.log.warn('an inbox could not be read', {
        accountId,
        why: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** Reads one inbox now; one look at a time, whoever asks. @throws AbortError when the reader is stopped */
  read(accountId: string): Promise<ReadReport> {
    const running = this.#running.get(accountId);
    if (running) return running;
    const run = this.#read(accountId, this.#stopping.signal).finally(() => this.#running.delete(accountId));
    this.#running.set(accountId, run);
    return run;
  }

  async #read(accountId: string, signal: AbortSignal): Promise<ReadReport> {
    const seen = { added: 0, notBefore: null as number | null };
    const report = { accountId, ok: true, code: null, message: '' };
    try {
      const minutes = await this.#readAll(accountId, signal, seen);
      this.#settle(accountId, minutes, seen.notBefore, null);
      return { ...report, added: seen.added };
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      const failure = asConnectorError(error, stumbled);
      this.#settle(accountId, INTERVAL, failure.until, failure);
      return { ...report, ok: false, code: failure.code, message: failure.message, added: seen.added };
    }
  }

  /** @returns the pause its network wants, in minutes */
  async #readAll(
    accountId: string,
    signal: AbortSignal,
    seen: { added: number; notBefore: number | null },
  ): Promise<number> {
    const { workspace, ports, accounts } = this.#options;
    const { row, connector, context } = await accounts.open(accountId, signal);
    const account = { id: row.id, brandId: row.brandId, connector: row.connector, handle: row.handle };
    await ports.judge.ready();
    await warmStories(workspace, ports.judge, ports.clock.now());
    const cursor = CursorJson.parse(JSON.parse(dueAccount(workspace.write, accountId)?.cursor ?? 'null'));
    const first = cursor === null;
    let batches = 0;
    for await (const batch of withInbox(connector).inbox(context, cursor)) {
      signal.throwIfAborted();
      seen.added += await this.#take(account, batch, first, signal);
      seen.notBefore = Math.max(seen.notBefore ?? 0, batch.notes.nextAfter ?? 0) || null;
      batches += 1;
      if (batches >= MOST_BATCHES) break;
    }
    return Math.max(INTERVAL, connector.limits.minIntervalMinutes);
  }

  /** Threads, their conversations, their mentions and the cursor in one transaction: none is ever there without the others. */
  async #take(account: InboxOf, batch: InboxBatch, first: boolean, signal: AbortSignal): Promise<number> {
    const { workspace, ports, store, emitChanged } = this.#options;
    const opinions = await judgeThreads(ports.judge, workspace.write, account, batch.threads);
    const now = ports.clock.now();
    const entries = await judgeEntries(ports.judge, mentionsIn(workspace.write, account, batch, now));
    signal.throwIfAborted();
    let fresh = 0;
    const { mentions } = await store.add({
      entries,
      within: () => {
        const change = workspace.changes.begin({ request: 'inbox.read', undoable: false });
        fresh = 0;
        for (const update of batch.threads)
          fresh += storeThread(workspace, change, account, update, { opinions, first, now });
        writeAccountCursor(workspace.write, account.id, batch.cursor);
        finishChange(workspace, change);
      },
    });
    if (batch.threads.length > 0) emitChanged(['inbox', 'people']);
    if (mentions > 0) emitChanged(['mentions', 'brands']);
    return fresh;
  }

  /** Writes down how it went, in words, and when to look again. */
  #settle(
    accountId: string,
    minutes: number,
    notBefore: number | null,
    failure: ConnectorError | null,
  ): void {
    const { workspace, ports, emitChanged } = this.#options;
    const now = ports.clock.now();
    const { write } = workspace;
    // Removed while it was being read.
    const account = dueAccount(write, accountId);
    if (account === undefined) return;
    write.transaction(() => {
      if (failure === null) noteWell(write, accountId, now);
      else noteTrouble(write, accountId, failure, now);
      const failures = failure === null ? 0 : Math.min(account.failures + 1, MOST_FAILURES);
      const pace = paceOf(write, minutes);
      // Renewing the sign-in is all that is missing: it is due as soon as that is done.
      const at =
        failure?.kind === 'reauth'
          ? now
          : nextDue(now, pace, { ok: failure === null, failures, notBefore }, ports.random());
      writeNextDue(write, accountId, at);
    });
    emitChanged(['accounts']);
  }
}

type Readable = Connector & Required<Pick<Connector, 'inbox'>>;

function withInbox(connector: Connector): Readable {
  if (connector.inbox !== undefined) return { ...connector, inbox: connector.inbox };
  throw new ConnectorError('invalid', 'no-inbox', `${connector.name} has no inbox that Earshot can read.`, {
    params: { network: connector.name },
  });
}

const stumbled = (why: string): string =>
  `Earshot stumbled over what this account sent (${why}). It tries again by itself.`;
