import { failureText } from '#renderer/app/i18n/failure.ts';
import { RequestError } from '#renderer/client/index.ts';

/** What a form was refused for. */
export interface FieldProblem {
  text: string;
  /** The field that does not fit; null where it is none of them. */
  field: string | null;
  /** Only an address on this machine or the local network stands in the way. */
  isLocal: boolean;
}

export function fieldProblem(error: unknown): FieldProblem {
  const details = error instanceof RequestError ? error.failure.details : {};
  const field = typeof details['field'] === 'string' ? details['field'] : null;
  return { text: failureText(error), field, isLocal: details['code'] === 'private-address' };
}
