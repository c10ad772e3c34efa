import type { z } from 'zod';
import type { OutgoingPost } from '#shared/model/publishing.ts';
import {
  ConnectorError,
  List,
  httpAddress,
  parseDate,
  readable,
  withoutEffect,
  type Attempt,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import { blocksOf, slugOf, type Placed } from './content.ts';
import { dropMedia, place } from './media.ts';
import { Post, identOf, onOwnSite, orGone, ownApi, pathOf, type Own, type SiteApi } from './protocol.ts';

/** Given to the site with less time left, a post might go out at once, by the site's own clock. */
const LEAST_AHEAD_MS = 60_000;

type Keyed = OutgoingPost & { key: string };

/** Publishes a post, or gives it to WordPress for its time. One that is there already under this key is left as it is. */
export async function send(context: Own, post: Keyed): Promise<Sent> {
  const api = ownApi(context);
  const { home } = context.account;
  const { there, siteNow } = await withoutEffect(withSlug(api, slugOf(post)));
  if (there !== undefined) return sentAs(there, home);
  if (post.holdUntil !== null && post.holdUntil - (siteNow ?? context.now()) < LEAST_AHEAD_MS) {
    throw tooNear(new URL(home).hostname);
  }
  const placed = await place(api, post.images);
  const { value } = await api.call(Post, {
    method: 'POST',
    path: '/wp/v2/posts',
    json: {
      ...bodyOf(post, placed),
      slug: slugOf(post),
      status: post.holdUntil === null ? 'publish' : 'future',
      ...timeOf(post),
    },
    what: 'your post',
  });
  return sentAs(value, home);
}

/** Looks for the address that was chosen before the post was sent. */
export async function find(context: Own, { what, key }: Attempt<Keyed>): Promise<Sent | null> {
  const { there } = await withSlug(ownApi(context), slugOf({ ...what, key }));
  return there === undefined ? null : sentAs(there, context.account.home);
}

/** What has an address, and what time it is on the site, where it says so. */
async function withSlug(
  api: SiteApi,
  slug: string,
): Promise<{ there: Post | undefined; siteNow: number | null }> {
  const { value, headers } = await api.call(List, {
    path: '/wp/v2/posts',
    query: { slug, status: 'publish,future,draft,pending,private', context: 'edit' },
    what: 'your posts',
  });
  return { there: readable(Post, value)[0], siteNow: parseDate(headers['date'] ?? '') };
}

/** Changes what is published. Images that stay are recognised and not uploaded again. */
export async function edit(
  context: Own,
  { ident, post }: { ident: string; post: OutgoingPost },
): Promise<Sent> {
  const { home } = context.account;
  const target = onOwnSite(ident, home);
  const api = ownApi(context);
  const placed = await place(api, post.images);
  const changed = await orGone(
    api.call(Post, {
      method: 'POST',
      path: pathOf('post', target.id),
      // What waits for its time may be given another one.
      json: { ...bodyOf(post, placed), ...timeOf(post) },
      what: 'your post',
    }),
  );
  if (changed !== null) return sentAs(changed.value, home);
  throw new ConnectorError(
    'gone',
    'post-gone',
    'This post is not on the site any more, so it was not changed.',
  );
}

/** Takes back a post that waits for its time; it goes to the trash of the site. */
export async function withdraw(context: Own, { ident }: { ident: string }): Promise<void> {
  const { id } = onOwnSite(ident, context.account.home);
  const post = await orGone(
    ownApi(context).call(Post, {
      path: pathOf('post', id),
      query: { context: 'edit' },
      what: 'your post',
    }),
  );
  if (post?.value.status === 'publish') {
    throw new ConnectorError(
      'gone',
      'not-held',
      'The site no longer holds this post: it went out. Delete it if you want it gone.',
    );
  }
  await remove(context, { ident });
}

/** Puts an own post or comment into the trash of the site, from where it can be fetched back; an image is deleted. */
export async function remove(context: Own, { ident }: { ident: string }): Promise<void> {
  const { kind, id } = onOwnSite(ident, context.account.home);
  const api = ownApi(context);
  if (kind === 'media') {
    await dropMedia(api, id);
    return;
  }
  const ask = async (force: boolean) =>
    orGone(
      api.raw({
        method: 'DELETE',
        path: pathOf(kind, id),
        query: { force },
        expects: [501],
        what: 'what is deleted',
      }),
    );
  // 501: this site has no trash.
  if ((await ask(false))?.status === 501) await ask(true);
}

const bodyOf = (post: OutgoingPost, placed: readonly Placed[]): Record<string, unknown> => ({
  title: post.title,
  content: blocksOf([post.text, ...post.thread].join('\n\n'), placed),
});

/** As WordPress writes times: UTC, without zone and fractions. */
const timeOf = ({ holdUntil }: OutgoingPost): { date_gmt?: string } =>
  holdUntil === null ? {} : { date_gmt: new Date(holdUntil).toISOString().slice(0, 19) };

const sentAs = ({ id, link, status }: z.infer<typeof Post>, home: string): Sent => ({
  ident: identOf(home, 'post', id),
  url: httpAddress(link),
  held: status === 'future',
});

const tooNear = (host: string): ConnectorError =>
  new ConnectorError(
    'transient',
    'hold-too-near',
    `It is too late to give this post to ${host} for its time. Earshot sends it itself.`,
    { params: { host }, effect: 'no' },
  );
