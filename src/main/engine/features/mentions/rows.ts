import { compile, parse, type Matcher, type TextRange } from '#shared/query-language/index.ts';
import type { MentionDetail, MentionOf, MentionRow } from '#shared/contract/mentions.ts';
import { EarshotError } from '#shared/model/result.ts';
import { loadBrandMatchers } from '../../collect/matchers.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
import type { WorkspaceView } from '../../context.ts';
import { kindOf, sentimentOf, shelfOf, stateOf } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { FOLDED } from '../../storage/mention-rows.ts';

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
  influence: number;
  story: number;
  authorIdent: string | null;
  rating: number | null;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  views: number | null;
  sightings: number;
}

const ROW = `SELECT i.id, i.connector, s.id AS sourceId, s.name AS sourceName, i.kind, i.site, i.url, i.title, i.body,
  a.name AS author, i.author AS authorKey, a.url AS authorUrl, a.followers, l.id AS language, i.published_at AS publishedAt,
  i.fetched_at AS fetchedAt, i.reach, i.influence, i.story, a.ident AS authorIdent, i.rating, i.reactions, i.comments, i.shares, i.views,
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

/** The other items of a story, newest first. */
export function loadCopies(
  read: ReadHandle,
  view: WorkspaceView,
  itemId: number,
): { rows: MentionRow[]; total: number } {
  const ids = read
    .all<{ id: number }>(
      `SELECT i.id FROM item i WHERE i.story = (SELECT story FROM item WHERE id = ?) AND i.story <> 0 AND i.id <> ?
         AND EXISTS(SELECT 1 FROM mention m WHERE m.item = i.id) ORDER BY i.id DESC`,
      [itemId, itemId],
    )
    .map(({ id }) => id);
  const rows = loadRows(read, view, ids.slice(0, 200), { brands: activeBrands(read), text: '' });
  return { rows, total: ids.length };
}

const activeBrands = (read: ReadHandle): number[] =>
  read.all<{ key: number }>('SELECT key FROM brand WHERE archived_at IS NULL').map(({ key }) => key);

/** @throws EarshotError `not-found` */
export function loadDetail(
  read: ReadHandle,
  view: WorkspaceView,
  itemId: number,
  text: string,
): MentionDetail {
  const item = read.get<ItemRow>(ROW, [itemId]);
  if (!item) throw new EarshotError('not-found', 'This mention is no longer there.', { details: { itemId } });
  const brands = activeBrands(read);
  const markers = new Markers(read, { brands, text });
  const row = toRow(read, view, item, markers, brands);
  const { reactions, comments, shares, views } = item;
  return {
    ...row,
    text: item.body,
    titleMarks: markers.marks(item.title, row.mentions),
    textMarks: markers.marks(item.body, row.mentions),
    authorKey: item.authorKey,
    authorIdent: item.authorIdent,
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
    noteTexts: read.all<MentionDetail['noteTexts'][number]>(
      'SELECT id AS noteId, brand_id AS brandId, text, created_at AS createdAt FROM note WHERE item = ? ORDER BY created_at',
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
    influence: item.influence,
    copies: copiesOf(read, item, mentions),
    notes: read.get<{ n: number }>('SELECT count(*) AS n FROM note WHERE item = ?', [item.id])?.n ?? 0,
    sightings: item.sightings,
    mentions,
  };
}

/** How many copies are folded behind this row; none for a row that is a copy itself. */
function copiesOf(read: ReadHandle, item: ItemRow, mentions: readonly MentionOf[]): number {
  if (item.story === 0 || mentions.every(({ folded }) => folded)) return 0;
  const row = read.get<{ n: number }>(
    `SELECT count(DISTINCT m.item) AS n FROM item i JOIN mention m ON m.item = i.id AND m.folded = 1
     WHERE i.story = ? AND i.story <> 0 AND i.id <> ? AND m.brand IN (SELECT key FROM brand WHERE id IN (SELECT value FROM json_each(?)))`,
    [item.story, item.id, JSON.stringify(mentions.map(({ brandId }) => brandId))],
  );
  return row?.n ?? 0;
}

interface StoredMentionOf {
  key: number;
  brandId: string;
  state: number;
  starred: number;
  sentiment: number;
  corrected: number;
  shelf: number;
  folded: number;
  assigneeId: string | null;
  snoozedUntil: number | null;
  relevance: number | null;
  tags: string | null;
}

function mentionsOf(read: ReadHandle, item: number, brands: readonly number[]): MentionOf[] {
  const rows = read.all<StoredMentionOf>(
    `SELECT m.brand AS key, b.id AS brandId, m.state, m.starred, m.sentiment, m.corrected, m.shelf, m.folded,
       a.id AS assigneeId, m.snoozed_until AS snoozedUntil, m.relevance,
       (SELECT group_concat(t.id, ' ') FROM mention_tag g JOIN tag t ON t.key = g.tag WHERE g.brand = m.brand AND g.item = m.item) AS tags
     FROM mention m JOIN brand b ON b.key = m.brand LEFT JOIN assignee a ON a.key = m.assignee
     WHERE m.item = ? ORDER BY m.brand`,
    [item],
  );
  return rows
    .filter(({ key }) => brands.includes(key))
    .map((row) => ({
      brandId: row.brandId,
      state: stateOf(row.state),
      starred: row.starred === 1,
      sentiment: sentimentOf(row.sentiment),
      corrected: row.corrected === 1,
      tagIds: row.tags?.split(' ') ?? [],
      shelf: shelfOf(row.shelf),
      folded: row.folded === FOLDED,
      assigneeId: row.assigneeId,
      snoozedUntil: row.snoozedUntil,
      relevance: row.relevance,
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
