import type { AccountStatus } from '#shared/contract/accounts.ts';
import type { ConnectorError } from '../connectors/kit/index.ts';
import type { ReadHandle, WriteHandle } from '../storage/handles.ts';

const ENSURE = 'INSERT INTO account_state(account_id) VALUES(?) ON CONFLICT DO NOTHING';

/** Writes down that an account answered; a sign-in that was refused before counts as renewed. */
export function noteWell(write: WriteHandle, accountId: string, now: number): void {
  write.run(ENSURE, [accountId]);
  write.run(
    `UPDATE account_state SET status = 'ok', code = NULL, params = '{}', message = '', last_tried_at = ?, last_success_at = ?,
       failures = 0 WHERE account_id = ?`,
    [now, now, accountId],
  );
}

/** Writes down what went wrong with an account. Only `reauth` stops it; the rest is tried again. */
export function noteTrouble(write: WriteHandle, accountId: string, error: ConnectorError, now: number): void {
  write.run(ENSURE, [accountId]);
  write.run(
    `UPDATE account_state SET status = ?, code = ?, params = ?, message = ?, last_tried_at = ?, failures = failures + 1
     WHERE account_id = ?`,
    [
      error.kind === 'reauth' ? 'reauth' : 'failing',
      error.code,
      JSON.stringify(error.params),
      error.message,
      now,
      accountId,
    ],
  );
}

export const accountStatus = (read: ReadHandle, accountId: string): AccountStatus =>
  read.get<{ status: AccountStatus }>('SELECT status FROM account_state WHERE account_id = ?', [accountId])
    ?.status ?? 'waiting';
