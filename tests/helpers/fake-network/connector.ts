import { z } from 'zod';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import {
  ConnectorError,
  askTokens,
  defineConnector,
  rawItem,
  serverOrigin,
  type AccountFacts,
  type CollectBatch,
  type CollectContext,
  type Cursor,
  type InboxBatch,
  type Metrics,
  type NetworkContext,
  type PublicProfile,
  type SignInContext,
  type SignedIn,
  type ThreadUpdate,
} from '#engine/connectors/kit/index.ts';
import {
  Calls,
  FakeAccountSettings,
  Page,
  Profile,
  authorOf,
  entryOf,
  openApi,
  sentOf,
  textOf,
  type Own,
  type Post,
} from './calls.ts';
import { edit, hostMedia, publish, reply, toggle } from './writing.ts';

const PUBLISHING: PublishingLimits = {
  text: { counter: 'graphemes', max: 500, maxBytes: null, linkLength: 23 },
  title: 'none',
  images: { max: 4, maxBytes: 1_000_000, types: ['image/jpeg', 'image/png'], altMax: 1000 },
  threads: true,
  replyMax: null,
  holds: { minMinutes: 5, maxDays: 30 },
};

const Settings = z.object({ server: z.string().min(1), words: z.string().min(1) });
const Typed = z.object({ server: z.string(), handle: z.string().min(1), password: z.string() });
const MOST_PAGES = 50;

const field = (key: string, label: string, input: 'text' | 'secret' = 'text') => ({
  key,
  input,
  label,
  help: '',
  placeholder: '',
  required: true,
  choices: [],
});

/** The connector of the fake network: every capability there is. */
export const fakeConnector = defineConnector(
  {
    id: 'fake',
    name: 'Fakebook',
    about: 'A network that only tests know.',
    auth: 'app-password',
    hosts: 'any',
    limits: {
      minIntervalMinutes: 1,
      requestGapMs: 0,
      itemsPerSearch: null,
      quotas: [{ bucket: 'search', unit: 'calls', amount: 1000, per: 'day', zone: 'America/Los_Angeles' }],
    },
    capabilities: [
      'collect',
      'account',
      'inbox',
      'hints',
      'reply',
      'like',
      'hide',
      'remove',
      'publish',
      'edit',
      'metrics',
      'profile',
      'hostMedia',
    ],
    fields: [field('server', 'Server'), field('words', 'Words to search for')],
    accountFields: [
      field('server', 'Server'),
      field('handle', 'Handle'),
      field('password', 'Password', 'secret'),
    ],
    settings: Settings,
    signIn: Typed,
    account: FakeAccountSettings,
    publishing: PUBLISHING,
    describe: ({ words }) => ({ name: `Fakebook: ${words}`, detail: words }),
  },
  {
    collect,
    account: { signIn, check },
    inbox,
    hints,
    reply,
    like: (context, { ident, on }) => toggle(context, ident, 'like', on),
    hide: (context, { ident, on }) => toggle(context, ident, 'hide', on),
    remove,
    publish,
    edit,
    metrics: async (context) => metricsOf(context.account.server, await readMe(context)),
    profile,
    hostMedia,
  },
);

async function* collect(
  context: CollectContext<z.infer<typeof Settings>>,
  stored: Cursor,
): AsyncGenerator<CollectBatch> {
  const { server, words } = context.settings;
  const api = openApi(context, serverOrigin(server, 'server'));
  const until = typeof stored === 'string' ? stored : null;
  let before: string | undefined;
  const found: Post[] = [];
  // The cursor may only move once everything above it was read, so all pages come before the first batch.
  for (let page = 0; page < MOST_PAGES; page += 1) {
    context.spend('search', 1);
    const { value } = await api.call(Page, {
      path: '/v1/search',
      query: { q: words, before },
      what: 'the search',
    });
    const known = value.posts.findIndex(({ id }) => id === until);
    const fresh = value.posts.filter(({ id }) => !found.some((post) => post.id === id));
    found.push(...(known === -1 ? fresh : fresh.slice(0, known)));
    if (known !== -1 || fresh.length === 0 || value.next == null) break;
    before = value.next;
  }
  const items = found.flatMap((post) => {
    const url = `${api.origin}/@${post.author.handle}/${post.id}`;
    const item = rawItem({
      ident: url,
      kind: 'social',
      url,
      text: textOf(post),
      author: authorOf(api.origin, post),
      publishedAt: Math.min(post.at, context.now()),
      engagement: { reactions: post.likes, comments: post.comments },
      hasMedia: post.images.length > 0,
    });
    return item === null ? [] : [item];
  });
  yield { items, cursor: found[0]?.id ?? until, notes: {}, skipped: found.length - items.length };
}

async function signIn(context: SignInContext<z.infer<typeof Typed>>): Promise<SignedIn> {
  const { handle, password } = context.typed;
  const server = serverOrigin(context.typed.server, 'server');
  const { access, refresh } = await askTokens(openApi(context, server), '/oauth/token', {
    grant_type: 'password',
    username: handle,
    password,
  }).catch((error: unknown) => {
    if (!(error instanceof ConnectorError) || error.kind !== 'reauth') throw error;
    throw new ConnectorError('refused', 'wrong-password', 'This is not the password. Type it again.', {
      field: 'password',
    });
  });
  const { value } = await openApi(context, server, () => `Bearer ${access}`).call(Profile, {
    path: '/v1/me',
    what: 'your profile',
  });
  return { ...factsOf(server, value), settings: { server, handle }, secrets: { access, refresh } };
}

const readMe = (context: Own): Promise<Profile> =>
  new Calls(context).call(Profile, { path: '/v1/me', what: 'your profile' });

async function check(context: Own): Promise<AccountFacts> {
  return factsOf(context.account.server, await readMe(context));
}

const factsOf = (server: string, me: Profile): AccountFacts => ({
  ident: me.handle,
  handle: `@${me.handle}`,
  name: me.name,
  url: `${server}/@${me.handle}`,
  followers: me.followers,
  publishing: null,
});

const Notices = z.object({
  notices: z.array(
    z.object({ serial: z.number(), kind: z.enum(['comment', 'mention', 'message']), post: z.string() }),
  ),
  next: z.number().nullish(),
});

async function* inbox(context: Own, stored: Cursor): AsyncGenerator<InboxBatch> {
  const calls = new Calls(context);
  let after = typeof stored === 'number' ? stored : 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { notices, next } = await calls.call(Notices, {
      path: '/v1/notices',
      query: { after },
      what: 'the notifications',
    });
    const fresh = notices.filter(({ serial }) => serial > after);
    const threads: ThreadUpdate[] = [];
    for (const { post, kind } of fresh) {
      if (threads.some(({ entries }) => entries.some(({ ident }) => ident === post))) continue;
      const thread = await readThread(context, calls, post, kind);
      if (thread !== null) threads.push(thread);
    }
    after = Math.max(after, ...fresh.map(({ serial }) => serial));
    yield { threads, cursor: after, notes: {} };
    if (next == null || fresh.length === 0) return;
  }
}

async function readThread(
  context: Own,
  calls: Calls,
  id: string,
  kind: 'comment' | 'mention' | 'message',
): Promise<ThreadUpdate | null> {
  const { posts } = await calls
    .call(Page, { path: `/v1/posts/${id}/thread`, what: 'the conversation' })
    .catch((error: unknown) => {
      // Deleted since: there is nothing to answer any more.
      if (error instanceof ConnectorError && error.kind === 'gone') return { posts: [] };
      throw error;
    });
  const [root] = posts;
  if (root === undefined) return null;
  const isOwn = root.author.handle === context.account.handle;
  const entries = posts.map((post) =>
    entryOf(context, post, post.id !== root.id ? 'comment' : isOwn ? 'post' : kind),
  );
  return { ident: root.id, entries };
}

async function* hints(context: Own): AsyncGenerator<void> {
  const url = new URL('/v1/stream', context.account.server);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const messages = context.sockets.listen({
    url: url.href,
    headers: { authorization: `Bearer ${context.secrets.get('access') ?? ''}` },
    allowLocalNetwork: context.allowLocalNetwork,
    allowedHosts: [url.hostname],
    signal: context.signal,
  });
  for await (const message of messages) if (message === 'notice') yield;
}

async function remove(context: Own, { ident }: { ident: string }): Promise<void> {
  await new Calls(context)
    .call(z.unknown(), { method: 'DELETE', path: `/v1/posts/${ident}`, what: 'your post' })
    .catch((error: unknown) => {
      if (!(error instanceof ConnectorError) || error.kind !== 'gone') throw error;
    });
}

function metricsOf(server: string, me: Profile): Metrics {
  return {
    followers: me.followers,
    following: me.following,
    posts: me.posts,
    recent: me.recent.map((post) => ({
      ident: post.id,
      url: sentOf(server, post).url,
      at: post.at,
      text: textOf(post),
      reactions: post.likes,
      comments: post.comments,
      shares: null,
      views: null,
    })),
  };
}

/** `http://server/@handle`, or `@handle` on the own account's server. */
async function profile(
  context: NetworkContext & { through: Own | null },
  typed: string,
): Promise<PublicProfile> {
  const address = typed.startsWith('@') ? `${context.through?.account.server ?? ''}/${typed}` : typed;
  const server = serverOrigin(address, 'handle');
  const handle = new URL(address).pathname.replace(/^\/@/, '');
  const { value } = await openApi(context, server).call(Profile, {
    path: `/v1/profiles/${encodeURIComponent(handle)}`,
    what: 'this profile',
  });
  const { ident, name, url } = factsOf(server, value);
  return { ident, name, url, handle: `@${handle}`, ...metricsOf(server, value) };
}
