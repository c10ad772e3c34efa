import { kindOf, stateCode } from '../storage/codes.ts';
import { RollupBatch } from '../storage/rollups.ts';
import { reindexItems } from '../storage/search-index.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { ReadHandle } from '../storage/handles.ts';
import {
  brandPrefilter,
  loadBrandMatchers,
  matchesBrand,
  toQueryItem,
  type BrandMatcher,
} from './matchers.ts';

const CHUNK = 500;

export interface RematchProgress {
  done: number;
  total: number;
  /** Mentions added and dropped so far. */
  changed: number;
}

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

/** The columns a query may ask about; the caller appends a WHERE. */
export const STORED_ITEM = `SELECT i.id, i.title, i.body AS text, a.name AS author, i.site, i.url, l.id AS language, s.name AS source,
  i.kind, a.followers, i.rating, i.published_at AS publishedAt FROM item i JOIN language l ON l.key = i.language
  JOIN source s ON s.key = i.source LEFT JOIN author a ON a.key = i.author`;

export const storedQueryItem = (row: StoredItem): ReturnType<typeof toQueryItem> =>
  toQueryItem({
    ...row,
    author: row.author ?? '',
    language: row.language === 'und' ? null : row.language,
    kind: kindOf(row.kind),
  });

/** Marks brands for matching over everything; inside the transaction that changed their queries. */
export function markForRematch(workspace: Workspace, brandIds: Iterable<string>): void {
  for (const id of brandIds) {
    workspace.write.run(
      'INSERT INTO brand_pending(brand) SELECT key FROM brand WHERE id = ? ON CONFLICT(brand) DO UPDATE SET revision = revision + 1',
      [id],
    );
  }
}

interface Pending {
  brand: number;
  /** Grows with every change of the brand's queries, so that one made while matching is not lost. */
  revision: number;
}

export const pendingBrands = (read: ReadHandle): Pending[] =>
  read.all<Pending>('SELECT brand, revision FROM brand_pending ORDER BY brand');

/** Ids of everything stored that `brand` matches now. Yields to the event loop so that it can be cancelled. */
async function matching(
  read: ReadHandle,
  brand: BrandMatcher,
  signal: AbortSignal,
  progress: (scanned: number) => void,
): Promise<Set<number>> {
  const found = new Set<number>();
  if (brand.queries.length === 0) return found;
  const prefilter = brandPrefilter(brand);
  const from = prefilter === null ? '' : ' WHERE i.id IN (SELECT rowid FROM search WHERE search MATCH ?)';
  const parameters = prefilter === null ? [] : [prefilter];
  let after = -1;
  let scanned = 0;
  for (;;) {
    const rows = read.all<StoredItem>(
      `${STORED_ITEM}${from}${from === '' ? ' WHERE' : ' AND'} i.id > ? ORDER BY i.id LIMIT 2000`,
      [...parameters, after],
    );
    for (const row of rows) if (matchesBrand(brand, storedQueryItem(row))) found.add(row.id);
    scanned += rows.length;
    progress(scanned);
    const last = rows.at(-1);
    if (!last || rows.length < 2000) return found;
    after = last.id;
    await breathe(signal);
  }
}

/** Lets other calls in, and stops here when the job was cancelled. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/**
 * Brings the mentions of the pending brands in line with their queries. What a person had done to a mention
 * that drops out is parked, and given back when it is found again. Safe to stop at any point: the brand stays
 * pending until all of it is done.
 */
export async function rematchPending(
  workspace: Workspace,
  signal: AbortSignal,
  report: (progress: RematchProgress) => void,
): Promise<number> {
  const pending = pendingBrands(workspace.read);
  const active = new Map(loadBrandMatchers(workspace.read).map((brand) => [brand.key, brand]));
  const total =
    (workspace.read.get<{ n: number }>('SELECT count(*) AS n FROM item')?.n ?? 0) * pending.length;
  let changed = 0;
  for (const [index, { brand: key, revision }] of pending.entries()) {
    const brand = active.get(key);
    const base = (total / pending.length) * index;
    // An archived brand keeps what it had.
    if (brand) {
      const found = await matching(workspace.read, brand, signal, (scanned) =>
        report({ done: base + scanned, total, changed }),
      );
      const had = new Set(
        workspace.read
          .all<{ item: number }>('SELECT item FROM mention WHERE brand = ?', [key])
          .map(({ item }) => item),
      );
      const add = [...found].filter((id) => !had.has(id));
      const drop = [...had].filter((id) => !found.has(id));
      for (let at = 0; at < drop.length; at += CHUNK) {
        dropMentions(workspace, key, drop.slice(at, at + CHUNK));
        await breathe(signal);
      }
      for (let at = 0; at < add.length; at += CHUNK) {
        addMentions(workspace, key, add.slice(at, at + CHUNK));
        await breathe(signal);
      }
      changed += add.length + drop.length;
    }
    workspace.write.run('DELETE FROM brand_pending WHERE brand = ? AND revision = ?', [key, revision]);
    report({ done: base + total / pending.length, total, changed });
  }
  return changed;
}

interface RollupFacts {
  connector: number;
  language: number;
  author: number;
  sentiment: number;
  publishedAt: number;
  reach: number;
  interactions: number;
}

const FACTS = `SELECT connector, language, author, sentiment, published_at AS publishedAt, reach,
  ifnull(reactions, 0) + ifnull(comments, 0) + ifnull(shares, 0) AS interactions FROM item WHERE id = ?`;

function addMentions(workspace: Workspace, brand: number, items: readonly number[]): void {
  const { write } = workspace;
  write.transaction(() => {
    const rollups = new RollupBatch(workspace.zone);
    for (const id of items) {
      const facts = write.get<RollupFacts>(FACTS, [id]);
      if (!facts) continue;
      const parked = write.get<{ state: number; starred: number; tags: string }>(
        'DELETE FROM mention_parked WHERE brand = ? AND item = ? RETURNING state, starred, tags',
        [brand, id],
      );
      const state = parked?.state ?? stateCode('new');
      const { changes } = write.run(
        `INSERT INTO mention(brand, item, sentiment, state, starred, connector, language, author) VALUES(?,?,?,?,?,?,?,?)
         ON CONFLICT DO NOTHING`,
        [
          brand,
          id,
          facts.sentiment,
          state,
          parked?.starred ?? 0,
          facts.connector,
          facts.language,
          facts.author,
        ],
      );
      if (changes === 0) continue;
      for (const tag of parked?.tags.split(' ').filter(Boolean) ?? []) {
        write.run(
          'INSERT INTO mention_tag(brand, item, tag) SELECT ?, ?, key FROM tag WHERE key = ? ON CONFLICT DO NOTHING',
          [brand, id, Number(tag)],
        );
      }
      rollups.add({ brand, ...facts }, 1);
      rollups.state(brand, state, 1);
    }
    rollups.flush(write);
    reindexItems(write, items);
  });
}

function dropMentions(workspace: Workspace, brand: number, items: readonly number[]): void {
  const { write } = workspace;
  write.transaction(() => {
    const rollups = new RollupBatch(workspace.zone);
    for (const id of items) {
      const facts = write.get<RollupFacts>(FACTS, [id]);
      const tags = write
        .all<{ tag: number }>('DELETE FROM mention_tag WHERE brand = ? AND item = ? RETURNING tag', [
          brand,
          id,
        ])
        .map(({ tag }) => tag);
      const mention = write.get<{ state: number; starred: number; sentiment: number }>(
        'DELETE FROM mention WHERE brand = ? AND item = ? RETURNING state, starred, sentiment',
        [brand, id],
      );
      if (!facts || !mention) continue;
      if (mention.state !== stateCode('new') || mention.starred === 1 || tags.length > 0) {
        write.run(
          'INSERT OR REPLACE INTO mention_parked(brand, item, state, starred, tags) VALUES(?,?,?,?,?)',
          [brand, id, mention.state, mention.starred, tags.join(' ')],
        );
      }
      rollups.add({ brand, ...facts, sentiment: mention.sentiment }, -1);
      rollups.state(brand, mention.state, -1);
    }
    rollups.flush(write);
    reindexItems(write, items);
  });
}
