import { PublishingLimits } from '#shared/model/publishing.ts';
import type { Connector } from '../connectors/kit/index.ts';

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
