import { z } from 'zod';
import {
  ConnectorError,
  parseDate,
  serverOrigin,
  readable,
  type CollectBatch,
  type Cursor,
} from '#engine/connectors/kit/index.ts';
import { itemOf } from './items.ts';
import { NETWORK, PostView, SearchAnswer } from './lexicon.ts';
import { isRejected, Session } from './session.ts';
import type { BlueskyCollect } from './settings.ts';
import { replay } from './stream.ts';

export const DEFAULT_STREAM = 'https://jetstream2.us-east.bsky.network';

const PAGE = 100;
/** Pages a run reads at most; a run that was too long goes on next time. */
const MOST_PAGES = 10;
/** Posts reach the search late, and their order is their authors' clocks': each run looks back so far. */
const OVERLAP_MS = 15 * 60_000;
/** The stream keeps about a day; replaying more than this takes longer than searching for it. */
const MOST_REPLAY_MS = 2 * 3_600_000;

const Millis = z.number().int().nonnegative();
const BlueskyCursor = z.object({
  query: z.string(),
  /** Everything up to this time has been read. */
  since: Millis.nullable(),
  /** A run that was cut short: the newest time seen in it, and the network's own mark of the next page. */
  open: z.object({ newest: Millis, page: z.string().max(2000) }).nullable(),
  /** How far the stream has been read, in microseconds; null where it was not. */
  live: z.number().int().nonnegative().nullable(),
});
export type BlueskyCursor = z.infer<typeof BlueskyCursor>;

/** Reads what a search finds, or, with `live`, everything that is said, keeping what has the words in it. */
export async function* collect(context: BlueskyCollect, stored: Cursor): AsyncGenerator<CollectBatch> {
  const { settings } = context;
  const words = `${settings.query}\n${settings.language}`;
  const parsed = BlueskyCursor.safeParse(stored);
  let cursor: BlueskyCursor =
    parsed.success && parsed.data.query === words
      ? parsed.data
      : { query: words, since: null, open: null, live: null };
  const now = context.now();
  const isFar = cursor.live === null || now - cursor.live / 1000 > MOST_REPLAY_MS;
  // What the stream no longer holds, or would take too long to replay, is searched for.
  if (!settings.live || (isFar && context.through !== null)) {
    if (settings.live && cursor.live !== null) cursor.since = Math.floor(cursor.live / 1000);
    for await (const batch of search(context, cursor)) {
      cursor = batch.next;
      yield batch.batch;
    }
    if (!settings.live || cursor.open !== null) return;
  }
  if (!settings.live) return;
  const from = isFar
    ? now - (context.through === null ? MOST_REPLAY_MS : OVERLAP_MS)
    : (cursor.live ?? 0) / 1000;
  const origin = settings.stream === '' ? DEFAULT_STREAM : serverOrigin(settings.stream, 'stream');
  for await (const { items, skipped, until } of replay(context, { origin, from })) {
    cursor = { ...cursor, live: until, since: Math.floor(until / 1000), open: null };
    yield { items, cursor, notes: {}, skipped };
  }
}

/** Walks from the newest hit down to where the last run ended. */
async function* search(
  context: BlueskyCollect,
  before: BlueskyCursor,
): AsyncGenerator<{ batch: CollectBatch; next: BlueskyCursor }> {
  if (context.through === null) throw needsAccount();
  const session = new Session(context.through);
  const floor = before.since === null ? null : before.since - OVERLAP_MS;
  let open = before.open;
  const yielded = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(session, context, { floor, page: open?.page });
    if (answer === null) {
      // The mark of a page does not last for ever; then the run begins again from the top.
      open = null;
      continue;
    }
    const posts = readable(PostView, answer.posts);
    const times = posts.flatMap(({ indexedAt }) => parseDate(indexedAt) ?? []);
    const fresh = posts.filter(({ uri }) => !yielded.has(uri));
    for (const { uri } of fresh) yielded.add(uri);
    const items = fresh.flatMap((post) => itemOf(post) ?? []);
    const newest: number = Math.max(before.since ?? 0, open?.newest ?? 0, ...times);
    const isBelow = floor !== null && times.length > 0 && Math.max(...times) < floor;
    const mark = answer.cursor ?? '';
    const isRepeated = fresh.length === 0 || mark === open?.page;
    // The first time, what one run can reach is enough; later, a run that was too long goes on next time.
    const isCutShort = page === MOST_PAGES - 1 && before.since === null;
    const isDone = mark === '' || isBelow || isRepeated || isCutShort;
    open = isDone ? null : { newest, page: mark };
    const next: BlueskyCursor = { ...before, since: isDone ? newest : before.since, open };
    const skipped = answer.posts.length - posts.length + (fresh.length - items.length);
    yield { batch: { items, cursor: next, notes: {}, skipped }, next };
    if (isDone) return;
  }
}

/** One page of the search; null when the network no longer knows the mark of the page. */
async function ask(
  session: Session,
  { settings }: BlueskyCollect,
  { floor, page }: { floor: number | null; page: string | undefined },
): Promise<z.infer<typeof SearchAnswer> | null> {
  try {
    const { value } = await session.call(SearchAnswer, {
      name: 'app.bsky.feed.searchPosts',
      query: {
        q: settings.query,
        sort: 'latest',
        limit: PAGE,
        lang: settings.language === '' ? undefined : settings.language,
        since: floor === null ? undefined : new Date(floor).toISOString(),
        cursor: page,
      },
      what: 'the search',
    });
    return value;
  } catch (error) {
    if (page !== undefined && isRejected(error, 'InvalidRequest')) return null;
    throw error;
  }
}

const needsAccount = (): ConnectorError =>
  new ConnectorError(
    'invalid',
    'needs-account',
    'Bluesky lets only signed-in people search. Add your Bluesky account under Accounts, then choose it for this source.',
    { field: 'account', params: { network: NETWORK } },
  );
