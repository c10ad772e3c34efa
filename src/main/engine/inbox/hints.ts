import type { AccountSessions } from '../accounts/sessions.ts';
import { ConnectorError, isAbort } from '../connectors/kit/index.ts';
import type { Ports } from '../ports.ts';

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 10 * 60_000;

/** Pause before a line is opened again, in milliseconds: 5 s, doubling up to ten minutes, up to a quarter more. `random` 0…1. */
export const pauseAfter = (failures: number, random: number): number =>
  Math.round(Math.min(FIRST_PAUSE * 2 ** Math.min(failures, 12), LONGEST_PAUSE) * (1 + random / 4));

export interface HintOptions {
  accounts: AccountSessions;
  ports: Ports;
  /** Something new may be there. */
  onHint(accountId: string): void;
}

interface Line {
  controller: AbortController;
  end: Promise<void>;
}

/** Keeps a line to each network that says at once when something is new; a line that breaks is opened again. */
export class HintLines {
  readonly #options: HintOptions;
  readonly #lines = new Map<string, Line>();

  constructor(options: HintOptions) {
    this.#options = options;
  }

  /** Opens the lines of these accounts, and ends all others. */
  keep(accountIds: readonly string[]): void {
    const wanted = new Set(accountIds);
    for (const [id, { controller }] of this.#lines) if (!wanted.has(id)) controller.abort();
    for (const id of wanted) if (!this.#lines.has(id)) this.#open(id);
  }

  /** Resolves when every line has ended. */
  async stop(): Promise<void> {
    this.keep([]);
    await Promise.all([...this.#lines.values()].map(({ end }) => end));
  }

  #open(accountId: string): void {
    const controller = new AbortController();
    const end = this.#listen(accountId, controller.signal).finally(() => this.#lines.delete(accountId));
    this.#lines.set(accountId, { controller, end });
  }

  /** Ends when it is told to, or when the account's sign-in is no longer accepted: the reader then says so. */
  async #listen(accountId: string, signal: AbortSignal): Promise<void> {
    const { accounts, ports, onHint } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const { connector, context } = await accounts.open(accountId, signal);
        if (connector.hints === undefined) return;
        for await (const _ of connector.hints(context)) {
          failures = 0;
          onHint(accountId);
        }
        // What came while nobody listened is found by looking.
        if (!signal.aborted) onHint(accountId);
      } catch (error) {
        if (isAbort(error) || signal.aborted) return;
        if (error instanceof ConnectorError && error.kind === 'reauth') {
          onHint(accountId);
          return;
        }
        ports.log.info('a line for hints broke', {
          accountId,
          why: error instanceof Error ? error.message : String(error),
        });
      }
      await this.#pause(pauseAfter(failures, ports.random()), signal);
      failures += 1;
    }
  }

  #pause(millis: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const cancel = this.#options.ports.clock.after(millis, () => {
        signal.removeEventListener('abort', done);
        resolve();
      });
      const done = (): void => {
        cancel();
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
