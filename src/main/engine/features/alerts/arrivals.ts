import type { AlertSensitivity } from '#shared/contract/alerts.ts';
import type { Arrival } from '../../collect/arrivals.ts';
import { Blocks } from '../../storage/blocks.ts';
import { sentimentOf } from '../../storage/codes.ts';
import { MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { STORY_HOURS } from '../../understand/spikes.ts';
import { WordFinder } from './crisis-words.ts';
import { HOUR } from './hours.ts';
import { watchedBrands, type WatchedBrand } from './settings.ts';
import { insertAlert, lastAlert, reason, type Subject } from './store.ts';

/** Older than this is history, not news: an imported archive must not ring. */
export const NEWS_HOURS = 48;
/** Clocks of other machines run ahead. */
const AHEAD = HOUR;
const KEPT_ITEMS = 20;

/** From this influence (1–10) on, one negative mention is worth an alert: about 250,000, 10,000 or 470 reached. */
export const influenceLimit: Readonly<Record<AlertSensitivity, number>> = { low: 8, normal: 6, high: 4 };

interface Mentioned {
  itemId: number;
  story: number;
  text: string;
  language: string;
  sentiment: number;
  influence: number;
  reach: number;
  publishedAt: number;
  connector: string;
  author: string | null;
  site: string;
}

const MENTIONED = `SELECT i.id AS itemId, i.story, i.title || char(10) || i.body AS text, l.id AS language, m.sentiment,
  i.influence, i.reach, i.published_at AS publishedAt, c.id AS connector, a.ident AS author, i.site
  FROM mention m JOIN item i ON i.id = m.item JOIN language l ON l.key = i.language JOIN connector c ON c.key = i.connector
  LEFT JOIN author a ON a.key = i.author WHERE m.brand = ? AND m.item = ? AND m.shelf = ${MAIN_SHELF}`;

/** Finders by the words they look for: the lists seldom change, and compiling them costs milliseconds. */
const finders = new Map<string, WordFinder>();

function finderOf(brand: WatchedBrand): WordFinder {
  const key = JSON.stringify(brand.settings.words);
  const known = finders.get(key);
  if (known !== undefined) return known;
  if (finders.size > 20) finders.clear();
  const made = new WordFinder(brand.settings.words);
  finders.set(key, made);
  return made;
}

/**
 * Raises what a single mention decides: a negative one from an influential source, and crisis words. Runs inside
 * the transaction that stores it. @returns how many alerts
 */
export function raiseOnArrival(
  workspace: Workspace,
  arrivals: readonly Pick<Arrival, 'itemId' | 'brandKey' | 'copy'>[],
  run: { now: number; past?: boolean },
): number {
  const { write } = workspace;
  const brands = new Map(watchedBrands(write).map((brand) => [brand.key, brand]));
  const blocks = new Blocks(write);
  let raised = 0;
  for (const { itemId, brandKey, copy } of arrivals) {
    const brand = brands.get(brandKey);
    if (brand === undefined || copy || isMuted(brand, run.now)) continue;
    const mention = write.get<Mentioned>(MENTIONED, [brandKey, itemId]);
    if (!mention || !isNews(mention, run.now) || blocks.of(mention, brandKey) !== null) continue;
    raised += raiseInfluential(workspace, brand, mention, run);
    raised += raiseWords(workspace, brand, mention, run);
  }
  return raised;
}

export const isMuted = (brand: WatchedBrand, now: number): boolean =>
  brand.settings.mutedUntil !== null && brand.settings.mutedUntil > now;

const isNews = ({ publishedAt }: Mentioned, now: number): boolean =>
  publishedAt >= now - NEWS_HOURS * HOUR && publishedAt <= now + AHEAD;

interface Run {
  now: number;
  past?: boolean;
}

const raisedAt = ({ now, past }: Run, last: ReturnType<typeof lastAlert>) => ({
  at: now,
  last,
  ...(past === true ? { state: 'closed' as const, told: true } : {}),
});

function raiseInfluential(workspace: Workspace, brand: WatchedBrand, mention: Mentioned, run: Run): number {
  const { kinds, sensitivity } = brand.settings;
  const limit = influenceLimit[sensitivity];
  if (!kinds.includes('influentialNegative') || mention.influence < limit) return 0;
  if (sentimentOf(mention.sentiment) !== 'negative') return 0;
  const storyKey = String(mention.story === 0 ? mention.itemId : mention.story);
  const subject: Subject = { kind: 'influentialNegative', brandId: brand.id, aboutId: brand.id, storyKey };
  if (lastAlert(workspace.write, subject) !== null) return 0;
  const why = reason({
    method: 'influence',
    sensitivity,
    from: mention.publishedAt,
    to: run.now,
    observed: 1,
    threshold: limit,
    excess: mention.influence / limit,
    itemIds: [mention.itemId],
    influence: mention.influence,
    reach: mention.reach,
  });
  insertAlert(workspace.write, subject, why, raisedAt(run, null));
  return 1;
}

function raiseWords(workspace: Workspace, brand: WatchedBrand, mention: Mentioned, run: Run): number {
  if (!brand.settings.kinds.includes('crisisWords') || sentimentOf(mention.sentiment) === 'positive')
    return 0;
  const language = mention.language === 'und' ? null : mention.language;
  const found = finderOf(brand).find(mention.text, language);
  if (found.length === 0) return 0;
  const { write } = workspace;
  const subject: Subject = { kind: 'crisisWords', brandId: brand.id, aboutId: brand.id, storyKey: '' };
  const last = lastAlert(write, subject);
  if (last !== null && run.now - last.lastAt < STORY_HOURS * HOUR) {
    join(workspace, last, mention, found, run.now);
    return 0;
  }
  const why = reason({
    method: 'words',
    sensitivity: brand.settings.sensitivity,
    from: mention.publishedAt,
    to: run.now,
    observed: 1,
    itemIds: [mention.itemId],
    found: found.slice(0, 20),
    influence: mention.influence,
    reach: mention.reach,
  });
  insertAlert(write, subject, why, raisedAt(run, last));
  return 1;
}

/** Another mention of a story that was told within a day joins its alert. */
function join(
  { write }: Workspace,
  last: NonNullable<ReturnType<typeof lastAlert>>,
  mention: Mentioned,
  found: readonly string[],
  now: number,
): void {
  const { why } = last;
  const louder = mention.influence > (why.influence ?? 0);
  const joined = {
    ...why,
    observed: why.observed + 1,
    from: Math.min(why.from, mention.publishedAt),
    to: Math.max(why.to, now),
    itemIds: [mention.itemId, ...why.itemIds].slice(0, KEPT_ITEMS),
    found: [...new Set([...why.found, ...found])].slice(0, 20),
    influence: louder ? mention.influence : why.influence,
    reach: louder ? mention.reach : why.reach,
  };
  write.run('UPDATE alert SET why = ?, last_at = max(last_at, ?) WHERE id = ?', [
    JSON.stringify(joined),
    now,
    last.id,
  ]);
}
