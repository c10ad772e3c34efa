import type { EventName, EventPayload, Topic } from '#shared/contract/events.ts';
import type { AccountSessions } from './accounts/sessions.ts';
import type { ArrivalHook, FoundHook } from './collect/arrivals.ts';
import type { Jobs } from './jobs.ts';
import type { Ports } from './ports.ts';
import type { Workspace } from './storage/workspace.ts';

/** What a service may use. */
export interface ServiceContext {
  readonly workspace: Workspace;
  readonly ports: Ports;
  readonly jobs: Jobs;
  readonly accounts: AccountSessions;
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  emitChanged(topics: Topic[]): void;
}

/** What a feature does without being asked: when mentions arrive, and by the clock. */
export interface Service {
  /** Inside the transaction of a batch; see `collect/arrivals.ts`. */
  onArrivals?: ArrivalHook;
  /** Inside the transaction of re-matching. */
  onFound?: FoundHook;
  /** About every half minute while the engine runs, and right after its start; must return quickly. */
  tick?(now: number): void;
  /** Gives up what is still to come; the workspace closes after it. */
  stop?(): void;
}

export type MakeService = (context: ServiceContext) => Service;

const TICK_MS = 30_000;

/** Runs the services' clock. A service that throws is logged and does not stop the others. */
export class Services {
  readonly hooks: readonly ArrivalHook[];
  readonly foundHooks: readonly FoundHook[];
  readonly #services: readonly Service[];
  readonly #ports: Ports;
  #cancelTimer: (() => void) | null = null;

  constructor(context: ServiceContext, makers: readonly MakeService[]) {
    this.#ports = context.ports;
    this.#services = makers.map((make) => make(context));
    this.hooks = this.#services.flatMap(({ onArrivals }) => (onArrivals ? [onArrivals] : []));
    this.foundHooks = this.#services.flatMap(({ onFound }) => (onFound ? [onFound] : []));
  }

  start(): void {
    this.tick();
    this.#cancelTimer = this.#ports.clock.after(TICK_MS, () => this.start());
  }

  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    for (const service of this.#services) service.stop?.();
  }

  /** Lets every service look at the clock now. */
  tick(): void {
    for (const service of this.#services) {
      try {
        service.tick?.(this.#ports.clock.now());
      } catch (error) {
        this.#ports.log.warn('a service failed', {
          why: error instanceof Error ? error.message : String(error),
          stack: error instanceof Error ? error.stack : undefined,
        });
      }
    }
  }
}
