import { v7 as uuidv7 } from 'uuid';
import type { EventPayload } from '#shared/contract/events.ts';

type Progress = EventPayload<'job.progress'>;
type Report = (progress: Partial<Pick<Progress, 'done' | 'total' | 'message' | 'added'>>) => void;

/** Long work: an id, progress events, cancelling, and the promise of its end. */
export class Jobs {
  readonly #emit: (progress: Progress) => void;
  readonly #running = new Map<string, AbortController>();
  readonly #ends = new Map<string, Promise<Progress>>();

  constructor(emit: (progress: Progress) => void) {
    this.#emit = emit;
  }

  /** @returns the job's id at once; `work` goes on */
  start(kind: Progress['kind'], work: (signal: AbortSignal, report: Report) => Promise<void>): string {
    const jobId = uuidv7();
    const controller = new AbortController();
    this.#running.set(jobId, controller);
    const progress: Progress = { jobId, kind, state: 'running', done: 0, total: 0, message: '', added: 0 };
    const report: Report = (news) => {
      Object.assign(progress, news);
      this.#emit({ ...progress });
    };
    const end = work(controller.signal, report)
      .then(() => 'finished' as const)
      .catch((error: unknown) => {
        if (controller.signal.aborted) return 'cancelled' as const;
        progress.message = error instanceof Error ? error.message : String(error);
        return 'failed' as const;
      })
      .then((state) => {
        this.#running.delete(jobId);
        progress.state = state;
        this.#emit({ ...progress });
        return { ...progress };
      });
    this.#ends.set(jobId, end);
    // Kept for a moment only, for a caller that asks right away.
    void end.then(() => setTimeout(() => this.#ends.delete(jobId), 60_000).unref());
    return jobId;
  }

  /** Resolves when the job has ended, however; at once for one that is unknown. */
  async ended(jobId: string): Promise<Progress | null> {
    return (await this.#ends.get(jobId)) ?? null;
  }

  /** False once it has ended, and from the moment it was cancelled. */
  isRunning(jobId: string): boolean {
    return this.#running.get(jobId)?.signal.aborted === false;
  }

  cancel(jobId: string): boolean {
    const controller = this.#running.get(jobId);
    controller?.abort();
    return controller !== undefined;
  }

  /** Waits until every job running now has ended. */
  async settle(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((jobId) => this.ended(jobId)));
  }

  /** Cancels everything and waits until it has stopped. */
  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    await this.settle();
  }
}
