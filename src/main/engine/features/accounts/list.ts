import { ReasonParams } from '#shared/contract/common.ts';
import type { Account, Network } from '#shared/contract/accounts.ts';
import { publishingOf } from '../../accounts/limits.ts';
import { quotaUse } from '../../accounts/quota-store.ts';
import type { Connector } from '../../connectors/kit/index.ts';
import type { Ports } from '../../ports.ts';
import type { ReadHandle } from '../../storage/handles.ts';

export const networkOf = (connector: Connector): Network => ({
  connector: connector.id,
  name: connector.name,
  about: connector.about,
  auth: connector.auth,
  capabilities: [...connector.capabilities],
  collectNeedsAccount: connector.collectNeedsAccount,
  accountFields: [...connector.accountFields],
  steps: [...connector.accountSteps],
  cannot: [...connector.cannot],
  publishing: connector.publishing,
});

interface Row {
  id: string;
  brandId: string;
  brandName: string;
  connector: string;
  handle: string;
  name: string;
  url: string;
  local: number;
  createdAt: number;
  publishing: string | null;
  status: Account['health']['status'];
  code: string | null;
  params: string;
  message: string;
  lastTriedAt: number | null;
  lastSuccessAt: number | null;
  open: number;
  queued: number;
}

/** Accounts of active brands, in the order they were added. */
export function listAccounts(
  read: ReadHandle,
  { connectors, clock }: Pick<Ports, 'connectors' | 'clock'>,
  brandIds: readonly string[],
): Account[] {
  const rows = read.all<Row>(
    `SELECT a.id, a.brand_id AS brandId, b.name AS brandName, a.connector, a.handle, a.name, a.url,
       a.allow_local_network AS local, a.created_at AS createdAt, a.publishing, ifnull(s.status, 'waiting') AS status, s.code,
       ifnull(s.params, '{}') AS params, ifnull(s.message, '') AS message, s.last_tried_at AS lastTriedAt,
       s.last_success_at AS lastSuccessAt,
       (SELECT count(*) FROM conversation c WHERE c.account_id = a.id AND c.state = 'open') AS open,
       (SELECT count(*) FROM action x WHERE x.account_id = a.id AND x.state IN ('queued', 'sending', 'uncertain')) AS queued
     FROM account a JOIN brand b ON b.id = a.brand_id LEFT JOIN account_state s ON s.account_id = a.id
     WHERE a.archived_at IS NULL AND b.archived_at IS NULL AND (? = 0 OR a.brand_id IN (SELECT value FROM json_each(?)))
     ORDER BY a.created_at, a.id`,
    [brandIds.length, JSON.stringify(brandIds)],
  );
  return rows.map((row) => {
    const connector = connectors.get(row.connector);
    const { local, publishing, status, code, params, message, lastTriedAt, lastSuccessAt, ...rest } = row;
    return {
      ...rest,
      network: connector?.name ?? row.connector,
      allowLocalNetwork: local === 1,
      capabilities: [...(connector?.capabilities ?? [])],
      publishing: publishingOf(publishing, connector),
      quotas: quotaUse(read, row.id, connector?.limits.quotas ?? [], clock.now()),
      health: {
        status,
        code,
        params: ReasonParams.parse(JSON.parse(params)),
        message,
        lastTriedAt,
        lastSuccessAt,
      },
    };
  });
}
