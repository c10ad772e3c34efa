import { z } from 'zod';
import type { OutgoingPost } from '#shared/model/publishing.ts';
import { ConnectorError, type Attempt, type ReplyRequest, type Sent } from '#engine/connectors/kit/index.ts';
import { facetsOf, spansOf, type Span } from './facets.ts';
import { recordKey } from './keys.ts';
import { linkCard } from './link-card.ts';
import { pageOf, partsOf, PostView, Ref } from './posts.ts';
import { Anything, Xrpc, type Account } from './xrpc.ts';

const POST = 'app.bsky.feed.post';
const Blob = z.object({ blob: z.unknown() });
const Found = z.object({ uri: z.string(), cid: z.string(), value: z.unknown() });
const Handle = z.object({ did: z.string() });
const Posts = z.object({ posts: z.array(PostView) });
const Created = Ref;

type Publish = OutgoingPost & { key: string };

/** Publishes a post, or a thread part by part; every record has a key that the action decides. */
export async function publish(context: Account, post: Publish): Promise<Sent> {
  const xrpc = new Xrpc(context);
  const images = await uploaded(xrpc, post);
  const first = await create(context, xrpc, post.key, 0, {
    ...(await textOf(xrpc, post.text)),
    ...(post.language === null ? {} : { langs: [post.language] }),
    ...(await embedOf(context, xrpc, post, images)),
  });
  let parent = first;
  for (const [index, text] of post.thread.entries()) {
    parent = await create(context, xrpc, post.key, index + 1, {
      ...(await textOf(xrpc, text)),
      ...(post.language === null ? {} : { langs: [post.language] }),
      reply: { root: first, parent },
    });
  }
  return sentAs(context, first.uri);
}

/** Looks for every part of a post whose sending ended unknown; a thread that is half there counts as not there. */
export async function findPost(context: Account, { what }: Attempt<Publish>): Promise<Sent | null> {
  const xrpc = new Xrpc(context);
  const last = await record(context, xrpc, recordKey(what.key, what.thread.length));
  return last === null ? null : sentAs(context, uriOf(context, recordKey(what.key)));
}

export async function reply(context: Account, request: ReplyRequest): Promise<Sent> {
  const xrpc = new Xrpc(context);
  const parent = await onePost(xrpc, request.to);
  if (parent === null) {
    throw new ConnectorError(
      'gone',
      'parent-gone',
      'What you answer is no longer on Bluesky, so the answer was not sent. Your text is kept.',
    );
  }
  const ref = { uri: parent.uri, cid: parent.cid };
  const { uri } = await create(context, xrpc, request.key, 0, {
    ...(await textOf(xrpc, request.text)),
    reply: { root: parent.record.reply?.root ?? ref, parent: ref },
  });
  return sentAs(context, uri);
}

export async function findReply(context: Account, { key }: Attempt<ReplyRequest>): Promise<Sent | null> {
  const found = await record(context, new Xrpc(context), recordKey(key));
  return found === null ? null : sentAs(context, found.uri);
}

export async function like(context: Account, { ident, on }: { ident: string; on: boolean }): Promise<void> {
  const xrpc = new Xrpc(context);
  const post = await onePost(xrpc, ident);
  const liked = post?.viewer?.like;
  if (on && post !== null && liked === undefined) {
    await xrpc.post(
      Created,
      'com.atproto.repo.createRecord',
      {
        repo: context.ident,
        collection: 'app.bsky.feed.like',
        record: {
          $type: 'app.bsky.feed.like',
          subject: { uri: post.uri, cid: post.cid },
          createdAt: new Date(context.now()).toISOString(),
        },
      },
      'your like',
    );
  }
  if (!on && liked !== undefined) await removeRecord(context, xrpc, liked);
}

const Gate = z.object({
  value: z.looseObject({ hiddenReplies: z.array(z.string()).optional() }),
});

/** Hides an answer under an own post: its address goes onto the list in that post's thread gate. */
export async function hide(context: Account, { ident, on }: { ident: string; on: boolean }): Promise<void> {
  const xrpc = new Xrpc(context);
  const post = await onePost(xrpc, ident);
  const root = post?.record.reply?.root.uri ?? '';
  const { repo, rkey } = partsOf(root);
  if (repo !== context.ident) {
    throw new ConnectorError(
      'refused',
      'not-own-thread',
      'On Bluesky you can hide an answer only under a post of your own.',
    );
  }
  const collection = 'app.bsky.feed.threadgate';
  const gate = await orNull(
    xrpc.get(Gate, 'com.atproto.repo.getRecord', { repo, collection, rkey }, 'the thread'),
  );
  const before = gate?.value.hiddenReplies ?? [];
  if (before.includes(ident) === on) return;
  const hiddenReplies = on ? [...before, ident] : before.filter((uri) => uri !== ident);
  const value = {
    $type: collection,
    post: root,
    createdAt: new Date(context.now()).toISOString(),
    ...gate?.value,
    hiddenReplies,
  };
  await xrpc.post(
    Anything,
    'com.atproto.repo.putRecord',
    { repo, collection, rkey, record: value },
    'the thread',
  );
}

export async function remove(context: Account, { ident }: { ident: string }): Promise<void> {
  await removeRecord(context, new Xrpc(context), ident);
}

async function removeRecord(context: Account, xrpc: Xrpc, uri: string): Promise<void> {
  const { collection, rkey } = partsOf(uri);
  // Deleting what is not there succeeds, too.
  await xrpc.post(
    Anything,
    'com.atproto.repo.deleteRecord',
    { repo: context.ident, collection, rkey },
    'your post',
  );
}

/** Writes one post under its key; one that is there already from an attempt before is taken as it is. */
async function create(
  context: Account,
  xrpc: Xrpc,
  key: string,
  part: number,
  content: Record<string, unknown>,
): Promise<Ref> {
  const rkey = recordKey(key, part);
  const value = { $type: POST, ...content, createdAt: new Date(context.now()).toISOString() };
  try {
    return await xrpc.post(
      Created,
      'com.atproto.repo.createRecord',
      { repo: context.ident, collection: POST, rkey, record: value },
      'your post',
    );
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.kind !== 'invalid') throw error;
    const there = await record(context, xrpc, rkey);
    if (there === null) throw error;
    return there;
  }
}

const uriOf = (context: Account, rkey: string): string => `at://${context.ident}/${POST}/${rkey}`;

const sentAs = (context: Account, uri: string): Sent => ({
  ident: uri,
  url: pageOf(uri, context.account.handle),
  held: false,
});

async function record(context: Account, xrpc: Xrpc, rkey: string): Promise<Ref | null> {
  const found = await orNull(
    xrpc.get(
      Found,
      'com.atproto.repo.getRecord',
      { repo: context.ident, collection: POST, rkey },
      'your post',
    ),
  );
  return found === null ? null : { uri: found.uri, cid: found.cid };
}

async function onePost(xrpc: Xrpc, uri: string): Promise<PostView | null> {
  const { posts } = await xrpc.get(Posts, 'app.bsky.feed.getPosts', { uris: uri }, 'the post');
  return posts[0] ?? null;
}

/** Null in place of "it is not there". */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const isGone = error instanceof ConnectorError && error.kind === 'gone';
    if (isGone) return null;
    throw error;
  }
}

async function textOf(xrpc: Xrpc, text: string): Promise<Record<string, unknown>> {
  const spans = spansOf(text);
  const facets = facetsOf(text, spans, await didsOf(xrpc, spans));
  return { text, ...(facets.length === 0 ? {} : { facets }) };
}

async function didsOf(xrpc: Xrpc, spans: readonly Span[]): Promise<Map<string, string>> {
  const dids = new Map<string, string>();
  for (const span of spans) {
    if (span.kind !== 'mention' || dids.has(span.handle)) continue;
    try {
      const { did } = await xrpc.get(
        Handle,
        'com.atproto.identity.resolveHandle',
        { handle: span.handle },
        'a mentioned profile',
      );
      dids.set(span.handle, did);
    } catch (error) {
      // Nobody has this handle: it stays plain text.
      const isUnknown =
        error instanceof ConnectorError && (error.kind === 'invalid' || error.kind === 'gone');
      if (!isUnknown) throw error;
    }
  }
  return dids;
}

async function uploaded(xrpc: Xrpc, { images }: Publish): Promise<unknown[]> {
  const blobs = [];
  for (const image of images) {
    const { blob } = await xrpc.upload(Blob, image);
    blobs.push({
      alt: image.alt,
      image: blob,
      aspectRatio: { width: image.width, height: image.height },
    });
  }
  return blobs;
}

async function embedOf(
  context: Account,
  xrpc: Xrpc,
  post: Publish,
  images: readonly unknown[],
): Promise<Record<string, unknown>> {
  if (images.length > 0) return { embed: { $type: 'app.bsky.embed.images', images } };
  const link = spansOf(post.text).find((span) => span.kind === 'link');
  if (link === undefined) return {};
  const card = await linkCard(context, link.uri);
  if (card === null) return {};
  const { thumbnail, ...words } = card;
  const thumb = thumbnail === null ? {} : { thumb: (await xrpc.upload(Blob, thumbnail)).blob };
  return { embed: { $type: 'app.bsky.embed.external', external: { ...words, ...thumb } } };
}
