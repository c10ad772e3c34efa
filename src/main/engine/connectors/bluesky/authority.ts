import { z } from 'zod';
import { ConnectorError, isLoopback, type NetworkContext } from '#engine/connectors/kit/index.ts';
import { NETWORK } from './lexicon.ts';
import { openApi } from './xrpc.ts';

const Address = z.url().max(1000);
/** What a server says of who signs its people in (RFC 9728). */
const Resource = z.object({ resource: Address, authorization_servers: z.array(Address).min(1) });
/** What that one says of itself (RFC 8414). */
const Metadata = z.object({
  issuer: Address,
  authorization_endpoint: Address,
  token_endpoint: Address,
  pushed_authorization_request_endpoint: Address,
  revocation_endpoint: Address.nullish(),
});

/** Who signs in the people of a server, and where it is asked for what. */
export interface Authority {
  /** Its origin. */
  issuer: string;
  /** The page for the person. */
  page: string;
  push: string;
  token: string;
  /** Null where a sign-in cannot be given back. */
  revoke: string | null;
}

/**
 * Finds who signs in the people of a server.
 * @param pds origin of the server that holds the account
 * @throws ConnectorError `invalid` where the server knows no sign-in in the browser
 */
export async function authorityOf(context: NetworkContext, pds: string): Promise<Authority> {
  const { value: resource } = await openApi(context, pds, noSignIn).call(Resource, {
    path: '/.well-known/oauth-protected-resource',
    what: 'how to sign in',
  });
  const [issuer = ''] = resource.authorization_servers;
  if (originOf(resource.resource) !== pds || !isSafe(issuer)) throw unsafe();
  const { value } = await openApi(context, originOf(issuer), noSignIn).call(Metadata, {
    path: '/.well-known/oauth-authorization-server',
    what: 'how to sign in',
  });
  const authority: Authority = {
    issuer: value.issuer,
    page: value.authorization_endpoint,
    push: value.pushed_authorization_request_endpoint,
    token: value.token_endpoint,
    revoke: value.revocation_endpoint ?? null,
  };
  // One that sends codes and tokens elsewhere than to itself is not to be trusted with them.
  const { revoke, ...rest } = authority;
  const isOne = [...Object.values(rest), ...(revoke === null ? [] : [revoke])].every(
    (address) => originOf(address) === originOf(issuer),
  );
  if (value.issuer !== issuer || !isOne) throw unsafe();
  return authority;
}

const originOf = (address: string): string => new URL(address).origin;

/** Nothing but an origin; https, or http on this machine. */
function isSafe(issuer: string): boolean {
  const { protocol, hostname, origin } = new URL(issuer);
  return issuer === origin && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

const noSignIn = (status: number): ConnectorError | undefined =>
  status === 404
    ? new ConnectorError(
        'invalid',
        'no-browser-sign-in',
        'This server has no sign-in in the browser. Make an app password in its settings and paste it here.',
        { field: 'password', params: { network: NETWORK } },
      )
    : undefined;

const unsafe = (): ConnectorError =>
  new ConnectorError(
    'refused',
    'unsafe-sign-in',
    'What this server says about signing in does not fit together, so nothing was sent to it. Use an app password instead, or ask whoever runs the server.',
    { params: { network: NETWORK } },
  );
