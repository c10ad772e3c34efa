import type { AccountQuota } from '#shared/contract/accounts.ts';
import type { Quota } from '#shared/model/connector.ts';
import { quotaPeriod, type QuotaStore } from '../connectors/kit/index.ts';
import type { ReadHandle, WriteHandle } from '../storage/handles.ts';

/** What an account or source has spent, kept so that a restart does not give it again. */
export function quotaStore(write: WriteHandle, owner: string): QuotaStore {
  return {
    used: (bucket, period) => amountOf(write, [owner, bucket, period]) ?? 0,
    add: (bucket, period, amount) => {
      write.run(
        `INSERT INTO quota_use(owner, bucket, period, used) VALUES(?, ?, ?, ?)
         ON CONFLICT(owner, bucket, period) DO UPDATE SET used = used + excluded.used`,
        [owner, bucket, period, amount],
      );
    },
    cap: (bucket) => amountOf(write, [owner, bucket, CAP]),
  };
}

/** A limit of its user's own is one more row, of no period. */
const CAP = 'cap';

const amountOf = (read: ReadHandle, key: [owner: string, bucket: string, period: string]): number | null =>
  read.get<{ used: number }>('SELECT used FROM quota_use WHERE owner = ? AND bucket = ? AND period = ?', key)
    ?.used ?? null;

/** Sets the most its user allows in a period, in the bucket's unit; null takes the limit away. */
export function setCap(write: WriteHandle, owner: string, bucket: string, most: number | null): void {
  if (most === null) {
    write.run('DELETE FROM quota_use WHERE owner = ? AND bucket = ? AND period = ?', [owner, bucket, CAP]);
    return;
  }
  write.run(
    `INSERT INTO quota_use(owner, bucket, period, used) VALUES(?, ?, ?, ?)
     ON CONFLICT(owner, bucket, period) DO UPDATE SET used = excluded.used`,
    [owner, bucket, CAP, most],
  );
}

/** What waited for the end of a period because an allowance was used up is tried again: its limit may be another now. */
export function goOnAfterCap(write: WriteHandle, accountId: string, now: number): void {
  write.run(
    "UPDATE action SET next_try_at = NULL WHERE account_id = ? AND state = 'queued' AND reason_code = 'quota-spent'",
    [accountId],
  );
  write.run("UPDATE account_state SET next_due_at = ? WHERE account_id = ? AND code = 'quota-spent'", [
    now,
    accountId,
  ]);
}

/** What is used of each allowance in the period that `now` lies in. */
export const quotaUse = (
  read: ReadHandle,
  owner: string,
  quotas: readonly Quota[],
  now: number,
): AccountQuota[] =>
  quotas.map((quota) => {
    const { period, end } = quotaPeriod(quota, now);
    const { bucket, unit, per, amount } = quota;
    return {
      bucket,
      unit,
      per,
      used: amountOf(read, [owner, bucket, period]) ?? 0,
      given: amount,
      cap: amountOf(read, [owner, bucket, CAP]),
      until: end,
    };
  });
