import { z } from 'zod';
import type { OutgoingPost } from '#shared/model/publishing.ts';
import {
  ConnectorError,
  List,
  parseDate,
  readable,
  withoutEffect,
  type Api,
  type Attempt,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import { neededStatus, statusAt } from './addresses.ts';
import { isFarEnough, readInstance } from './instance.ts';
import { upload } from './media.ts';
import { ownSince, sentAs } from './own-posts.ts';
import { Status, orMissing, ownApi, statusPath, type Own } from './protocol.ts';
import { essence, says } from './texts.ts';

type Post = OutgoingPost & { key: string };

/** A post the server holds; `params` is what it was given. Unlike a post it has no author. */
const Scheduled = z.object({
  id: z.string().min(1),
  scheduled_at: z.string(),
  params: z.object({ text: z.string().nullish() }),
});
/** In front of the number of a post that is held: until its time it has none of its own. */
const HELD = 'scheduled:';
/** A thread that was cut short within the last day is continued, not begun anew. */
const RESUME_MS = 24 * 60 * 60_000;

/** Publishes a post or a thread, or gives a single post to the server for its time. */
export async function send(context: Own, post: Post): Promise<Sent> {
  const api = ownApi(context);
  if (post.holdUntil !== null) await withoutEffect(mayHold(context, api, post, post.holdUntil));
  const parts = [post.text, ...post.thread];
  const sent = post.thread.length === 0 ? [] : await withoutEffect(partsSince(context, api, parts));
  const there = sent.length < parts.length ? sent : [];
  const [root] = there;
  const ids = root === undefined ? await upload(context, api, post.images) : [];
  let first: Sent | undefined = root === undefined ? undefined : sentAs(root);
  let before = there.at(-1)?.id;
  for (const [index, text] of parts.entries()) {
    if (index < there.length) continue;
    const { value } = await api.call(Status.or(Scheduled), {
      method: 'POST',
      path: '/api/v1/statuses',
      headers: { 'idempotency-key': index === 0 ? post.key : `${post.key}-${index + 1}` },
      json: {
        status: text,
        visibility: 'public',
        ...(index === 0 && ids.length > 0 ? { media_ids: ids } : {}),
        ...(before === undefined ? {} : { in_reply_to_id: before }),
        ...(post.language === null ? {} : { language: post.language }),
        ...(post.holdUntil === null ? {} : { scheduled_at: new Date(post.holdUntil).toISOString() }),
      },
      what: 'your post',
    });
    // A server that does not know the time of a post has published it: then it is out, whatever was asked for.
    first ??= 'scheduled_at' in value ? heldAs(value) : sentAs(value);
    before = value.id;
  }
  if (first === undefined) throw new Error('a post has at least one part');
  return first;
}

const heldAs = ({ id }: { id: string }): Sent => ({ ident: `${HELD}${id}`, url: '', held: true });

/** @throws ConnectorError when this server would publish at once, or too early by its own clock */
async function mayHold(context: Own, api: Api, post: Post, at: number): Promise<void> {
  const instance = await readInstance(api);
  const host = new URL(context.account.server).hostname;
  if (instance.limits.holds === null || post.thread.length > 0) {
    throw new ConnectorError(
      'refused',
      'cannot-hold',
      `${host} cannot keep this post until its time. Let Earshot send it instead: it has to run then.`,
      { params: { host } },
    );
  }
  if (!isFarEnough(instance, at, context.now())) {
    throw new ConnectorError(
      'transient',
      'hold-too-near',
      `${host} takes posts for later only from five minutes ahead by its own clock. Earshot sends this one itself.`,
      { params: { host }, effect: 'no' },
    );
  }
}

/** The parts of a thread that went out lately, from the first on. */
async function partsSince(
  context: Own,
  api: Api,
  parts: readonly string[],
  since = context.now() - RESUME_MS,
): Promise<Status[]> {
  const posts = await ownSince(context, api, since);
  const found: Status[] = [];
  for (const text of parts) {
    const before = found.at(-1)?.id ?? null;
    const next = posts.find((post) => post.in_reply_to_id === before && says(post, text));
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

/** Looks among what the server holds and what was published since. A thread counts only when it is whole. */
export async function find(context: Own, { what, since }: Attempt<Post>): Promise<Sent | null> {
  const api = ownApi(context);
  if (what.holdUntil !== null) {
    const held = await heldLike(api, what.text, what.holdUntil);
    if (held !== null) return held;
  }
  const parts = [what.text, ...what.thread];
  const found = await partsSince(context, api, parts, since);
  const [root] = found;
  return root === undefined || found.length < parts.length ? null : sentAs(root);
}

async function heldLike(api: Api, text: string, at: number): Promise<Sent | null> {
  const answer = await orMissing(
    api.call(List, {
      path: '/api/v1/scheduled_statuses',
      query: { limit: 40 },
      what: 'the posts held for later',
    }),
  );
  const held = readable(Scheduled, answer?.value ?? []).find(
    (one) =>
      essence(one.params.text ?? '') === essence(text) &&
      Math.abs((parseDate(one.scheduled_at) ?? 0) - at) < 60_000,
  );
  return held === undefined ? null : heldAs(held);
}

/** Takes back what the server holds. @throws ConnectorError `gone` when it does not hold it any more */
export async function withdraw(context: Own, { ident }: { ident: string }): Promise<void> {
  const id = ident.startsWith(HELD) ? ident.slice(HELD.length) : null;
  const path = `/api/v1/scheduled_statuses/${encodeURIComponent(id ?? '')}`;
  const done =
    id === null
      ? null
      : await orMissing(ownApi(context).raw({ method: 'DELETE', path, what: 'the post held for later' }));
  if (done !== null) return;
  throw new ConnectorError(
    'gone',
    'not-held',
    'The server no longer holds this post; it may have gone out. Look at your profile, and delete it there if need be.',
  );
}

const GONE = {
  code: 'post-gone',
  message: 'This post is not on the network any more, so it cannot be changed.',
};

/** Changes what is published; its images are sent anew, since they may have changed too. */
export async function edit(
  context: Own,
  { ident, post }: { ident: string; post: OutgoingPost },
): Promise<Sent> {
  const api = ownApi(context);
  const { id } = await neededStatus(context, api, ident, GONE);
  const ids = await withoutEffect(upload(context, api, post.images));
  const answer = await orMissing(
    api.call(Status, {
      method: 'PUT',
      path: statusPath(id),
      json: {
        status: post.text,
        ...(ids.length === 0 ? {} : { media_ids: ids }),
        ...(post.language === null ? {} : { language: post.language }),
      },
      what: 'your post',
    }),
  );
  if (answer !== null) return sentAs(answer.value);
  throw new ConnectorError('gone', GONE.code, GONE.message);
}

/** Deletes an own post or answer, or takes back one that is held. */
export async function remove(context: Own, { ident }: { ident: string }): Promise<void> {
  if (ident.startsWith(HELD)) {
    await withdraw(context, { ident });
    return;
  }
  const api = ownApi(context);
  const post = await statusAt(context, api, ident);
  if (post === null) return;
  const path = statusPath(post.id);
  const done = await orMissing(api.raw({ method: 'DELETE', path, what: 'your post' }));
  // "Not found" means gone, or that this server knows no deleting.
  if (done !== null || (await orMissing(api.raw({ path, what: 'your post' }))) === null) return;
  const host = new URL(context.account.server).hostname;
  throw new ConnectorError(
    'refused',
    'no-deleting',
    `${host} does not let programs delete posts. Delete it on its website.`,
    { params: { host } },
  );
}
