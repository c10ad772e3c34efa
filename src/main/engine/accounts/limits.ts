import { PublishingLimits } from '#shared/model/publishing.ts';
import type { Connector } from '../connectors/kit/index.ts';
import type { ReadHandle } from '../storage/handles.ts';

/**
 * What an account may publish: what its own server said (`account.publishing`, as stored) comes before what its network
 * usually takes. Null where nothing can be published.
 */
export function publishingOf(
  stored: string | null,
  connector: Connector | undefined,
): PublishingLimits | null {
  const own = stored === null ? undefined : PublishingLimits.nullable().safeParse(JSON.parse(stored)).data;
  return own ?? connector?.publishing ?? null;
}

/** What an account may publish, by its id; null where nothing, or where there is no such account. */
export function limitsOf(
  read: ReadHandle,
  connectors: ReadonlyMap<string, Connector>,
  accountId: string,
): PublishingLimits | null {
  const row = read.get<{ connector: string; publishing: string | null }>(
    'SELECT connector, publishing FROM account WHERE id = ?',
    [accountId],
  );
  return row === undefined ? null : publishingOf(row.publishing, connectors.get(row.connector));
}
