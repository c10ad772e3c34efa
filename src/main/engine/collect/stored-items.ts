import { compile, planSearch, type QueryItem, type QueryNode } from '#shared/query-language/index.ts';
import { kindOf } from '../storage/codes.ts';
import type { ReadHandle } from '../storage/handles.ts';
import { toQueryItem } from './matchers.ts';

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
}

const COLUMNS = `i.id, i.title, i.body AS text, a.name AS author, i.site, i.url, l.id AS language, s.name AS source,
  i.kind, a.followers, i.rating, i.published_at AS publishedAt`;
const NAMES = `JOIN language l ON l.key = i.language JOIN source s ON s.key = i.source
  LEFT JOIN author a ON a.key = i.author`;

/** The columns a query may ask about; the caller appends a WHERE. */
export const STORED_ITEM = `SELECT ${COLUMNS} FROM item i ${NAMES}`;
const LISTED = 'FROM json_each(?) listed CROSS JOIN item i ON i.id = listed.value';
const LISTED_ITEMS = `SELECT ${COLUMNS} ${LISTED} ${NAMES}`;
/** The same for queries that ask for words alone: the names are left out, which halves the reading. */
const LISTED_TEXTS = `SELECT i.id, i.title, i.body AS text, NULL AS author, i.site, i.url, 'und' AS language,
  '' AS source, i.kind, NULL AS followers, i.rating, i.published_at AS publishedAt ${LISTED}`;

export const storedQueryItem = (row: StoredItem): QueryItem =>
  toQueryItem({
    ...row,
    author: row.author ?? '',
    language: row.language === 'und' ? null : row.language,
    kind: kindOf(row.kind),
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
  let named = false;
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
    named ||= asksForNames(rest);
  }
  const ids = [...candidates].sort((a, b) => b - a);
  for (let at = 0; at < ids.length; at += PAGE) {
    if (at > 0) await breathe(signal);
    if (enough?.() === true) return { sets, complete: false };
    const page = JSON.stringify(ids.slice(at, at + PAGE));
    for (const row of read.all<StoredItem>(named ? LISTED_ITEMS : LISTED_TEXTS, [page])) {
      const item = storedQueryItem(row);
      for (const { left, test, into } of tests) if (left.has(row.id) && test(item)) into.add(row.id);
    }
    progress?.(Math.min(at + PAGE, ids.length), ids.length);
  }
  return { sets, complete: true };
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
