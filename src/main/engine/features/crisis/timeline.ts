import { CrisisEntryKind, type CrisisEntry } from '#shared/contract/crisis.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { peaksOf } from './peaks.ts';
import { hoursOf, untilOf } from './report.ts';
import type { StoredCrisis } from './store.ts';

/** What happened in a crisis, oldest first: what was written down, the alerts, and the hours that stood out. */
export function timelineOf(read: ReadHandle, crisis: StoredCrisis, now: number): CrisisEntry[] {
  const written = read
    .all<{ id: string; at: number; kind: string; text: string; count: number }>(
      'SELECT id, at, kind, text, count FROM crisis_entry WHERE crisis_id = ?',
      [crisis.id],
    )
    .map((row): CrisisEntry => ({ ...row, kind: CrisisEntryKind.parse(row.kind) }));
  const peaks = peaksOf(hoursOf(read, crisis, now)).map(({ at, mentions }): CrisisEntry => ({
    id: null,
    at,
    kind: 'peak',
    text: '',
    count: mentions,
  }));
  const alerts = read
    .all<{ at: number; kind: string }>(
      'SELECT at, kind FROM alert WHERE about_id = ? AND at >= ? AND at <= ? ORDER BY at LIMIT 500',
      [crisis.brandId, crisis.since, untilOf(crisis, now)],
    )
    .map(({ at, kind }): CrisisEntry => ({ id: null, at, kind: 'alert', text: kind, count: 0 }));
  return [...written, ...peaks, ...alerts].toSorted(
    (a, b) => a.at - b.at || (a.id ?? '').localeCompare(b.id ?? ''),
  );
}
