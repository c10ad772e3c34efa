import {
  compile,
  planSearch,
  type QueryItem,
  type QueryNode,
  type TextField,
} from '#shared/query-language/index.ts';
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

/** What a query sees of a row; columns that were not read because it does not ask for them are empty. */
export const storedQueryItem = (row: Partial<StoredItem>): MatchedItem =>
  toQueryItem({
    title: row.title ?? '',
    text: row.text ?? '',
    author: row.author ?? '',
    site: row.site ?? '',
    url: row.url ?? '',
    language: row.language === undefined || row.language === 'und' ? null : row.language,
    source: row.source ?? '',
    kind: kindOf(row.kind ?? 0),
    followers: row.followers ?? null,
    rating: row.rating ?? null,
    publishedAt: row.publishedAt ?? 0,
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
  const tests: { left: Set<number> | null; test: (item: QueryItem) => boolean; into: Set<number> }[] = [];
  const asked: QueryNode[] = [];
  const candidates = new Set<number>();
  for (const [index, node] of queries.entries()) {
    const { match, rest } = planSearch(node);
    const left = rest !== null && match === null ? null : new Set(idsOf(read, match));
    if (rest === null) {
      sets[index] = left ?? new Set();
      continue;
    }
    tests.push({ left, test: compile(rest).test, into: sets[index] ?? new Set() });
    for (const id of left ?? []) candidates.add(id);
    asked.push(rest);
  }
  const everything = tests.some(({ left }) => left === null);
  const pages = everything ? allPages(read, asked) : listedPages(read, candidates, asked);
  let done = 0;
  for (const { rows, looked } of pages.read()) {
    for (const row of rows) {
      const item = storedQueryItem(row);
      for (const { left, test, into } of tests)
        if ((left === null || left.has(row.id)) && test(item)) into.add(row.id);
    }
    done += looked;
    progress?.(done, pages.total);
    if (done < pages.total) await breathe(signal);
    if (enough?.() === true && done < pages.total) return { sets, complete: false };
  }
  return { sets, complete: true };
}

/** From this many on it pays to know how many items there are in all. */
const MANY = 20_000;

type Row = Pick<StoredItem, 'id'> & Partial<StoredItem>;

interface Pages {
  /** Items to look at in all. */
  total: number;
  read(): Iterable<{ rows: Row[]; looked: number }>;
}

const countOf = (read: ReadHandle): number =>
  read.get<{ n: number }>('SELECT count(*) AS n FROM item')?.n ?? 0;

/** The whole table, newest first, for queries that the index cannot narrow: no list of ids is made for them. */
function allPages(read: ReadHandle, asked: readonly QueryNode[]): Pages {
  const { select, joins } = selecting(asked);
  return {
    total: countOf(read),
    *read() {
      let before = Number.MAX_SAFE_INTEGER;
      for (;;) {
        const rows = read.all<Row>(
          `${select} FROM item i ${joins} WHERE i.id < ? ORDER BY i.id DESC LIMIT ${PAGE}`,
          [before],
        );
        const last = rows.at(-1);
        if (last === undefined) return;
        yield { rows, looked: rows.length };
        before = last.id;
      }
    },
  };
}

/**
 * These items, newest first; as stretches of the table where most of what lies in them is wanted anyway. Rows nobody
 * asked for may come with them.
 */
function listedPages(read: ReadHandle, candidates: ReadonlySet<number>, asked: readonly QueryNode[]): Pages {
  const { select, joins } = selecting(asked);
  // Numbers alone sort many times faster than with a comparison of one's own.
  const ids = [...Float64Array.from(candidates).sort()].reverse();
  const stretches = ids.length >= MANY && ids.length >= countOf(read) / 2;
  const page = (part: readonly number[]): Row[] =>
    stretches
      ? read.all<Row>(`${select} FROM item i ${joins} WHERE i.id BETWEEN ? AND ?`, [
          part.at(-1) ?? 0,
          part[0] ?? 0,
        ])
      : read.all<Row>(`${select} ${LISTED} ${joins}`, [JSON.stringify(part)]);
  return {
    total: ids.length,
    *read() {
      for (let at = 0; at < ids.length; at += PAGE) {
        const part = ids.slice(at, at + PAGE);
        yield { rows: page(part), looked: part.length };
      }
    },
  };
}

const TEXTS = 'i.title, i.body AS text';
const COLUMN_OF: Readonly<Record<TextField | 'followers' | 'rating' | 'date', string>> = {
  author: 'a.name AS author',
  site: 'i.site',
  url: 'i.url',
  lang: 'l.id AS language',
  source: 's.name AS source',
  kind: 'i.kind',
  has: 'i.has_link AS hasLink, i.has_media AS hasMedia',
  followers: 'a.followers',
  rating: 'i.rating',
  date: 'i.published_at AS publishedAt',
};

/** Only the columns that the queries ask about, and the tables they lie in: a row costs by what is read of it. */
function selecting(asked: readonly QueryNode[]): { select: string; joins: string } {
  const columns = [...new Set(asked.flatMap(columnsOf))];
  const from = (table: string): boolean => columns.some((column) => column.startsWith(table));
  return {
    select: `SELECT ${['i.id', ...columns].join(', ')}`,
    joins: [
      from('l.') ? 'JOIN language l ON l.key = i.language' : '',
      from('s.') ? 'JOIN source s ON s.key = i.source' : '',
      from('a.') ? 'LEFT JOIN author a ON a.key = i.author' : '',
    ].join(' '),
  };
}

function columnsOf(node: QueryNode): string[] {
  switch (node.type) {
    case 'not':
      return columnsOf(node.child);
    case 'and':
    case 'or':
      return node.children.flatMap(columnsOf);
    case 'field':
      // Addresses in the text, and the item's own, tell of links and pictures as well.
      return node.field === 'has' ? [TEXTS, COLUMN_OF.url, COLUMN_OF.has] : [COLUMN_OF[node.field]];
    case 'compare':
      return [COLUMN_OF[node.field]];
    case 'date':
      return [COLUMN_OF.date];
    case 'word':
    case 'phrase':
    case 'raw':
    case 'near':
      return [TEXTS];
  }
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
