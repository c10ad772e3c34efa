import type { PublishingAccount } from '#shared/contract/calendar.ts';
import { publishingOf } from '../../accounts/limits.ts';
import type { Ports } from '../../ports.ts';
import type { ReadHandle } from '../../storage/handles.ts';

interface Row {
  id: string;
  brandId: string;
  connector: string;
  handle: string;
  name: string;
  publishing: string | null;
  status: string | null;
}

/** Own accounts whose network takes posts, in the order they were added; of every brand where none is named. */
export function publishingAccounts(
  read: ReadHandle,
  { connectors }: Pick<Ports, 'connectors'>,
  brandIds: readonly string[] = [],
): PublishingAccount[] {
  return read
    .all<Row>(
      `SELECT a.id, a.brand_id AS brandId, a.connector, a.handle, a.name, a.publishing, s.status FROM account a
       JOIN brand b ON b.id = a.brand_id AND b.archived_at IS NULL
       LEFT JOIN account_state s ON s.account_id = a.id
       WHERE a.archived_at IS NULL AND (? = 0 OR a.brand_id IN (SELECT value FROM json_each(?)))
       ORDER BY a.created_at, a.id`,
      [brandIds.length, JSON.stringify(brandIds)],
    )
    .flatMap(({ publishing: known, status, ...row }) => {
      const connector = connectors.get(row.connector);
      if (connector?.publish === undefined) return [];
      const publishing = publishingOf(known, connector);
      if (publishing === null) return [];
      const canEdit = connector.edit !== undefined;
      return [{ ...row, network: connector.name, needsSignIn: status === 'reauth', canEdit, publishing }];
    });
}
