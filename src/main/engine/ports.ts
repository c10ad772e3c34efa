import type { HttpPort } from './connectors/kit/index.ts';
import type { Judge } from './collect/judge.ts';

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

/** Everything impure the engine needs comes in here. */
export interface Ports {
  clock: Clock;
  /** 0 ≤ x < 1; spreads retries so that sources do not all come due together. */
  random(): number;
  http: HttpPort;
  judge: Judge;
  log: Log;
  /** Gives up connections and the like, when the engine stops. */
  close(): Promise<void>;
}
