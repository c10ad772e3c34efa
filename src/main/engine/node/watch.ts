/** Ends an exchange that takes too long in all or stays silent too long, or that the caller takes back. */
export class Watch {
  late = false;
  private readonly controller = new AbortController();
  private readonly total: NodeJS.Timeout;
  private readonly idle: NodeJS.Timeout;
  private readonly unlink: () => void;

  constructor(deadline: number, idleMs: number, outer: AbortSignal | undefined) {
    const abort = (): void => this.controller.abort();
    const tooLate = (): void => {
      this.late = true;
      abort();
    };
    this.total = setTimeout(tooLate, Math.max(0, deadline - performance.now()));
    this.idle = setTimeout(tooLate, idleMs);
    if (outer?.aborted === true) abort();
    outer?.addEventListener('abort', abort, { once: true });
    this.unlink = () => outer?.removeEventListener('abort', abort);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  heard(): void {
    this.idle.refresh();
  }

  stop(): void {
    clearTimeout(this.total);
    clearTimeout(this.idle);
    this.unlink();
  }
}
