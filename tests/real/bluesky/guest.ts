import { z } from 'zod';
import type { BlueskyAccount, BlueskyNetwork, BlueskyServer } from './network.ts';

const POST = 'app.bsky.feed.post';
const Session = z.object({ accessJwt: z.string() });
const Ref = z.object({ uri: z.string(), cid: z.string() });
const Post = z.object({
  uri: z.string(),
  cid: z.string(),
  author: z.object({ did: z.string() }),
  record: z.looseObject({ text: z.string(), reply: z.object({ root: Ref, parent: Ref }).optional() }),
  embed: z
    .looseObject({ images: z.array(z.object({ alt: z.string(), fullsize: z.string() })).optional() })
    .optional(),
  likeCount: z.number().default(0),
});
export type GuestPost = z.infer<typeof Post>;
const Posts = z.object({ posts: z.array(Post) });
const Feed = z.object({ feed: z.array(z.object({ post: Post })) });
const Thread = z.object({
  threadgate: z.object({ record: z.object({ hiddenReplies: z.array(z.string()).default([]) }) }).optional(),
});

/** Somebody else on the network, who knows nothing of Earshot: plain requests to the same server. */
export interface BlueskyGuest {
  account: BlueskyAccount;
  post(text: string, more?: Record<string, unknown>): Promise<string>;
  /** Many posts, one after another, and one wait until everybody can read them. */
  postAll(texts: readonly string[]): Promise<void>;
  mention(whom: BlueskyAccount, text: string): Promise<string>;
  /** Answers a post; under its thread. */
  comment(under: string, text: string): Promise<string>;
  quote(uri: string, text: string): Promise<string>;
  follow(did: string): Promise<void>;
  remove(uri: string): Promise<void>;
  /** A post as this guest sees it; null where there is none. */
  see(uri: string): Promise<GuestPost | null>;
  /** What somebody posted, replies too, newest first. */
  posts(did: string): Promise<GuestPost[]>;
  /** The replies hidden under a post. */
  hidden(uri: string): Promise<string[]>;
}

/** Makes an account and signs it in. `handle` of letters and digits. */
export async function blueskyGuest(
  network: BlueskyServer & Partial<Pick<BlueskyNetwork, 'processAll'>>,
  handle: string,
): Promise<BlueskyGuest> {
  const account = await network.createAccount(handle);
  const call = async (name: string, json?: unknown): Promise<unknown> => {
    const response = await fetch(`${network.pdsUrl}/xrpc/${name}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  let token = '';
  token = Session.parse(
    await call('com.atproto.server.createSession', {
      identifier: account.handle,
      password: account.password,
    }),
  ).accessJwt;

  const settle = async (): Promise<void> => network.processAll?.();
  const write = async (collection: string, record: Record<string, unknown>): Promise<string> => {
    const made = await call('com.atproto.repo.createRecord', {
      repo: account.did,
      collection,
      record: { $type: collection, createdAt: new Date().toISOString(), ...record },
    });
    return Ref.parse(made).uri;
  };
  const create = async (collection: string, record: Record<string, unknown>): Promise<string> => {
    const uri = await write(collection, record);
    await settle();
    return uri;
  };
  const see = async (uri: string): Promise<GuestPost | null> => {
    await settle();
    const answer = await call(`app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`);
    return Posts.parse(answer).posts[0] ?? null;
  };
  const known = async (uri: string): Promise<GuestPost> => {
    const post = await see(uri);
    if (post === null) throw new Error(`nobody can see ${uri}`);
    return post;
  };
  const post = async (text: string, more: Record<string, unknown> = {}): Promise<string> =>
    create(POST, { text, ...more });
  return {
    account,
    post,
    postAll: async (texts) => {
      for (const text of texts) await write(POST, { text });
      await settle();
    },
    see,
    mention: async (whom, text) => {
      const name = `@${whom.handle}`;
      const facet = {
        index: { byteStart: 0, byteEnd: name.length },
        features: [{ $type: 'app.bsky.richtext.facet#mention', did: whom.did }],
      };
      return post(`${name} ${text}`, { facets: [facet] });
    },
    comment: async (under, text) => {
      const { uri, cid, record } = await known(under);
      return post(text, { reply: { root: record.reply?.root ?? { uri, cid }, parent: { uri, cid } } });
    },
    quote: async (under, text) => {
      const { uri, cid } = await known(under);
      return post(text, { embed: { $type: 'app.bsky.embed.record', record: { uri, cid } } });
    },
    follow: async (did) => {
      await create('app.bsky.graph.follow', { subject: did });
    },
    remove: async (uri) => {
      const [repo, collection, rkey] = uri.slice('at://'.length).split('/');
      await call('com.atproto.repo.deleteRecord', { repo, collection, rkey });
      await settle();
    },
    posts: async (did) => {
      await settle();
      const answer = await call(
        `app.bsky.feed.getAuthorFeed?limit=100&filter=posts_with_replies&actor=${encodeURIComponent(did)}`,
      );
      return Feed.parse(answer).feed.map(({ post: one }) => one);
    },
    hidden: async (uri) => {
      await settle();
      const answer = await call(`app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}`);
      return Thread.parse(answer).threadgate?.record.hiddenReplies ?? [];
    },
  };
}
