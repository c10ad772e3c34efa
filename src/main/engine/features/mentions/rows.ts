import { compile, parse, type Matcher, type TextRange } from '#shared/query-language/index.ts';
import type { MentionDetail, MentionOf, MentionRow } from '#shared/contract/mentions.ts';
import { EarshotError } from '#shared/model/result.ts';
import { loadBrandMatchers } from '../../collect/matchers.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/rematch.ts';
import type { WorkspaceView } from '../../context.ts';
import { kindOf, sentimentOf, stateOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';

const EXCERPT = 240;
/** Letters of context before the first mark. */
const LEAD = 60;

interface ItemRow {
  id: number;
  connector: number;
  sourceId: string;
  sourceName: string;
  kind: number;
  site: string;
  url: string;
  title: string;
  body: string;
  author: string | null;
  authorKey: number;
  authorUrl: string | null;
  followers: number | null;
  language: string;
  publishedAt: number;
  fetchedAt: number;
  reach: number;
  rating: number | null;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  views: number | null;
  sightings: number;
}

const ROW = `SELECT i.id, i.connector, s.id AS sourceId, s.name AS sourceName, i.kind, i.site, i.url, i.title, i.body,
  a.name AS author, i.author AS authorKey, a.url AS authorUrl, a.followers, l.id AS language, i.published_at AS publishedAt,
  i.fetched_at AS fetchedAt, i.reach, i.rating, i.reactions, i.comments, i.shares, i.views,
  (SELECT count(*) FROM sighting g WHERE g.item = i.id) AS sightings
  FROM item i JOIN source s ON s.key = i.source JOIN language l ON l.key = i.language
  LEFT JOIN author a ON a.key = i.author WHERE i.id = ?`;

interface Wanted {
  brands: readonly number[];
  /** The search, whose words are marked before those of the brand's queries. */
  text: string;
}

/** Rows for the list, in the order of `ids`. */
export function loadRows(
  read: ReadHandle,
  view: WorkspaceView,
  ids: readonly number[],
  wanted: Wanted,
): MentionRow[] {
  const markers = new Markers(read, wanted);
  return ids.flatMap((id) => {
    const item = read.get<ItemRow>(ROW, [id]);
    return item ? [toRow(read, view, item, markers, wanted.brands)] : [];
  });
}

/** @throws EarshotError `not-found` */
export function loadDetail(
  read: ReadHandle,
  view: WorkspaceView,
  itemId: number,
  text: string,
): MentionDetail {
  const item = read.get<ItemRow>(ROW, [itemId]);
  if (!item) throw new EarshotError('not-found', 'This mention is no longer there.', { details: { itemId } });
  const brands = read
    .all<{ key: number }>('SELECT key FROM brand WHERE archived_at IS NULL')
    .map(({ key }) => key);
  const markers = new Markers(read, { brands, text });
  const row = toRow(read, view, item, markers, brands);
  const { reactions, comments, shares, views } = item;
  return {
    ...row,
    text: item.body,
    titleMarks: markers.marks(item.title, row.mentions),
    textMarks: markers.marks(item.body, row.mentions),
    authorUrl: item.authorUrl,
    authorFollowers: item.followers,
    authorMentions:
      item.authorKey === 0
        ? 0
        : (read.get<{ n: number }>('SELECT count(DISTINCT item) AS n FROM mention WHERE author = ?', [
            item.authorKey,
          ])?.n ?? 0),
    engagement: { reactions, comments, shares, views },
    fetchedAt: item.fetchedAt,
    seenIn: read.all<MentionDetail['seenIn'][number]>(
      `SELECT s.id AS sourceId, s.name AS sourceName, g.seen_at AS at, g.url FROM sighting g JOIN source s ON s.key = g.source
       WHERE g.item = ? ORDER BY g.seen_at, s.key`,
      [itemId],
    ),
    matchedBy: markers.matchedBy(itemId),
  };
}

function toRow(
  read: ReadHandle,
  view: WorkspaceView,
  item: ItemRow,
  markers: Markers,
  brands: readonly number[],
): MentionRow {
  const mentions = mentionsOf(read, item.id, brands);
  const { excerpt, marks } = excerptOf(item.body, markers.marks(item.body, mentions));
  return {
    itemId: item.id,
    connector: view.connectors.id(read, item.connector),
    sourceId: item.sourceId,
    sourceName: item.sourceName,
    kind: kindOf(item.kind),
    site: item.site,
    url: item.url,
    title: item.title,
    excerpt,
    marks,
    author: item.author ?? '',
    language: item.language === 'und' ? null : item.language,
    publishedAt: item.publishedAt,
    reach: item.reach,
    rating: item.rating,
    sightings: item.sightings,
    mentions,
  };
}

function mentionsOf(read: ReadHandle, item: number, brands: readonly number[]): MentionOf[] {
  const rows = read.all<{
    key: number;
    brandId: string;
    state: number;
    starred: number;
    sentiment: number;
    tags: string | null;
  }>(
    `SELECT m.brand AS key, b.id AS brandId, m.state, m.starred, m.sentiment,
       (SELECT group_concat(t.id, ' ') FROM mention_tag g JOIN tag t ON t.key = g.tag WHERE g.brand = m.brand AND g.item = m.item) AS tags
     FROM mention m JOIN brand b ON b.key = m.brand WHERE m.item = ? ORDER BY m.brand`,
    [item],
  );
  return rows
    .filter(({ key }) => brands.includes(key))
    .map((row) => ({
      brandId: row.brandId,
      state: stateOf(row.state),
      starred: row.starred === 1,
      sentiment: sentimentOf(row.sentiment),
      tagIds: row.tags?.split(' ') ?? [],
    }));
}

/** About 240 letters around the first mark, and the marks moved to fit. */
export function excerptOf(
  text: string,
  marks: readonly TextRange[],
): { excerpt: string; marks: TextRange[] } {
  const first = marks[0]?.start ?? 0;
  let start = first <= LEAD * 2 ? 0 : first - LEAD;
  // Begin at a word, so that neither a word nor a pair of surrogates is cut.
  if (start > 0) start = Math.max(0, text.lastIndexOf(' ', start) + 1 || start);
  const ahead = start > 0 ? '… ' : '';
  const excerpt = (ahead + text.slice(start, start + EXCERPT)).replace(/\s/g, ' ');
  const shift = start - ahead.length;
  return {
    excerpt,
    marks: marks
      .map((mark) => ({ start: mark.start - shift, end: Math.min(mark.end - shift, excerpt.length) }))
      .filter((mark) => mark.start >= ahead.length && mark.start < mark.end),
  };
}

/** Which words decided that an item is shown: those searched for, else those of the brands' queries. */
class Markers {
  readonly #read: ReadHandle;
  readonly #search: Matcher | null;
  readonly #brands: ReturnType<typeof loadBrandMatchers>;

  constructor(read: ReadHandle, wanted: Wanted) {
    this.#read = read;
    const parsed = wanted.text.trim() === '' ? null : parse(wanted.text);
    this.#search = parsed?.ok ? compile(parsed.query) : null;
    this.#brands = loadBrandMatchers(read).filter((brand) => wanted.brands.includes(brand.key));
  }

  marks(text: string, mentions: readonly MentionOf[]): TextRange[] {
    const searched = this.#search?.ranges(text) ?? [];
    if (searched.length > 0) return merge(searched);
    const brands = this.#brands.filter((brand) => mentions.some((mention) => mention.brandId === brand.id));
    return merge(brands.flatMap((brand) => brand.queries.flatMap((query) => query.matcher.ranges(text))));
  }

  matchedBy(itemId: number): MentionDetail['matchedBy'] {
    const stored = this.#read.get<StoredItem>(`${STORED_ITEM} WHERE i.id = ?`, [itemId]);
    if (!stored) return [];
    const item = storedQueryItem(stored);
    return this.#brands.flatMap((brand) =>
      brand.queries
        .filter((query) => query.matcher.test(item))
        .map((query) => ({
          brandId: brand.id,
          queryId: query.id,
          queryName: query.name,
          queryText: query.text,
        })),
    );
  }
}

function merge(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
