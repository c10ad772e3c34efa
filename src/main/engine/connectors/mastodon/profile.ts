import { z } from 'zod';
import {
  ConnectorError,
  List,
  counter,
  httpAddress,
  readable,
  type AccountContext,
  type Api,
  type Metrics,
  type NetworkContext,
  type PostFigures,
  type PublicProfile,
} from '#engine/connectors/kit/index.ts';
import { ownPage } from './own-posts.ts';
import { PAGE } from './pages.ts';
import {
  Profile,
  Status,
  identOf,
  orMissing,
  ownApi,
  serverApi,
  typedServer,
  type MastodonAccount,
  type Own,
} from './protocol.ts';
import { fullHandle, nameOf, textOf, timeOf } from './texts.ts';

const Found = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string().optional() })).catch([]),
});

/** Own followers and posts, and what the newest posts got. */
export async function metrics(context: Own): Promise<Metrics> {
  const api = ownApi(context);
  const { value } = await api.call(Profile, {
    path: '/api/v1/accounts/verify_credentials',
    what: 'your profile',
  });
  const { posts } = await ownPage(context, api);
  return { ...countsOf(value), recent: figuresOf(posts, context.now()) };
}

/** Anybody's public figures, asked of that profile's own server, which knows them best. */
export async function profile(
  context: NetworkContext & { through: AccountContext<MastodonAccount> | null },
  typed: string,
): Promise<PublicProfile> {
  const { name, server } = whereIs(typed, context.through?.account ?? null);
  const api = serverApi(context, server, () => null);
  const found =
    (await lookUp(api, name)) ?? (await onOtherServer(context, api, `${name}@${new URL(server).host}`));
  if (found === null) {
    const host = new URL(server).hostname;
    throw new ConnectorError(
      'invalid',
      'no-profile',
      `${host} knows nobody called ${name}. Type the profile as people write it: @name@server.`,
      { field: 'handle', params: { host, name } },
    );
  }
  const domain = new URL(server).host;
  const handle = fullHandle(found.profile.acct, domain);
  return {
    ident: handle,
    handle: `@${handle}`,
    name: nameOf(found.profile),
    url: httpAddress(found.profile.url),
    ...countsOf(found.profile),
    recent: figuresOf(await postsOf(found.api, found.profile.id), context.now()),
  };
}

/** `@anna@far.example`, `anna@far.example`, an address of the profile, or a bare name on the own account's server. */
function whereIs(typed: string, own: MastodonAccount | null): { name: string; server: string } {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) {
    const server = typedServer(text);
    const path = URL.canParse(text) ? new URL(text).pathname : '';
    const name = path.split('/').findLast((part) => part !== '') ?? '';
    return { name: decoded(name).replace(/^@/, '').replace(/@.*$/, ''), server };
  }
  const [name = '', domain = ''] = text.replace(/^@/, '').split('@');
  if (domain === '' && own !== null) return { name, server: own.server };
  return { name, server: typedServer(domain) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface Place {
  profile: Profile;
  api: Api;
}

async function lookUp(api: Api, name: string): Promise<Place | null> {
  const answer = await orMissing(
    api.call(Profile, { path: '/api/v1/accounts/lookup', query: { acct: name }, what: 'the profile' }),
  );
  return answer === null ? null : { profile: answer.value, api };
}

/** A domain may keep its people on another server and say so (WebFinger, RFC 7033). */
async function onOtherServer(context: NetworkContext, api: Api, acct: string): Promise<Place | null> {
  const answer = await orMissing(
    api.call(Found, {
      path: '/.well-known/webfinger',
      query: { resource: `acct:${acct}` },
      expects: [400, 401, 403, 422],
      what: 'the profile',
    }),
  );
  const self = answer?.value.links.find(({ rel, href }) => rel === 'self' && httpAddress(href) !== '');
  if (self?.href === undefined) return null;
  const server = typedServer(self.href);
  if (server === api.origin) return null;
  const [name = ''] = acct.split('@');
  return lookUp(
    serverApi(context, server, () => null),
    name,
  );
}

/** Posts are figures too, but a server that shows them only to its own people leaves the rest as it is. */
async function postsOf(api: Api, id: string): Promise<Status[]> {
  try {
    const answer = await orMissing(
      api.call(List, {
        path: `/api/v1/accounts/${encodeURIComponent(id)}/statuses`,
        query: { limit: PAGE, exclude_reblogs: true },
        what: 'the posts',
      }),
    );
    return readable(Status, answer?.value ?? []).filter(({ reblog }) => reblog == null);
  } catch (error) {
    if (error instanceof ConnectorError && error.kind === 'refused') return [];
    throw error;
  }
}

const countsOf = (one: Profile): Pick<Metrics, 'followers' | 'following' | 'posts'> => ({
  followers: counter(one.followers_count),
  following: counter(one.following_count),
  posts: counter(one.statuses_count),
});

const figuresOf = (posts: readonly Status[], now: number): PostFigures[] =>
  posts
    .map((post) => ({
      ident: identOf(post),
      url: httpAddress(post.url ?? post.uri),
      at: timeOf(post, now),
      text: textOf(post),
      reactions: counter(post.favourites_count),
      comments: counter(post.replies_count),
      shares: counter(post.reblogs_count),
      views: null,
    }))
    .sort((a, b) => b.at - a.at);
