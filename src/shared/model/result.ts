import { z } from 'zod';

/** Why a request was refused. `retryable` on the error says whether pressing the same button again can help. */
export const ErrorCode = z.enum([
  'invalid', // the input does not fit the request
  'not-found', // the thing named does not exist (any more)
  'conflict', // it exists already, or changed meanwhile
  'refused', // allowed in general, not in this workspace or state
  'cancelled', // the caller took it back
  'unreachable', // the network, or the other end of it, did not answer
  'busy', // the database or a job is occupied
  'internal', // our fault
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const Failure = z.object({
  code: ErrorCode,
  /** One or two sentences for a person: what happened and what to do. */
  message: z.string(),
  retryable: z.boolean(),
  /** Machine-readable extras: the fields that were wrong, a position in a query, a date to wait for. */
  details: z.record(z.string(), z.unknown()),
});
export type Failure = z.infer<typeof Failure>;

/** What every request answers. An Error object never crosses a boundary. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Thrown inside the engine; `dispatch` turns it into a `Failure`. */
export class EarshotError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Record<string, unknown>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EarshotError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, retryable: this.retryable, details: this.details };
  }
}

/** Exhaustiveness: a new member of a union that nobody handles does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case ${JSON.stringify(value)}`);
}
