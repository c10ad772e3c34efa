import type {
  BlockedReason,
  DesktopAsk,
  EngineEvent,
  EngineInbound,
  EngineOutbound,
  WorkerData,
} from '#engine/protocol.ts';
import type { Failure, Result } from '#shared/model/result.ts';

/** A running engine, seen from outside: a worker thread, or a fake in tests. */
export interface EngineThread {
  post(message: EngineInbound): void;
  onMessage(listener: (message: EngineOutbound) => void): void;
  /** Called once, however the thread ended; `why` is for the log. */
  onEnd(listener: (why: string) => void): void;
  /** Ends the thread whatever it is doing. */
  kill(): Promise<void>;
}

export interface EngineBlocked {
  reason: BlockedReason;
  message: string;
  folder: string;
}

export interface EngineHostOptions {
  spawn(data: WorkerData): EngineThread;
  onEvent(event: EngineEvent): void;
  /** Does for the engine what only the desktop can; null = it could not be done. Never rejects. */
  answer(wanted: DesktopAsk): Promise<string | null>;
  /** The engine became ready, or blocked, or ended. */
  onChange(): void;
  log(line: string): void;
  /** Milliseconds, any origin, never backwards. */
  now(): number;
  /** How long a stopping engine may take before it is killed, in milliseconds. */
  stopLimitMillis?: number;
}

type State =
  | { kind: 'stopped' }
  | { kind: 'starting' }
  | { kind: 'ready' }
  | { kind: 'blocked'; blocked: EngineBlocked };

interface Pending {
  message: EngineInbound & { type: 'call' };
  callId: string | null;
  posted: boolean;
  settle(result: Result<unknown>): void;
}

interface Session {
  thread: EngineThread;
  data: WorkerData;
  stopping: boolean;
  over: Promise<void>;
  /** Settles when the engine first says whether it could open the workspace, or ends. */
  opened: Promise<void>;
  settleOpened(): void;
}

const MAX_RESTARTS = 3;
const RESTART_WINDOW_MILLIS = 60_000;
const DEFAULT_STOP_LIMIT_MILLIS = 5_000;

const fail = (code: Failure['code'], message: string, retryable: boolean, details = {}): Result<never> => ({
  ok: false,
  error: { code, message, retryable, details },
});

/**
 * Keeps one engine running: starts it without being waited for (calls queue until the workspace is open),
 * starts it again when it dies (at most three times a minute), and ends it within a time limit. Every call
 * is answered exactly once, with a `Failure` where the engine cannot answer.
 */
export class EngineHost {
  readonly #options: EngineHostOptions;
  readonly #calls = new Map<string, Pending>();
  #session: Session | null = null;
  #state: State = { kind: 'stopped' };
  #restarts: number[] = [];
  #online = true;
  #nextId = 1;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: EngineHostOptions) {
    this.#options = options;
  }

  get blocked(): EngineBlocked | null {
    return this.#state.kind === 'blocked' ? this.#state.blocked : null;
  }

  get running(): boolean {
    return this.#session !== null;
  }

  /** Ends what runs, does `between` (where files may be moved), and opens the workspace in `data.folder`. */
  open(data: WorkerData, between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end();
      this.#restarts = [];
      try {
        await between();
      } finally {
        this.#start(data);
      }
      await this.#session?.opened;
    });
  }

  /** Ends the engine, killing it after the time limit. Calls still open answer `busy`. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#end());
  }

  /** `callId` is the caller's own handle for `cancel`. */
  call(name: string, input: unknown, callId: string | null = null): Promise<Result<unknown>> {
    if (this.#state.kind === 'blocked') return Promise.resolve(this.#refusal(this.#state.blocked));
    if (this.#state.kind === 'stopped')
      return Promise.resolve(fail('busy', 'Earshot is changing workspaces. Try again in a moment.', true));
    return new Promise((settle) => {
      const id = String(this.#nextId++);
      const pending: Pending = { message: { type: 'call', id, name, input }, callId, posted: false, settle };
      this.#calls.set(id, pending);
      if (this.#state.kind === 'ready') this.#post(pending);
    });
  }

  /** Asks the engine to give up a call. False when no such call is open. */
  cancel(callId: string): boolean {
    for (const [id, pending] of this.#calls) {
      if (pending.callId !== callId) continue;
      if (pending.posted) this.#session?.thread.post({ type: 'cancel', id });
      else this.#settle(id, fail('cancelled', 'This was cancelled before it began.', true));
      return true;
    }
    return false;
  }

  power(state: 'suspend' | 'resume'): void {
    if (this.#state.kind === 'ready') this.#session?.thread.post({ type: 'power', state });
  }

  /** Tells the engine when the network comes or goes; saying the same twice is not passed on. */
  network(online: boolean): void {
    if (online === this.#online) return;
    this.#online = online;
    if (this.#state.kind === 'ready') this.#session?.thread.post({ type: 'network', online });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #start(data: WorkerData): void {
    const thread = this.#options.spawn(data);
    let settleOpened = (): void => undefined;
    let settleOver = (): void => undefined;
    const opened = new Promise<void>((resolve) => (settleOpened = resolve));
    const over = new Promise<void>((resolve) => (settleOver = resolve));
    const session: Session = { thread, data, stopping: false, over, opened, settleOpened };
    this.#session = session;
    this.#state = { kind: 'starting' };
    thread.onMessage((message) => {
      if (this.#session === session) this.#receive(session, message);
    });
    thread.onEnd((why) => {
      settleOver();
      if (this.#session === session) this.#ended(session, why);
    });
  }

  #receive(session: Session, message: EngineOutbound): void {
    switch (message.type) {
      case 'ready':
        if (session.stopping) return;
        this.#state = { kind: 'ready' };
        if (!this.#online) session.thread.post({ type: 'network', online: false });
        for (const pending of this.#calls.values()) this.#post(pending);
        session.settleOpened();
        this.#options.onChange();
        return;
      case 'blocked':
        this.#block(session, message.reason, message.message);
        return;
      case 'result':
        this.#settle(message.id, message.result);
        return;
      case 'event':
        this.#options.onEvent(message);
        return;
      case 'ask': {
        const { id, type: _type, ...wanted } = message;
        void this.#options.answer(wanted).then((text) => session.thread.post({ type: 'answer', id, text }));
        return;
      }
      case 'stopped':
        // The thread has closed its files; what is left of it may go.
        void session.thread.kill();
    }
  }

  #block(session: Session, reason: BlockedReason, message: string): void {
    const blocked = { reason, message, folder: session.data.folder };
    this.#state = { kind: 'blocked', blocked };
    for (const id of this.#calls.keys()) this.#settle(id, this.#refusal(blocked));
    session.settleOpened();
    this.#options.onChange();
  }

  #ended(session: Session, why: string): void {
    session.settleOpened();
    if (session.stopping || this.#state.kind === 'blocked') return;
    this.#options.log(`engine ended: ${why}`);
    for (const [id, pending] of this.#calls)
      if (pending.posted)
        this.#settle(
          id,
          fail(
            'internal',
            'Earshot had to start its engine again. What you had saved is safe; try this once more.',
            true,
          ),
        );
    const now = this.#options.now();
    this.#restarts = this.#restarts.filter((at) => now - at < RESTART_WINDOW_MILLIS);
    if (this.#restarts.length >= MAX_RESTARTS) {
      this.#block(
        session,
        'unknown',
        'The engine stopped several times in a row. Your data is untouched. Quit Earshot and start it again; if this comes back, restore a backup.',
      );
      return;
    }
    this.#restarts.push(now);
    this.#start(session.data);
    this.#options.onChange();
  }

  async #end(): Promise<void> {
    const session = this.#session;
    this.#state = { kind: 'stopped' };
    if (session === null) return;
    session.stopping = true;
    for (const id of this.#calls.keys())
      this.#settle(id, fail('busy', 'Earshot was closing this workspace. Try again in a moment.', true));
    session.thread.post({ type: 'stop' });
    const limit = this.#options.stopLimitMillis ?? DEFAULT_STOP_LIMIT_MILLIS;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), limit)));
    if ((await Promise.race([session.over, late])) === 'late') {
      this.#options.log(`engine did not stop within ${limit} ms and was ended`);
      await session.thread.kill();
    }
    clearTimeout(timer);
    this.#session = null;
  }

  #post(pending: Pending): void {
    const session = this.#session;
    if (session === null || pending.posted) return;
    try {
      session.thread.post(pending.message);
      pending.posted = true;
    } catch {
      this.#settle(pending.message.id, fail('invalid', 'This request cannot be sent to the engine.', false));
    }
  }

  #settle(id: string, result: Result<unknown>): void {
    const pending = this.#calls.get(id);
    if (pending === undefined) return;
    this.#calls.delete(id);
    pending.settle(result);
  }

  #refusal(blocked: EngineBlocked): Result<never> {
    return fail('refused', blocked.message, false, { reason: blocked.reason });
  }
}
