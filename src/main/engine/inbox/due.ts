import type { Cursor } from '../connectors/kit/index.ts';
import type { ReadHandle, WriteHandle } from '../storage/handles.ts';

/** An account as the reader sees it; times are UTC milliseconds. */
export interface DueAccount {
  id: string;
  connector: string;
  cursor: string;
  status: string;
  nextDueAt: number;
  failures: number;
}

const ACCOUNTS = `SELECT a.id, a.connector, ifnull(s.cursor, 'null') AS cursor, ifnull(s.status, 'waiting') AS status,
    ifnull(s.next_due_at, 0) AS nextDueAt, ifnull(s.failures, 0) AS failures
  FROM account a JOIN brand b ON b.id = a.brand_id AND b.archived_at IS NULL
  LEFT JOIN account_state s ON s.account_id = a.id WHERE a.archived_at IS NULL`;

/** Accounts whose sign-in holds, as far as is known, the longest due first. */
export const readable = (read: ReadHandle): DueAccount[] =>
  read.all<DueAccount>(`${ACCOUNTS} AND ifnull(s.status, 'waiting') <> 'reauth' ORDER BY nextDueAt, a.id`);

export const dueAccount = (read: ReadHandle, accountId: string): DueAccount | undefined =>
  read.get<DueAccount>(`${ACCOUNTS} AND a.id = ?`, [accountId]);

export function writeAccountCursor(write: WriteHandle, accountId: string, cursor: Cursor): void {
  write.run(
    `INSERT INTO account_state(account_id, cursor) VALUES(?, ?)
     ON CONFLICT(account_id) DO UPDATE SET cursor = excluded.cursor`,
    [accountId, JSON.stringify(cursor)],
  );
}

export function writeNextDue(write: WriteHandle, accountId: string, at: number): void {
  write.run(
    `INSERT INTO account_state(account_id, next_due_at) VALUES(?, ?)
     ON CONFLICT(account_id) DO UPDATE SET next_due_at = excluded.next_due_at`,
    [accountId, at],
  );
}

/** Makes an account due by `at`. One in trouble keeps its time: somebody may have asked us to wait. */
export function bringAccountForward(write: WriteHandle, accountId: string, at: number): void {
  write.run(
    "UPDATE account_state SET next_due_at = ? WHERE account_id = ? AND status IN ('ok', 'waiting') AND next_due_at > ?",
    [at, accountId, at],
  );
}
