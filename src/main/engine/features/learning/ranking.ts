import type { Arrival } from '../../collect/arrivals.ts';
import { loadBrandMatchers, type BrandMatcher } from '../../collect/matchers.ts';
import { breathe } from '../../collect/stored-items.ts';
import { shelfCode, stateCode } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import {
  FOLDED,
  foldedBehind,
  mentionRecord,
  patchMention,
  type MentionRecord,
} from '../../storage/mention-rows.ts';
import { RollupBatch } from '../../storage/rollups.ts';
import { reindexItems } from '../../storage/search-index.ts';
import type { Workspace } from '../../storage/workspace.ts';
import {
  canLearn,
  checkRelevance,
  LEAST_ACCURACY,
  packRelevance,
  relevanceFeatures,
  relevanceOf,
  trainRelevance,
  unpackRelevance,
  verdictOf,
  type RelevanceModel,
} from '../../understand/relevance.ts';
import { relevanceSetting } from './relevance.ts';

/** The newest examples are learned from. */
const MOST_EXAMPLES = 1000;
const BATCH = 500;
const MAIN = shelfCode('main');
const MAYBE = shelfCode('maybe');

interface Taught {
  brandKey: number;
  brandId: string;
  print: string;
  newest: number;
  learned: string | null;
}

/** Brands with examples or words, and a mark that changes with any of them. */
const taughtBrands = (read: ReadHandle): Taught[] =>
  read.all<Taught>(
    `SELECT b.key AS brandKey, b.id AS brandId, r.learned,
       count(e.id) || ':' || ifnull(sum(e.created_at), 0) || ':' || ifnull(max(s.must || '|' || s.must_not), '') AS print,
       ifnull(max(e.created_at), 0) AS newest
     FROM brand b LEFT JOIN relevance_example e ON e.brand_id = b.id LEFT JOIN relevance_setting s ON s.id = b.id
       LEFT JOIN relevance_model r ON r.brand = b.key
     WHERE b.archived_at IS NULL GROUP BY b.key HAVING count(e.id) > 0 OR r.learned IS NOT NULL`,
  );

/** Brands whose examples changed since they were last learned from, none of them after `before` (UTC milliseconds). */
export const brandsToLearn = (read: ReadHandle, before: number): Taught[] =>
  taughtBrands(read).filter(({ print, learned, newest }) => print !== learned && newest <= before);

interface ExampleRow {
  title: string;
  text: string;
  about: number;
}

function featuresOf(
  brand: BrandMatcher | undefined,
  { title, text }: { title: string; text: string },
): Int32Array {
  const whole = title === '' ? text : `${title}\n${text}`;
  return relevanceFeatures(whole, brand?.queries.flatMap(({ matcher }) => matcher.ranges(whole)) ?? []);
}

/**
 * Trains a brand's classifier from its examples and stores it; with too few of either kind, or hardly better than
 * chance on those it had not seen, stores none.
 */
export async function learnBrand(
  workspace: Workspace,
  { brandKey, brandId, print }: Taught,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { read, write } = workspace;
  const brand = loadBrandMatchers(read).find(({ key }) => key === brandKey);
  const examples = read
    .all<ExampleRow>(
      `SELECT i.title, i.body AS text, e.about FROM relevance_example e JOIN item i ON i.id = e.item
       WHERE e.brand_id = ? ORDER BY e.created_at DESC, e.id DESC LIMIT ${MOST_EXAMPLES}`,
      [brandId],
    )
    .reverse()
    .map((row) => ({ features: featuresOf(brand, row), about: row.about === 1 }));
  const about = examples.filter((one) => one.about).length;
  let accuracy: number | null = null;
  let weights: Uint8Array | null = null;
  if (canLearn(about, examples.length - about)) {
    const words = relevanceSetting(read, brandId);
    const check = checkRelevance(examples, words);
    let step = check.next();
    while (step.done !== true) {
      await breathe(signal);
      step = check.next();
    }
    accuracy = step.value;
    if (accuracy >= LEAST_ACCURACY) weights = packRelevance(trainRelevance(examples, words));
  }
  write.run(
    `INSERT INTO relevance_model(brand, learned, trained_at, accuracy, weights) VALUES(?,?,?,?,?)
     ON CONFLICT(brand) DO UPDATE SET learned = excluded.learned, trained_at = excluded.trained_at,
       accuracy = excluded.accuracy, weights = excluded.weights`,
    [brandKey, print, now, accuracy, weights],
  );
}

interface ModelRow {
  brand: number;
  brandId: string;
  trainedAt: number;
}

/** The classifiers in use, by brand key; read anew only where one was trained meanwhile. */
export class ActiveModels {
  readonly #known = new Map<number, { trainedAt: number; model: RelevanceModel }>();

  load(read: ReadHandle): Map<number, RelevanceModel> {
    const rows = read
      .all<ModelRow>(
        `SELECT r.brand, b.id AS brandId, r.trained_at AS trainedAt FROM relevance_model r JOIN brand b ON b.key = r.brand
         WHERE r.weights IS NOT NULL AND b.archived_at IS NULL`,
      )
      .filter(({ brandId }) => relevanceSetting(read, brandId).enabled);
    return new Map(rows.map((row) => [row.brand, this.#model(read, row)]));
  }

  #model(read: ReadHandle, { brand, trainedAt }: ModelRow): RelevanceModel {
    const known = this.#known.get(brand);
    if (known?.trainedAt === trainedAt) return known.model;
    const row = read.get<{ weights: Uint8Array }>('SELECT weights FROM relevance_model WHERE brand = ?', [
      brand,
    ]);
    const model = unpackRelevance(row?.weights ?? new Uint8Array(0));
    this.#known.set(brand, { trainedAt, model });
    return model;
  }
}

/** Only what nobody has dealt with is moved: a decision of a person's is not undone by a guess. */
const isUntouched = ({ state, starred, assignee }: MentionRecord): boolean =>
  (state === stateCode('new') || state === stateCode('open')) && starred === 0 && assignee === 0;

/** Where a mention belongs by its relevance; null relevance means that nothing is ranked. */
const shelfFor = (relevance: number | null): number =>
  relevance === null || verdictOf(relevance) === 'about' ? MAIN : MAYBE;

/**
 * Writes a mention's relevance, and moves it between the main and the maybe shelf, its hidden copies with it.
 * @returns the items that moved
 */
function rankMention(
  workspace: Workspace,
  rollups: RollupBatch,
  keys: { brandKey: number; itemId: number },
  relevance: number | null,
  taught: boolean,
): number[] {
  const { write } = workspace;
  const before = mentionRecord(write, keys);
  const free = !taught && isUntouched(before) && (before.shelf === MAIN || before.shelf === MAYBE);
  const shelf = free ? shelfFor(relevance) : before.shelf;
  const followers = shelf === before.shelf ? [] : foldedBehind(write, keys);
  patchMention(write, rollups, keys, before, { relevance, shelf });
  for (const itemId of followers) {
    const follower = { ...keys, itemId };
    patchMention(write, rollups, follower, mentionRecord(write, follower), { shelf });
  }
  return shelf === before.shelf ? [] : [keys.itemId, ...followers];
}

interface Ranked {
  title: string;
  text: string;
  taught: number;
}

const RANKED = `SELECT i.title, i.body AS text,
  EXISTS(SELECT 1 FROM relevance_example e WHERE e.brand_id = ? AND e.item = i.id) AS taught FROM item i WHERE i.id = ?`;

/** Ranks mentions that have just been made; a copy lies where its story lies. Inside their transaction. */
export function rankArrivals(workspace: Workspace, models: ActiveModels, arrivals: readonly Arrival[]): void {
  const { write } = workspace;
  const active = models.load(write);
  if (active.size === 0) return;
  const fresh = arrivals.filter(({ brandKey, copy }) => !copy && active.has(brandKey));
  if (fresh.length === 0) return;
  const brands = new Map(loadBrandMatchers(write).map((brand) => [brand.key, brand]));
  const rollups = new RollupBatch(workspace.zone);
  const moved: number[] = [];
  for (const { brandKey, brandId, itemId } of fresh) {
    const model = active.get(brandKey);
    const row = write.get<Ranked>(RANKED, [brandId, itemId]);
    if (model === undefined || row === undefined) continue;
    const relevance = relevanceOf(model, featuresOf(brands.get(brandKey), row));
    moved.push(...rankMention(workspace, rollups, { brandKey, itemId }, relevance, row.taught === 1));
  }
  rollups.flush(write);
  reindexItems(write, moved);
}

/**
 * Ranks what is stored of a brand. With the ranking switched off, or too few examples, everything comes back from
 * the maybe shelf. Safe to stop at any point.
 */
export async function rankStored(
  workspace: Workspace,
  models: ActiveModels,
  { brandKey, brandId }: { brandKey: number; brandId: string },
  signal: AbortSignal,
  report: (progress: { done: number; total: number; added: number }) => void,
): Promise<void> {
  const { read, write } = workspace;
  const model = models.load(read).get(brandKey);
  const brand = loadBrandMatchers(read).find(({ key }) => key === brandKey);
  const total =
    read.get<{ n: number }>('SELECT count(*) AS n FROM mention WHERE brand = ?', [brandKey])?.n ?? 0;
  let before = Number.MAX_SAFE_INTEGER;
  let done = 0;
  let added = 0;
  for (;;) {
    const ids = read.all<{ item: number; folded: number }>(
      `SELECT item, folded FROM mention WHERE brand = ? AND item < ? ORDER BY item DESC LIMIT ${BATCH}`,
      [brandKey, before],
    );
    const last = ids.at(-1);
    if (!last) return;
    const moved = write.transaction(() => {
      const rollups = new RollupBatch(workspace.zone);
      const all: number[] = [];
      for (const { item: itemId, folded } of ids) {
        if (folded === FOLDED) continue;
        const row = write.get<Ranked>(RANKED, [brandId, itemId]);
        if (row === undefined) continue;
        const relevance = model === undefined ? null : relevanceOf(model, featuresOf(brand, row));
        all.push(...rankMention(workspace, rollups, { brandKey, itemId }, relevance, row.taught === 1));
      }
      rollups.flush(write);
      reindexItems(write, all);
      return all.length;
    });
    before = last.item;
    done += ids.length;
    added += moved;
    report({ done, total, added });
    await breathe(signal);
  }
}
