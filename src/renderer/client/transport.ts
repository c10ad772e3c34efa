import type { Input, Output, RequestName } from '#shared/contract/index.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { Failure } from '#shared/model/result.ts';

/** A request that was refused or failed; `failure` is what the engine said. */
export class RequestError extends Error {
  readonly failure: Failure;
  readonly request: string;

  constructor(request: string, failure: Failure) {
    super(failure.message);
    this.name = 'RequestError';
    this.request = request;
    this.failure = failure;
  }
}

const failure = (code: Failure['code'], message: string): Failure => ({
  code,
  message,
  retryable: false,
  details: {},
});

const cancelled = (name: string): RequestError =>
  new RequestError(name, failure('cancelled', 'This was cancelled.'));

/**
 * Sends one request to the engine or the shell. Aborting `signal` rejects at once with code `cancelled` and
 * tells the other side to stop. Every refusal is a `RequestError`.
 */
export async function call<N extends RequestName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const bridge = window.earshot;
  if (bridge === undefined) {
    throw new RequestError(name, failure('internal', 'This page runs outside Earshot.'));
  }
  if (signal?.aborted === true) throw cancelled(name);
  const callId = crypto.randomUUID();
  const answer = bridge.call(name, input, callId);
  const result = await (signal === undefined ? answer : orAbort(answer, signal, name, callId));
  if (!result.ok) throw new RequestError(name, result.error);
  // The engine answers this request's declared output; parsing it again here would only cost time.
  return result.value as Output<N>;
}

function orAbort<T>(answer: Promise<T>, signal: AbortSignal, name: string, callId: string): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      void window.earshot?.call('calls.cancel', { callId }, '');
      reject(cancelled(name));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** Listens to an event of the engine or the shell; call what it returns to stop listening. */
export function onEvent<N extends EventName>(name: N, fn: (payload: EventPayload<N>) => void): () => void {
  const bridge = window.earshot;
  if (bridge === undefined) return () => undefined;
  return bridge.on(name, (payload) => fn(payload as EventPayload<N>));
}
