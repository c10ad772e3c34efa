import type { TFunction } from 'i18next';
import type { QueryError } from '#shared/query-language/index.ts';

/** What is wrong with a query and what to write instead, in the person's language. */
export function errorWords(t: TFunction, error: QueryError): string {
  const [message, suggestion] = errorParts(t, error);
  return `${message} ${suggestion}`;
}

export function errorParts(t: TFunction, error: QueryError): [message: string, suggestion: string] {
  return [
    t(`brands.syntax.${error.code}.message`, error.params),
    t(`brands.syntax.${error.code}.suggestion`, error.params),
  ];
}
