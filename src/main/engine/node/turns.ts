import { abortError } from '#engine/connectors/kit/index.ts';

interface Queue {
  running: number;
  /** When the next request may start, in milliseconds of the monotonic clock. */
  freeAt: number;
  waiting: (() => void)[];
}

/** Lets at most so many pieces of work run for one host at a time, in the order they came. */
export class Turns {
  private readonly queues = new Map<string, Queue>();

  /**
   * Waits for a turn at `host`; call the answer once to give it back. `gapMs` is kept between two starts.
   * Rejects with an AbortError when `signal` fires while waiting.
   */
  async take(
    host: string,
    atOnce: number,
    gapMs: number,
    signal: AbortSignal | undefined,
  ): Promise<() => void> {
    if (signal?.aborted === true) throw abortError();
    const queue = this.queues.get(host) ?? { running: 0, freeAt: 0, waiting: [] };
    this.queues.set(host, queue);
    if (queue.running >= atOnce) await waitInLine(queue, signal);
    else queue.running += 1;
    const release = (): void => this.release(host, queue);
    const start = Math.max(performance.now(), queue.freeAt);
    queue.freeAt = start + gapMs;
    try {
      await pause(start - performance.now(), signal);
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  private release(host: string, queue: Queue): void {
    const next = queue.waiting.shift();
    // The turn passes on without `running` changing, so nobody can slip in between.
    if (next !== undefined) return next();
    queue.running -= 1;
    if (queue.running === 0 && queue.freeAt <= performance.now()) this.queues.delete(host);
  }
}

function waitInLine(queue: Queue, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      queue.waiting.splice(queue.waiting.indexOf(turn), 1);
      reject(abortError());
    };
    const turn = (): void => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    queue.waiting.push(turn);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
