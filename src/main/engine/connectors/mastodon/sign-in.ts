import { z } from 'zod';
import {
  ConnectorError,
  Tokens,
  httpAddress,
  type AccountFacts,
  type Api,
  type SignInContext,
  type SignedIn,
} from '#engine/connectors/kit/index.ts';
import { readInstance, type Instance } from './instance.ts';
import { Profile, ownApi, serverApi, typedServer, type MastodonAccount, type Own } from './protocol.ts';
import { fullHandle, nameOf } from './texts.ts';

export const Typed = z.object({ server: z.string().trim().min(1, 'type the address of your server') });

/** As little as does the work; Mastodon shows each of them to the person. */
const SCOPES = [
  'read:accounts',
  'read:notifications',
  'read:search',
  'read:statuses',
  'write:favourites',
  'write:media',
  'write:statuses',
].join(' ');
/** For servers that know no finer ones. */
const WIDE_SCOPES = 'read write';

const App = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

/**
 * Registers Earshot with the server, since every server knows only its own apps and only the address they come back to,
 * lets its person allow it in the browser, and reads who that is.
 */
export async function signIn(context: SignInContext<z.infer<typeof Typed>>): Promise<SignedIn> {
  const server = typedServer(context.typed.server);
  let access: string | null = null;
  const api = serverApi(context, server, () => access);
  let app: z.infer<typeof App> | undefined;
  const consent = await context.consent(async ({ redirectUri, state, challenge }) => {
    const registered = await register(api, redirectUri);
    app = registered.app;
    const page = new URL('/oauth/authorize', api.origin);
    page.search = new URLSearchParams({
      response_type: 'code',
      client_id: app.client_id,
      redirect_uri: redirectUri,
      scope: registered.scopes,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }).toString();
    return page.href;
  });
  if (app === undefined) throw new Error('a consent came back that nothing was asked for');
  const { value: tokens } = await api.call(Tokens, {
    method: 'POST',
    path: '/oauth/token',
    form: {
      grant_type: 'authorization_code',
      code: consent.code,
      client_id: app.client_id,
      client_secret: app.client_secret,
      redirect_uri: consent.redirectUri,
      code_verifier: consent.verifier,
    },
    what: 'the sign-in',
  });
  access = tokens.access_token;
  const profile = await newcomer(api);
  const instance = await readInstance(api);
  const account = accountOf(server, profile, instance);
  return {
    ...factsOf(account, profile, instance),
    settings: { ...account },
    secrets: { access, clientId: app.client_id, clientSecret: app.client_secret },
  };
}

async function register(
  api: Api,
  redirectUri: string,
): Promise<{ app: z.infer<typeof App>; scopes: string }> {
  const ask = async (scopes: string) =>
    api.call(App.or(z.object({ error: z.string() })), {
      method: 'POST',
      path: '/api/v1/apps',
      form: { client_name: 'Earshot', redirect_uris: redirectUri, scopes },
      expects: [400, 422],
      what: 'a sign-in for programs',
    });
  for (const scopes of [SCOPES, WIDE_SCOPES]) {
    const { value } = await ask(scopes);
    if ('client_id' in value) return { app: value, scopes };
  }
  const host = new URL(api.origin).hostname;
  throw new ConnectorError(
    'refused',
    'no-apps',
    `${host} does not let programs sign in. Ask whoever runs it, or use an account on another server.`,
    { params: { host } },
  );
}

/** @throws ConnectorError `reauth`; some servers answer 422 to a token they do not know */
async function whoAmI(api: Api): Promise<Profile> {
  const { value } = await api.call(Profile.or(z.null()), {
    path: '/api/v1/accounts/verify_credentials',
    expects: [422],
    what: 'your profile',
  });
  if (value !== null && 'id' in value) return value;
  const host = new URL(api.origin).hostname;
  throw new ConnectorError(
    'reauth',
    'signed-out',
    `${host} no longer accepts the sign-in. Sign in again under Accounts; nothing is lost meanwhile.`,
    { params: { host } },
  );
}

/** A token that was just handed out and is not known is a sign-in that failed, not one that ended. */
async function newcomer(api: Api): Promise<Profile> {
  try {
    return await whoAmI(api);
  } catch (cause) {
    if (!(cause instanceof ConnectorError) || cause.kind !== 'reauth') throw cause;
    const host = new URL(api.origin).hostname;
    throw new ConnectorError(
      'refused',
      'sign-in-refused',
      `${host} did not take the sign-in. Press Add again, and allow Earshot on the page that opens.`,
      { params: { host }, cause },
    );
  }
}

/** Looks whether the sign-in holds, and reads profile and limits. */
export async function check(context: Own): Promise<AccountFacts> {
  const api = ownApi(context);
  const profile = await whoAmI(api);
  return factsOf(context.account, profile, await readInstance(api));
}

export async function signOut(context: Own): Promise<void> {
  const { secrets } = context;
  await ownApi(context).raw({
    method: 'POST',
    path: '/oauth/revoke',
    form: {
      client_id: secrets.get('clientId') ?? '',
      client_secret: secrets.get('clientSecret') ?? '',
      token: secrets.get('access') ?? '',
    },
    what: 'the end of the sign-in',
  });
}

function accountOf(server: string, profile: Profile, instance: Instance): MastodonAccount {
  const url = httpAddress(profile.url);
  const host = url === '' ? new URL(server).host : new URL(url).host;
  const [username = profile.username, domain = instance.domain ?? host] = profile.acct.split('@');
  return { server, domain, id: profile.id, username, url };
}

function factsOf(account: MastodonAccount, profile: Profile, instance: Instance): AccountFacts {
  const ident = fullHandle(account.username, account.domain);
  return {
    ident,
    handle: `@${ident}`,
    name: nameOf(profile),
    url: account.url,
    followers: profile.followers_count ?? null,
    publishing: instance.limits,
  };
}
