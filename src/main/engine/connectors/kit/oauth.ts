import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Api } from './api.ts';
import type { Consent, SecretSlot, SignInContext } from './capabilities.ts';
import { ConnectorError } from './errors.ts';

/** What opens a page in the person's browser and catches the redirect. */
interface Browser {
  ask(
    page: (redirectUri: string) => Promise<string>,
    signal: AbortSignal,
    isOurs: (parameters: Readonly<Record<string, string>>) => boolean,
  ): Promise<{ redirectUri: string; parameters: Readonly<Record<string, string>> }>;
}

/** The `consent` of a sign-in: state and PKCE (RFC 7636, S256) are made here and checked here. */
export function consentThrough(browser: Browser, signal: AbortSignal): SignInContext['consent'] {
  return async (page): Promise<Consent> => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const state = randomBytes(24).toString('base64url');
    const { redirectUri, parameters } = await browser.ask(
      (address) => page({ redirectUri: address, state, challenge }),
      signal,
      ({ state: back = '' }) => same(state, back),
    );
    const { error, code, state: back = '', ...rest } = parameters;
    if (!same(state, back)) {
      throw new ConnectorError(
        'refused',
        'consent-state',
        'What came back from the browser does not belong to this sign-in, so it was not used. Press Add again.',
      );
    }
    if (error !== undefined || code === undefined || code === '') {
      throw new ConnectorError(
        'refused',
        'consent-refused',
        'The network says that access was not allowed. Press Add again if that was a mistake.',
        { params: { reason: (error ?? '').slice(0, 100) } },
      );
    }
    return { code, redirectUri, verifier, parameters: rest };
  };
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** A token endpoint's answer (RFC 6749, 5.1). */
export const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
});
export type Tokens = z.infer<typeof Tokens>;

const Failure = z.object({ error: z.string() });

/**
 * Asks a token endpoint (RFC 6749, 4.1.3 and 6): `grant_type` and what belongs to it. `refresh` is '' where the answer has
 * none: the old one stays good.
 * @throws ConnectorError `reauth` when the code, password or refresh token is not accepted (`invalid_grant`)
 */
export async function askTokens(
  api: Api,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<{ access: string; refresh: string }> {
  const response = await api.raw({ method: 'POST', path, form, expects: [400, 401], what: 'the sign-in' });
  if (response.status >= 400) {
    const { error } = api.read(Failure, response);
    throw new ConnectorError(
      'reauth',
      error === 'invalid_grant' ? 'signed-out' : 'no-token',
      'The network no longer accepts this sign-in. Sign in again under Accounts; nothing is lost meanwhile.',
      { params: { reason: error.slice(0, 100) } },
    );
  }
  const tokens = api.read(Tokens, response);
  return { access: tokens.access_token, refresh: tokens.refresh_token ?? '' };
}

/** One renewal at a time for each account: two would make each other's tokens invalid. */
const renewals = new WeakMap<object, Promise<void>>();

/**
 * Renews an account's tokens once, however many calls ask for it meanwhile, and keeps them before it resolves. An answer
 * that lacks a token leaves the old one in place.
 * @param ask asks the network; its ConnectorError goes to everybody who waits
 */
export function renew(
  secrets: SecretSlot,
  ask: () => Promise<{ access: string; refresh: string }>,
): Promise<void> {
  const running = renewals.get(secrets);
  if (running !== undefined) return running;
  const run = ask()
    .then(({ access, refresh }) => secrets.put({ access, refresh }))
    .finally(() => renewals.delete(secrets));
  renewals.set(secrets, run);
  return run;
}
