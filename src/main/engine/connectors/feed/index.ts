import { z } from 'zod';
import { ItemKind } from '#shared/model/item.ts';
import {
  cleanLine,
  defineConnector,
  digest,
  htmlToText,
  httpAddress,
  type BatchNotes,
  type CollectBatch,
  type CollectContext,
  type Cursor,
} from '#engine/connectors/kit/index.ts';
import { readEntries } from './entries.ts';
import { fetchFeed, nextAfter } from './fetch.ts';
import { guessKind } from './links.ts';
import { parseFeedText } from './parse.ts';

export const FeedSettings = z.object({
  url: z
    .string()
    .trim()
    .max(4000)
    .refine((text) => httpAddress(text) !== '', 'this is not a web address'),
  /** What sort of text it brings; null lets Earshot guess, and so does a form where nothing was chosen. */
  kind: z.preprocess((chosen) => (chosen === '' ? null : chosen), ItemKind.nullable().default(null)),
});
export type FeedSettings = z.infer<typeof FeedSettings>;

const FeedCursor = z.object({
  /** The address the source had first. */
  scope: z.string(),
  /** The address the validators belong to. */
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Of the text read last: many servers send no validators. */
  digest: z.string(),
  repeated: z.array(z.string()).max(200),
});
type FeedCursor = z.infer<typeof FeedCursor>;

const BATCH = 500;

export const feed = defineConnector(
  {
    id: 'feed',
    name: 'Feed',
    about:
      'News sites, blogs, forums and many networks offer feeds (RSS, Atom, JSON Feed). No account is needed.',
    auth: 'address',
    hosts: 'any',
    limits: { minIntervalMinutes: 5, requestGapMs: 0, itemsPerSearch: null },
    capabilities: ['collect'],
    settings: FeedSettings,
    fields: [
      {
        key: 'url',
        input: 'address',
        label: 'Address of the feed',
        help: 'The address of the feed itself. If you only know the site, let Earshot look for its feeds.',
        placeholder: 'https://example.org/feed',
        required: true,
        choices: [],
      },
      {
        key: 'kind',
        input: 'choice',
        label: 'What it brings',
        help: 'Decides how reach and sentiment are judged. Earshot guesses when you leave it open.',
        placeholder: '',
        required: false,
        choices: [
          { value: '', label: 'Guess' },
          { value: 'news', label: 'News and blogs' },
          { value: 'social', label: 'Social posts' },
          { value: 'forum', label: 'Forum posts' },
          { value: 'review', label: 'Reviews' },
        ],
      },
    ],
    describe: ({ url }) => ({
      name: new URL(url).hostname.replace(/^www\./, ''),
      detail: withoutSecrets(url),
    }),
  },
  { collect },
);

async function* collect(context: CollectContext<FeedSettings>, stored: Cursor): AsyncGenerator<CollectBatch> {
  const { settings } = context;
  const parsedCursor = FeedCursor.safeParse(stored);
  const before = parsedCursor.success ? parsedCursor.data : null;
  const now = context.now();
  const isSameAddress = before?.url === settings.url;
  const fetched = await fetchFeed(settings.url, {
    ...context,
    now,
    ...(isSameAddress ? { validators: before } : {}),
  });
  const { response, text, validators, permanentUrl } = fetched;
  const notes: BatchNotes = permanentUrl === null ? {} : { permanentUrl };
  const scope = before?.scope ?? settings.url;
  const seen = text === null ? (before?.digest ?? '') : digest(text);
  const next: FeedCursor = {
    scope,
    url: permanentUrl ?? settings.url,
    ...validators,
    digest: seen,
    repeated: before?.repeated ?? [],
  };
  if (text === null || seen === before?.digest) {
    const after = nextAfter(response, null, now);
    yield {
      items: [],
      cursor: next,
      notes: { ...notes, ...(after === null ? {} : { nextAfter: after }), unchanged: true },
      skipped: 0,
    };
    return;
  }
  const parsed = parseFeedText(text, response.url);
  const after = nextAfter(response, parsed.ttlMinutes, now);
  if (after !== null) notes.nextAfter = after;
  const title = cleanLine(htmlToText(parsed.title.value), 200);
  if (title !== '') notes.title = title;
  const read = readEntries(parsed, {
    feedUrl: response.url,
    scope,
    kind: settings.kind ?? guessKind(response.url, parsed.generator),
    now,
    repeated: next.repeated,
  });
  next.repeated = read.repeated;
  // Only the last batch carries the new validators: after a crash in between, the feed is read again.
  for (let start = 0; start === 0 || start < read.items.length; start += BATCH) {
    const isLast = start + BATCH >= read.items.length;
    yield {
      items: read.items.slice(start, start + BATCH),
      cursor: isLast ? next : stored,
      notes,
      skipped: isLast ? read.skipped : 0,
    };
  }
}

/** Private feed links carry their secret in the query; it is not shown. */
function withoutSecrets(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of ['feed', 'token', 'key', 'auth', 'access_token', 'api_key']) {
    if (url.searchParams.has(name) && (url.searchParams.get(name) ?? '').length >= 16)
      url.searchParams.set(name, 'hidden');
  }
  return url.href;
}

export { discoverFeeds, type DiscoveredFeed } from './discover.ts';
export { buildPreset, feedPresets, type BuiltPreset, type FeedPreset } from './presets.ts';
export { parseOpml, writeOpml, type OpmlFeed } from './opml.ts';
