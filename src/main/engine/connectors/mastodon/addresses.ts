import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConnectorError, List, readable, withoutEffect, type Api } from '#engine/connectors/kit/index.ts';
import { ownPage } from './own-posts.ts';
import { PAGE } from './pages.ts';
import { Notice, Status, orMissing, statusPath, type Own } from './protocol.ts';

const isAddress = (ident: string): boolean => /^https?:\/\//i.test(ident) && URL.canParse(ident);

/**
 * The post as the account's own server knows it, by its address or that server's number; null where it has no such post
 * and cannot fetch it. One, two or, for a post it does not have, four requests; none has an effect.
 */
export async function statusAt(context: Own, api: Api, ident: string): Promise<Status | null> {
  return withoutEffect(isAddress(ident) ? byAddress(context, api, ident) : one(api, ident));
}

/** @throws ConnectorError `gone` for a post of the own server, `refused` for one that may only be out of its reach */
export async function neededStatus(
  context: Own,
  api: Api,
  ident: string,
  gone: { code: string; message: string },
): Promise<Status> {
  const status = await statusAt(context, api, ident);
  if (status !== null) return status;
  if (!isAddress(ident) || isOwn(context, ident)) throw new ConnectorError('gone', gone.code, gone.message);
  const host = new URL(context.account.server).hostname;
  throw new ConnectorError(
    'refused',
    'not-fetched',
    `${host} does not have this post and cannot fetch it from ${new URL(ident).hostname}: it was deleted, or that server does not answer now. Look at it in the browser.`,
    { params: { host, from: new URL(ident).hostname } },
  );
}

async function byAddress(context: Own, api: Api, ident: string): Promise<Status | null> {
  const number = numberIn(context, ident);
  const own = number === null ? null : await one(api, number);
  if (own !== null && isCalled(own, ident)) return own;
  return (await fetched(api, ident)) ?? lately(context, api, ident);
}

async function one(api: Api, number: string): Promise<Status | null> {
  const answer = await orMissing(api.call(Status, { path: statusPath(number), what: 'the post' }));
  return answer?.value ?? null;
}

const isCalled = (status: Status, ident: string): boolean => status.uri === ident || status.url === ident;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The number under which the own server is likely to have a post, from its address. */
function numberIn(context: Own, ident: string): string | null {
  const { id, url } = context.account;
  // Some servers (snac) number whatever they have by its address, with a time in front that they do not look at.
  if (id === md5(url)) return `${'0'.repeat(10)}${md5(ident)}`;
  if (!isOwn(context, ident)) return null;
  return new URL(ident).pathname.split('/').findLast((part) => part !== '') ?? null;
}

const isOwn = ({ account }: Own, ident: string): boolean =>
  [account.domain, new URL(account.server).host].includes(new URL(ident).host);

const Results = z.object({ statuses: List });

/** The server's search takes an address, and fetches a post that it has not seen yet. */
async function fetched(api: Api, ident: string): Promise<Status | null> {
  const answer = await orMissing(
    api.call(Results, {
      path: '/api/v2/search',
      query: { q: ident, type: 'statuses', resolve: true, limit: PAGE },
      what: 'the post',
    }),
  );
  return called(answer?.value.statuses ?? [], ident);
}

/** Mastodon does not find what it has while the server it came from does not answer; lists that hold it still do. */
async function lately(context: Own, api: Api, ident: string): Promise<Status | null> {
  const { value } = await api.call(List, {
    path: '/api/v1/notifications',
    query: { limit: PAGE, 'types[]': 'mention' },
    what: 'the notifications',
  });
  const mentioned = called(
    readable(Notice, value).map(({ status }) => status),
    ident,
  );
  if (mentioned !== null) return mentioned;
  const { posts } = await ownPage(context, api);
  return posts.find((post) => isCalled(post, ident)) ?? null;
}

const called = (statuses: readonly unknown[], ident: string): Status | null =>
  readable(Status, statuses).find((status) => isCalled(status, ident)) ?? null;
