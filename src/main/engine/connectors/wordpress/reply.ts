import {
  ConnectorError,
  List,
  digest,
  httpAddress,
  readable,
  withoutEffect,
  type Attempt,
  type ReplyRequest,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import { commentAt } from './comments.ts';
import { commentHtml } from './content.ts';
import {
  APPROVED,
  Comment,
  HELD,
  PAGE,
  identOf,
  onOwnSite,
  ownApi,
  pathOf,
  type Own,
  type SiteApi,
} from './protocol.ts';

/** Where an answer goes: 0 as parent is the post itself. */
interface Target {
  post: number;
  parent: number;
}

/**
 * Answers a comment, or a post. One that waits to be let through is let through with it, as "Approve and reply" does in
 * WordPress: an answer to something nobody sees would hang in the air.
 */
export async function send(context: Own, request: ReplyRequest): Promise<Sent> {
  const api = ownApi(context);
  const { home } = context.account;
  const { post, parent } = await withoutEffect(prepared(api, request.to, home));
  try {
    const { value } = await api.call(Comment, {
      method: 'POST',
      path: '/wp/v2/comments',
      json: { post, parent, content: commentHtml(request.text), author_user_agent: signOf(request.key) },
      what: 'your answer',
    });
    return sentAs(value, home);
  } catch (error) {
    // The same words once more: either this very answer, which is there already, or another one like it.
    const isTwin = error instanceof ConnectorError && error.details['said'] === 'comment_duplicate';
    const there = isTwin ? await withoutEffect(signed(context, api, post, request.key)) : null;
    if (there !== null) return there;
    throw error;
  }
}

/** Finds what is answered and lets it through where it waits. @throws ConnectorError `gone` */
async function prepared(api: SiteApi, to: string, home: string): Promise<Target> {
  const { kind, id } = onOwnSite(to, home);
  if (kind === 'post') return { post: id, parent: 0 };
  const comment = await commentAt(api, id);
  if (comment === null || (comment.status !== APPROVED && comment.status !== HELD)) {
    throw new ConnectorError(
      'gone',
      'parent-gone',
      'What you answer is not on the site any more, so the answer was not sent.',
    );
  }
  if (comment.status === HELD) await setStatus(api, id, APPROVED);
  return { post: comment.post, parent: id };
}

/** Looks for an own comment below the same post that carries the sign of this very answer. */
export async function find(context: Own, { what, key }: Attempt<ReplyRequest>): Promise<Sent | null> {
  const api = ownApi(context);
  const { kind, id } = onOwnSite(what.to, context.account.home);
  // What was answered may be gone, and its answers have then moved up; the thread is the post.
  const thread = onOwnSite(what.thread, context.account.home);
  const post = [{ kind, id }, thread].find((one) => one.kind === 'post')?.id;
  const found = post ?? (await commentAt(api, id))?.post;
  return found === undefined ? null : signed(context, api, found, key);
}

async function signed(context: Own, api: SiteApi, post: number, key: string): Promise<Sent | null> {
  const { home, user } = context.account;
  const { value } = await api.call(List, {
    path: '/wp/v2/comments',
    query: {
      context: 'edit',
      status: 'all',
      post,
      author: user,
      orderby: 'id',
      order: 'desc',
      per_page: PAGE,
    },
    what: 'your answers',
  });
  const mine = readable(Comment, value).find(({ author_user_agent: sign }) => sign === signOf(key));
  return mine === undefined ? null : sentAs(mine, home);
}

/** WordPress keeps with each comment which program wrote it; that is where an answer can be recognised. */
const signOf = (key: string): string => `Earshot ${digest(key)}`;

/**
 * Takes a comment out of sight for everybody but the site's people, or lets it through. Reads first: WordPress calls it a
 * failure to be told what is so already.
 * @throws ConnectorError `gone` when it is to be shown again and lies in the trash
 */
export async function hide(context: Own, { ident, on }: { ident: string; on: boolean }): Promise<void> {
  const api = ownApi(context);
  const { id } = onOwnSite(ident, context.account.home);
  const comment = await commentAt(api, id);
  if (on) {
    // Whatever else it is, nobody sees it.
    if (comment?.status === APPROVED) await setStatus(api, id, HELD);
    return;
  }
  if (comment?.status === APPROVED) return;
  if (comment === null || comment.status === 'trash') {
    throw new ConnectorError(
      'gone',
      'comment-gone',
      'This comment was deleted on the site, so it cannot be shown. Fetch it back from the trash there.',
    );
  }
  await setStatus(api, id, APPROVED);
}

async function setStatus(api: SiteApi, id: number, status: string): Promise<void> {
  await api.raw({ method: 'POST', path: pathOf('comment', id), json: { status }, what: 'the comment' });
}

const sentAs = ({ id, link }: Comment, home: string): Sent => ({
  ident: identOf(home, 'comment', id),
  url: httpAddress(link),
  held: false,
});
