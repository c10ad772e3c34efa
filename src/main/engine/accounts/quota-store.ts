import type { QuotaStore } from '../connectors/kit/index.ts';
import type { WriteHandle } from '../storage/handles.ts';

/** What an account or source has spent, kept so that a restart does not give it again. */
export function quotaStore(write: WriteHandle, owner: string): QuotaStore {
  return {
    used: (bucket, period) =>
      write.get<{ used: number }>(
        'SELECT used FROM quota_use WHERE owner = ? AND bucket = ? AND period = ?',
        [owner, bucket, period],
      )?.used ?? 0,
    add: (bucket, period, amount) => {
      write.run(
        `INSERT INTO quota_use(owner, bucket, period, used) VALUES(?, ?, ?, ?)
         ON CONFLICT(owner, bucket, period) DO UPDATE SET used = used + excluded.used`,
        [owner, bucket, period, amount],
      );
    },
    // A cap of its own is one more row, of no period.
    cap: (bucket) =>
      write.get<{ used: number }>(
        "SELECT used FROM quota_use WHERE owner = ? AND bucket = ? AND period = 'cap'",
        [owner, bucket],
      )?.used ?? null,
  };
}
