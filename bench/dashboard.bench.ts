import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JudgedEntry } from '#engine/collect/entries.ts';
import { ingest } from '#engine/collect/ingest.ts';
import { judgeInput, unjudged, type Judged } from '#engine/collect/judge.ts';
import { loadBrandMatchers } from '#engine/collect/matchers.ts';
import { generateSample, sampleItems } from '#engine/features/sample/generate.ts';
import type { SampleItem } from '#engine/features/sample/model.ts';
import { createEngine } from '#engine/index.ts';
import { createNodePorts } from '#engine/node/ports.ts';
import { ZoneDays } from '#engine/storage/zone.ts';

/**
 * Comparison and Today over 90 days and six brands, beside the bare SQL sums of the same roll-up rows on the same
 * file in the same run. The budget is p95 < 30 ms in the engine.
 * Usage: npm run bench -- dashboard [items, default 200000]
 */
const total = Number(process.argv[2] ?? 200_000);
const ROUNDS = 60;
const BUDGET_MS = 30;
const DAYS = 90;
const YEAR_MS = 365 * 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
const modelsFolder = join(import.meta.dirname, '..', 'assets', 'models');
const ports = createNodePorts({ version: 'bench', modelsFolder, folder });
const engine = createEngine(folder, { ...ports, clock: { ...ports.clock, now: () => now } });
const { workspace } = engine;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** The sample's four brands, and two competitors that common words give plenty of mentions. */
function prepare(): Map<string, { key: number; connector: string; name: string }> {
  const { brands, queries, sources } = generateSample({ now, count: 100 });
  const long = now - 900 * 86_400_000;
  const change = workspace.changes.begin({ request: 'bench', undoable: false });
  return workspace.write.transaction(() => {
    const ids = new Map(brands.map((brand) => [brand.key as string, crypto.randomUUID() as string]));
    const own = brands.find(({ role }) => role === 'own')?.key ?? '';
    const insert = (id: string, name: string, role: string, color: number): void => {
      const owner_id = role === 'own' ? null : (ids.get(own) ?? null);
      change.insert('brand', { id, name, role, owner_id, color, created_at: long, archived_at: null });
    };
    const ask = (brand_id: string, name: string, kind: string, text: string): void => {
      change.insert('query', { id: crypto.randomUUID(), brand_id, name, kind, text, created_at: long });
    };
    for (const { key, name, role, color } of brands.toSorted((a, b) => b.role.localeCompare(a.role))) {
      insert(ids.get(key) ?? '', name, role, color);
    }
    for (const { brandKey, name, kind, text } of queries) ask(ids.get(brandKey) ?? '', name, kind, text);
    for (const [color, word] of ['breakfast OR frühstück OR "mic dejun"', 'hotel'].entries()) {
      const id = crypto.randomUUID();
      insert(id, word.slice(0, 9), 'competitor', color + 4);
      ask(id, word.slice(0, 9), 'brand', word);
    }
    return new Map(
      sources.map(({ key, connector, name }) => {
        const { lastInsertRowid } = workspace.write.run(
          `INSERT INTO source(id, connector, name, settings, interval_minutes, created_at) VALUES(?,?,?,'{}',60,?)`,
          [crypto.randomUUID(), connector, name, long],
        );
        workspace.write.run('INSERT INTO source_state(source) VALUES(?)', [lastInsertRowid]);
        return [key, { key: lastInsertRowid, connector, name }];
      }),
    );
  });
}

const sentiments = ['negative', 'neutral', 'positive', 'neutral', 'undefined'] as const;
const judged = ({ raw }: SampleItem, serial: number): Judged => ({
  ...unjudged(judgeInput(raw)),
  sentiment: sentiments[serial % sentiments.length] ?? 'neutral',
});

/** The sample covers half a year; its items are moved apart until they fill one. */
let stretch = 1;
const moved = ({ raw }: SampleItem): SampleItem['raw'] => ({
  ...raw,
  publishedAt: Math.round(now - (now - (raw.publishedAt ?? now)) * stretch),
});

const sources = prepare();
const brands = loadBrandMatchers(workspace.read);
let batch: JudgedEntry[] = [];
let serial = 0;
const flush = (): void => {
  ingest(workspace, brands, [{ entries: batch }], { now });
  batch = [];
};
for (const made of sampleItems({ now, count: total })) {
  const [first, ...rest] = made.sourceKeys.flatMap((key) => sources.get(key) ?? []);
  if (serial === 0) stretch = YEAR_MS / (now - (made.raw.publishedAt ?? now));
  const { fetchedAt } = made;
  const raw = moved(made);
  if (first) batch.push({ raw, sources: [first, ...rest], fetchedAt, judged: judged(made, serial) });
  serial += 1;
  if (batch.length === 500) flush();
}
flush();
const count = (table: string): string =>
  (workspace.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0).toLocaleString('en');
say(
  `${count('item')} items, ${count('mention')} mentions of ${brands.length} brands, ${count('mention_day')} day sums`,
);

/** Wall time, and the mean processor time of a call, which a busy machine does not change. */
function report(label: string, times: number[], cpu: NodeJS.CpuUsage, budget: number | null): number {
  const { user, system } = process.cpuUsage(cpu);
  const mean = (user + system) / 1000 / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const verdict = budget === null ? '' : at(0.95) < budget ? `, within ${budget} ms` : `, OVER ${budget} ms`;
  say(
    `${label}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, processor ${mean.toFixed(1)} ms${verdict}`,
  );
  return at(0.95);
}

async function timed(label: string, name: string, input: unknown, budget: number | null): Promise<number> {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const result = await engine.dispatch(name, input);
    times.push(performance.now() - started);
    if (!result.ok) throw new Error(result.error.message);
  }
  return report(label, times, cpu, budget);
}

/** The day sums that a comparison reads, each brand's year, through the driver alone. */
function floor(): number {
  const bare = new Database(workspace.file, { readonly: true });
  bare.pragma('cache_size = -65536');
  const days = bare.prepare(
    `SELECT day, sum(negative), sum(neutral), sum(positive), sum(undefined), sum(reach), sum(interactions)
     FROM mention_day WHERE brand = ? AND day BETWEEN ? AND ? GROUP BY day`,
  );
  const today = new ZoneDays('UTC').day(now);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    for (const { key } of brands) days.all(key, today - 370, today);
    times.push(performance.now() - started);
  }
  const p95 = report('bare SQL: the same day sums of six brands over the year', times, cpu, null);
  bare.close();
  return p95;
}

const bare = floor();
const summary = await timed(`compare.summary, ${DAYS} days`, 'compare.summary', { days: DAYS }, BUDGET_MS);
say(`comparison against the floor: ${(summary / bare).toFixed(1)} times`);
await timed(`compare.voices, ${DAYS} days`, 'compare.voices', { days: DAYS }, BUDGET_MS);
await timed('today.summary', 'today.summary', {}, BUDGET_MS);
const started = performance.now();
await engine.dispatch('compare.topics', { days: DAYS });
say(`compare.topics, ${DAYS} days, found for the first time: ${(performance.now() - started).toFixed(0)} ms`);
await timed('compare.topics, remembered', 'compare.topics', { days: DAYS }, BUDGET_MS);
await engine.stop();
rmSync(folder, { recursive: true, force: true });
