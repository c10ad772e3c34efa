import { z } from 'zod';
import type { AccountNeed, SourceGroup, SourceKind } from '#shared/contract/sources.ts';
import type { Connector } from '../../connectors/kit/index.ts';
import type { Networks } from './insert.ts';

const Property = z.object({ default: z.union([z.string(), z.boolean()]) });

function accountNeed(connector: Connector): AccountNeed {
  if (connector.collectNeedsAccount) return 'must';
  return connector.capabilities.includes('account') ? 'may' : 'none';
}

function groupOf(connector: Connector): SourceGroup {
  if (connector.auth === 'address') return 'address';
  return accountNeed(connector) === 'none' ? 'search' : 'network';
}

/** The defaults of a connector's settings, as its form shows them. */
function startOf({ settings, fields }: Connector): SourceKind['start'] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  const known = fields.flatMap(({ key, input }) => {
    const read = Property.safeParse(properties[key]);
    return [[key, read.success ? read.data.default : input === 'switch' ? false : ''] as const];
  });
  return Object.fromEntries(known);
}

/** What can be listened to, in the order of names. */
export const sourceKinds = (connectors: Networks): SourceKind[] =>
  [...connectors.values()]
    .filter(({ capabilities }) => capabilities.includes('collect'))
    .map((connector) => ({
      connector: connector.id,
      name: connector.name,
      group: groupOf(connector),
      about: connector.about,
      fields: [...connector.fields],
      start: startOf(connector),
      account: accountNeed(connector),
      minIntervalMinutes: connector.limits.minIntervalMinutes,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
