import { z } from 'zod';
import type { RawItem } from '#shared/model/item.ts';
import { rawItem } from '#engine/connectors/kit/index.ts';
import { postsAt } from './answer.ts';
import { fullText, hasLink, hasMedia, itemOf, timeOf } from './items.ts';
import { Did, POST, PostRecord, SITE, pageOf } from './lexicon.ts';
import { Session } from './session.ts';
import type { BlueskyCollect } from './settings.ts';
import { wordsTest } from './words.ts';

/** Events of a crashed or slow writer may stand a little behind their time: each run goes back so far, in milliseconds. */
const REWIND_MS = 5000;
/** So much is read before a batch is handed on, whether or not it has the words in it. */
const EVENTS_A_BATCH = 5000;
/** As many posts as the network tells of at a time. */
const ITEMS_A_BATCH = 25;
/** A run ends after so long, caught up or not. */
const MOST_MS = 5 * 60_000;
/** A network on which nothing happens for so long is caught up with. */
const SILENCE_MS = 10_000;

const Event = z.object({
  did: Did,
  time_us: z.number().int().positive(),
  kind: z.string(),
  commit: z.unknown().optional(),
});
const Commit = z.object({
  operation: z.literal('create'),
  collection: z.literal(POST),
  rkey: z.string().regex(/^[A-Za-z0-9._:~-]{1,512}$/),
  record: PostRecord,
});

interface Said {
  did: string;
  uri: string;
  record: PostRecord;
  /** UTC milliseconds. */
  at: number;
}

export interface Replayed {
  items: RawItem[];
  skipped: number;
  /** Everything up to here has been read, in microseconds. */
  until: number;
}

/**
 * Everything that was posted since `from` (UTC milliseconds), as far as it has the source's words in it. Ends when it has
 * caught up with now, or after five minutes.
 * @param origin of the stream; https becomes wss, and http, on this machine only, ws
 */
export async function* replay(
  context: BlueskyCollect,
  { origin, from }: { origin: string; from: number },
): AsyncGenerator<Replayed> {
  const url = new URL('/subscribe', origin.replace(/^http/, 'ws'));
  url.searchParams.set('wantedCollections', POST);
  const begin = Math.floor((from - REWIND_MS) * 1000);
  url.searchParams.set('cursor', String(begin));
  const fits = wordsTest(context.settings.query);
  const started = context.now();
  let said: Said[] = [];
  let [events, skipped, until] = [0, 0, Math.max(begin, Math.floor(from * 1000))];
  const take = async (): Promise<Replayed> => {
    const batch = { items: await itemsOf(context, said), skipped, until };
    said = [];
    [events, skipped] = [0, 0];
    return batch;
  };
  const messages = context.sockets.listen({
    url: url.href,
    signal: context.signal,
    allowLocalNetwork: context.allowLocalNetwork,
    allowedHosts: [url.hostname],
    idleTimeoutMs: SILENCE_MS,
  });
  for await (const message of messages) {
    const event = read(message);
    if (event === null) {
      skipped += 1;
      continue;
    }
    const commit = Commit.safeParse(event.commit);
    if (commit.success && speaks(commit.data.record, context.settings.language)) {
      const { rkey, record } = commit.data;
      const uri = `at://${event.did}/${POST}/${rkey}`;
      const at = event.time_us / 1000;
      if (fits(fullText(record))) said.push({ did: event.did, uri, record, at });
    }
    events += 1;
    until = Math.max(until, event.time_us);
    if (until >= started * 1000 || context.now() - started > MOST_MS) break;
    if (said.length >= ITEMS_A_BATCH || events >= EVENTS_A_BATCH) yield await take();
  }
  yield await take();
}

function read(message: string): z.infer<typeof Event> | null {
  try {
    return Event.parse(JSON.parse(message));
  } catch {
    return null;
  }
}

/** A post that names no language may be in any. */
const speaks = ({ langs }: PostRecord, language: string): boolean =>
  language === '' ||
  langs == null ||
  langs.length === 0 ||
  langs.some((one) => one.split('-')[0] === language);

/** The stream tells neither names nor figures; through an account they are read, as far as the network has them yet. */
async function itemsOf(context: BlueskyCollect, said: readonly Said[]): Promise<RawItem[]> {
  const known =
    context.through === null
      ? []
      : await postsAt(
          new Session(context.through),
          said.map(({ uri }) => uri),
        );
  const views = new Map(known.map((post) => [post.uri, post]));
  return said.flatMap((one) => {
    const view = views.get(one.uri);
    return (view === undefined ? bareItem(one) : itemOf(view)) ?? [];
  });
}

function bareItem({ did, uri, record, at }: Said): RawItem | null {
  return rawItem({
    ident: uri,
    kind: 'social',
    url: pageOf(uri),
    text: fullText(record),
    author: { ident: did, name: did, url: `${SITE}/profile/${did}` },
    publishedAt: timeOf(record.createdAt, new Date(at).toISOString()),
    language: record.langs?.[0] ?? null,
    hasLink: hasLink(record),
    hasMedia: hasMedia(record.embed),
  });
}
