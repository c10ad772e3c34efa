import type { Through } from '#shared/contract/inbox.ts';
import { publishingOf } from '../../accounts/limits.ts';
import type { Connector } from '../../connectors/kit/index.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import type { ConversationRow } from './rows.ts';

interface AccountOf {
  id: string;
  connector: string;
  handle: string;
  publishing: string | null;
  status: string;
}

const ACCOUNTS = `SELECT a.id, a.connector, a.handle, a.publishing, ifnull(s.status, 'waiting') AS status
  FROM account a LEFT JOIN account_state s ON s.account_id = a.id WHERE a.archived_at IS NULL`;

/**
 * The accounts through which a conversation can be answered: its own, or for a mention every account of its brand on the
 * same network, the one used before first.
 */
export function throughOf(
  read: ReadHandle,
  connectors: ReadonlyMap<string, Connector>,
  row: ConversationRow,
): Through[] {
  const accounts =
    row.itemId === null
      ? read.all<AccountOf>(`${ACCOUNTS} AND a.id = ?`, [row.accountId])
      : read.all<AccountOf>(
          `${ACCOUNTS} AND a.brand_id = ? AND a.connector = ? ORDER BY a.id = ? DESC, a.created_at, a.id`,
          [row.brandId, row.connector, row.accountId],
        );
  return accounts.flatMap((account) => {
    const connector = connectors.get(account.connector);
    if (connector === undefined || (row.itemId !== null && connector.reply === undefined)) return [];
    return [
      {
        accountId: account.id,
        handle: account.handle,
        network: connector.name,
        signInNeeded: account.status === 'reauth',
        limits: publishingOf(account.publishing, connector),
        can: {
          reply: connector.reply !== undefined,
          like: connector.like !== undefined,
          hide: connector.hide !== undefined,
          remove: connector.remove !== undefined,
        },
      },
    ];
  });
}
