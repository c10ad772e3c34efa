import type { Topic } from '#shared/contract/events.ts';
import type { Jobs } from '../jobs.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { FoundHook } from './arrivals.ts';
import { pendingBrands, rematchPending } from './rematch.ts';

/**
 * The one job that brings mentions in line with changed queries. A brand marked while it runs is taken up before
 * it ends. Cancelled, it leaves the brands it had not finished marked: the change of the query stays saved, what
 * comes in from now on is matched by it, and starting the job again (by hand, by the next change, by undoing, or
 * when the app starts) does the rest.
 */
export class RematchJob {
  readonly #workspace: Workspace;
  readonly #jobs: Jobs;
  readonly #emitChanged: (topics: Topic[]) => void;
  readonly #hooks: readonly FoundHook[];
  #jobId: string | null = null;

  constructor(
    workspace: Workspace,
    jobs: Jobs,
    emitChanged: (topics: Topic[]) => void,
    hooks: readonly FoundHook[],
  ) {
    this.#workspace = workspace;
    this.#jobs = jobs;
    this.#emitChanged = emitChanged;
    this.#hooks = hooks;
  }

  /** The job that runs and has not been cancelled; null when there is none. */
  get running(): string | null {
    return this.#jobId !== null && this.#jobs.isRunning(this.#jobId) ? this.#jobId : null;
  }

  /** @returns the id of the job that runs already, or of a new one */
  start(): string {
    const { running } = this;
    if (running !== null) return running;
    // One that was cancelled a moment ago may still be at its last page.
    const before = this.#jobId === null ? null : this.#jobs.ended(this.#jobId);
    const jobId = this.#jobs.start('rematch', async (signal, report) => {
      try {
        // A turn of the event loop, so that the caller has its answer before the first progress event.
        await new Promise<void>((resolve) => setImmediate(resolve));
        await before;
        signal.throwIfAborted();
        while (pendingBrands(this.#workspace.read).length > 0) {
          await rematchPending(this.#workspace, this.#hooks, signal, ({ done, total, changed }) => {
            report({ done: Math.round(done), total, added: changed });
          });
        }
      } finally {
        if (this.#jobId === jobId) this.#jobId = null;
        this.#emitChanged(['mentions', 'brands']);
      }
    });
    this.#jobId = jobId;
    return jobId;
  }
}
