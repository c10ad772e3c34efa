import {
  cleanLine,
  cleanText,
  ConnectorError,
  counter,
  readable,
  type AccountContext,
  type Api,
  type Metrics,
  type NetworkContext,
  type PostFigures,
  type PublicProfile,
} from '#engine/connectors/kit/index.ts';
import { PUBLIC, handleOf, isHandle } from './identity.ts';
import { timeOf } from './items.ts';
import { FeedAnswer, FeedEntry, NETWORK, Profile, SITE, pageOf } from './lexicon.ts';
import { Session, type BlueskyAccount, type BlueskyContext } from './session.ts';
import { openApi, pathOf, type Xrpc } from './xrpc.ts';

/** Own posts of late whose figures are read. */
const RECENT = 50;

/** Asks either as an account or as anybody. */
type Asking = Pick<Session, 'call'>;

export async function metrics(context: BlueskyContext): Promise<Metrics> {
  const session = new Session(context);
  const { followers, following, posts, recent } = await figuresOf(session, context.account.did);
  return { followers, following, posts, recent };
}

/**
 * What anybody may see of a profile, without a login.
 * @param typed a handle, the address of a profile, a DID
 */
export async function profile(
  context: NetworkContext & { through: AccountContext<BlueskyAccount> | null },
  typed: string,
): Promise<PublicProfile> {
  const actor = handleOf(typed);
  if (!actor.startsWith('did:') && !isHandle(actor)) throw noSuchProfile(typed);
  const api = openApi(context, context.baseUrl ?? PUBLIC, (status, { reason }) =>
    status === 400 && /not found|resolve|must be|invalid/i.test(reason) ? noSuchProfile(typed) : undefined,
  );
  return figuresOf(asAnybody(api), actor);
}

const asAnybody = (api: Api): Asking => ({
  call: async (schema, { name, ...request }: Xrpc) => api.call(schema, { ...request, path: pathOf(name) }),
});

async function figuresOf(asking: Asking, actor: string): Promise<PublicProfile> {
  const { value } = await asking.call(Profile, {
    name: 'app.bsky.actor.getProfile',
    query: { actor },
    what: 'this profile',
  });
  const { value: feed } = await asking.call(FeedAnswer, {
    name: 'app.bsky.feed.getAuthorFeed',
    query: { actor: value.did, limit: RECENT, filter: 'posts_no_replies' },
    what: 'the posts of this profile',
  });
  return {
    ident: value.did,
    handle: `@${cleanLine(value.handle, 300)}`,
    name: cleanLine(value.displayName ?? '', 200) || cleanLine(value.handle, 300),
    url: `${SITE}/profile/${value.did}`,
    followers: counter(value.followersCount),
    following: counter(value.followsCount),
    posts: counter(value.postsCount),
    recent: readable(FeedEntry, feed.feed)
      // What a profile shares of others says nothing about its own posts.
      .filter(({ post, reason }) => reason === undefined && post.author.did === value.did)
      .map(({ post }): PostFigures => ({
        ident: post.uri,
        url: pageOf(post.uri),
        at: timeOf(post.record.createdAt, post.indexedAt) ?? 0,
        text: cleanText(post.record.text, 2000),
        reactions: counter(post.likeCount),
        comments: counter(post.replyCount),
        shares:
          counter(post.repostCount) === null
            ? null
            : (post.repostCount ?? 0) + (counter(post.quoteCount) ?? 0),
        views: null,
      })),
  };
}

const noSuchProfile = (typed: string): ConnectorError =>
  new ConnectorError(
    'invalid',
    'no-such-profile',
    `Bluesky has no profile called ${cleanLine(typed, 100)}. Check the spelling; the whole handle is needed, such as seaview.bsky.social.`,
    { field: 'handle', params: { handle: cleanLine(typed, 100), network: NETWORK } },
  );
