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
import { isSince, ownSince, sentAs } from './own-posts.ts';
import { Status, Thread, orMissing, ownApi, statusPath, withoutEffect, type Own } from './protocol.ts';
import { essence, isPrivate } from './texts.ts';

/** Answers a post, seen by whom the post is seen, with the name of who is answered at the beginning. */
export async function send(context: Own, request: ReplyRequest): Promise<Sent> {
  const api = ownApi(context);
  const parent = await withoutEffect(
    orMissing(api.call(Status, { path: statusPath(request.to), what: 'what you answer' })),
  );
  if (parent === null) {
    throw new ConnectorError(
      'gone',
      'parent-gone',
      'What you answer is not on the network any more, so the answer was not sent.',
    );
  }
  const { value } = await api.call(Status, {
    method: 'POST',
    path: '/api/v1/statuses',
    headers: { 'idempotency-key': request.key },
    json: {
      status: addressed(request.text, parent.value, context.account),
      in_reply_to_id: parent.value.id,
      visibility: visibilityOf(parent.value, request),
      ...(parent.value.spoiler_text == null || parent.value.spoiler_text === ''
        ? {}
        : { spoiler_text: parent.value.spoiler_text }),
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
  const own = [...(await answersTo(context, api, what.to, since)), ...(await ownSince(context, api, since))];
  const found = own.find(
    // A server forgets what an answer belonged to when that is deleted.
    (post) => (post.in_reply_to_id ?? what.to) === what.to && isAnswer(post, what.text),
  );
  return found === undefined ? null : sentAs(found);
}

async function answersTo(context: Own, api: Api, ident: string, since: number): Promise<Status[]> {
  const answer = await orMissing(
    api.call(Thread, { path: `${statusPath(ident)}/context`, what: 'the thread' }),
  );
  if (answer === null) return [];
  const isLate = isSince(since, parseDate(answer.headers['date'] ?? ''), context.now());
  return readable(Status, answer.value.descendants).filter(
    (post) => post.account.id === context.account.id && post.in_reply_to_id === ident && isLate(post),
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
  const path = `${statusPath(ident)}/${on ? 'favourite' : 'unfavourite'}`;
  const done = await orMissing(ownApi(context).raw({ method: 'POST', path, what: 'the post' }));
  if (done !== null || !on) return;
  throw new ConnectorError('gone', 'post-gone', 'What you like is not on the network any more.');
}
