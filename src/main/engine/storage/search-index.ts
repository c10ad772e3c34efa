import { indexText } from '#shared/text/index-text.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';

/** What an item's row in the full-text index says beside its words: every filter is a token. */
interface Facets {
  connector: number;
  language: number;
  kind: number;
  sources: readonly number[];
  mentions: readonly {
    brand: number;
    sentiment: number;
    state: number;
    starred: number;
    tags: readonly number[];
  }[];
}

/**
 * Tokens: `c` connector, `l` language, `k` kind, `f` source; of a mention `b` brand, `n` sentiment, `t` state,
 * `x` starred, `g` tag. Joint tokens keep brand × sentiment × state together although the row is the item.
 */
export function facetText(facets: Facets): string {
  const tokens = new Set([`c${facets.connector}`, `l${facets.language}`, `k${facets.kind}`]);
  for (const source of facets.sources) tokens.add(`f${source}`);
  for (const { brand, sentiment, state, starred, tags } of facets.mentions) {
    const own = [
      `b${brand}`,
      `b${brand}n${sentiment}`,
      `b${brand}t${state}`,
      `b${brand}n${sentiment}t${state}`,
    ];
    for (const token of own) tokens.add(token);
    if (starred) tokens.add(`b${brand}x`);
    for (const tag of tags) tokens.add(`b${brand}g${tag}`);
  }
  return [...tokens].join(' ');
}

export interface SearchRow {
  id: number;
  title: string;
  body: string;
  facet: string;
}

/** Rows must go in by ascending id: FTS5 flushes its buffer at every step back. */
export function insertSearchRows(write: WriteHandle, rows: SearchRow[]): void {
  rows.sort((a, b) => a.id - b.id);
  for (const row of rows) {
    write.run('INSERT INTO search(rowid, title, body, facet) VALUES(?,?,?,?)', [
      row.id,
      indexText(row.title),
      indexText(row.body),
      row.facet,
    ]);
  }
}

/** Writes the index rows of these items anew from what is stored. Unknown ids lose their row. */
export function reindexItems(write: WriteHandle, itemIds: Iterable<number>): void {
  const ids = [...itemIds].sort((a, b) => a - b);
  for (const id of ids) write.run('DELETE FROM search WHERE rowid = ?', [id]);
  for (const id of ids) {
    const row = searchRowOf(write, id);
    if (row) insertSearchRows(write, [row]);
  }
}

/** Builds the whole index again. @param progress called with items done so far */
export function rebuildSearch(write: WriteHandle, progress?: (done: number) => void): void {
  write.transaction(() => {
    write.exec("INSERT INTO search(search) VALUES('delete-all')");
    let done = 0;
    let after = -1;
    for (;;) {
      // In pages: a connection that is still reading rows may not write.
      const page = write.all<{ id: number }>('SELECT id FROM item WHERE id > ? ORDER BY id LIMIT 1000', [
        after,
      ]);
      const rows = page.flatMap(({ id }) => searchRowOf(write, id) ?? []);
      insertSearchRows(write, rows);
      done += page.length;
      progress?.(done);
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
    }
  });
}

export function searchRowOf(read: ReadHandle, id: number): SearchRow | null {
  const item = read.get<{ connector: number; language: number; kind: number; title: string; body: string }>(
    'SELECT connector, language, kind, title, body FROM item WHERE id = ?',
    [id],
  );
  if (!item) return null;
  const mentions = read
    .all<{ brand: number; sentiment: number; state: number; starred: number }>(
      'SELECT brand, sentiment, state, starred FROM mention WHERE item = ? ORDER BY brand',
      [id],
    )
    .map((mention) => ({
      ...mention,
      tags: read
        .all<{ tag: number }>('SELECT tag FROM mention_tag WHERE brand = ? AND item = ?', [mention.brand, id])
        .map(({ tag }) => tag),
    }));
  const sources = read
    .all<{ source: number }>('SELECT source FROM sighting WHERE item = ?', [id])
    .map(({ source }) => source);
  return { id, title: item.title, body: item.body, facet: facetText({ ...item, sources, mentions }) };
}
