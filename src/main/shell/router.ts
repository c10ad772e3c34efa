import { z } from 'zod';
import {
  contract,
  isRequestName,
  type Output,
  type ParsedInput,
  type RequestName,
  type ShellRequest,
} from '#shared/contract/index.ts';
import { EarshotError, type Failure, type Result } from '#shared/model/result.ts';

export type ShellHandlers = { [N in ShellRequest]: (input: ParsedInput<N>) => Promise<Output<N>> };

/** The part of the engine's host that requests need. */
export interface CallTarget {
  call(name: string, input: unknown, callId: string | null): Promise<Result<unknown>>;
  cancel(callId: string): boolean;
}

export type Route = (name: unknown, input: unknown, callId: unknown) => Promise<Result<unknown>>;

const CANCEL = 'calls.cancel';
const CallId = z.string().min(1).max(100);

const failure = (
  code: Failure['code'],
  message: string,
  details: Record<string, unknown> = {},
): Result<never> => ({
  ok: false,
  error: { code, message, retryable: false, details },
});

function isShellRequest(name: RequestName): name is ShellRequest {
  return contract[name].host === 'shell';
}

async function answer<N extends ShellRequest>(
  handlers: ShellHandlers,
  name: N,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
    return failure('invalid', `The request ${name} does not fit its declaration.`, { issues });
  }
  const handler: ShellHandlers[N] = handlers[name];
  // The declaration that parsed the input is the one the handler's type is derived from.
  return { ok: true, value: await handler(parsed.data as ParsedInput<N>) };
}

/**
 * Decides who answers a request of the window: the shell, the engine, or nobody. Never rejects; what goes
 * wrong in a handler becomes a `Failure`, and its cause goes to `log` only.
 */
export function createRouter(
  handlers: ShellHandlers,
  engine: CallTarget,
  log: (line: string) => void,
): Route {
  return async (name, input, callId) => {
    const id = CallId.safeParse(callId);
    if (callId !== undefined && callId !== null && !id.success)
      return failure('invalid', 'The handle of this call is not a short text.');
    if (name === CANCEL) {
      const wanted = z.strictObject({ callId: CallId }).safeParse(input);
      if (!wanted.success) return failure('invalid', 'Say which call to cancel.');
      return { ok: true, value: { cancelled: engine.cancel(wanted.data.callId) } };
    }
    if (typeof name !== 'string' || !isRequestName(name))
      return failure('invalid', 'Earshot knows no request of this name.');
    try {
      if (!isShellRequest(name)) return await engine.call(name, input, id.success ? id.data : null);
      return await answer(handlers, name, input);
    } catch (error) {
      if (error instanceof EarshotError) return { ok: false, error: error.toFailure() };
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return failure('internal', 'Something went wrong inside Earshot. Your data is untouched; try again.');
    }
  };
}
