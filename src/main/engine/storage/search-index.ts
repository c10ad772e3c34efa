import { indexText } from '#shared/text/index-text.ts';
import { stateCode } from './codes.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { FOLDED, MAIN_SHELF } from './mention-rows.ts';

/** What an item's row in the full-text index says beside its words: every filter is a token. */
interface Facets {
  connector: number;
  language: number;
  kind: number;
  author: number;
  site: number;
  /** 1–10. */
  influence: number;
  /** The item's own, and those of the copies folded behind it. */
  sources: readonly number[];
  mentions: readonly FacetMention[];
}

export interface FacetMention {
  brand: number;
  sentiment: number;
  state: number;
  starred: number;
  shelf: number;
  folded: number;
  assignee: number;
  tags: readonly number[];
}

/** Influence a filter can ask for at least; each is a token, so that "at least" is one look-up. */
export const INFLUENCE_STEPS = [3, 5, 7, 9] as const;

/** The first letter of a mention's tokens: what kind of list it belongs to. */
export const LISTING = { main: 'b', copy: 'd', maybe: 'm', rejected: 'r', blocked: 'u' } as const;
const SHELF_LETTERS = [LISTING.main, LISTING.maybe, LISTING.rejected, LISTING.blocked] as const;
const SNOOZED = stateCode('snoozed');

const letterOf = ({ shelf, folded }: FacetMention): string =>
  shelf === MAIN_SHELF && folded === FOLDED ? LISTING.copy : (SHELF_LETTERS[shelf] ?? LISTING.main);

/**
 * Tokens: `c` connector, `l` language, `k` kind, `f` source, `a` author, `w` site, `i` influence at least; of a
 * mention its listing letter and brand, then `n` sentiment, `t` state, `x` starred, `g` tag, `h` assignee. Joint
 * tokens keep brand × sentiment × state together although the row is the item. A snoozed mention has only the
 * tokens that name its state, so that every list without that filter passes over it.
 */
export function facetText(facets: Facets): string {
  const { connector, language, kind, author, site, influence } = facets;
  const tokens = new Set([`c${connector}`, `l${language}`, `k${kind}`, `w${site}`]);
  if (author !== 0) tokens.add(`a${author}`);
  for (const step of INFLUENCE_STEPS) if (influence >= step) tokens.add(`i${step}`);
  for (const source of facets.sources) tokens.add(`f${source}`);
  for (const mention of facets.mentions) {
    const { brand, sentiment, state, starred, assignee, tags } = mention;
    const own = `${letterOf(mention)}${brand}`;
    tokens.add(`${own}t${state}`);
    tokens.add(`${own}n${sentiment}t${state}`);
    if (state !== SNOOZED) {
      tokens.add(own);
      tokens.add(`${own}n${sentiment}`);
    }
    if (starred) tokens.add(`${own}x`);
    if (assignee !== 0) tokens.add(`${own}h${assignee}`);
    for (const tag of tags) tokens.add(`${own}g${tag}`);
  }
  return [...tokens].join(' ');
}

/** A row of the index; its texts are as `indexText` makes them. */
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
      row.title,
      row.body,
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

interface IndexedItem {
  connector: number;
  language: number;
  kind: number;
  author: number;
  site: number;
  influence: number;
  story: number;
  title: string;
  body: string;
}

export function searchRowOf(read: ReadHandle, id: number): SearchRow | null {
  const item = read.get<IndexedItem>(
    'SELECT connector, language, kind, author, site_key AS site, influence, story, title, body FROM item WHERE id = ?',
    [id],
  );
  if (!item) return null;
  const mentions = read
    .all<Omit<FacetMention, 'tags'>>(
      `SELECT brand, sentiment, state, starred, shelf, folded, assignee FROM mention WHERE item = ? ORDER BY brand`,
      [id],
    )
    .map((mention) => ({
      ...mention,
      tags: read
        .all<{ tag: number }>('SELECT tag FROM mention_tag WHERE brand = ? AND item = ?', [mention.brand, id])
        .map(({ tag }) => tag),
    }));
  // A story is found through any source that carried it.
  const sources = read
    .all<{ source: number }>(
      item.story === id
        ? 'SELECT DISTINCT source FROM sighting WHERE item IN (SELECT id FROM item WHERE story = ? AND story <> 0)'
        : 'SELECT source FROM sighting WHERE item = ?',
      [id],
    )
    .map(({ source }) => source);
  return {
    id,
    title: indexText(item.title),
    body: indexText(item.body),
    facet: facetText({ ...item, sources, mentions }),
  };
}
