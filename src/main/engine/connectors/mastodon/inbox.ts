import { z } from 'zod';
import {
  List,
  readable,
  type Api,
  type Cursor,
  type InboxBatch,
  type ThreadEntry,
  type ThreadUpdate,
} from '#engine/connectors/kit/index.ts';
import { PAGE, olderThan } from './pages.ts';
import {
  Notice,
  Status,
  Talk,
  Thread,
  identOf,
  isNewer,
  orMissing,
  ownApi,
  statusPath,
  type Own,
} from './protocol.ts';
import { entryOf, isPrivate } from './texts.ts';

/** A first look takes the newest eighty; a later one at most so many pages. */
const FIRST_PAGES = 2;
const MOST_PAGES = 25;
const TALK_PAGES = 5;
const BATCH = 10;
/** More of one thread than a person reads; the newest are kept. */
const MOST_ENTRIES = 1000;

const InboxCursor = z.object({
  /** The newest notification that is stored. */
  notice: z.string().nullable(),
  /** The newest message of a direct conversation that is stored. */
  talk: z.string().nullable(),
});
type InboxCursor = z.infer<typeof InboxCursor>;

/** Something new, and how far reading has got once it is stored. */
interface News {
  status: Status;
  cursor: Partial<InboxCursor>;
  /** Whether the network says that it speaks to this account. */
  isAddressed: boolean;
}

/**
 * Mentions, replies and direct messages since the last time, oldest first, each with its whole thread. Mentions are
 * never grouped by the servers, so the plain list of notifications holds them all.
 */
export async function* readInbox(context: Own, stored: Cursor): AsyncGenerator<InboxBatch> {
  const api = ownApi(context);
  const parsed = InboxCursor.safeParse(stored);
  const reached: InboxCursor = parsed.success ? parsed.data : { notice: null, talk: null };
  const news = [...(await newNotices(api, reached.notice)), ...(await newTalks(api, reached.talk))];
  const addressed = new Set(news.flatMap((one) => (one.isAddressed ? [one.status.id] : [])));
  const seen = new Set<string>();
  for (let at = 0; at < news.length; at += BATCH) {
    const threads: ThreadUpdate[] = [];
    for (const { status, cursor } of news.slice(at, at + BATCH)) {
      Object.assign(reached, cursor);
      if (seen.has(identOf(status))) continue;
      const thread = await readThread(context, api, status, addressed);
      for (const { ident } of thread.entries) seen.add(ident);
      threads.push(thread);
    }
    yield { threads, cursor: { ...reached }, notes: {} };
  }
  if (news.length === 0) yield { threads: [], cursor: { ...reached }, notes: {} };
}

async function newNotices(api: Api, since: string | null): Promise<News[]> {
  const notices = await newerThan(since, since === null ? FIRST_PAGES : MOST_PAGES, async (maxId) => {
    const { value, headers } = await api.call(List, {
      path: '/api/v1/notifications',
      query: {
        limit: PAGE,
        'types[]': 'mention',
        ...(since === null ? {} : { since_id: since }),
        ...(maxId === null ? {} : { max_id: maxId }),
      },
      what: 'the notifications',
    });
    const entries = readable(Notice, value);
    return { entries, next: olderThan(headers, entries) };
  });
  return notices.flatMap(({ id, type, status }) => {
    const read = Status.safeParse(status);
    if (type !== 'mention' || !read.success) return [];
    return [{ status: read.data, cursor: { notice: id }, isAddressed: true }];
  });
}

/** Direct conversations whose last message is new; servers without a list of them say so, or answer an empty one. */
async function newTalks(api: Api, since: string | null): Promise<News[]> {
  const talks = await newerThan(since, since === null ? 1 : TALK_PAGES, async (maxId) => {
    const answer = await orMissing(
      api.call(List, {
        path: '/api/v1/conversations',
        query: { limit: PAGE, ...(maxId === null ? {} : { max_id: maxId }) },
        what: 'the direct messages',
      }),
    );
    if (answer === null) return { entries: [], next: null };
    const talks = readable(Talk, answer.value);
    const entries = talks.flatMap(({ last_status: last }) => readable(Status, [last]));
    return { entries, next: olderThan(answer.headers, entries) };
  });
  return talks.map((status) => ({ status, cursor: { talk: status.order }, isAddressed: false }));
}

/**
 * Everything newer than `since`, oldest first. Ends at what is known, at the end of the list, after so many pages, or
 * when a page brings nothing that was not there before.
 */
async function newerThan<Entry extends { id: string; order: string }>(
  since: string | null,
  mostPages: number,
  page: (maxId: string | null) => Promise<{ entries: Entry[]; next: string | null }>,
): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  let maxId: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const { entries, next } = await page(maxId);
    const fresh = entries.filter(
      ({ id, order }) => !found.has(id) && (since === null || isNewer(order, since)),
    );
    for (const entry of fresh) found.set(entry.id, entry);
    if (fresh.length < entries.length || fresh.length === 0 || next === null) break;
    maxId = next;
  }
  return [...found.values()].sort((a, b) => (isNewer(a.order, b.order) ? 1 : -1));
}

/** The thread a status stands in. What was deleted meanwhile is simply not in it; the status itself always is. */
async function readThread(
  context: Own,
  api: Api,
  status: Status,
  addressed: ReadonlySet<string>,
): Promise<ThreadUpdate> {
  const answer = await orMissing(
    api.call(Thread, { path: `${statusPath(status.id)}/context`, what: 'the thread' }),
  );
  const { ancestors, descendants } = answer?.value ?? { ancestors: [], descendants: [] };
  const before = readable(Status, ancestors);
  const after = readable(Status, descendants);
  const all = [...before, status, ...after.slice(-MOST_ENTRIES)];
  const root = all[0] ?? status;
  const { id: own, domain } = context.account;
  const mine = new Set(all.flatMap(({ id, account }) => (account.id === own ? [id] : [])));
  const kindOf = (one: Status): ThreadEntry['kind'] => {
    if (isPrivate(one)) return 'message';
    if (one === root && mine.has(one.id)) return 'post';
    if (mine.has(one.id) || (one !== root && mine.has(root.id))) return 'comment';
    const isSpokenTo =
      addressed.has(one.id) || mine.has(one.in_reply_to_id ?? '') || isNamed(one, context.account);
    return isSpokenTo ? 'mention' : 'post';
  };
  const idents = new Map(all.map((one) => [one.id, identOf(one)]));
  const parentOf = ({ in_reply_to_id: parent }: Status): string | null =>
    parent === null ? null : (idents.get(parent) ?? parent);
  const [first, ...rest] = all.map((one) =>
    entryOf(one, { kind: kindOf(one), parent: parentOf(one) }, { own, domain, now: context.now() }),
  );
  const entries = rest.sort((a, b) => a.at - b.at);
  return {
    // A parent that was deleted keeps naming its thread.
    ident: root.in_reply_to_id ?? root.id,
    entries: first === undefined ? entries : [first, ...entries],
  };
}

/** Whether a status names this account; servers leave the list of mentions out, so its text counts too. */
const isNamed = (status: Status, { id, url }: { id: string; url: string }): boolean =>
  (status.mentions ?? []).some((mention) => mention.id === id) ||
  (url !== '' && status.content.includes(`href="${url}"`));
