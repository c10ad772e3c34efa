import { z } from 'zod';
import type { OutgoingImage, OutgoingPost } from '#shared/model/publishing.ts';
import {
  ConnectorError,
  type Attempt,
  type CapabilityFunctions,
  type ReplyRequest,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import { Calls, Page, Post, says, sentOf, type Own } from './calls.ts';

type Functions = CapabilityFunctions<unknown, Own['account'], unknown>;
type Keyed = OutgoingPost & { key: string };

const Uploaded = z.object({ id: z.string(), path: z.string().nullable() });
/** The network's clock and this machine's may differ by so much. */
const CLOCKS_MS = 15 * 60_000;

function upload(
  calls: Calls,
  image: OutgoingImage,
  noun: 'media' | 'files',
): Promise<z.infer<typeof Uploaded>> {
  return calls.call(Uploaded, {
    method: 'POST',
    path: `/v1/${noun}`,
    multipart: {
      fields: { alt: image.alt },
      file: { name: 'file', fileName: 'image', type: image.type, data: image.bytes },
    },
    what: 'your image',
  });
}

const write = (calls: Calls, key: string, json: Record<string, unknown>): Promise<Post> =>
  calls.call(Post, {
    method: 'POST',
    path: '/v1/posts',
    headers: { 'idempotency-key': key },
    json,
    what: 'your post',
  });

export const reply: Functions['reply'] = {
  async send(context, { to, text, private: isPrivate, key }) {
    const post = await write(new Calls(context), key, { text, parent: to, private: isPrivate });
    return sentOf(context.account.server, post);
  },
  find: (context, { what, key, since }: Attempt<ReplyRequest>) =>
    look(context, since, (post) =>
      post.key === null ? post.parent === what.to && says(post, what.text) : post.key === key,
    ),
};

export const publish: Functions['publish'] = {
  async send(context, { text, images, thread, holdUntil, key }: Keyed) {
    const calls = new Calls(context);
    const media = [];
    for (const image of images) media.push((await upload(calls, image, 'media')).id);
    const first = await write(calls, key, { text, images: media, publishAt: holdUntil });
    let parent = first.id;
    for (const [index, part] of thread.entries())
      parent = (await write(calls, `${key}-${index + 1}`, { text: part, parent })).id;
    return sentOf(context.account.server, first, holdUntil !== null);
  },
  async find(context, { what, key, since }: Attempt<Keyed>) {
    const isIt = (post: Post): boolean => (post.key === null ? says(post, what.text) : post.key === key);
    if (what.holdUntil !== null) {
      const { posts } = await new Calls(context).call(Page, { path: '/v1/held', what: 'what is planned' });
      const held = posts.find(isIt);
      if (held) return sentOf(context.account.server, held, true);
    }
    const first = await look(context, since, isIt);
    if (first === null || what.thread.length === 0) return first;
    // Half a thread is not there yet: sending again with the same keys completes it.
    const last = await look(context, since, (post) => post.key === `${key}-${what.thread.length}`);
    return last === null ? null : first;
  },
  async withdraw(context, { ident }) {
    await new Calls(context).call(z.unknown(), {
      method: 'DELETE',
      path: `/v1/held/${ident}`,
      what: 'the planned post',
    });
  },
};

/** Own posts since the attempt, newest first. */
async function look(context: Own, since: number, isIt: (post: Post) => boolean): Promise<Sent | null> {
  const calls = new Calls(context);
  const seen = new Set<string>();
  let before: string | undefined;
  for (;;) {
    const { posts, next } = await calls.call(Page, {
      path: '/v1/posts',
      query: { before },
      what: 'your posts',
    });
    const found = posts.find((post) => post.at >= since - CLOCKS_MS && isIt(post));
    if (found) return sentOf(context.account.server, found);
    const isPast = posts.some(({ at }) => at < since - CLOCKS_MS);
    if (isPast || next == null || seen.has(next)) return null;
    seen.add(next);
    before = next;
  }
}

export async function toggle(context: Own, ident: string, verb: 'like' | 'hide', on: boolean): Promise<void> {
  await new Calls(context).call(Post, {
    method: on ? 'PUT' : 'DELETE',
    path: `/v1/posts/${ident}/${verb}`,
    what: 'this comment',
  });
}

export const edit: Functions['edit'] = async (context, { ident, post }) => {
  const changed = await new Calls(context).call(Post, {
    method: 'PUT',
    path: `/v1/posts/${ident}`,
    json: { text: post.text },
    what: 'your post',
  });
  return sentOf(context.account.server, changed);
};

export const hostMedia: Functions['hostMedia'] = async (context, image) => {
  const { id, path } = await upload(new Calls(context), image, 'files');
  if (path === null)
    throw new ConnectorError('transient', 'malformed', 'The network gave the file no address. Try again.');
  return { url: `${context.account.server}${path}`, ident: id };
};
