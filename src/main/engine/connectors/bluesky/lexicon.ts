import { z } from 'zod';

/** What is read of the network's answers, and no more. Names are those of its lexicons. */

export const Did = z.string().regex(/^did:[a-z]+:[A-Za-z0-9._:%-]{1,500}$/);
export const AtUri = z
  .string()
  .regex(/^at:\/\/[^\s/]{1,600}\/[A-Za-z0-9.-]{1,300}\/[A-Za-z0-9._:~-]{1,512}$/);
export type AtUri = z.infer<typeof AtUri>;

/** Points at one version of a record. */
export const StrongRef = z.object({ uri: AtUri, cid: z.string().min(1).max(200) });
export type StrongRef = z.infer<typeof StrongRef>;

const Author = z.object({
  did: Did,
  handle: z.string().max(300),
  displayName: z.string().nullish(),
  followersCount: z.number().nullish(),
});
export type Author = z.infer<typeof Author>;

const Time = z.string().max(100);

/** The record of a post; everything in it was written by its author's program. */
export const PostRecord = z.object({
  text: z.string(),
  createdAt: Time.nullish(),
  langs: z.array(z.string()).nullish().catch(null),
  reply: z.object({ root: StrongRef, parent: StrongRef }).nullish().catch(null),
  facets: z.array(z.unknown()).nullish().catch(null),
  embed: z.unknown().optional(),
});
export type PostRecord = z.infer<typeof PostRecord>;

const Count = z.number().nullish().catch(null);

export const PostView = z.object({
  uri: AtUri,
  cid: z.string().min(1).max(200),
  author: Author,
  record: PostRecord,
  embed: z.unknown().optional(),
  likeCount: Count,
  replyCount: Count,
  repostCount: Count,
  quoteCount: Count,
  indexedAt: Time,
  viewer: z
    .object({ like: AtUri.nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type PostView = z.infer<typeof PostView>;

export const Profile = Author.extend({
  followersCount: Count,
  followsCount: Count,
  postsCount: Count,
});
export type Profile = z.infer<typeof Profile>;

/** A list of which single entries may be unreadable. */
const Loose = z.array(z.unknown());
const Page = z.string().max(2000).nullish();

export const SearchAnswer = z.object({ posts: Loose, cursor: Page });
export const PostsAnswer = z.object({ posts: Loose });
export const FeedAnswer = z.object({ feed: Loose, cursor: Page });
export const FeedEntry = z.object({ post: PostView, reason: z.unknown().optional() });
export const NotificationsAnswer = z.object({ notifications: Loose, cursor: Page });
export const Notification = z.object({
  uri: AtUri,
  reason: z.string(),
  reasonSubject: AtUri.nullish().catch(null),
  record: z.object({ reply: PostRecord.shape.reply }),
  indexedAt: Time,
});
export type Notification = z.infer<typeof Notification>;
export const Threadgate = z.object({
  post: AtUri,
  hiddenReplies: z.array(z.string()).nullish().catch(null),
});
export const ThreadAnswer = z.object({
  thread: z.unknown().optional(),
  threadgate: z
    .object({ record: Threadgate.nullish().catch(null) })
    .nullish()
    .catch(null),
});
export const HandleAnswer = z.object({ did: Did });
export const Created = StrongRef;
export const BlobAnswer = z.object({
  blob: z.looseObject({ ref: z.unknown(), mimeType: z.string(), size: z.number() }),
});
export type Blob = z.infer<typeof BlobAnswer>['blob'];

export const DidDocument = z.object({
  id: Did,
  service: z
    .array(z.object({ id: z.string(), serviceEndpoint: z.unknown() }))
    .nullish()
    .catch(null),
});
export type DidDocument = z.infer<typeof DidDocument>;

export const SessionAnswer = z.object({
  did: Did,
  handle: z.string().max(300),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  didDoc: DidDocument.nullish().catch(null),
});

/** The parts of `at://<did>/<collection>/<record key>`. */
export function partsOf(uri: AtUri): { did: string; collection: string; rkey: string } {
  const [did = '', collection = '', rkey = ''] = uri.slice('at://'.length).split('/');
  return { did, collection, rkey };
}

export const POST = 'app.bsky.feed.post';
export const LIKE = 'app.bsky.feed.like';
export const THREADGATE = 'app.bsky.feed.threadgate';
export const SITE = 'https://bsky.app';
export const NETWORK = 'Bluesky';

/** Where a person reads a post. */
export function pageOf(uri: AtUri): string {
  const { did, rkey } = partsOf(uri);
  return `${SITE}/profile/${did}/post/${rkey}`;
}
