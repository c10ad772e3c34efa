import { EarshotError, ok, type Failure, type Result } from '#shared/model/result.ts';
import { WorkspaceBlocked } from '../engine/index.ts';

/** Results to standard output, progress and trouble to standard error: a pipe gets only what it asked for. */
export class Printer {
  readonly #json: boolean;

  constructor(json: boolean) {
    this.#json = json;
  }

  /** Prints a result as one JSON envelope, or as the given lines. */
  result(result: Result<unknown>, lines: readonly string[]): boolean {
    if (this.#json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else if (result.ok) process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    else process.stderr.write(`${result.error.message}\n`);
    return result.ok;
  }

  value(value: unknown, lines: readonly string[]): boolean {
    return this.result(ok(value), lines);
  }

  progress(line: string): void {
    process.stderr.write(`${line}\n`);
  }

  failure(error: unknown): false {
    this.result({ ok: false, error: failureOf(error) }, []);
    return false;
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof EarshotError) return error.toFailure();
  const message = error instanceof Error ? error.message : String(error);
  const details = error instanceof WorkspaceBlocked ? { reason: error.reason } : {};
  const code = error instanceof WorkspaceBlocked ? 'refused' : 'internal';
  return { code, message, retryable: false, details };
}
