import { z } from 'zod';
import {
  ConnectorError,
  type AccountFacts,
  type NetworkContext,
  type SignInContext,
  type SignedIn,
} from '#engine/connectors/kit/index.ts';
import { SiteApi, basic, ownApi, shortAddress, type Own, type WordPressAccount } from './protocol.ts';
import { findSite, siteName } from './site.ts';

export const Typed = z.object({
  site: z.string().trim().min(1, 'type the address of your site'),
  user: z.string().trim().min(1, 'type the name you sign in with'),
  /** WordPress shows it in groups of four; the spaces between them mean nothing. */
  password: z
    .string()
    .transform((text) => text.replace(/\s+/g, ''))
    .pipe(z.string().min(1, 'type the application password')),
});
type Typed = z.infer<typeof Typed>;

const Me = z.object({
  id: z.number().int().positive(),
  capabilities: z.record(z.string(), z.unknown()).default({}),
});

const Front = z.object({ name: z.string().default('') });

/** Finds the site's interface and looks who the password belongs to, and whether that user may do what is needed. */
export async function signIn(context: SignInContext<Typed>): Promise<SignedIn> {
  const { user, password } = context.typed;
  const site = await findSite(context, context.typed.site, 'site');
  const host = new URL(site.home).hostname;
  if (!site.takesApplicationPasswords) {
    throw new ConnectorError(
      'invalid',
      'no-app-passwords',
      `${host} offers no application passwords. They need WordPress 5.6 or newer and https, and some security plugins switch them off: allow them there.`,
      { field: 'password', params: { host } },
    );
  }
  const me = await whoAmI(context, site.root, basic(user, password), host);
  for (const needed of ['publish_posts', 'upload_files', 'moderate_comments']) {
    if (me.capabilities[needed] !== true) {
      throw new ConnectorError(
        'invalid',
        'role-too-small',
        `This user of ${host} may not publish and moderate comments. Use one whose role is Editor or Administrator.`,
        { field: 'user', params: { host } },
      );
    }
  }
  const account: WordPressAccount = { home: site.home, root: site.root, user: me.id };
  return { ...factsOf(account, site.name), settings: { ...account }, secrets: { user, password } };
}

async function whoAmI(
  context: NetworkContext,
  root: string,
  authorization: string,
  host: string,
): Promise<z.infer<typeof Me>> {
  const api = new SiteApi(context, root, () => authorization);
  try {
    return (await api.call(Me, ME)).value;
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === 'reauth') throw notTaken(error, host);
    throw error;
  }
}

const ME = { path: '/wp/v2/users/me', query: { context: 'edit' }, what: 'your user' };

/** Why a password was not taken, and which of the fields is the one to look at. */
function notTaken(error: ConnectorError, host: string): ConnectorError {
  const options = (field: string) => ({ field, params: { host }, cause: error });
  switch (error.details['said']) {
    case 'invalid_username':
    case 'invalid_email':
      return new ConnectorError(
        'invalid',
        'unknown-user',
        `${host} knows no such user. Type the name or e-mail address with which you sign in there.`,
        options('user'),
      );
    case 'application_passwords_disabled':
    case 'application_passwords_disabled_for_user':
      return new ConnectorError(
        'invalid',
        'no-app-passwords-user',
        `${host} does not allow application passwords for this user. Allow them in the settings of the plugin that switched them off.`,
        options('password'),
      );
    // A bare WordPress does not tell what was wrong: it acts as if nobody had tried. Some plugins make it talk.
    case 'rest_not_logged_in':
      return new ConnectorError(
        'invalid',
        'not-let-in',
        `${host} did not take this name and password. Check both: it has to be an application password, not the one you type in the browser. If both are right, the web server takes the password away before WordPress sees it: ask your host to pass the Authorization header on to PHP.`,
        options('password'),
      );
    default:
      return new ConnectorError(
        'invalid',
        'wrong-password',
        `${host} did not take this password. It has to be an application password, not the one you sign in with in the browser.`,
        options('password'),
      );
  }
}

/** Looks whether the sign-in holds. */
export async function check(context: Own): Promise<AccountFacts> {
  const api = ownApi(context);
  await api.call(Me, ME);
  const { value } = await api.call(Front, { path: '/', query: { _fields: 'name' }, what: 'the site' });
  return factsOf(context.account, siteName(value.name, context.account.home));
}

function factsOf({ home, user }: WordPressAccount, name: string): AccountFacts {
  const short = shortAddress(home);
  return {
    ident: `user-${user}@${short}`,
    handle: short,
    name,
    url: `${home}/`,
    followers: null,
    publishing: null,
  };
}
