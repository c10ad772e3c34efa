import { EarshotError } from '#shared/model/result.ts';
import {
  consentThrough,
  type Connector,
  type NetworkContext,
  type SignedIn,
} from '../../connectors/kit/index.ts';
import type { CommandContext } from '../../context.ts';
import { asRequest } from '../sources/failures.ts';
import { requireFields } from '../sources/fields.ts';

type Typed = Record<string, string | boolean>;

/**
 * Signs in with what a person typed. Nothing of it is stored here, and nothing of it stands in an error.
 * @throws EarshotError `invalid` with the field, `refused` where the network has no accounts, `unreachable`
 */
export async function signIn(
  context: CommandContext,
  { connector, typed, allowLocalNetwork }: { connector: Connector; typed: Typed; allowLocalNetwork: boolean },
): Promise<SignedIn> {
  const { account } = connector;
  if (account === undefined) {
    throw new EarshotError('refused', `${connector.name} has no accounts to sign in to.`);
  }
  const trimmed = Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );
  requireFields(connector.accountFields, trimmed);
  const network: NetworkContext = context.accounts.network(
    { id: `sign-in:${connector.id}`, connector, allowLocalNetwork },
    context.signal,
  );
  return asRequest(() =>
    account.signIn({
      ...network,
      typed: trimmed,
      consent: consentThrough(context.ports.consent, context.signal),
    }),
  );
}
