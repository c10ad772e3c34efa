import {
  ConnectorError,
  htmlToText,
  parseDate,
  readable,
  type Api,
  type Attempt,
  type ReplyRequest,
  type Sent,
} from '#engine/connectors/kit/index.ts';
import { neededStatus, statusAt } from './addresses.ts';
import { isSince, ownSince, sentAs } from './own-posts.ts';
import { Status, Thread, orMissing, ownApi, statusPath, type Own } from './protocol.ts';
import { essence, isPrivate } from './texts.ts';

/** Answers a post, seen by whom the post is seen, with the name of who is answered at the beginning. */
export async function send(context: Own, request: ReplyRequest): Promise<Sent> {
  const api = ownApi(context);
  const parent = await neededStatus(context, api, request.to, {
    code: 'parent-gone',
    message: 'What you answer is not on the network any more, so the answer was not sent.',
  });
  const { value } = await api.call(Status, {
    method: 'POST',
    path: '/api/v1/statuses',
    headers: { 'idempotency-key': request.key },
    json: {
      status: addressed(request.text, parent, context.account),
      in_reply_to_id: parent.id,
      visibility: visibilityOf(parent, request),
      ...(parent.spoiler_text == null || parent.spoiler_text === ''
        ? {}
        : { spoiler_text: parent.spoiler_text }),
    },
    what: 'your answer',
  });
  return sentAs(value);
}

/** A message between two stays between them, also when the parent says less than is asked for. */
function visibilityOf(parent: Status, request: ReplyRequest): string {
  if (request.private && !isPrivate(parent)) return 'direct';
  return parent.visibility ?? 'public';
}

/** `@anna` on the own server, `@anna@far.example` elsewhere; nothing where the text begins with it, or for oneself. */
function addressed(text: string, parent: Status, own: { id: string; domain: string }): string {
  if (parent.account.id === own.id) return text;
  const [name = '', domain = own.domain] = parent.account.acct.split('@');
  const handle = domain.toLowerCase() === own.domain.toLowerCase() ? `@${name}` : `@${name}@${domain}`;
  const isThere = new RegExp(`^\\s*@${escaped(name)}(?:@[\\w.:-]+)?(?![\\w@])`, 'iu').test(text);
  return isThere ? text : `${handle} ${text}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');

/** Looks under what was answered, then among own posts: some servers show an answer late in one of them. */
export async function find(context: Own, { what, since }: Attempt<ReplyRequest>): Promise<Sent | null> {
  const api = ownApi(context);
  const parent = (await statusAt(context, api, what.to))?.id ?? null;
  const under = parent === null ? [] : await answersTo(context, api, parent, since);
  const found = [...under, ...(await ownSince(context, api, since))].find(
    // A server forgets what an answer belonged to when that is deleted.
    (post) =>
      (parent === null || post.in_reply_to_id === null || post.in_reply_to_id === parent) &&
      isAnswer(post, what.text),
  );
  return found === undefined ? null : sentAs(found);
}

async function answersTo(context: Own, api: Api, parent: string, since: number): Promise<Status[]> {
  const answer = await orMissing(
    api.call(Thread, { path: `${statusPath(parent)}/context`, what: 'the thread' }),
  );
  if (answer === null) return [];
  const isLate = isSince(since, parseDate(answer.headers['date'] ?? ''), context.now());
  return readable(Status, answer.value.descendants).filter(
    (post) => post.account.id === context.account.id && post.in_reply_to_id === parent && isLate(post),
  );
}

/** Whether a post says what was typed, whatever names stand before it. */
const isAnswer = (post: Status, typed: string): boolean => {
  const wanted = essence(withoutNames(typed));
  const texts = [post.text, htmlToText(post.content)];
  return texts.some((text) => text != null && essence(withoutNames(text)) === wanted);
};

const withoutNames = (text: string): string => text.replace(/^\s*(?:@\S+\s+)+/u, '');

/** Likes, or takes the like back. */
export async function like(context: Own, { ident, on }: { ident: string; on: boolean }): Promise<void> {
  const api = ownApi(context);
  const gone = { code: 'post-gone', message: 'What you like is not on the network any more.' };
  const post = on ? await neededStatus(context, api, ident, gone) : await statusAt(context, api, ident);
  if (post === null) return;
  const path = `${statusPath(post.id)}/${on ? 'favourite' : 'unfavourite'}`;
  const done = await orMissing(api.raw({ method: 'POST', path, what: 'the post' }));
  if (done !== null || !on) return;
  throw new ConnectorError('gone', gone.code, gone.message);
}
