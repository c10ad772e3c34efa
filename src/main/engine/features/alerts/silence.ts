import type { Workspace } from '../../storage/workspace.ts';
import { silenceLimit } from '../../understand/silence.ts';
import { HISTORY_HOURS, HOUR, loadHours } from './hours.ts';
import type { WatchedBrand } from './settings.ts';
import { insertAlert, lastAlert, reason } from './store.ts';

interface Collecting {
  triedAt: number | null;
  succeededAt: number | null;
}

/**
 * Raises an alert when a brand has been silent for too long although Earshot listened: some source was tried
 * after the limit had passed. Once per silence. @returns how many alerts
 */
export function raiseSilence(workspace: Workspace, brand: WatchedBrand, now: number): number {
  const { write } = workspace;
  const to = Math.floor(now / HOUR) + 1;
  const counts = loadHours(write, brand.key, to - HISTORY_HOURS, to);
  const times = counts.total.flatMap((count, index) => (count > 0 ? [(counts.first + index) * HOUR] : []));
  const lastAt = times.at(-1);
  const limit = silenceLimit(times, brand.settings.sensitivity);
  if (lastAt === undefined || limit === null || now - lastAt <= limit) return 0;
  const collecting = write.get<Collecting>(
    `SELECT max(t.last_tried_at) AS triedAt, max(t.last_success_at) AS succeededAt FROM source_state t
     JOIN source s ON s.key = t.source WHERE s.paused = 0 AND s.archived_at IS NULL`,
  );
  if ((collecting?.triedAt ?? 0) < lastAt + limit) return 0;
  const subject = {
    kind: 'silence' as const,
    brandId: brand.id,
    aboutId: brand.id,
    storyKey: String(lastAt),
  };
  if (lastAlert(write, subject) !== null) return 0;
  const why = reason({
    method: 'gap',
    sensitivity: brand.settings.sensitivity,
    from: lastAt,
    to: now,
    observed: 0,
    threshold: limit / HOUR,
    excess: (now - lastAt) / limit,
    silence: { lastAt, collecting: (collecting?.succeededAt ?? 0) >= lastAt + limit },
  });
  insertAlert(write, subject, why, { at: now, last: null });
  return 1;
}
