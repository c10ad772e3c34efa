import { z } from 'zod';
import {
  ConnectorError,
  cleanLine,
  counter,
  serverOrigin,
  type AccountFacts,
  type SignInContext,
  type SignedIn,
} from '#engine/connectors/kit/index.ts';
import { grantThroughBrowser, revokeGrant } from './grant.ts';
import { DIRECTORY, ENTRANCE, didOf, entranceOf, handleOf, nobody, serverIn, serverOf } from './identity.ts';
import { NETWORK, Profile, SITE, SessionAnswer } from './lexicon.ts';
import { Session, type BlueskyAccount, type BlueskyContext } from './session.ts';
import { openApi, pathOf } from './xrpc.ts';

/** What a person types; `directory` is where identities are looked up, for tests. */
export const BlueskySignIn = z.object({
  handle: z.string().trim().min(1, 'type your handle').max(300),
  /** '' = sign in through the browser. */
  password: z.string().trim().max(200).default(''),
  service: z.string().trim().max(300).default(''),
  directory: z.string().default(DIRECTORY),
});
export type BlueskySignIn = z.infer<typeof BlueskySignIn>;

/** App passwords always look like this; anything else is the account's own password, which nobody should hand out. */
const APP_PASSWORD = /^[a-z0-9]{4}(?:-[a-z0-9]{4}){3}$/;

/** Signs in with an app password, or, where none was typed, through the browser. Tokens renew each other from then on. */
export async function signIn(context: SignInContext<BlueskySignIn>): Promise<SignedIn> {
  const handle = handleOf(context.typed.handle);
  const { settings, secrets, known } = await (context.typed.password === ''
    ? throughBrowser(context, handle)
    : withPassword(context, handle));
  const slot = new Map(Object.entries(secrets));
  const session = new Session({
    ...context,
    account: settings,
    ident: settings.did,
    secrets: {
      get: (name) => slot.get(name),
      put: async (values) => {
        for (const [name, value] of Object.entries(values)) slot.set(name, value);
        await Promise.resolve();
      },
    },
  });
  return { ...(await facts(session, known)), settings, secrets: Object.fromEntries(slot) };
}

interface Opened {
  settings: BlueskyAccount;
  secrets: Record<string, string>;
  /** The handle, as far as the server told it. */
  known: string | null;
}

/** The app password is used once and not kept. */
async function withPassword(context: SignInContext<BlueskySignIn>, handle: string): Promise<Opened> {
  const { typed } = context;
  const password = typed.password.toLowerCase();
  if (!APP_PASSWORD.test(password)) throw notAnAppPassword();
  const entrance = await entranceOf(context, { ...typed, handle });
  const api = openApi(context, entrance, (status, { name }) => {
    if (name === 'AuthFactorTokenRequired') return notAnAppPassword();
    return status === 401 || (status === 400 && name === 'InvalidRequest') ? wrong() : undefined;
  });
  const { value } = await api.call(SessionAnswer, {
    method: 'POST',
    path: pathOf('com.atproto.server.createSession'),
    json: { identifier: handle, password },
    what: 'your sign-in',
  });
  // A server that was typed is used as it is; Bluesky's common entrance only says where the account really is.
  const isTyped = typed.service !== '' && entrance !== ENTRANCE;
  const pds = isTyped
    ? entrance
    : (serverIn(value.didDoc) ?? (await serverOf(context, value.did, typed.directory)) ?? entrance);
  return {
    settings: { did: value.did, pds, grant: null },
    secrets: { access: value.accessJwt, refresh: value.refreshJwt },
    known: value.handle,
  };
}

/** Whose server that is, is looked up first: the account that signs in there has to be the one that was typed. */
async function throughBrowser(context: SignInContext<BlueskySignIn>, handle: string): Promise<Opened> {
  const { typed } = context;
  const service = typed.service === '' ? ENTRANCE : serverOrigin(typed.service, 'service');
  const own = service === ENTRANCE ? null : service;
  const did = await didOf(own === null ? context : { ...context, baseUrl: own }, handle);
  const pds = did === null ? null : (own ?? (await serverOf(context, did, typed.directory)));
  if (did === null || pds === null) throw nobody(handle);
  const { grant, secrets } = await grantThroughBrowser(context, { did, handle, pds });
  return { settings: { did, pds, grant }, secrets, known: null };
}

/** Renewing is the one thing that shows at once whether the sign-in still holds: an access token outlives it. */
export async function check(context: BlueskyContext): Promise<AccountFacts> {
  const session = new Session(context);
  await session.renew();
  return facts(session, null);
}

/** Makes the tokens invalid on the network. */
export async function signOut(context: BlueskyContext): Promise<void> {
  const { grant } = context.account;
  if (grant !== null) return revokeGrant(context, grant);
  const api = openApi(context, context.account.pds);
  await api.raw({
    method: 'POST',
    path: pathOf('com.atproto.server.deleteSession'),
    headers: { authorization: `Bearer ${context.secrets.get('refresh') ?? ''}` },
    expects: [400, 401],
    what: 'the end of your sign-in',
  });
}

const Own = z.object({ handle: z.string().max(300) });

/** A server that cannot ask the rest of the network right now knows its own account all the same. */
async function facts(session: Session, known: string | null): Promise<AccountFacts> {
  try {
    const { value } = await session.call(Profile, {
      name: 'app.bsky.actor.getProfile',
      query: { actor: session.did },
      what: 'your profile',
    });
    return factsOf(session.did, value.handle, value.displayName ?? '', counter(value.followersCount));
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== 'transient') throw error;
    const handle =
      known ??
      (await session.call(Own, { name: 'com.atproto.server.getSession', what: 'your account' })).value.handle;
    return factsOf(session.did, handle, '', null);
  }
}

function factsOf(did: string, handle: string, name: string, followers: number | null): AccountFacts {
  return {
    ident: did,
    handle: `@${cleanLine(handle, 300)}`,
    name: cleanLine(name, 200) || cleanLine(handle, 300),
    url: `${SITE}/profile/${did}`,
    followers,
    publishing: null,
  };
}

const wrong = (): ConnectorError =>
  new ConnectorError(
    'invalid',
    'wrong-password',
    'Bluesky does not know this handle with this app password. Check both, or make a new app password.',
    { field: 'password', params: { network: NETWORK } },
  );

const notAnAppPassword = (): ConnectorError =>
  new ConnectorError(
    'invalid',
    'not-an-app-password',
    'This is not an app password. In Bluesky open Settings, Privacy and security, App passwords, and make one for Earshot; it looks like abcd-efgh-ijkl-mnop.',
    { field: 'password', params: { network: NETWORK } },
  );
