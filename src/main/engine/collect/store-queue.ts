import type { Workspace } from '../storage/workspace.ts';
import type { ArrivalHook } from './arrivals.ts';
import { ingest, type IngestResult, type Parcel } from './ingest.ts';
import { loadBrandMatchers } from './matchers.ts';

/** Entries a transaction takes at most before the event loop has a turn. */
const MOST_ENTRIES = 600;
/** How long a parcel waits for company: a commit must reach the disk, which costs more than what it holds. */
const GATHER_MS = 40;

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
  #entries = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(workspace: Workspace, hooks: readonly ArrivalHook[], now: () => number) {
    this.#workspace = workspace;
    this.#hooks = hooks;
    this.#now = now;
  }

  add(parcel: Parcel): Promise<IngestResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ parcel, resolve, reject });
      this.#entries += parcel.entries.length;
      if (this.#entries >= MOST_ENTRIES) this.#drain();
      else this.#timer ??= setTimeout(() => this.#drain(), GATHER_MS);
    });
  }

  #drain(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#entries = 0;
    this.#store(this.#waiting.splice(0));
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
