import type { Topic } from '#shared/contract/events.ts';
import type { ActionEvent } from '#shared/model/action.ts';
import { EarshotError } from '#shared/model/result.ts';
import { noteTrouble, noteWell } from '../accounts/state.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import {
  asConnectorError,
  isAbort,
  type ConnectorError,
  type Connector,
  type Sent,
} from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';
import type { Change } from '../storage/changes.ts';
import { isSample } from '../storage/workspace-values.ts';
import type { Workspace } from '../storage/workspace.ts';
import { deliver, isRepeatable, lookFor, type Delivery } from './deliver.ts';
import type { ImageLoader } from './images.ts';
import { connectorOf, holdFor, missed, nextDueAt, pickNext } from './queue.ts';
import {
  ACTION_COLUMNS,
  insertAction,
  moveAction,
  noReason,
  readAction,
  reasonOf,
  type ActionRow,
  type NewAction,
} from './store.ts';
import { backOff, FIRST_LOOK, lookAgain, nextLook, SECOND_LOOK } from './timing.ts';

/** Told inside the transaction that settles an action. */
export type SettledHook = (change: Change, row: ActionRow, sent: Sent | null, now: number) => void;

/** A look at the clock at least this often: timers stand still while a laptop sleeps. */
const LOOK_AGAIN_MS = 30_000;

export interface OutboxOptions {
  workspace: Workspace;
  ports: Ports;
  accounts: AccountSessions;
  images: ImageLoader;
  emitChanged(topics: Topic[]): void;
}

/**
 * The one way out. What is to be sent and its key are stored before the first byte leaves; an unknown outcome is settled
 * by looking at the account. One action of an account at a time, accounts side by side.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #hooks: SettledHook[] = [];
  /** Accounts that are being worked on. */
  readonly #busy = new Map<string, Promise<void>>();
  /** Networks that asked to be left alone: account → UTC milliseconds. */
  readonly #closed = new Map<string, number>();
  #stopping = new AbortController();
  #cancelTimer: (() => void) | null = null;
  #started = false;
  #online = true;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  onSettled(hook: SettledHook): void {
    this.#hooks.push(hook);
  }

  /** Queues an action within a change; call `look` after it. @returns its id */
  add(change: Change, action: NewAction): string {
    if (isSample(change.write)) {
      throw new EarshotError(
        'refused',
        'This is the sample hotel: nothing ever leaves it. Start your own workspace to answer and publish.',
      );
    }
    return insertAction(change, action, this.#options.ports.clock.now());
  }

  /**
   * Takes an action back before it leaves.
   * @throws EarshotError `conflict` while it is being sent, or after
   */
  cancel(change: Change, actionId: string): void {
    const row = readAction(change.write, actionId);
    if (row.state === 'sent' && row.held === 0) {
      throw new EarshotError('conflict', 'This was sent already. Delete it on the network instead.');
    }
    if (row.state === 'sent') {
      throw new EarshotError('conflict', 'The network holds this. Withdraw it there first.');
    }
    moveAction(change, row, 'cancel', { settled_at: this.#options.ports.clock.now() });
  }

  /**
   * Takes back what the network holds for its time, then cancels it here.
   * @throws ConnectorError when the network cannot be asked, EarshotError `conflict` when it is not held
   */
  async withdraw(actionId: string, signal: AbortSignal): Promise<void> {
    const { workspace, accounts, ports } = this.#options;
    const row = readAction(workspace.write, actionId);
    const { connector, context } = await accounts.open(row.accountId, signal);
    if (row.held === 0 || row.resultIdent === null || connector.publish?.withdraw === undefined) {
      throw new EarshotError('conflict', 'The network does not hold this, so it cannot be taken back.');
    }
    await connector.publish.withdraw(context, { ident: row.resultIdent });
    this.#change('outbox.withdrawn', (change) =>
      moveAction(change, row, 'cancel', { settled_at: ports.clock.now() }),
    );
  }

  /** Gives something missed or failed another try at `dueAt`. @throws EarshotError `conflict` */
  retry(change: Change, actionId: string, dueAt: number): void {
    moveAction(change, { id: actionId }, 'retry', {
      due_at: dueAt,
      next_try_at: null,
      attempts: 0,
      looks: 0,
      settled_at: null,
      ...noReason,
    });
  }

  /** Moves the time of what has not left yet. @throws EarshotError `conflict` */
  reschedule(change: Change, actionId: string, dueAt: number): void {
    const row = readAction(change.write, actionId);
    if (row.state !== 'queued') {
      throw new EarshotError('conflict', 'Only what still waits for its time can be moved.', {
        details: { actionId, state: row.state },
      });
    }
    change.update('action', actionId, { due_at: dueAt, next_try_at: null });
  }

  /** What a crash left behind in the middle of sending is looked for before anything else. */
  start(): void {
    this.#started = true;
    this.#stopping = new AbortController();
    const { write } = this.#options.workspace;
    const interrupted = write.all<ActionRow>(
      `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.state = 'sending'`,
    );
    for (const row of interrupted) this.#unknown(row, this.#options.ports.clock.now());
    this.look();
  }

  /** Ends what is under way; whatever had begun to leave counts as unknown and is looked for at the next start. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancelTimer?.();
    this.#stopping.abort();
    await Promise.all(this.#busy.values());
  }

  setOnline(online: boolean): void {
    this.#online = online;
    this.look();
  }

  /** Resolves when nothing is under way any more. */
  async settle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  /** Sends what is due: after a change, after sleep, or because time has come. */
  look(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (!this.#started) return;
    const { workspace, ports } = this.#options;
    if (this.#online && !isSample(workspace.read)) {
      this.#miss(ports.clock.now());
      const accounts = workspace.write.all<{ id: string }>(
        "SELECT DISTINCT account_id AS id FROM action WHERE state IN ('queued', 'uncertain')",
      );
      for (const { id } of accounts) this.#workOn(id);
    }
    const now = ports.clock.now();
    const nextAt = nextDueAt(workspace.write, now);
    const wait = nextAt === null ? LOOK_AGAIN_MS : Math.min(Math.max(nextAt - now, 50), LOOK_AGAIN_MS);
    this.#cancelTimer = ports.clock.after(wait, () => this.look());
  }

  /** Posts whose time passed too long ago go to the tray, in one change. */
  #miss(now: number): void {
    const { workspace } = this.#options;
    const late = missed(workspace.write, now).filter((row) => !this.#busy.has(row.accountId));
    if (late.length === 0) return;
    this.#change('outbox.missed', (change) => {
      for (const row of late) this.#settled(change, row, 'miss', null, now, {});
    });
  }

  #workOn(accountId: string): void {
    if (this.#busy.has(accountId)) return;
    const run = this.#work(accountId)
      .catch((error: unknown) => {
        this.#options.ports.log.warn('the outbox stumbled', {
          why: error instanceof Error ? error.message : String(error),
        });
      })
      .finally(() => {
        this.#busy.delete(accountId);
      });
    this.#busy.set(accountId, run);
  }

  async #work(accountId: string): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted && this.#online) {
      const row = this.#pick(accountId);
      if (row === null) return;
      if (row.state === 'uncertain') await this.#lookAt(row, signal);
      else await this.#send(row, signal);
    }
  }

  #pick(accountId: string): ActionRow | null {
    const { workspace, ports } = this.#options;
    const now = ports.clock.now();
    if ((this.#closed.get(accountId) ?? 0) > now) return null;
    return pickNext(workspace.write, { accountId, connector: this.#connector(accountId), now });
  }

  #connector(accountId: string): Connector | undefined {
    const { workspace, ports } = this.#options;
    return ports.connectors.get(connectorOf(workspace.write, accountId));
  }

  async #send(row: ActionRow, signal: AbortSignal): Promise<void> {
    const { ports, accounts, images } = this.#options;
    const now = ports.clock.now();
    const hold = holdFor(this.#options.workspace.write, row, this.#connector(row.accountId), now);
    // Stored, and on the disk, before anything can leave.
    this.#change('outbox.sending', (change) =>
      moveAction(change, row, 'send', {
        sending_at: now,
        attempts: row.attempts + 1,
        looks: 0,
        next_try_at: null,
      }),
    );
    try {
      const session = await accounts.open(row.accountId, signal);
      const delivery: Delivery = { ...session, row, images, holdUntil: hold };
      const sent = await deliver(delivery);
      this.#arrived(row, sent);
    } catch (error) {
      this.#wentWrong(row, error, signal);
    }
  }

  async #lookAt(row: ActionRow, signal: AbortSignal): Promise<void> {
    const { ports, accounts, images } = this.#options;
    try {
      const session = await accounts.open(row.accountId, signal);
      const sent = await lookFor({ ...session, row, images, holdUntil: null });
      const now = ports.clock.now();
      if (sent !== null) return this.#arrived(row, sent);
      const looks = row.looks + 1;
      const isGone = looks >= 2 && now - (row.sendingAt ?? 0) >= SECOND_LOOK;
      this.#change('outbox.looked', (change) => {
        // Looked for twice, apart in time, and not there: sending it again, with the same key, is safe.
        if (isGone) moveAction(change, row, 'put-back', { looks: 0, next_try_at: now });
        else change.update('action', row.id, { looks, next_try_at: nextLook(looks, now, ports.random()) });
      });
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      const failure = asConnectorError(error, stumbled);
      const now = ports.clock.now();
      this.#change('outbox.looked', (change) => {
        change.update('action', row.id, {
          ...reasonOf(failure),
          next_try_at: failure.until ?? lookAgain(row.sendingAt ?? row.createdAt, now, ports.random()),
        });
        if (failure.kind === 'reauth') noteTrouble(change.write, row.accountId, failure, now);
      });
    }
  }

  #arrived(row: ActionRow, sent: Sent | null): void {
    const now = this.#options.ports.clock.now();
    this.#change('outbox.sent', (change) => {
      noteWell(change.write, row.accountId, now);
      this.#settled(change, row, 'arrived', sent, now, {
        ...noReason,
        result_ident: sent?.ident ?? null,
        result_url: sent?.url ?? null,
        held: sent?.held === true ? 1 : 0,
      });
    });
  }

  #wentWrong(row: ActionRow, error: unknown, signal: AbortSignal): void {
    const { ports } = this.#options;
    const now = ports.clock.now();
    if (isAbort(error) || signal.aborted) return this.#unknown(row, now);
    const failure = asConnectorError(error, stumbled);
    const again = (at: number): void =>
      this.#change('outbox.again', (change) => {
        moveAction(change, row, 'put-back', { ...reasonOf(failure), next_try_at: at });
        if (failure.kind === 'reauth') noteTrouble(change.write, row.accountId, failure, now);
      });
    switch (failure.kind) {
      case 'reauth':
        // Stays queued: it goes on by itself once its owner has signed in again.
        return again(now);
      case 'rate-limited': {
        const until = failure.until ?? now + backOff(row.attempts + 1, ports.random());
        this.#closed.set(row.accountId, until);
        return again(until);
      }
      case 'transient': {
        const isSafe = failure.effect === 'no' || isRepeatable(row.kind);
        if (isSafe) return again(now + backOff(row.attempts + 1, ports.random()));
        return this.#unknown(row, now, failure);
      }
      case 'invalid':
      case 'gone':
      case 'refused':
        this.#change('outbox.failed', (change) =>
          this.#settled(change, row, 'refused', null, now, reasonOf(failure)),
        );
    }
  }

  /** Nobody knows whether it arrived. What may be repeated without harm is simply queued again. */
  #unknown(row: ActionRow, now: number, failure?: ConnectorError): void {
    this.#change('outbox.unknown', (change) => {
      const reason = failure === undefined ? {} : reasonOf(failure);
      if (isRepeatable(row.kind)) moveAction(change, row, 'put-back', { ...reason, next_try_at: now });
      else moveAction(change, row, 'lose', { ...reason, looks: 0, next_try_at: now + FIRST_LOOK });
    });
  }

  #settled(
    change: Change,
    row: ActionRow,
    event: ActionEvent,
    sent: Sent | null,
    now: number,
    patch: Parameters<Change['update']>[2],
  ): void {
    moveAction(change, row, event, { ...patch, settled_at: now, next_try_at: null });
    for (const hook of this.#hooks) hook(change, readAction(change.write, row.id), sent, now);
  }

  #change(request: string, work: (change: Change) => void): void {
    const { workspace, emitChanged } = this.#options;
    workspace.write.transaction(() => {
      work(workspace.changes.begin({ request, undoable: false }));
    });
    emitChanged(['outbox', 'inbox', 'calendar', 'accounts']);
  }
}

const stumbled = (why: string): string =>
  `Earshot stumbled while sending (${why}). It looks at the account before it tries again.`;
