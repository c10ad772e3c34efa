import { bluesky } from '#engine/connectors/bluesky/index.ts';
import type { AccountContext, HttpPort, SignedIn, SocketPort } from '#engine/connectors/kit/index.ts';
import { networkContext } from '#tests/helpers/network-context.ts';

export interface SignInParts {
  typed: Record<string, unknown>;
  http: HttpPort;
  sockets?: SocketPort;
  baseUrl?: string;
}

/** Signs in, and gives what the engine would call the connector with from then on. */
export async function signInAt({ typed, ...parts }: SignInParts): Promise<{
  signedIn: SignedIn;
  secrets: Record<string, string>;
  context: AccountContext;
}> {
  const network = networkContext(parts);
  const signedIn = await (bluesky.account ?? missing()).signIn({
    ...network,
    typed,
    consent: () => missing(),
  });
  const secrets = { ...signedIn.secrets };
  const context = {
    ...network,
    account: signedIn.settings,
    ident: signedIn.ident,
    secrets: {
      get: (name: string) => secrets[name],
      put: async (values: Readonly<Record<string, string>>) => {
        Object.assign(secrets, values);
        await Promise.resolve();
      },
    },
  };
  return { signedIn, secrets, context };
}

export function missing(): never {
  throw new Error('Bluesky lacks what this test is about');
}
