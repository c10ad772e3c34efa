import { z } from 'zod';
import {
  ConnectorError,
  readable,
  withoutEffect,
  type Attempt,
  type ReplyRequest,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import {
  AtUri,
  LIKE,
  NETWORK,
  POST,
  PostView,
  PostsAnswer,
  THREADGATE,
  Threadgate,
  partsOf,
} from './lexicon.ts';
import { postRecord } from './post.ts';
import { removeWhole, sent } from './publish.ts';
import { createOnce, deleteRecord, findRecord, keyBeside, recordKey } from './records.ts';
import { Session, type BlueskyContext } from './session.ts';

/** Most replies that can be hidden under one post (`app.bsky.feed.threadgate`). */
const MOST_HIDDEN = 300;

export async function reply(context: BlueskyContext, request: ReplyRequest): Promise<Sent> {
  const session = new Session(context);
  const record = await withoutEffect(answerTo(session, request));
  const made = await createOnce(session, POST, recordKey(request.key), record);
  return sent(made.uri);
}

async function answerTo(session: Session, { to, text }: ReplyRequest): Promise<Record<string, unknown>> {
  const parent = await postAt(session, to);
  const ref = { uri: parent.uri, cid: parent.cid };
  return postRecord(session, {
    text,
    images: [],
    language: null,
    reply: { root: parent.record.reply?.root ?? ref, parent: ref },
    at: session.context.now(),
  });
}

export async function findReply(
  context: BlueskyContext,
  { key }: Attempt<ReplyRequest>,
): Promise<Sent | null> {
  const there = await findRecord(new Session(context), POST, recordKey(key));
  return there === null ? null : sent(there.uri);
}

/** A like has the one record key that its post gives it: liking twice is liking once, even before the network shows it. */
export async function like(
  context: BlueskyContext,
  { ident, on }: { ident: string; on: boolean },
): Promise<void> {
  const session = new Session(context);
  const rkey = keyBeside(partsOf(ident).rkey, ident);
  if (!on) {
    // A post that is gone took its likes along; one given elsewhere has a key of its own.
    const given = (await postsAt(session, [ident]))[0]?.viewer?.like;
    await deleteRecord(session, LIKE, rkey);
    if (given != null) await deleteRecord(session, LIKE, partsOf(given).rkey);
    return;
  }
  const post = await postAt(session, ident);
  if (post.viewer?.like != null) return;
  await createOnce(session, LIKE, rkey, {
    subject: { uri: post.uri, cid: post.cid },
    createdAt: new Date(context.now()).toISOString(),
  });
}

/**
 * Hides what somebody wrote under an own post, for everybody: the post's threadgate keeps the list.
 * @throws ConnectorError `refused` under a post of somebody else
 */
export async function hide(
  context: BlueskyContext,
  { ident, on }: { ident: string; on: boolean },
): Promise<void> {
  const session = new Session(context);
  const post = (await postsAt(session, [ident]))[0];
  if (post === undefined) {
    if (!on) return;
    throw goneParent();
  }
  const root = post.record.reply?.root.uri;
  if (root === undefined || partsOf(root).did !== session.did) throw notUnderOwn();
  const { rkey } = partsOf(root);
  const there = await findRecord(session, THREADGATE, rkey);
  const gate = Threadgate.loose().safeParse(there?.value);
  const before = gate.success ? (gate.data.hiddenReplies ?? []) : [];
  if (before.includes(ident) === on) return;
  const hidden = on ? [...before, ident].slice(-MOST_HIDDEN) : before.filter((one) => one !== ident);
  await session.call(z.unknown(), {
    method: 'POST',
    name: 'com.atproto.repo.putRecord',
    json: {
      repo: session.did,
      collection: THREADGATE,
      rkey,
      // Refused when somebody changed it meanwhile: their list would be lost.
      swapRecord: there?.cid ?? null,
      record: {
        $type: THREADGATE,
        createdAt: new Date(context.now()).toISOString(),
        ...(gate.success ? gate.data : {}),
        post: root,
        hiddenReplies: hidden,
      },
    },
    what: 'the list of hidden replies',
  });
}

/** Deletes an own post, and with the first part of a thread the whole thread. */
export async function remove(context: BlueskyContext, { ident }: { ident: string }): Promise<void> {
  const session = new Session(context);
  const { did, collection } = partsOf(ident);
  if (did !== session.did || collection !== POST) {
    throw new ConnectorError(
      'refused',
      'not-own',
      'Only its author can delete this. You can hide it when it stands under your own post.',
      { params: { network: NETWORK } },
    );
  }
  await removeWhole(session, ident);
}

/** Posts as the network shows them now; those that are gone are left out. At most 25 at a time. */
export async function postsAt(session: Session, uris: readonly string[]): Promise<PostView[]> {
  const wanted = uris.filter((uri) => AtUri.safeParse(uri).success);
  if (wanted.length === 0) return [];
  const query = wanted.map((uri) => `uris=${encodeURIComponent(uri)}`).join('&');
  const { value } = await session.call(PostsAnswer, {
    name: `app.bsky.feed.getPosts?${query}`,
    what: 'this post',
  });
  return readable(PostView, value.posts);
}

/** @throws ConnectorError `gone` when it was deleted */
async function postAt(session: Session, uri: string): Promise<PostView> {
  const [post] = await postsAt(session, [uri]);
  if (post === undefined) throw goneParent();
  return post;
}

const goneParent = (): ConnectorError =>
  new ConnectorError(
    'gone',
    'parent-gone',
    'What you answer is no longer there: its author deleted it, or blocks you. Nothing was sent.',
    { params: { network: NETWORK } },
  );

const notUnderOwn = (): ConnectorError =>
  new ConnectorError(
    'refused',
    'not-under-own',
    'Bluesky lets you hide only what stands under your own post. You can mute its author in the Bluesky app.',
    { params: { network: NETWORK } },
  );
