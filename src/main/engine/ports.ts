import type { Connector, HttpPort, SocketPort } from './connectors/kit/index.ts';
import type { Judge } from './collect/judge.ts';
import type { ImagePort } from './images.ts';

/** The time, and timers. Tests hand in a clock they move by hand. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number;
  /** Calls back once after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
}

/**
 * Keeps what is secret unreadable on disk. `keyring` = the operating system's; `none` = there is none, so secrets
 * last for the session unless their owner asked for the key file.
 */
export interface Vault {
  kind(): Promise<'keyring' | 'none'>;
  /** Sealed text for the database; null where it cannot be sealed. @throws EarshotError `refused` when the key file is damaged */
  seal(plain: string): Promise<string | null>;
  /** Null where it cannot be opened any more: another machine, another login. @throws EarshotError as `seal` does */
  unseal(sealed: string): Promise<string | null>;
  /** A key of our own beside the database, for machines without a keyring; only ever made when its owner asks. */
  readonly keyFile: { exists(): boolean; create(): void };
}

/** Opens a page in the person's browser and catches what it sends back to this machine. */
export interface ConsentPort {
  /**
   * Listens on a free loopback port, hands its address to `page`, opens what that answers and resolves with the query of
   * the first redirect.
   * @throws ConnectorError `refused` when the page cannot be opened, or nobody comes back within five minutes; AbortError
   */
  ask(
    page: (redirectUri: string) => Promise<string>,
    signal: AbortSignal,
    /** Whether what came belongs to this consent; anything else is told that nothing is here. */
    isOurs: (parameters: Readonly<Record<string, string>>) => boolean,
  ): Promise<{ redirectUri: string; parameters: Readonly<Record<string, string>> }>;
}

/** Everything impure the engine needs comes in here. */
export interface Ports {
  clock: Clock;
  /** 0 ≤ x < 1; spreads retries so that sources do not all come due together. */
  random(): number;
  http: HttpPort;
  sockets: SocketPort;
  /** Every connector by its id. */
  connectors: ReadonlyMap<string, Connector>;
  vault: Vault;
  consent: ConsentPort;
  judge: Judge;
  images: ImagePort;
  log: Log;
  /** Gives up connections and the like, when the engine stops. */
  close(): Promise<void>;
}
