import { RequestError } from '#renderer/client/transport.ts';
import { i18n } from './index.ts';

/** The text under a key put together at run time, or undefined when this language has none. */
export function lookUp(key: string, params: Record<string, unknown> = {}): string | undefined {
  if (!i18n.exists(key)) return undefined;
  const translate = i18n.t as (key: string, params: Record<string, unknown>) => string;
  return translate(key, params);
}

/** What went wrong, for a person: the engine's own sentence in English, ours by code in other languages. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestError)) return i18n.t('errors.internal');
  const { code, message, details } = error.failure;
  if (i18n.language === 'en' && message !== '') return message;
  const { code: reason, params } = details;
  const told = typeof reason === 'string' ? reasonText(reason, asParams(params)) : undefined;
  return told ?? lookUp(`errors.${code}`, details) ?? message;
}

const asParams = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The words of a code. A server's own trouble is one and the same, whatever its number; rare numbers share theirs, too. */
function reasonText(code: string, params: Record<string, unknown>): string | undefined {
  const shared = code.replace(/^http-5\d\d$/, 'http-5xx').replace(/^http-\d+$/, 'http-other');
  return lookUp(`errors.health.${code}`, params) ?? lookUp(`errors.health.${shared}`, params);
}

/** The trouble of a source or an account: as above, the engine's own sentence in English, ours by code elsewhere. */
export function healthText(
  code: string | null,
  message: string,
  params: Record<string, string | number> = {},
): string {
  if (code === null || (i18n.language === 'en' && message !== '')) return message;
  return reasonText(code, params) ?? message;
}
