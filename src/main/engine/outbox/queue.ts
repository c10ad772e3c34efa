import { OPEN_STATES } from '#shared/model/action.ts';
import type { PublishingLimits } from '#shared/model/publishing.ts';
import { accountStatus } from '../accounts/state.ts';
import type { ReadHandle } from '../storage/handles.ts';
import { queuesPaused } from '../storage/queues.ts';
import { readSettings } from '../storage/settings.ts';
import { ACTION_COLUMNS, payloadFrom, type ActionRow } from './store.ts';
import { holdUntil, isLate, isMissed, SPACING } from './timing.ts';

/** When the next thing is due, in UTC milliseconds; null where nothing waits for a time. */
export const nextDueAt = (read: ReadHandle, now: number): number | null =>
  read.get<{ at: number | null }>(
    `SELECT min(max(due_at, ifnull(next_try_at, 0))) AS at FROM action
     WHERE state IN ('queued', 'uncertain') AND max(due_at, ifnull(next_try_at, 0)) > ?`,
    [now],
  )?.at ?? null;

/** Posts whose time passed too long ago to go out by themselves. */
export function missed(read: ReadHandle, now: number): ActionRow[] {
  const policy = readSettings(read);
  return read
    .all<ActionRow>(
      `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.state = 'queued' AND a.kind = 'publish' AND a.due_at < ?`,
      [now],
    )
    .filter((row) => isMissed(row.dueAt, now, policy));
}

/**
 * What an account should do next: settle what is unknown, then answers, then posts in the order of their time. Null =
 * nothing now: it is not yet time, a crisis holds it, or the sign-in has to be renewed first.
 */
export function pickNext(
  read: ReadHandle,
  { accountId, limits, now }: { accountId: string; limits: PublishingLimits | null; now: number },
): ActionRow | null {
  if (accountStatus(read, accountId) === 'reauth') return null;
  const rows = read.all<ActionRow>(
    `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.account_id = ? AND a.state IN ('queued', 'uncertain')
     AND ifnull(a.next_try_at, 0) <= ? ORDER BY a.state = 'queued', a.kind = 'publish', a.due_at, a.id`,
    [accountId, now],
  );
  const paused = queuesPaused(read);
  const mayGo = (row: ActionRow): boolean => {
    if (row.state === 'uncertain') return true;
    if (paused && (row.kind === 'publish' || row.automatic === 1)) return false;
    if (row.dueAt > now) return holdFor(limits, row, now) !== null;
    return row.kind !== 'publish' || !isLate(row.dueAt, now) || keepsDistance(read, accountId, now);
  };
  return rows.find(mayGo) ?? null;
}

/** Until when the network shall hold a post; null where it is not to, or this very account's server cannot. */
export function holdFor(limits: PublishingLimits | null, row: ActionRow, now: number): number | null {
  if (row.kind !== 'publish') return null;
  const { hold, thread } = payloadFrom({ ...row, kind: row.kind });
  // Networks hold single posts only.
  return hold && thread.length === 0 ? holdUntil(limits, row.dueAt, now) : null;
}

/** Late posts keep their distance to the one before. */
function keepsDistance(read: ReadHandle, accountId: string, now: number): boolean {
  const close = read.get(
    `SELECT 1 FROM action WHERE account_id = ? AND kind = 'publish' AND state = 'sent' AND settled_at > ? AND settled_at <= ?
     LIMIT 1`,
    [accountId, now - SPACING, now],
  );
  return close === undefined;
}

/** How many actions of an account are not over yet. */
export const openActions = (read: ReadHandle, accountId: string): number =>
  read.get<{ n: number }>(
    'SELECT count(*) AS n FROM action WHERE account_id = ? AND state IN (SELECT value FROM json_each(?))',
    [accountId, JSON.stringify(OPEN_STATES)],
  )?.n ?? 0;
