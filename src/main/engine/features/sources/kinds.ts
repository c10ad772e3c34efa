import type { AccountNeed, SourceKind } from '#shared/contract/sources.ts';
import type { Connector } from '../../connectors/kit/index.ts';
import type { Networks } from './insert.ts';

function accountNeed(connector: Connector): AccountNeed {
  if (connector.collectNeedsAccount) return 'must';
  return connector.capabilities.includes('account') ? 'may' : 'none';
}

/** What can be listened to, in the order of names. */
export const sourceKinds = (connectors: Networks): SourceKind[] =>
  [...connectors.values()]
    .filter(({ capabilities }) => capabilities.includes('collect'))
    .map((connector) => ({
      connector: connector.id,
      name: connector.name,
      about: connector.about,
      fields: [...connector.fields],
      account: accountNeed(connector),
      minIntervalMinutes: connector.limits.minIntervalMinutes,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
