import { z } from 'zod';
import { ReasonParams } from '#shared/contract/common.ts';
import type { HealthStatus, Source, SourceAccountStatus, SourceHealth } from '#shared/contract/sources.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';

const DAY = 86_400_000;
/** A source that answers but brought nothing new for so long is called quiet. */
const QUIET_AFTER = 21 * DAY;

const Status = z.enum(['waiting', 'ok', 'failing', 'stopped', 'needs-permission']);
export type StoredStatus = z.infer<typeof Status>;
const SettingsJson = z.record(z.string(), z.json());

export interface SourceRow {
  key: number;
  id: string;
  connector: string;
  name: string;
  settings: Record<string, unknown>;
  intervalMinutes: number;
  paused: boolean;
  allowLocalNetwork: boolean;
  /** The account it is read through; null where it needs none. */
  accountId: string | null;
  createdAt: number;
  archivedAt: number | null;
  cursor: unknown;
  failures: number;
  nextDueAt: number | null;
}

interface Stored {
  key: number;
  id: string;
  connector: string;
  name: string;
  settings: string;
  intervalMinutes: number;
  paused: number;
  allowLocalNetwork: number;
  accountId: string | null;
  createdAt: number;
  archivedAt: number | null;
  cursor: string;
  status: string;
  code: string | null;
  params: string;
  message: string;
  lastTriedAt: number | null;
  lastSuccessAt: number | null;
  lastNewAt: number | null;
  nextDueAt: number | null;
  failures: number;
  items: number;
  handle: string | null;
  accountStatus: SourceAccountStatus | null;
}

const SELECT = `SELECT s.key, s.id, s.connector, s.name, s.settings, s.interval_minutes AS intervalMinutes, s.paused,
  s.allow_local_network AS allowLocalNetwork, s.created_at AS createdAt, s.archived_at AS archivedAt,
  s.account_id AS accountId, ifnull(t.cursor, 'null') AS cursor, ifnull(t.status, 'waiting') AS status, t.code, ifnull(t.params, '{}') AS params,
  ifnull(t.message, '') AS message, t.last_tried_at AS lastTriedAt, t.last_success_at AS lastSuccessAt,
  t.last_new_at AS lastNewAt, t.next_due_at AS nextDueAt, ifnull(t.failures, 0) AS failures, ifnull(t.items, 0) AS items,
  a.handle, CASE WHEN a.archived_at IS NULL THEN ifnull(x.status, 'waiting') ELSE 'removed' END AS accountStatus
  FROM source s LEFT JOIN source_state t ON t.source = s.key
  LEFT JOIN account a ON a.id = s.account_id LEFT JOIN account_state x ON x.account_id = a.id`;

const rowOf = (stored: Stored): SourceRow => ({
  key: stored.key,
  id: stored.id,
  connector: stored.connector,
  name: stored.name,
  settings: SettingsJson.parse(JSON.parse(stored.settings)),
  intervalMinutes: stored.intervalMinutes,
  paused: stored.paused === 1,
  allowLocalNetwork: stored.allowLocalNetwork === 1,
  accountId: stored.accountId,
  createdAt: stored.createdAt,
  archivedAt: stored.archivedAt,
  cursor: JSON.parse(stored.cursor),
  failures: stored.failures,
  nextDueAt: stored.nextDueAt,
});

export function findSource(read: ReadHandle, id: string): SourceRow {
  const stored = read.get<Stored>(`${SELECT} WHERE s.id = ?`, [id]);
  if (!stored)
    throw new EarshotError('not-found', 'This source no longer exists.', { details: { sourceId: id } });
  return rowOf(stored);
}

/** Sources that may be collected, the longest due first. `dueAt`: only those due by then. */
export function activeSources(read: ReadHandle, dueAt: number | null): SourceRow[] {
  return read
    .all<Stored>(
      `${SELECT} WHERE s.origin = 'collect' AND s.archived_at IS NULL AND s.paused = 0 AND (? IS NULL OR
         (ifnull(t.next_due_at, 0) <= ? AND ifnull(t.status, 'waiting') NOT IN ('stopped', 'needs-permission')))
       ORDER BY ifnull(t.next_due_at, 0), s.key`,
      [dueAt, dueAt],
    )
    .map(rowOf);
}

export function nextDueAt(read: ReadHandle): number | null {
  return (
    read.get<{ at: number | null }>(
      `SELECT min(ifnull(t.next_due_at, 0)) AS at FROM source s LEFT JOIN source_state t ON t.source = s.key
       WHERE s.origin = 'collect' AND s.archived_at IS NULL AND s.paused = 0 AND ifnull(t.status, 'waiting') NOT IN ('stopped', 'needs-permission')`,
    )?.at ?? null
  );
}

export function listSources(
  read: ReadHandle,
  archived: boolean,
  now: number,
  detailOf: (connector: string, settings: Record<string, unknown>) => string,
): Source[] {
  return read
    .all<Stored>(
      `${SELECT} WHERE s.origin = 'collect' AND (s.archived_at IS NULL OR ?) ORDER BY s.created_at, s.key`,
      [archived ? 1 : 0],
    )
    .map((stored) => {
      const row = rowOf(stored);
      const settings = SettingsJson.parse(row.settings);
      return {
        id: row.id,
        connector: row.connector,
        name: row.name,
        settings,
        detail: detailOf(row.connector, settings),
        intervalMinutes: row.intervalMinutes,
        paused: row.paused,
        allowLocalNetwork: row.allowLocalNetwork,
        account: accountOf(stored),
        createdAt: row.createdAt,
        archivedAt: row.archivedAt,
        health: healthOf(stored, now),
        items: stored.items,
      };
    });
}

function accountOf({ accountId, handle, accountStatus }: Stored): Source['account'] {
  if (accountId === null || handle === null || accountStatus === null) return null;
  return { id: accountId, handle, status: accountStatus };
}

function healthOf(stored: Stored, now: number): SourceHealth {
  const status = Status.parse(stored.status);
  const shown: HealthStatus =
    stored.paused === 1 ? 'paused' : status === 'ok' && isQuiet(stored, now) ? 'quiet' : status;
  return {
    status: shown,
    code: stored.code,
    params: ReasonParams.parse(JSON.parse(stored.params)),
    message: stored.message,
    lastTriedAt: stored.lastTriedAt,
    lastSuccessAt: stored.lastSuccessAt,
    lastNewAt: stored.lastNewAt,
    nextDueAt: status === 'stopped' || stored.paused === 1 ? null : stored.nextDueAt,
    failures: stored.failures,
  };
}

const isQuiet = (stored: Stored, now: number): boolean =>
  now - (stored.lastNewAt ?? stored.createdAt) > QUIET_AFTER;

export interface Attempt {
  at: number;
  ok: boolean;
  code: string | null;
  message: string;
  seen: number;
  added: number;
  millis: number;
}

/** Keeps the last attempts of a source for its history. */
export function recordAttempt(write: WriteHandle, source: number, attempt: Attempt): void {
  write.run(
    'INSERT INTO fetch_attempt(source, at, ok, code, message, seen, added, millis) VALUES(?,?,?,?,?,?,?,?)',
    [
      source,
      attempt.at,
      attempt.ok ? 1 : 0,
      attempt.code,
      attempt.message,
      attempt.seen,
      attempt.added,
      attempt.millis,
    ],
  );
  write.run(
    `DELETE FROM fetch_attempt WHERE source = ? AND id <=
       (SELECT id FROM fetch_attempt WHERE source = ? ORDER BY id DESC LIMIT 1 OFFSET 200)`,
    [source, source],
  );
}

export function listAttempts(read: ReadHandle, sourceId: string, limit: number): Attempt[] {
  return read
    .all<Omit<Attempt, 'ok'> & { ok: number }>(
      `SELECT at, ok, code, message, seen, added, millis FROM fetch_attempt
       WHERE source = (SELECT key FROM source WHERE id = ?) ORDER BY id DESC LIMIT ?`,
      [sourceId, limit],
    )
    .map((row) => ({ ...row, ok: row.ok === 1 }));
}

export interface StateUpdate {
  status: StoredStatus;
  code: string | null;
  params: Record<string, string | number>;
  message: string;
  triedAt: number;
  succeeded: boolean;
  newItems: boolean;
  nextDueAt: number | null;
  failures: number;
}

/** What became of an attempt. The cursor is not touched: it moves with the batch that earned it. */
export function writeSourceState(write: WriteHandle, source: number, update: StateUpdate): void {
  write.run(
    `UPDATE source_state SET status = ?, code = ?, params = ?, message = ?, last_tried_at = ?,
       last_success_at = CASE WHEN ? THEN ? ELSE last_success_at END,
       last_new_at = CASE WHEN ? THEN ? ELSE last_new_at END, next_due_at = ?, failures = ? WHERE source = ?`,
    [
      update.status,
      update.code,
      JSON.stringify(update.params),
      update.message,
      update.triedAt,
      update.succeeded ? 1 : 0,
      update.triedAt,
      update.newItems ? 1 : 0,
      update.triedAt,
      update.nextDueAt,
      update.failures,
      source,
    ],
  );
}

export function writeCursor(write: WriteHandle, source: number, cursor: unknown): void {
  write.run('UPDATE source_state SET cursor = ? WHERE source = ?', [JSON.stringify(cursor), source]);
}

/** Makes a source due at once and lets a stopped one try again. */
export function makeDue(write: WriteHandle, source: number, now: number): void {
  write.run(
    `INSERT INTO source_state(source, next_due_at) VALUES(?, ?) ON CONFLICT(source) DO UPDATE SET
       next_due_at = excluded.next_due_at, status = CASE WHEN status IN ('stopped', 'needs-permission') THEN 'waiting' ELSE status END`,
    [source, now],
  );
}

/** Makes every source that is read through an account due at once, when its sign-in was renewed. */
export function makeDueThrough(write: WriteHandle, accountId: string, now: number): void {
  const sources = write.all<{ key: number }>(
    "SELECT key FROM source WHERE account_id = ? AND origin = 'collect' AND archived_at IS NULL",
    [accountId],
  );
  for (const { key } of sources) makeDue(write, key, now);
}

const IN_TROUBLE = `FROM source_state t JOIN source s ON s.key = t.source
  WHERE t.status IN ('failing', 'stopped', 'needs-permission') AND s.archived_at IS NULL AND s.paused = 0`;

/** How many sources bring nothing and need a look. */
export const countTrouble = (read: ReadHandle): number =>
  read.get<{ n: number }>(`SELECT count(*) AS n ${IN_TROUBLE}`)?.n ?? 0;

/** The same sources by name, at most twenty, the newest trouble first. */
export function listTrouble(read: ReadHandle): {
  sourceId: string;
  name: string;
  code: string | null;
  params: Record<string, string | number>;
  message: string;
}[] {
  return read
    .all<{ sourceId: string; name: string; code: string | null; params: string; message: string }>(
      `SELECT s.id AS sourceId, s.name, t.code, t.params, t.message ${IN_TROUBLE}
       ORDER BY t.last_tried_at DESC LIMIT 20`,
    )
    .map((row) => ({ ...row, params: ReasonParams.parse(JSON.parse(row.params)) }));
}

/** Sources that answer but have brought nothing for three weeks, the longest silent first, at most twenty. */
export function listSilent(
  read: ReadHandle,
  now: number,
): { sourceId: string; name: string; since: number }[] {
  return read.all(
    `SELECT s.id AS sourceId, s.name, ifnull(t.last_new_at, s.created_at) AS since
     FROM source_state t JOIN source s ON s.key = t.source
     WHERE t.status = 'ok' AND s.archived_at IS NULL AND s.paused = 0 AND ifnull(t.last_new_at, s.created_at) < ?
     ORDER BY since LIMIT 20`,
    [now - QUIET_AFTER],
  );
}
