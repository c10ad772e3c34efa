import { v7 as uuidv7 } from 'uuid';
import { EarshotError } from '#shared/model/result.ts';
import { judgeEntries, type IngestSource, type JudgedEntry } from '../../collect/entries.ts';
import { ingest } from '../../collect/ingest.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import type { Judge } from '../../collect/judge.ts';
import { loadBrandMatchers } from '../../collect/matchers.ts';
import { brandKeyOf, setMentionStar, setMentionState, setMentionTag } from '../../storage/mentions-write.ts';
import { stateCode } from '../../storage/codes.ts';
import { finishChange } from '../../storage/commit.ts';
import { writeSetting } from '../../storage/settings.ts';
import { isSample, writeWorkspaceValue } from '../../storage/workspace-values.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { evaluateHistory } from '../alerts/evaluate.ts';
import { loadWordTools } from '../alerts/rising-words.ts';
import { fillChannels, judgeChannels } from './channels.ts';
import { generateSample } from './generate.ts';
import { keepSome } from './keep.ts';
import type { SampleData } from './model.ts';

const CHUNK = 500;
/** How long mentions of the sample stay unread. */
const UNREAD_DAYS = 10;
const TODAY_MS = 12 * 3_600_000;

/**
 * Fills an empty workspace with the sample hotel and marks it as sample for good, so that it never mixes with
 * anything real. Filling it again does nothing.
 * @returns the number of items written
 * @throws EarshotError `refused` when the workspace holds something of its owner's
 */
export async function fillWithSample(
  workspace: Workspace,
  judge: Judge,
  options: { now: number; count?: number },
): Promise<number> {
  const { write } = workspace;
  const filled = write.get<{ n: number }>('SELECT count(*) AS n FROM item')?.n ?? 0;
  if (isSample(write) && filled > 0) return 0;
  const own = write.get(
    'SELECT 1 FROM brand UNION ALL SELECT 1 FROM source UNION ALL SELECT 1 FROM item LIMIT 1',
  );
  if (own) {
    throw new EarshotError(
      'refused',
      'This folder holds a workspace of yours, and the sample never mixes with real data. Choose an empty folder for the sample.',
    );
  }
  const data = generateSample(options);
  const judged = await judgeSample(judge, data);
  const channels = await judgeChannels(workspace, judge, options.now);
  await loadWordTools();
  return write.transaction(() => {
    writeWorkspaceValue(write, 'sample', '1');
    writeSetting(write, 'zone', 'Europe/Bucharest');
    workspace.zoneChanged();
    const sources = insertBasics(workspace, data, options.now);
    const ids = ingestAll(workspace, data, judged, sources, options.now);
    triage(workspace, data, ids, options.now);
    finishOld(workspace, options.now);
    keepSome(workspace, options.now);
    fillChannels(workspace, channels, options.now);
    evaluateHistory(workspace, options.now);
    return ids.length;
  });
}

function insertBasics(workspace: Workspace, data: SampleData, now: number): Map<string, IngestSource> {
  const change = workspace.changes.begin({ request: 'demo', undoable: false });
  const created = data.items[0]?.fetchedAt ?? now;
  const brandIds = new Map(data.brands.map((brand) => [brand.key, uuidv7()]));
  const idOf = (key: SampleData['brands'][number]['key']): string => brandIds.get(key) ?? '';
  for (const brand of [...data.brands].sort(
    (a, b) => Number(a.ownerKey !== null) - Number(b.ownerKey !== null),
  )) {
    change.insert('brand', {
      id: idOf(brand.key),
      name: brand.name,
      role: brand.role,
      owner_id: brand.ownerKey === null ? null : idOf(brand.ownerKey),
      color: brand.color,
      created_at: created,
      archived_at: null,
    });
  }
  for (const query of data.queries) {
    const { name, kind, text } = query;
    change.insert('query', {
      id: uuidv7(),
      brand_id: idOf(query.brandKey),
      name,
      kind,
      text,
      created_at: created,
    });
  }
  for (const tag of data.tags) change.insert('tag', { id: uuidv7(), name: tag.name, color: tag.color });
  const sources = new Map<string, IngestSource>();
  for (const source of data.sources) {
    const id = uuidv7();
    change.insert('source', {
      id,
      connector: source.connector,
      name: source.name,
      settings: JSON.stringify(source.settings),
      interval_minutes: 60,
      paused: 0,
      allow_local_network: 0,
      created_at: created,
      archived_at: null,
    });
    const key = workspace.write.get<{ key: number }>('SELECT key FROM source WHERE id = ?', [id])?.key ?? 0;
    workspace.write.run(
      `INSERT INTO source_state(source, status, last_tried_at, last_success_at, last_new_at) VALUES(?, 'ok', ?, ?, ?)`,
      [key, now, now, now],
    );
    sources.set(source.key, { key, connector: source.connector, name: source.name });
  }
  return sources;
}

/** Understood before anything is written, since that is not done at once. */
async function judgeSample(judge: Judge, data: SampleData): Promise<JudgedEntry['judged'][]> {
  const nowhere: IngestSource = { key: 0, connector: '', name: '' };
  const entries = data.items.map(({ raw, fetchedAt }) => ({ raw, fetchedAt, sources: [nowhere] as const }));
  return (await judgeEntries(judge, entries)).map(({ judged }) => judged);
}

/** @returns the stored id of each generated item, in the generator's order */
function ingestAll(
  workspace: Workspace,
  data: SampleData,
  judged: readonly JudgedEntry['judged'][],
  sources: Map<string, IngestSource>,
  now: number,
): number[] {
  const brands = loadBrandMatchers(workspace.write);
  const entries = data.items.flatMap((item, at): JudgedEntry[] => {
    const [first, ...rest] = item.sourceKeys.flatMap((key) => sources.get(key) ?? []);
    const one = judged[at];
    if (!first || !one) return [];
    return [{ raw: item.raw, sources: [first, ...rest], fetchedAt: item.fetchedAt, judged: one }];
  });
  for (let at = 0; at < entries.length; at += CHUNK) {
    ingest(workspace, brands, [{ entries: entries.slice(at, at + CHUNK) }], { now });
  }
  return entries.map(({ raw, sources: [source] }) => {
    const connector = workspace.connectors.find(workspace.write, source.connector);
    const row = workspace.write.get<{ id: number }>('SELECT id FROM item WHERE connector = ? AND ident = ?', [
      connector,
      raw.ident,
    ]);
    return row?.id ?? -1;
  });
}

/** The work the hotel's owner did in these months. */
function triage(workspace: Workspace, data: SampleData, ids: readonly number[], now: number): void {
  const { write } = workspace;
  const change = workspace.changes.begin({ request: 'demo', undoable: false });
  const brandId = new Map(
    data.brands.map((brand) => [
      brand.key,
      write.get<{ id: string }>('SELECT id FROM brand WHERE name = ?', [brand.name])?.id ?? '',
    ]),
  );
  const tagId = new Map(
    data.tags.map((tag) => [
      tag.name,
      write.get<{ id: string }>('SELECT id FROM tag WHERE name = ?', [tag.name])?.id ?? '',
    ]),
  );
  for (const done of data.triage) {
    const brand = brandId.get(done.brandKey) ?? '';
    const itemId = ids[done.itemIndex] ?? -1;
    const keys = { brandKey: brandKeyOf(write, brand), brandId: brand, itemId };
    if (!write.get('SELECT 1 FROM mention WHERE brand = ? AND item = ?', [keys.brandKey, itemId])) continue;
    // What came in today nobody has looked at yet: that is what the first screen is for.
    if (itemId < firstIdAt(now - TODAY_MS)) setMentionState(workspace, change, keys, done.state);
    if (done.starred) setMentionStar(workspace, change, keys, true);
    for (const tag of done.tags) {
      const id = tagId.get(tag);
      if (id !== undefined) setMentionTag(workspace, change, keys, id, true);
    }
  }
  finishChange(workspace, change);
}

/** Everything older was dealt with: an owner who opens the sample must not face hundreds of unread mentions. */
function finishOld(workspace: Workspace, now: number): void {
  const { write } = workspace;
  const change = workspace.changes.begin({ request: 'demo', undoable: false });
  const old = write.all<{ brandKey: number; brandId: string; itemId: number }>(
    `SELECT m.brand AS brandKey, b.id AS brandId, m.item AS itemId FROM mention m JOIN brand b ON b.key = m.brand
     WHERE m.state = ? AND m.item < ?`,
    [stateCode('new'), firstIdAt(now - UNREAD_DAYS * 86_400_000)],
  );
  for (const keys of old) setMentionState(workspace, change, keys, 'done');
  finishChange(workspace, change);
}
