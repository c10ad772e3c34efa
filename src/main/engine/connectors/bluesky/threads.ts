import { z } from 'zod';
import {
  ConnectorError,
  cleanText,
  httpAddress,
  type Attachment,
  type ThreadEntry,
  type ThreadUpdate,
} from '#engine/connectors/kit/index.ts';
import { postsAt } from './answer.ts';
import { authorOf, fullText, timeOf } from './items.ts';
import { PostView, ThreadAnswer, pageOf, partsOf } from './lexicon.ts';
import { isRejected, type Session } from './session.ts';

/** Most entries kept of one thread. */
const MOST_ENTRIES = 500;
/** How deep answers to answers are read, and how far up from a post. */
const DEPTH = 20;
/** Posts the network tells of at a time. */
const POSTS_AT_ONCE = 25;

const Node = z.object({
  post: PostView,
  parent: z.unknown().optional(),
  replies: z.array(z.unknown()).nullish().catch(null),
});
const Mention = z.object({ features: z.array(z.looseObject({ did: z.string().optional() })) });
const Quote = z.object({
  record: z.object({ uri: z.string().optional(), record: z.object({ uri: z.string() }).optional() }),
});
const Image = z.object({ fullsize: z.string(), alt: z.string().catch('') });
const Media = z.object({
  images: z.array(z.unknown()).optional(),
  items: z.array(z.unknown()).optional(),
  playlist: z.string().optional(),
  alt: z.string().optional(),
});
const WithMedia = z.object({ media: Media });

interface Read {
  posts: Map<string, PostView>;
  hidden: ReadonlySet<string>;
}

/**
 * Everything known of a thread. Under an own post that is all of it; in somebody else's thread what leads to `anchor`, and
 * what follows it.
 * @param known what an earlier look has brought; what of it is no longer there comes back marked
 * @returns null when nothing is left of it
 */
export async function readThread(
  session: Session,
  { root, anchor, known = [] }: { root: string; anchor: string; known?: readonly string[] },
): Promise<ThreadUpdate | null> {
  const isOwn = partsOf(root).did === session.did;
  const read = isOwn
    ? ((await ask(session, root)) ?? (await ask(session, anchor)))
    : await ask(session, anchor);
  // A long thread is cut by the network; what was asked for has to be in it.
  if (read !== null && isOwn && !read.posts.has(anchor) && anchor !== root)
    merge(read, await ask(session, anchor));
  const posts = read?.posts ?? new Map<string, PostView>();
  const missing = [root, ...known].filter((uri) => !posts.has(uri));
  const isThere = await stillThere(session, missing);
  for (const post of isThere) posts.set(post.uri, post);
  const quoted = await quotedOwn(session, posts.get(anchor));
  if (quoted !== null) posts.set(quoted.uri, quoted);
  if (posts.size === 0 && known.length === 0) return null;
  const entries = [...posts.values()].map((post) =>
    entryOf(post, session.did, { root, hidden: read?.hidden ?? new Set() }),
  );
  const oldest = Math.min(session.context.now(), ...entries.map(({ at }) => at));
  const gone = [...new Set(missing)].filter((uri) => !posts.has(uri));
  const all = [...entries, ...gone.map((uri) => goneEntry(uri, session.did, { root, at: oldest }))];
  if (quoted !== null) {
    const quote = all.find(({ ident }) => ident === anchor);
    if (quote?.parent === null) quote.parent = quoted.uri;
  }
  const first = quoted?.uri ?? root;
  all.sort((a, b) => Number(b.ident === first) - Number(a.ident === first) || a.at - b.at);
  return { ident: root, entries: all.slice(0, MOST_ENTRIES) };
}

/** Null when the network knows no such post. */
async function ask(session: Session, uri: string): Promise<Read | null> {
  try {
    const { value } = await session.call(ThreadAnswer, {
      name: 'app.bsky.feed.getPostThread',
      query: { uri, depth: DEPTH, parentHeight: DEPTH },
      what: 'the conversation',
      maxBytes: 20_000_000,
    });
    const read: Read = {
      posts: new Map(),
      hidden: new Set(value.threadgate?.record?.hiddenReplies),
    };
    walk(value.thread, read);
    return read.posts.size === 0 ? null : read;
  } catch (error) {
    if (isRejected(error, 'NotFound')) return null;
    if (error instanceof ConnectorError && error.code === 'http-404') return null;
    throw error;
  }
}

/** Not by recursion: how deep an answer goes is its sender's choice. */
function walk(thread: unknown, read: Read): void {
  const open: unknown[] = [thread];
  while (open.length > 0 && read.posts.size < MOST_ENTRIES) {
    const node = Node.safeParse(open.shift());
    // What was deleted or is blocked has a shape of its own, and nothing to show.
    if (!node.success || read.posts.has(node.data.post.uri)) continue;
    const { post, parent, replies } = node.data;
    read.posts.set(post.uri, post);
    open.push(parent, ...(replies ?? []));
  }
}

function merge(into: Read, more: Read | null): void {
  for (const [uri, post] of more?.posts ?? []) into.posts.set(uri, post);
}

async function stillThere(session: Session, uris: readonly string[]): Promise<PostView[]> {
  const found: PostView[] = [];
  const all = [...new Set(uris)];
  for (let at = 0; at < all.length; at += POSTS_AT_ONCE) {
    found.push(...(await postsAt(session, all.slice(at, at + POSTS_AT_ONCE))));
  }
  return found;
}

/** The own post that a post quotes; null where it quotes none, or answers something. */
async function quotedOwn(session: Session, post: PostView | undefined): Promise<PostView | null> {
  if (post === undefined || post.record.reply != null) return null;
  const uri = quotedBy(post);
  if (uri === null || partsOf(uri).did !== session.did) return null;
  return (await postsAt(session, [uri]))[0] ?? null;
}

function quotedBy(post: PostView): string | null {
  const quote = Quote.safeParse(post.record.embed);
  return quote.success ? (quote.data.record.record?.uri ?? quote.data.record.uri ?? null) : null;
}

function entryOf(
  post: PostView,
  did: string,
  { root, hidden }: { root: string; hidden: ReadonlySet<string> },
): ThreadEntry {
  const { record } = post;
  return {
    ident: post.uri,
    parent: record.reply?.parent.uri ?? null,
    kind: kindOf(post, did, root),
    text: cleanText(fullText(record)),
    author: { ...authorOf(post.author), followers: post.author.followersCount ?? null },
    own: post.author.did === did,
    at: timeOf(record.createdAt, post.indexedAt) ?? 0,
    url: pageOf(post.uri),
    attachments: attachmentsOf(post.embed),
    liked: post.viewer?.like != null,
    hidden: hidden.has(post.uri),
    gone: false,
    rating: null,
    private: false,
  };
}

/** Bystanders in somebody else's thread want no answer from us. */
function kindOf(post: PostView, did: string, root: string): ThreadEntry['kind'] {
  const parent = post.record.reply?.parent.uri;
  if (post.author.did === did) return parent === undefined ? 'post' : 'comment';
  if (partsOf(root).did === did) return 'comment';
  if (parent !== undefined && partsOf(parent).did === did) return 'comment';
  const quoted = quotedBy(post);
  const isMeant =
    (quoted !== null && quoted.startsWith(`at://${did}/`)) ||
    (post.record.facets ?? []).some((facet) => {
      const read = Mention.safeParse(facet);
      return read.success && read.data.features.some((feature) => feature.did === did);
    });
  return isMeant ? 'mention' : 'post';
}

/** Its text is kept where it was known. */
function goneEntry(uri: string, did: string, { root, at }: { root: string; at: number }): ThreadEntry {
  return {
    ident: uri,
    parent: uri === root ? null : root,
    kind: uri === root ? 'post' : 'comment',
    text: '',
    author: null,
    own: partsOf(uri).did === did,
    at,
    url: pageOf(uri),
    attachments: [],
    liked: false,
    hidden: false,
    gone: true,
    rating: null,
    private: false,
  };
}

function attachmentsOf(embed: unknown): Attachment[] {
  const nested = WithMedia.safeParse(embed);
  const read = nested.success ? nested.data.media : Media.safeParse(embed).data;
  if (read === undefined) return [];
  const images = [...(read.images ?? []), ...(read.items ?? [])].flatMap((one): Attachment[] => {
    const image = Image.safeParse(one);
    const url = image.success ? httpAddress(image.data.fullsize) : '';
    return image.success && url !== '' ? [{ kind: 'image', url, alt: cleanText(image.data.alt, 5000) }] : [];
  });
  const film = httpAddress(read.playlist ?? '');
  return film === ''
    ? images
    : [...images, { kind: 'video', url: film, alt: cleanText(read.alt ?? '', 5000) }];
}
