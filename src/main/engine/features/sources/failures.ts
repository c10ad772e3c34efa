import { ConnectorError, isAbort } from '../../connectors/kit/index.ts';
import { EarshotError } from '#shared/model/result.ts';

/** Runs a connector's function and turns its error into the contract's, keeping code and params for translation. */
export async function asRequest<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toEarshotError(error);
  }
}

export function toEarshotError(error: unknown): unknown {
  if (!(error instanceof ConnectorError) || isAbort(error)) return error;
  const wrong = error.kind === 'invalid';
  return new EarshotError(wrong ? 'invalid' : 'unreachable', error.message, {
    retryable: error.kind === 'transient' || error.kind === 'rate-limited',
    details: { ...error.details, code: error.code, params: error.params, field: error.field },
    cause: error,
  });
}
