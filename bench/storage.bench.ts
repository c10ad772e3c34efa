import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { createEngine } from '#engine/index.ts';
import { judgeEntries, type IngestEntry } from '#engine/collect/entries.ts';
import { ingest } from '#engine/collect/ingest.ts';
import { loadBrandMatchers } from '#engine/collect/matchers.ts';
import { findStored } from '#engine/collect/stored-items.ts';
import { parse } from '#shared/query-language/index.ts';
import { noJudge } from '#engine/collect/judge.ts';
import { createNodePorts } from '#engine/node/ports.ts';
import { generateSample, sampleItems } from '#engine/features/sample/generate.ts';
import { searchRowOf } from '#engine/storage/search-index.ts';

/**
 * Ingest, lists, search and dashboard over the sample generator's items, beside bare inserts of the same rows in
 * the same run. Usage: npm run bench -- storage [items, default 50000] [judge: with language and sentiment]
 */
const total = Number(process.argv[2] ?? 50_000);
const withJudge = process.argv[3] === 'judge';
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const ports = createNodePorts({
  version: 'bench',
  folder,
  modelsFolder: join(import.meta.dirname, '..', 'assets', 'models'),
});
const engine = createEngine(folder, ports);
const now = Date.UTC(2026, 10, 23, 12);
const judge = withJudge ? ports.judge : noJudge;
await judge.ready();
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** The sample's brands and sources without its items: those come as a stream. */
function prepare(): Map<string, { key: number; connector: string; name: string }> {
  const { brands, queries, sources } = generateSample({ now, count: 100 });
  const change = engine.workspace.changes.begin({ request: 'bench', undoable: false });
  return engine.workspace.write.transaction(() => {
    const ids = new Map(brands.map((brand) => [brand.key, crypto.randomUUID()]));
    for (const brand of brands) {
      change.insert('brand', {
        id: ids.get(brand.key) ?? '',
        name: brand.name,
        role: brand.role,
        owner_id: brand.ownerKey === null ? null : (ids.get(brand.ownerKey) ?? null),
        color: brand.color,
        created_at: now,
        archived_at: null,
      });
    }
    for (const { brandKey, name, kind, text } of queries) {
      const id = crypto.randomUUID();
      change.insert('query', { id, brand_id: ids.get(brandKey) ?? '', name, kind, text, created_at: now });
    }
    return new Map(
      sources.map(({ key, connector, name }) => {
        const { lastInsertRowid } = engine.workspace.write.run(
          `INSERT INTO source(id, connector, name, settings, interval_minutes, created_at) VALUES(?,?,?,'{}',60,?)`,
          [crypto.randomUUID(), connector, name, now],
        );
        engine.workspace.write.run('INSERT INTO source_state(source) VALUES(?)', [lastInsertRowid]);
        return [key, { key: lastInsertRowid, connector, name }];
      }),
    );
  });
}

const sources = prepare();
const brands = loadBrandMatchers(engine.workspace.read);
let batch: IngestEntry[] = [];
let stored = 0;
let ingestMs = 0;
const flush = async (): Promise<void> => {
  const entries = await judgeEntries(judge, batch);
  const started = performance.now();
  ingest(engine.workspace, brands, [{ entries }], { now });
  ingestMs += performance.now() - started;
  stored += batch.length;
  batch = [];
};
for (const { sourceKeys, raw, fetchedAt } of sampleItems({ now, count: total })) {
  const [first, ...rest] = sourceKeys.flatMap((key) => sources.get(key) ?? []);
  if (first) batch.push({ raw, sources: [first, ...rest], fetchedAt });
  if (batch.length === 500) await flush();
}
await flush();

/** The same rows into the same tables with the same indexes, nothing else: what SQLite itself costs. */
function floor(): number {
  const source = engine.workspace.file;
  const bare = new Database(join(folder, 'bare.sqlite'));
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'wal_autocheckpoint = 16000',
    'cache_size = -65536',
  ]) {
    bare.pragma(pragma);
  }
  bare.prepare('ATTACH ? AS full').run(source);
  const ddl = bare
    .prepare(
      "SELECT sql FROM full.sqlite_master WHERE tbl_name IN ('item', 'mention', 'sighting') AND sql IS NOT NULL",
    )
    .all() as { sql: string }[];
  for (const { sql } of ddl) bare.exec(sql);
  // The index is as much of what is stored as the rows: the same words and facets, without what makes them.
  bare.exec(
    "CREATE VIRTUAL TABLE search USING fts5(title, body, facet, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')",
  );
  bare.exec("INSERT INTO search(search, rank) VALUES('automerge', 8)");
  const rows = (table: string, order: string): unknown[][] =>
    bare.prepare(`SELECT * FROM full.${table} ORDER BY ${order}`).raw().all() as unknown[][];
  const inserter = (table: string, columns: number): Database.Statement =>
    bare.prepare(`INSERT INTO main.${table} VALUES(${Array(columns).fill('?').join(',')})`);
  const items = rows('item', 'fetched_at, id');
  const width = items[0]?.length ?? 0;
  const place = new Map(items.map((row, at) => [row[0], Math.floor(at / 500)]));
  const byBatch = (all: unknown[][], item: number): Map<number, unknown[][]> =>
    Map.groupBy(all, (row) => place.get(row[item]) ?? 0);
  const mentions = byBatch(rows('mention', 'item'), 1);
  const sightings = byBatch(rows('sighting', 'item'), 0);
  const texts = Map.groupBy(
    items.map(([id]) => searchRowOf(engine.workspace.read, Number(id))).filter((row) => row !== null),
    ({ id }) => place.get(id) ?? 0,
  );
  const insertItem = inserter('item', width);
  const insertMention = inserter('mention', mentions.get(0)?.[0]?.length ?? 1);
  const insertSighting = inserter('sighting', 4);
  const insertText = bare.prepare('INSERT INTO search(rowid, title, body, facet) VALUES(?,?,?,?)');
  const started = performance.now();
  for (let batch = 0; batch * 500 < items.length; batch += 1) {
    bare.transaction(() => {
      for (const row of items.slice(batch * 500, batch * 500 + 500)) insertItem.run(row);
      for (const row of mentions.get(batch) ?? []) insertMention.run(row);
      for (const row of sightings.get(batch) ?? []) insertSighting.run(row);
      for (const row of (texts.get(batch) ?? []).sort((a, b) => a.id - b.id)) {
        insertText.run(row.id, row.title, row.body, row.facet);
      }
    })();
  }
  const ms = performance.now() - started;
  bare.close();
  return ms;
}

const bareMs = floor();
const rate = (ms: number): string => Math.round((stored / ms) * 1000).toLocaleString('en');
say(
  `ingest${withJudge ? ' with language and sentiment' : ''}: ${rate(ingestMs)} items/s over ${stored.toLocaleString('en')} items`,
);
say(`bare inserts of the same rows: ${rate(bareMs)} items/s; ratio ${(bareMs / ingestMs).toFixed(2)}`);

async function timed(label: string, name: string, input: unknown): Promise<void> {
  const times: number[] = [];
  let failed = '';
  for (let round = 0; round < 40; round += 1) {
    const started = performance.now();
    const result = await engine.dispatch(name, input);
    times.push(performance.now() - started);
    if (!result.ok) failed = ` FAILED ${result.error.message}`;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  say(`${label}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms${failed}`);
}

const filter = (part: object): object => ({ filter: MentionFilter.parse(part) });
await timed('page, no filter', 'mentions.list', filter({}));
await timed('page, negative and new', 'mentions.list', filter({ states: ['new'], sentiments: ['negative'] }));
await timed('page, search "breakfast"', 'mentions.list', filter({ text: 'breakfast' }));
await timed(
  'page, phrase with filters',
  'mentions.list',
  filter({ text: '"front desk" OR recepție', kinds: ['review'] }),
);
await timed('count, no filter', 'mentions.count', filter({}));
await timed('count, negative', 'mentions.count', filter({ sentiments: ['negative', 'undefined'] }));
await timed('count, search "hotel"', 'mentions.count', filter({ text: 'hotel' }));
await timed('today', 'today.summary', {});
await timed('brands with counts', 'brands.list', {});

/** Finding alone, without writing mentions: what a changed query costs before it is saved. */
async function finding(label: string, texts: readonly string[]): Promise<void> {
  const nodes = texts.flatMap((text) => {
    const parsed = parse(text);
    return parsed.ok ? [parsed.query] : [];
  });
  let looked = 0;
  const began = performance.now();
  const { sets } = await findStored(engine.workspace.read, nodes, {
    signal: new AbortController().signal,
    progress: (_done, all) => (looked = all),
  });
  const ms = Math.round(performance.now() - began);
  const found = sets.reduce((sum, set) => sum + set.size, 0);
  say(`finding ${label}: ${ms} ms, ${looked} texts read, ${found} found`);
}
/** Reading everything once, and nothing else: the floor of an answer that the index cannot give. */
function bareScan(label: string, columns: string): void {
  const bare = new Database(engine.workspace.file, { readonly: true });
  bare.pragma('cache_size = -65536');
  const began = performance.now();
  let rows = 0;
  for (const row of bare.prepare(`SELECT ${columns} FROM item ORDER BY id DESC`).raw().iterate()) {
    rows += Array.isArray(row) ? 1 : 0;
  }
  say(`bare scan of ${label}: ${Math.round(performance.now() - began)} ms, ${rows} rows`);
  bare.close();
}
for (const { queries } of brands) {
  await finding(
    `${queries.length} queries of a brand`,
    queries.map(({ text }) => text),
  );
}
bareScan('titles and texts', 'id, title, body');
bareScan('languages', 'id, language');
for (const text of [
  'hotel -spa',
  'hotel -site:booking.com',
  'br?akfast',
  'hotel near/5 bad',
  'raw:"Miramar"',
  'lang:de',
]) {
  await finding(text, [text]);
}

const started = performance.now();
await engine.dispatch('queries.rematch', {});
await engine.settle();
say(
  `re-match of ${brands.length} brands over everything: ${((performance.now() - started) / 1000).toFixed(2)} s`,
);
await engine.stop();
rmSync(folder, { recursive: true, force: true });
