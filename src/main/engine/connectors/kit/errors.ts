import type { ConnectorErrorKind } from '#shared/model/connector.ts';

/** Values for the translated message of a code: `{{host}}`, `{{status}}`, `{{megabytes}}` … */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface ConnectorErrorOptions {
  params?: ErrorParams;
  /** For `rate-limited`: UTC milliseconds before which nothing should be asked. */
  until?: number;
  /** For `invalid`: the key of the setting that is wrong. */
  field?: string;
  /** Extras for the next step, such as the feeds a page offers. */
  details?: Readonly<Record<string, unknown>>;
  cause?: unknown;
  /** Default: `no` for everything but `transient`, which may have had its effect. */
  effect?: Effect;
}

/**
 * Whether what was asked for may have happened although this error came back: `no` when nothing can have left this
 * machine, or the other end plainly said no; `maybe` when nobody knows. The outbox sends again only after `no`.
 */
export type Effect = 'no' | 'maybe';

/**
 * The only error a connector or the HTTP port lets out (besides an AbortError when the caller took the request back).
 * `code` is stable and keys the translation; `message` is the same in plain English: what happened, what to do.
 */
export class ConnectorError extends Error {
  readonly kind: ConnectorErrorKind;
  readonly code: string;
  readonly params: ErrorParams;
  readonly until: number | null;
  readonly field: string | null;
  readonly effect: Effect;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ConnectorErrorKind, code: string, message: string, options: ConnectorErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ConnectorError';
    this.kind = kind;
    this.code = code;
    this.params = options.params ?? {};
    this.until = options.until ?? null;
    this.field = options.field ?? null;
    this.effect = options.effect ?? (kind === 'transient' ? 'maybe' : 'no');
    this.details = options.details ?? {};
  }
}

/**
 * An error as a ConnectorError: what a connector let out against its contract is a fault of ours, and transient.
 * @param say the sentence for a person, with what went wrong
 */
export function asConnectorError(error: unknown, say: (why: string) => string): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new ConnectorError('transient', 'unexpected', say(why), { cause: error });
}

/** Whether an error says that the caller itself stopped the work. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The error to throw when a caller's signal has fired, whatever reason it carries. */
export function abortError(): Error {
  return new DOMException('The request was stopped.', 'AbortError');
}

/** The same outcome; an error is known to have had no effect, since it came before anything was sent that has one. */
export async function withoutEffect<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.effect === 'no') throw error;
    const { kind, code, message, params, until, field, details } = error;
    throw new ConnectorError(kind, code, message, {
      params,
      details,
      cause: error,
      effect: 'no',
      ...(until === null ? {} : { until }),
      ...(field === null ? {} : { field }),
    });
  }
}
