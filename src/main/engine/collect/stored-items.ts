import { compile, planSearch, type QueryItem, type QueryNode } from '#shared/query-language/index.ts';
import { kindOf } from '../storage/codes.ts';
import type { ReadHandle } from '../storage/handles.ts';
import { toQueryItem, type MatchedItem } from './matchers.ts';

export interface StoredItem {
  id: number;
  title: string;
  text: string;
  author: string | null;
  site: string;
  url: string;
  language: string;
  source: string;
  kind: number;
  followers: number | null;
  rating: number | null;
  publishedAt: number;
  hasLink: number;
  hasMedia: number;
}

const COLUMNS = `i.id, i.title, i.body AS text, a.name AS author, i.site, i.url, l.id AS language, s.name AS source,
  i.kind, a.followers, i.rating, i.published_at AS publishedAt, i.has_link AS hasLink, i.has_media AS hasMedia`;
const NAMES = `JOIN language l ON l.key = i.language JOIN source s ON s.key = i.source
  LEFT JOIN author a ON a.key = i.author`;

/** The columns a query may ask about; the caller appends a WHERE. */
export const STORED_ITEM = `SELECT ${COLUMNS} FROM item i ${NAMES}`;
const LISTED = 'FROM json_each(?) listed CROSS JOIN item i ON i.id = listed.value';
const LISTED_ITEMS = `SELECT ${COLUMNS} ${LISTED} ${NAMES}`;

export const storedQueryItem = (row: StoredItem): MatchedItem =>
  toQueryItem({
    ...row,
    author: row.author ?? '',
    language: row.language === 'und' ? null : row.language,
    kind: kindOf(row.kind),
    hasLink: row.hasLink === 1,
    hasMedia: row.hasMedia === 1,
  });

/** The rows of these items, in this order; ids that are not stored are left out. */
export const storedItems = (read: ReadHandle, ids: readonly number[]): StoredItem[] =>
  read.all<StoredItem>(LISTED_ITEMS, [JSON.stringify(ids)]);

/** Reading and matching a page takes about 20 ms: other calls get in between two. */
const PAGE = 2000;

export interface ScanOptions {
  signal: AbortSignal;
  /** Called after every page with the texts looked at so far and how many there are in all. */
  progress?: (done: number, total: number) => void;
  /** Asked between two pages: true ends the scan early, with what has been found so far. */
  enough?: () => boolean;
}

export interface Matches {
  /** For every query asked about, the ids of the items it matches. */
  sets: Set<number>[];
  /** False when `enough` ended the scan: the sets may lack older items. */
  complete: boolean;
}

/**
 * What each of these queries matches of everything stored. A query that the full-text index can answer by itself
 * costs no reading of texts; those of the others that the index leaves are read once, newest first, in pages.
 * @throws the signal's reason, between two pages
 */
export async function findStored(
  read: ReadHandle,
  queries: readonly QueryNode[],
  { signal, progress, enough }: ScanOptions,
): Promise<Matches> {
  const sets = queries.map(() => new Set<number>());
  const tests: { left: Set<number>; test: (item: QueryItem) => boolean; into: Set<number> }[] = [];
  const asked: QueryNode[] = [];
  const candidates = new Set<number>();
  for (const [index, node] of queries.entries()) {
    const { match, rest } = planSearch(node);
    const left = new Set(idsOf(read, match));
    if (rest === null) {
      sets[index] = left;
      continue;
    }
    tests.push({ left, test: compile(rest).test, into: sets[index] ?? new Set() });
    for (const id of left) candidates.add(id);
    asked.push(rest);
  }
  // Numbers alone sort many times faster than with a comparison of one's own.
  const ids = [...Float64Array.from(candidates).sort()].reverse();
  const readPage = pageReader(read, ids.length, asked);
  for (let at = 0; at < ids.length; at += PAGE) {
    if (at > 0) await breathe(signal);
    if (enough?.() === true) return { sets, complete: false };
    for (const row of readPage(ids.slice(at, at + PAGE))) {
      const item = storedQueryItem(row);
      for (const { left, test, into } of tests) if (left.has(row.id) && test(item)) into.add(row.id);
    }
    progress?.(Math.min(at + PAGE, ids.length), ids.length);
  }
  return { sets, complete: true };
}

/** From this many on it pays to know how many items there are in all. */
const MANY = 20_000;

/**
 * How a page of candidates is read: only the columns that the queries ask about, and as a stretch of the table
 * where most of what lies in it is wanted anyway. Rows nobody asked for may come with it.
 */
function pageReader(
  read: ReadHandle,
  candidates: number,
  asked: readonly QueryNode[],
): (ids: readonly number[]) => StoredItem[] {
  const texts = asked.some(asksForTexts) ? 'i.title, i.body AS text' : "'' AS title, '' AS text";
  const named = asked.some(asksForNames);
  const names = named
    ? 'a.name AS author, l.id AS language, s.name AS source, a.followers'
    : "NULL AS author, 'und' AS language, '' AS source, NULL AS followers";
  const select = `SELECT i.id, ${texts}, ${names}, i.site, i.url, i.kind, i.rating, i.published_at AS publishedAt`;
  const joins = named ? NAMES : '';
  const all = candidates < MANY ? 0 : (read.get<{ n: number }>('SELECT count(*) AS n FROM item')?.n ?? 0);
  if (candidates < all / 2 || all === 0) {
    return (ids) => read.all<StoredItem>(`${select} ${LISTED} ${joins}`, [JSON.stringify(ids)]);
  }
  return (ids) =>
    read.all<StoredItem>(`${select} FROM item i ${joins} WHERE i.id BETWEEN ? AND ?`, [
      ids.at(-1) ?? 0,
      ids[0] ?? 0,
    ]);
}

function asksForTexts(node: QueryNode): boolean {
  if (node.type === 'not') return asksForTexts(node.child);
  if (node.type === 'and' || node.type === 'or') return node.children.some(asksForTexts);
  if (node.type === 'field') return node.field === 'has';
  return node.type !== 'compare' && node.type !== 'date';
}

/** Whether a query asks for what only other tables know: author, followers, language, source. */
function asksForNames(node: QueryNode): boolean {
  if (node.type === 'not') return asksForNames(node.child);
  if (node.type === 'and' || node.type === 'or') return node.children.some(asksForNames);
  if (node.type === 'field') return ['author', 'lang', 'source'].includes(node.field);
  return node.type === 'compare' && node.field === 'followers';
}

/** The ids an FTS5 expression finds; null finds all. As one value: a row for each would cost three times as much. */
function idsOf(read: ReadHandle, expression: string | null): number[] {
  const row =
    expression === null
      ? read.get<{ ids: string }>('SELECT json_group_array(id) AS ids FROM item')
      : read.get<{ ids: string }>('SELECT json_group_array(rowid) AS ids FROM search WHERE search MATCH ?', [
          expression,
        ]);
  return JSON.parse(row?.ids ?? '[]') as number[];
}

/** Lets other calls in. @throws the signal's reason when it was aborted meanwhile */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
