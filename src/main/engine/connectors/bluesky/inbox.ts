import { z } from 'zod';
import {
  parseDate,
  readable,
  type Cursor,
  type InboxBatch,
  type ThreadUpdate,
} from '#engine/connectors/kit/index.ts';
import { Notification, NotificationsAnswer } from './lexicon.ts';
import { Session, isRejected, type BlueskyContext } from './session.ts';
import { readThread } from './threads.ts';

const PAGE = 50;
const MOST_PAGES = 20;
/** What a first look brings; a new owner has no use for years of old mentions. */
const FIRST_PAGES = 2;
/** Notifications are ordered by their authors' clocks, so each look goes back a little further than the last one saw. */
const OVERLAP_MS = 60 * 60_000;
/** Threads that are looked at again each time: for answers given elsewhere, and for what was deleted. */
const MOST_RECENT = 10;
const MOST_KNOWN = 40;
const REASONS = new Set(['reply', 'mention', 'quote']);

const Place = z.object({ root: z.string(), anchor: z.string(), known: z.array(z.string()) });
type Place = z.infer<typeof Place>;
const InboxCursor = z.object({
  /** Everything up to this time has been read, in UTC milliseconds; null before the first look. */
  since: z.number().int().nullable(),
  /** A look that was cut short: the newest time seen in it, and the network's own mark of the next page. */
  open: z.object({ newest: z.number().int(), page: z.string() }).nullable(),
  /** The latest threads, the last one last. */
  recent: z.array(Place),
});
type InboxCursor = z.infer<typeof InboxCursor>;

/** Replies, mentions and quotes since the last look, newest first, each with its thread; then the latest threads again. */
export async function* inbox(context: BlueskyContext, stored: Cursor): AsyncGenerator<InboxBatch> {
  const session = new Session(context);
  const parsed = InboxCursor.safeParse(stored);
  let cursor: InboxCursor = parsed.success ? parsed.data : { since: null, open: null, recent: [] };
  const earlier = cursor.recent;
  const done = new Set<string>();
  const floor = cursor.since === null ? null : cursor.since - OVERLAP_MS;
  const pages = cursor.since === null ? FIRST_PAGES : MOST_PAGES;
  for (let page = 0; page < pages; page += 1) {
    const answer = await ask(session, cursor.open?.page);
    if (answer === null) {
      cursor.open = null;
      continue;
    }
    const all = readable(Notification, answer.notifications);
    const times = all.flatMap(({ indexedAt }) => parseDate(indexedAt) ?? []);
    const newest: number = Math.max(cursor.since ?? 0, cursor.open?.newest ?? 0, ...times);
    const isBelow = floor !== null && times.length > 0 && Math.max(...times) < floor;
    const mark = answer.cursor ?? '';
    const isLast = mark === '' || mark === cursor.open?.page || answer.notifications.length === 0;
    const isDone = isLast || isBelow || (page === pages - 1 && cursor.since === null);
    const fresh = all.filter(
      ({ reason, indexedAt }) =>
        REASONS.has(reason) && (floor === null || (parseDate(indexedAt) ?? 0) >= floor),
    );
    const threads: ThreadUpdate[] = [];
    const places: Place[] = [];
    for (const notification of fresh) {
      const root = notification.record.reply?.root.uri ?? notification.uri;
      if (done.has(root)) continue;
      done.add(root);
      const known = earlier.find((place) => place.root === root)?.known ?? [];
      const thread = await readThread(session, { root, anchor: notification.uri, known });
      if (thread === null) continue;
      threads.push(thread);
      places.push(placeOf(thread, notification.uri));
    }
    const { since, recent } = cursor;
    cursor = {
      since: isDone ? newest : since,
      open: isDone ? null : { newest, page: mark },
      recent: latest(recent, places.toReversed()),
    };
    yield { threads, cursor, notes: {} };
    if (isDone) break;
  }
  const again = await lookAgain(
    session,
    earlier.filter(({ root }) => !done.has(root)),
  );
  if (again.length === 0) return;
  const recent = latest(
    cursor.recent,
    again.map(({ place }) => place),
  );
  yield { threads: again.map(({ thread }) => thread), cursor: { ...cursor, recent }, notes: {} };
}

async function ask(
  session: Session,
  page: string | undefined,
): Promise<z.infer<typeof NotificationsAnswer> | null> {
  try {
    const { value } = await session.call(NotificationsAnswer, {
      name: `app.bsky.notification.listNotifications?${[...REASONS].map((reason) => `reasons=${reason}`).join('&')}`,
      query: { limit: PAGE, cursor: page },
      what: 'your notifications',
    });
    return value;
  } catch (error) {
    // The mark of a page does not last for ever; then the look begins again from the top.
    if (page !== undefined && isRejected(error, 'InvalidRequest')) return null;
    throw error;
  }
}

async function lookAgain(
  session: Session,
  places: readonly Place[],
): Promise<{ thread: ThreadUpdate; place: Place }[]> {
  const found = [];
  for (const { root, anchor, known } of places) {
    const thread = await readThread(session, { root, anchor, known });
    if (thread !== null) found.push({ thread, place: placeOf(thread, anchor) });
  }
  return found;
}

/** What is gone is told once. */
const placeOf = ({ ident, entries }: ThreadUpdate, anchor: string): Place => ({
  root: ident,
  anchor,
  known: entries
    .filter(({ gone }) => !gone)
    .map((entry) => entry.ident)
    .slice(-MOST_KNOWN),
});

/** The threads that were looked at last, each once. */
function latest(before: readonly Place[], now: readonly Place[]): Place[] {
  const byRoot = new Map<string, Place>();
  for (const place of [...before, ...now]) {
    byRoot.delete(place.root);
    byRoot.set(place.root, place);
  }
  return [...byRoot.values()].slice(-MOST_RECENT);
}
