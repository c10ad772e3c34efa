import type { Topic } from '#shared/contract/events.ts';
import type { ActionEvent } from '#shared/model/action.ts';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { EarshotError } from '#shared/model/result.ts';
import { limitsOf } from '../accounts/limits.ts';
import { noteTrouble, noteWell } from '../accounts/state.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import { asConnectorError, isAbort, type ConnectorError, type Sent } from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';
import type { Change } from '../storage/changes.ts';
import { isSample } from '../storage/workspace-values.ts';
import type { Workspace } from '../storage/workspace.ts';
import { ALREADY_OUT, cancelAction, isHeld, rescheduleAction, retryAction } from './by-hand.ts';
import { deliver, isRepeatable, lookFor, whereNow, withdraw, type Delivery } from './deliver.ts';
import type { ImageLoader } from './images.ts';
import { holdFor, missed, nextDueAt, pickNext } from './queue.ts';
import {
  ACTION_COLUMNS,
  insertAction,
  moveAction,
  noReason,
  payloadFrom,
  readAction,
  readPublished,
  reasonOf,
  type ActionRow,
  type NewAction,
} from './store.ts';
import { backOff, FIRST_LOOK, lookAgain, LOOKS, SECOND_LOOK } from './timing.ts';

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
  /** Busy accounts that were to be worked on meanwhile: they are, once more, so that nothing queued just now waits. */
  readonly #knocked = new Set<string>();
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
        { details: { code: 'sample-keeps' } },
      );
    }
    return insertAction(change, action, this.#options.ports.clock.now());
  }

  /** @throws EarshotError `conflict` while it is being sent, or after */
  cancel(change: Change, actionId: string): void {
    cancelAction(change, actionId, this.#options.ports.clock.now());
  }

  /**
   * Takes back what the network holds for its time, then cancels it here. Where the network holds it no more, it is looked
   * for: an answer may have been lost when it was taken back before.
   * @param afterwards what else has to be stored with it, all or nothing
   * @throws ConnectorError when the network cannot be asked, EarshotError `conflict` when it is not held, or out already
   */
  async withdraw(
    actionId: string,
    signal: AbortSignal,
    afterwards: (change: Change) => void = () => undefined,
  ): Promise<void> {
    const { workspace, ports } = this.#options;
    const row = readAction(workspace.write, actionId);
    if (!isHeld(row, ports.clock.now())) {
      throw new EarshotError('conflict', 'The network does not hold this, so it cannot be taken back.');
    }
    const out = await withdraw(await this.#prepare(row, row.sendingAt ?? row.createdAt, signal));
    const now = ports.clock.now();
    this.#change('outbox.withdrawn', (change) => {
      if (out === null) {
        moveAction(change, row, 'cancel', { settled_at: now });
        afterwards(change);
      } else change.update('action', row.id, { held: 0, result_ident: out.ident, result_url: out.url });
    });
    if (out !== null) throw new EarshotError('conflict', ALREADY_OUT);
  }

  /** Gives something missed or failed another try at `dueAt`. @throws EarshotError `conflict` */
  retry(change: Change, actionId: string, dueAt: number): void {
    retryAction(change, actionId, dueAt);
  }

  /** Moves the time of what has not left yet. @throws EarshotError `conflict` */
  reschedule(change: Change, actionId: string, dueAt: number): void {
    rescheduleAction(change, actionId, dueAt);
  }

  start(): void {
    this.#started = true;
    this.#stopping = new AbortController();
    this.look();
  }

  /** Ends what is under way; whatever had begun to leave counts as unknown and is looked for at the next start. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
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

  /** Lets an account send again before the time its network, or its owner's limit, asked to wait for. */
  reopen(accountId: string): void {
    this.#closed.delete(accountId);
    this.look();
  }

  /** Sends what is due: after a change, after sleep, or because time has come. */
  look(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (!this.#started) return;
    let wait = LOOK_AGAIN_MS;
    try {
      this.#workOnAll();
      const now = this.#options.ports.clock.now();
      const nextAt = nextDueAt(this.#options.workspace.write, now);
      if (nextAt !== null) wait = Math.min(Math.max(nextAt - now, 50), LOOK_AGAIN_MS);
    } catch (error) {
      // A full disk, say: nothing can leave before it is written down, so the next look tries again.
      this.#stumbled(error);
    }
    this.#cancelTimer = this.#options.ports.clock.after(wait, () => this.look());
  }

  #workOnAll(): void {
    const { workspace, ports } = this.#options;
    this.#recover(ports.clock.now());
    if (!this.#online || isSample(workspace.read)) return;
    this.#miss(ports.clock.now());
    const accounts = workspace.write.all<{ id: string }>(
      "SELECT DISTINCT account_id AS id FROM action WHERE state IN ('queued', 'uncertain')",
    );
    for (const { id } of accounts) this.#workOn(id);
  }

  /** What stands as being sent while nobody sends it was left behind, by a crash or a full disk: it has to be looked for. */
  #recover(now: number): void {
    const left = this.#options.workspace.write
      .all<ActionRow>(`SELECT ${ACTION_COLUMNS} FROM action a WHERE a.state = 'sending'`)
      .filter((row) => !this.#busy.has(row.accountId));
    for (const row of left) this.#unknown(row, now);
  }

  /** Posts whose time passed too long ago go to the tray, in one change. */
  #miss(now: number): void {
    const { workspace } = this.#options;
    const late = missed(workspace.write, now);
    if (late.length === 0) return;
    this.#change('outbox.missed', (change) => {
      for (const row of late) this.#settled(change, row, 'miss', null, now, {});
    });
  }

  #workOn(accountId: string): void {
    if (this.#busy.has(accountId)) {
      this.#knocked.add(accountId);
      return;
    }
    const run = this.#work(accountId)
      .catch((error: unknown) => this.#stumbled(error))
      .finally(() => {
        this.#busy.delete(accountId);
        if (this.#knocked.delete(accountId) && this.#started) this.#workOn(accountId);
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
    // The last one may have taken so long, or the machine slept so long meanwhile, that this one's time is over.
    this.#miss(now);
    return pickNext(workspace.write, { accountId, limits: this.#limits(accountId), now });
  }

  #limits(accountId: string): PublishingLimits | null {
    const { workspace, ports } = this.#options;
    return limitsOf(workspace.write, ports.connectors, accountId);
  }

  /** What an attempt that begins, or began, at a time is made with. @throws ConnectorError */
  async #prepare(row: ActionRow, at: number, signal: AbortSignal): Promise<Delivery> {
    const { accounts, images } = this.#options;
    const limits = this.#limits(row.accountId);
    const { connector, context } = await accounts.open(row.accountId, signal);
    return { row, connector, context, limits, images, holdUntil: holdFor(limits, row, at) };
  }

  async #send(row: ActionRow, signal: AbortSignal): Promise<void> {
    const now = this.#options.ports.clock.now();
    // Stored, and on the disk, before anything can leave.
    this.#change('outbox.sending', (change) =>
      moveAction(change, row, 'send', {
        // A look has to find the first attempt, too, should it arrive late.
        sending_at: row.sendingAt ?? now,
        attempts: row.attempts + 1,
        looks: 0,
        next_try_at: null,
      }),
    );
    try {
      this.#arrived(row, await deliver(await this.#located(await this.#prepare(row, now, signal))));
    } catch (error) {
      this.#wentWrong(row, error, signal);
    }
  }

  /** What a network held may have another name now: it is kept before a change of it leaves, which no look would know again. */
  async #located(delivery: Delivery): Promise<Delivery> {
    const { row } = delivery;
    const { write } = this.#options.workspace;
    const published = row.kind === 'edit' ? readPublished(write, row.variantId) : null;
    if (row.kind !== 'edit' || published?.held !== 1) return delivery;
    const { ident, url } = await whereNow(delivery, published);
    const payload = JSON.stringify({ ...payloadFrom({ ...row, kind: row.kind }), ident });
    this.#change('outbox.found', (change) => {
      change.update('action', published.id, { held: 0, result_ident: ident, result_url: url });
      change.update('action', row.id, { payload });
    });
    return { ...delivery, row: readAction(write, row.id) };
  }

  async #lookAt(row: ActionRow, signal: AbortSignal): Promise<void> {
    const { ports } = this.#options;
    try {
      const sent = await lookFor(await this.#prepare(row, row.sendingAt ?? row.createdAt, signal));
      const now = ports.clock.now();
      if (sent !== null) return this.#arrived(row, sent);
      const looks = row.looks + 1;
      this.#change('outbox.looked', (change) => {
        // Looked for twice, apart in time, and not there: sending it again, with the same key, is safe.
        if (looks >= LOOKS) moveAction(change, row, 'put-back', { looks: 0, next_try_at: now });
        else change.update('action', row.id, { looks, next_try_at: now + SECOND_LOOK });
      });
    } catch (error) {
      if (isAbort(error) || signal.aborted) return;
      const failure = asConnectorError(error, stumbled);
      const now = ports.clock.now();
      const until = failure.until ?? lookAgain(row.sendingAt ?? row.createdAt, now, ports.random());
      if (failure.kind === 'rate-limited') this.#closed.set(row.accountId, until);
      this.#change('outbox.looked', (change) => {
        change.update('action', row.id, { ...reasonOf(failure), next_try_at: until });
        if (isTrouble(failure)) noteTrouble(change.write, row.accountId, failure, now);
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
        noteTrouble(change.write, row.accountId, failure, now);
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
      if (failure !== undefined) noteTrouble(change.write, row.accountId, failure, now);
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

  #stumbled(error: unknown): void {
    this.#options.ports.log.warn('the outbox stumbled', {
      why: error instanceof Error ? error.message : String(error),
    });
  }

  #change(request: string, work: (change: Change) => void): void {
    const { workspace, emitChanged } = this.#options;
    workspace.write.transaction(() => {
      work(workspace.changes.begin({ request, undoable: false }));
    });
    emitChanged(['outbox', 'inbox', 'calendar', 'accounts']);
  }
}

/** Whether something is wrong with the account or its server, rather than with what was sent. */
const isTrouble = ({ kind }: ConnectorError): boolean =>
  kind === 'reauth' || kind === 'rate-limited' || kind === 'transient';

const stumbled = (why: string): string =>
  `Earshot stumbled while sending (${why}). It looks at the account before it tries again.`;
