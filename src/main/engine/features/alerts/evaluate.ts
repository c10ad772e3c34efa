import type { Workspace } from '../../storage/workspace.ts';
import { isMuted, NEWS_HOURS, raiseOnArrival } from './arrivals.ts';
import { HOUR } from './hours.ts';
import { watchedBrands, type WatchedBrand } from './settings.ts';
import { raiseSilence } from './silence.ts';
import { raiseSpikes, type About, type SpikeRun } from './spikes.ts';
import { alertStateCode } from './store.ts';

/** For so long after a brand or its first source came, nobody knows yet what is usual. */
const LEARNING_HOURS = 72;

function competitorsOf({ write }: Workspace, brandId: string): About[] {
  return write.all<About>(
    'SELECT key, id, name FROM brand WHERE owner_id = ? AND archived_at IS NULL ORDER BY created_at, key',
    [brandId],
  );
}

function raiseAllSpikes(workspace: Workspace, brand: WatchedBrand, run: SpikeRun): number {
  const { kinds } = brand.settings;
  let raised = 0;
  for (const kind of ['negativeSpike', 'volumeSpike'] as const) {
    if (kinds.includes(kind)) raised += raiseSpikes(workspace, kind, brand, brand, run);
  }
  if (!kinds.includes('competitorSpike')) return raised;
  for (const about of competitorsOf(workspace, brand.id)) {
    raised += raiseSpikes(workspace, 'competitorSpike', brand, about, run);
  }
  return raised;
}

/**
 * Looks over the last 48 hours of every own brand from the roll-ups: also over hours that passed while the app was
 * closed, since what is published then may only come in now. One transaction. @returns how many alerts were raised
 */
export function evaluateAlerts(workspace: Workspace, now: number): number {
  const { write } = workspace;
  return write.transaction(() => {
    const to = Math.floor(now / HOUR) + 1;
    const listening = write.get<{ at: number | null }>('SELECT min(created_at) AS at FROM source')?.at ?? 0;
    let raised = 0;
    for (const brand of watchedBrands(write)) {
      if (isMuted(brand, now)) continue;
      const known = Math.ceil(Math.max(brand.createdAt, listening) / HOUR) + LEARNING_HOURS;
      const span = { from: Math.max(to - NEWS_HOURS, known), to };
      if (span.from < span.to) raised += raiseAllSpikes(workspace, brand, { span, now });
      if (brand.settings.kinds.includes('silence')) raised += raiseSilence(workspace, brand, now);
    }
    return raised;
  });
}

/**
 * Raises, as closed and told, what would have been raised over everything stored: for the sample, whose months lie
 * in the past. What happened within the last days stays new. @returns how many alerts there are now
 */
export function evaluateHistory(workspace: Workspace, now: number): number {
  const { write } = workspace;
  return write.transaction(() => {
    for (const brand of watchedBrands(write)) {
      const first = write.get<{ hour: number | null }>(
        'SELECT min(hour) AS hour FROM mention_hour WHERE brand = ?',
        [brand.key],
      )?.hour;
      if (first === null || first === undefined) continue;
      raisePastMentions(workspace, brand);
      const to = Math.floor(now / HOUR) + 1;
      raiseAllSpikes(workspace, brand, { span: { from: first + 14 * 24, to }, now, past: true });
    }
    write.run('UPDATE alert SET state = ? WHERE state = ? AND at >= ?', [
      alertStateCode('new'),
      alertStateCode('closed'),
      now - NEWS_HOURS * HOUR,
    ]);
    return write.get<{ n: number }>('SELECT count(*) AS n FROM alert')?.n ?? 0;
  });
}

function raisePastMentions(workspace: Workspace, brand: WatchedBrand): void {
  const rows = workspace.write.all<{ itemId: number; fetchedAt: number; folded: number }>(
    `SELECT m.item AS itemId, m.folded, i.fetched_at AS fetchedAt FROM mention m JOIN item i ON i.id = m.item
     WHERE m.brand = ? ORDER BY i.fetched_at, m.item`,
    [brand.key],
  );
  for (const { itemId, folded, fetchedAt } of rows) {
    raiseOnArrival(workspace, [{ itemId, brandKey: brand.key, copy: folded === 1 }], {
      now: fetchedAt,
      past: true,
    });
  }
}
