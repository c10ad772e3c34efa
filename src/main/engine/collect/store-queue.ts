import type { Workspace } from '../storage/workspace.ts';
import type { ArrivalHook } from './arrivals.ts';
import { ingest, type IngestResult, type Parcel } from './ingest.ts';
import { loadBrandMatchers } from './matchers.ts';

/** Entries a transaction takes at most before the event loop has a turn. */
const MOST_ENTRIES = 600;

interface Waiting {
  parcel: Parcel;
  resolve(result: IngestResult): void;
  reject(error: unknown): void;
}

/**
 * Stores what sources hand in, several of them in one transaction: a commit costs as much for one item as for
 * hundreds. Each parcel is stored whole with its cursor or not at all, and one that cannot be stored does not
 * take the others with it.
 */
export class StoreQueue {
  readonly #workspace: Workspace;
  readonly #hooks: readonly ArrivalHook[];
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(workspace: Workspace, hooks: readonly ArrivalHook[], now: () => number) {
    this.#workspace = workspace;
    this.#hooks = hooks;
    this.#now = now;
  }

  add(parcel: Parcel): Promise<IngestResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ parcel, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => this.#drain());
    });
  }

  #drain(): void {
    const together: Waiting[] = [];
    let entries = 0;
    while (this.#waiting.length > 0 && entries < MOST_ENTRIES) {
      const next = this.#waiting.shift();
      if (!next) break;
      together.push(next);
      entries += next.parcel.entries.length;
    }
    this.#store(together);
    if (this.#waiting.length > 0) setImmediate(() => this.#drain());
    else this.#running = false;
  }

  #store(together: readonly Waiting[]): void {
    try {
      const results = ingest(
        this.#workspace,
        loadBrandMatchers(this.#workspace.read),
        together.map(({ parcel }) => parcel),
        { hooks: this.#hooks, now: this.#now() },
      );
      together.forEach(({ resolve, reject }, at) => {
        const result = results[at];
        if (result) resolve(result);
        else reject(new Error('a parcel has no result'));
      });
    } catch (error) {
      if (together.length === 1) together[0]?.reject(error);
      else for (const one of together) this.#store([one]);
    }
  }
}
