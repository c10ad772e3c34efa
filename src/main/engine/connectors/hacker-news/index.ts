import { z } from 'zod';
import type { RawItem } from '#shared/model/item.ts';
import {
  ConnectorError,
  checkStatus,
  defineConnector,
  htmlToText,
  httpAddress,
  rawItem,
  type CollectBatch,
  type CollectContext,
  type Cursor,
} from '#engine/connectors/kit/index.ts';

const HOST = 'hn.algolia.com';
const SITE = 'https://news.ycombinator.com';
const PAGE = 100;
/** Algolia serves at most 1,000 hits of one search. */
const MOST_PAGES = 10;
/** Entries reach the index late and out of order, so each run looks back a little further than the last one saw. */
const OVERLAP_SECONDS = 600;

const HackerNewsSettings = z.object({
  query: z.string().trim().min(1, 'type the words to search for').max(500),
  comments: z.boolean().default(true),
});
type HackerNewsSettings = z.infer<typeof HackerNewsSettings>;

const HackerNewsCursor = z.object({
  query: z.string(),
  /** Everything up to this time has been read, in seconds. */
  since: z.number().int(),
  /** A run that was cut short: newest time seen in it, and where it has got down to. */
  open: z.object({ newest: z.number().int(), until: z.number().int() }).nullable(),
});
type HackerNewsCursor = z.infer<typeof HackerNewsCursor>;

const Hit = z.object({
  objectID: z.string().regex(/^\d{1,15}$/),
  created_at_i: z.number().int(),
  author: z.string().nullish(),
  title: z.string().nullish(),
  story_title: z.string().nullish(),
  url: z.string().nullish(),
  story_text: z.string().nullish(),
  comment_text: z.string().nullish(),
  points: z.number().nullish(),
  num_comments: z.number().nullish(),
});
type Hit = z.infer<typeof Hit>;
const Answer = z.object({ hits: z.array(z.unknown()) });

export const hackerNews = defineConnector(
  {
    id: 'hacker-news',
    name: 'Hacker News',
    about: 'Stories and comments on Hacker News that match your words. No account is needed.',
    auth: 'none',
    hosts: [HOST],
    limits: { minIntervalMinutes: 10, requestGapMs: 400, itemsPerSearch: PAGE * MOST_PAGES },
    capabilities: ['collect'],
    settings: HackerNewsSettings,
    fields: [
      {
        key: 'query',
        input: 'text',
        label: 'Words to search for',
        help: 'Put a name of several words in quotation marks.',
        placeholder: '"sea view hotel"',
        required: true,
        choices: [],
      },
      {
        key: 'comments',
        input: 'switch',
        label: 'Comments too',
        help: 'Off: only stories.',
        placeholder: '',
        required: false,
        choices: [],
      },
    ],
    describe: ({ query }) => ({ name: `Hacker News: ${query}`.slice(0, 200), detail: query }),
  },
  { collect },
);

/** Walks from the newest hit down to where the last run ended, a page at a time, by time rather than page number. */
async function* collect(
  context: CollectContext<HackerNewsSettings>,
  stored: Cursor,
): AsyncGenerator<CollectBatch> {
  const { query } = context.settings;
  const parsed = HackerNewsCursor.safeParse(stored);
  const before = parsed.success && parsed.data.query === query ? parsed.data : null;
  const since = before?.since ?? 0;
  let open = before?.open ?? null;
  const yielded = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const hits = await search(context, Math.max(0, since - OVERLAP_SECONDS), open?.until ?? null);
    const usable = hits.flatMap((hit) => {
      const read = Hit.safeParse(hit);
      return read.success ? [read.data] : [];
    });
    const times = usable.map((hit) => hit.created_at_i);
    const fresh = usable.filter((hit) => !yielded.has(hit.objectID));
    for (const hit of fresh) yielded.add(hit.objectID);
    const items = fresh.flatMap((hit) => {
      const item = toItem(hit, context.now());
      return item === null ? [] : [item];
    });
    const oldest = times.length === 0 ? 0 : Math.min(...times);
    const newest: number = Math.max(since, open?.newest ?? 0, ...times);
    // The first time, what one search can reach is enough; later, a run that was too long goes on next time.
    const isCutShort = page === MOST_PAGES - 1 && since === 0;
    const isDone = hits.length < PAGE || fresh.length === 0 || isCutShort;
    // The next page starts with the same second again, since more hits than fit may share it; known ones are skipped.
    open = isDone ? null : { newest, until: oldest };
    const cursor: HackerNewsCursor = { query, since: isDone ? newest : since, open };
    yield {
      items,
      cursor,
      notes: {},
      skipped: hits.length - usable.length + (fresh.length - items.length),
    };
    if (isDone) return;
  }
}

async function search(
  context: CollectContext<HackerNewsSettings>,
  since: number,
  until: number | null,
): Promise<unknown[]> {
  const { settings, baseUrl } = context;
  const url = new URL('/api/v1/search_by_date', baseUrl ?? `https://${HOST}`);
  const filters = [`created_at_i>=${since}`, ...(until === null ? [] : [`created_at_i<=${until}`])];
  url.searchParams.set('query', settings.query);
  url.searchParams.set('tags', settings.comments ? '(story,comment)' : 'story');
  url.searchParams.set('numericFilters', filters.join(','));
  url.searchParams.set('hitsPerPage', String(PAGE));
  const response = await context.http.request({
    url: url.href,
    headers: { accept: 'application/json' },
    signal: context.signal,
    allowLocalNetwork: context.allowLocalNetwork,
    allowedHosts: [baseUrl === undefined ? HOST : new URL(baseUrl).hostname],
    minGapMs: baseUrl === undefined ? hackerNews.limits.requestGapMs : 0,
  });
  checkStatus(response, context.now(), 'the search');
  return readAnswer(response.bytes);
}

function readAnswer(bytes: Uint8Array): unknown[] {
  try {
    return Answer.parse(JSON.parse(new TextDecoder().decode(bytes))).hits;
  } catch (cause) {
    throw new ConnectorError(
      'transient',
      'malformed',
      'Hacker News search answered with something that cannot be read. Earshot tries again by itself.',
      { params: { host: HOST }, cause },
    );
  }
}

function toItem(hit: Hit, now: number): RawItem | null {
  const target = httpAddress(hit.url);
  const text = htmlToText(hit.comment_text ?? hit.story_text ?? '');
  return rawItem({
    ident: hit.objectID,
    kind: 'forum',
    url: `${SITE}/item?id=${hit.objectID}`,
    title: htmlToText(hit.title ?? hit.story_title ?? ''),
    // The page a story points to is part of what it says.
    text: [text, target].filter((part) => part !== '').join('\n\n'),
    author:
      hit.author == null || hit.author === ''
        ? null
        : { name: hit.author, url: `${SITE}/user?id=${encodeURIComponent(hit.author)}` },
    publishedAt: Math.min(hit.created_at_i * 1000, now),
    language: null,
    engagement: { reactions: hit.points ?? null, comments: hit.num_comments ?? null },
  });
}
