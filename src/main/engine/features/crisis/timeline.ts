import { CrisisEntryKind, type CrisisEntry } from '#shared/contract/crisis.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { peaksOf } from './peaks.ts';
import { hoursOf } from './report.ts';
import type { StoredCrisis } from './store.ts';

/** What happened in a crisis, oldest first: what was written down, and the hours that stood out. */
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
  return [...written, ...peaks].toSorted((a, b) => a.at - b.at || (a.id ?? '').localeCompare(b.id ?? ''));
}
