import { z } from 'zod';
import {
  Api,
  ConnectorError,
  Tokens,
  cleanLine,
  type HttpResponse,
  type NetworkContext,
  type SecretSlot,
  type SignInContext,
} from '#engine/connectors/kit/index.ts';
import { authorityOf, type Authority } from './authority.ts';
import { Did, NETWORK } from './lexicon.ts';
import { Prover, newProofKey, proofRefused, proven } from './proof.ts';

/** What is kept of a sign-in through the browser, besides its tokens and their key. */
export const Grant = z.object({
  /** As what Earshot signed in; a renewal has to name the same. */
  client: z.string().min(1),
  token: z.string().min(1),
  revoke: z.string().min(1).nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** All of the account but its direct messages: what an app password allows. */
const SCOPE = 'atproto transition:generic';

const Renewed = Tokens.extend({
  token_type: z.string().regex(/^dpop$/i),
  scope: z.string(),
  sub: Did,
});
/** Without a refresh token it would be over within the hour. */
const Granted = Renewed.extend({ refresh_token: z.string().min(1) });
const Pushed = z.object({ request_uri: z.string().min(1).max(1000) });
const Failure = z.object({ error: z.string(), error_description: z.string().catch('') });

/**
 * Signs in through the person's browser: OAuth for programs without a secret of their own, as the AT Protocol profiles it
 * (pushed request, PKCE, tokens bound to a key of this sign-in).
 * @param who the account that has to sign in, and the origin of its server
 * @throws ConnectorError `refused` when the person says no, `invalid` when somebody else signed in
 */
export async function grantThroughBrowser(
  context: SignInContext,
  { did, handle, pds }: { did: string; handle: string; pds: string },
): Promise<{ grant: Grant; secrets: { access: string; refresh: string; key: string } }> {
  const authority = await authorityOf(context, pds);
  const key = newProofKey();
  const prover = new Prover(context, key);
  const consent = await context.consent(async ({ redirectUri, state, challenge }) => {
    const client = clientOf(redirectUri);
    const { request_uri } = await ask(context, prover, authority.push, Pushed, {
      client_id: client,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      login_hint: handle,
    });
    const page = new URL(authority.page);
    page.search = new URLSearchParams({ client_id: client, request_uri }).toString();
    return page.href;
  });
  if (consent.parameters['iss'] !== authority.issuer) throw fromElsewhere();
  const grant = grantAt(authority, clientOf(consent.redirectUri));
  const tokens = await ask(context, prover, grant.token, Granted, {
    grant_type: 'authorization_code',
    client_id: grant.client,
    code: consent.code,
    redirect_uri: consent.redirectUri,
    code_verifier: consent.verifier,
  });
  if (tokens.sub !== did) {
    // Whether or not it can be given back, it is not used.
    await giveBack(context, prover, grant, tokens.refresh_token).catch((error: unknown) => {
      if (!(error instanceof ConnectorError)) throw error;
    });
    throw somebodyElse(handle);
  }
  return { grant, secrets: { access: tokens.access_token, refresh: tokens.refresh_token, key } };
}

const grantAt = ({ token, revoke }: Authority, client: string): Grant => ({ client, token, revoke });

/**
 * The name under which a program on a person's own machine signs in: it carries what the server would otherwise read at
 * an address of ours. The port of the redirect is new each time and no part of it, so that the name stays.
 */
export function clientOf(redirectUri: string): string {
  const redirect = new URL(redirectUri);
  redirect.port = '';
  return `http://localhost?${new URLSearchParams({ redirect_uri: redirect.href, scope: SCOPE }).toString()}`;
}

interface Held extends NetworkContext {
  ident: string;
  secrets: SecretSlot;
}

/** New tokens for those that are kept; `refresh` is '' where the old one stays good. @throws ConnectorError `reauth` when the sign-in ended or was taken back */
export async function renewGrant(context: Held, grant: Grant): Promise<{ access: string; refresh: string }> {
  const [refresh, key] = [context.secrets.get('refresh') ?? '', context.secrets.get('key') ?? ''];
  if (refresh === '' || key === '') throw grantOver();
  const form = { grant_type: 'refresh_token', client_id: grant.client, refresh_token: refresh };
  try {
    const tokens = await ask(context, new Prover(context, key), grant.token, Renewed, form);
    if (tokens.sub !== context.ident) throw grantOver();
    return { access: tokens.access_token, refresh: tokens.refresh_token ?? '' };
  } catch (error) {
    if (error instanceof ConnectorError && error.code === NOT_GRANTED) throw grantOver();
    throw error;
  }
}

/** Makes the tokens invalid on the network, where it can. */
export async function revokeGrant(context: Held, grant: Grant): Promise<void> {
  const [refresh, key] = [context.secrets.get('refresh') ?? '', context.secrets.get('key') ?? ''];
  if (refresh !== '' && key !== '') await giveBack(context, new Prover(context, key), grant, refresh);
}

async function giveBack(context: NetworkContext, prover: Prover, grant: Grant, token: string): Promise<void> {
  if (grant.revoke === null) return;
  await ask(context, prover, grant.revoke, z.unknown(), { client_id: grant.client, token });
}

/** A question to the authority, with a proof. It says no with 400 or 401 and a name (RFC 6749, 5.2). */
function ask<Schema extends z.ZodType>(
  context: NetworkContext,
  prover: Prover,
  address: string,
  schema: Schema,
  form: Readonly<Record<string, string>>,
): Promise<z.output<Schema>> {
  const { origin, pathname, search } = new URL(address);
  const api = new Api(context, { origin, network: NETWORK });
  return proven(async () => {
    const response: HttpResponse = await api.raw({
      method: 'POST',
      path: pathname + search,
      form,
      headers: { dpop: prover.header('POST', address) },
      expects: [400, 401],
      what: 'your sign-in',
    });
    prover.note(origin, response.headers);
    if (response.status < 400) return api.read(schema, response);
    const { error, error_description: reason } = api.read(Failure, response);
    throw proofRefused(error) ?? notGranted(reason === '' ? error : reason);
  });
}

const NOT_GRANTED = 'not-granted';

function notGranted(why: string): ConnectorError {
  const reason = cleanLine(why, 200);
  return new ConnectorError(
    'refused',
    NOT_GRANTED,
    `Bluesky did not let Earshot sign in through the browser (“${reason}”). Try again, or use an app password instead.`,
    { params: { network: NETWORK, reason } },
  );
}

export const grantOver = (): ConnectorError =>
  new ConnectorError(
    'reauth',
    'grant-over',
    'The sign-in through the browser has ended: it lasts two weeks, or it was taken back. Sign in again under Accounts; nothing is lost meanwhile.',
    { params: { network: NETWORK } },
  );

const somebodyElse = (handle: string): ConnectorError =>
  new ConnectorError(
    'invalid',
    'other-account',
    `In the browser somebody else signed in than ${handle}. Sign in there with this account, or type the other handle here.`,
    { field: 'handle', params: { handle, network: NETWORK } },
  );

const fromElsewhere = (): ConnectorError =>
  new ConnectorError(
    'refused',
    'consent-state',
    'What came back from the browser does not belong to this sign-in, so it was not used. Press Add again.',
  );
