import { z } from 'zod';
import {
  parseDate,
  type Cursor,
  type InboxBatch,
  type ThreadEntry,
  type ThreadUpdate,
} from '#engine/connectors/kit/index.ts';
import { entryOf, PostRecord, PostView } from './posts.ts';
import { Xrpc, type Account } from './xrpc.ts';

const PAGE = 50;
/** A first look takes the newest hundred; a later one at most so many pages, and the rest the next time. */
const FIRST_PAGES = 2;
const MOST_PAGES = 20;
const BATCH = 10;
const WANTED = new Set(['reply', 'mention', 'quote']);
/** Notifications are written a little after the posts; the same second is looked at again. */
const OVERLAP_MS = 60_000;

const InboxCursor = z.object({ seen: z.number().int() });

const Notification = z.object({
  uri: z.string(),
  reason: z.string(),
  indexedAt: z.string(),
  record: PostRecord.catch({ text: '' }),
});
type Notification = z.infer<typeof Notification>;
const Page = z.object({ notifications: z.array(z.unknown()), cursor: z.string().optional() });

/** Comments, mentions and quotes since the last time, each with the post it belongs to, oldest first. */
export async function* readInbox(context: Account, stored: Cursor): AsyncGenerator<InboxBatch> {
  const xrpc = new Xrpc(context);
  const parsed = InboxCursor.safeParse(stored);
  const seen = parsed.success ? parsed.data.seen : null;
  const news = await newsSince(xrpc, seen);
  const done = new Set<string>();
  let newest = seen ?? 0;
  for (let at = 0; at < news.length; at += BATCH) {
    const threads: ThreadUpdate[] = [];
    for (const { uri, at: time } of news.slice(at, at + BATCH)) {
      newest = Math.max(newest, time);
      const thread = await readThread(context, xrpc, uri);
      if (thread === null || done.has(thread.ident)) continue;
      done.add(thread.ident);
      threads.push(thread);
    }
    yield { threads, cursor: { seen: newest }, notes: {} };
  }
  if (news.length === 0) yield { threads: [], cursor: { seen: newest }, notes: {} };
}

async function newsSince(xrpc: Xrpc, seen: number | null): Promise<{ uri: string; at: number }[]> {
  const found: { uri: string; at: number }[] = [];
  let cursor: string | undefined;
  const pages = seen === null ? FIRST_PAGES : MOST_PAGES;
  for (let page = 0; page < pages; page += 1) {
    const answer = await xrpc.get(
      Page,
      'app.bsky.notification.listNotifications',
      { limit: PAGE, cursor },
      'the notifications',
    );
    const read = answer.notifications.flatMap((one) => {
      const parsed = Notification.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
    const times = read.map((one) => parseDate(one.indexedAt) ?? 0);
    for (const [index, one] of read.entries()) {
      const at = times[index] ?? 0;
      if (WANTED.has(one.reason) && (seen === null || at > seen - OVERLAP_MS))
        found.push({ uri: one.uri, at });
    }
    const isPast = seen !== null && Math.min(...times) <= seen - OVERLAP_MS;
    // A server that hands out the same cursor again would never end.
    if (isPast || answer.cursor === undefined || answer.cursor === cursor || read.length === 0) break;
    cursor = answer.cursor;
  }
  return found.sort((a, b) => a.at - b.at);
}

const Node: z.ZodType<ThreadNode> = z.lazy(() =>
  z.object({
    $type: z.string().optional(),
    post: PostView.optional().catch(undefined),
    parent: Node.optional().catch(undefined),
    replies: z.array(Node).optional().catch(undefined),
    threadContext: z.unknown().optional(),
  }),
);
interface ThreadNode {
  $type?: string | undefined;
  post?: PostView | undefined;
  parent?: ThreadNode | undefined;
  replies?: ThreadNode[] | undefined;
}
const Gate = z.object({ record: z.object({ hiddenReplies: z.array(z.string()).optional() }).optional() });
const Thread = z.object({ thread: Node, threadgate: Gate.optional().catch(undefined) });

/**
 * The branch a post stands in: the post that is talked under, then everything from the first comment of that branch down.
 * Null when it is not there any more.
 */
export async function readThread(context: Account, xrpc: Xrpc, uri: string): Promise<ThreadUpdate | null> {
  const { thread, threadgate } = await xrpc.get(
    Thread,
    'app.bsky.feed.getPostThread',
    { uri, depth: 10, parentHeight: 80 },
    'the conversation',
  );
  if (thread.post === undefined) return null;
  const above = ancestors(thread);
  const below = descendants(thread);
  const line = [...above, thread.post, ...below];
  const rootUri = thread.post.record.reply?.root.uri ?? uri;
  const hidden = new Set(threadgate?.record?.hiddenReplies ?? []);
  const options = { own: context.ident, now: context.now() };
  const entries = line.map((post): ThreadEntry => {
    const isTop = post.uri === rootUri;
    const isOwnRoot = isTop && (post.author.did === context.ident || line.length > 1);
    const kind = isOwnRoot ? 'post' : isTop ? 'mention' : 'comment';
    return entryOf(post, { ...options, kind, hidden: hidden.has(post.uri) });
  });
  // A mention that begins a thread waits for an answer although it is its first post.
  const isAsked = rootUri === uri && thread.post.author.did !== context.ident;
  if (isAsked) for (const entry of entries) if (entry.ident === uri) entry.kind = 'mention';
  const branch = line.find((post) => post.uri !== rootUri) ?? thread.post;
  const first = isAsked ? thread.post.uri : branch.uri;
  return { ident: first, entries };
}

function ancestors(node: ThreadNode): PostView[] {
  const found: PostView[] = [];
  for (let at = node.parent; at?.post !== undefined; at = at.parent) found.unshift(at.post);
  return found;
}

function descendants(node: ThreadNode): PostView[] {
  return (node.replies ?? []).flatMap((reply) =>
    reply.post === undefined ? [] : [reply.post, ...descendants(reply)],
  );
}
