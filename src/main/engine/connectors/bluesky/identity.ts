import { ConnectorError, serverOrigin, type NetworkContext } from '#engine/connectors/kit/index.ts';
import { DidDocument, HandleAnswer, NETWORK } from './lexicon.ts';
import { openApi, pathOf } from './xrpc.ts';

/** Where most accounts sign in. */
export const ENTRANCE = 'https://bsky.social';
/** What anybody may read, without an account. */
export const PUBLIC = 'https://public.api.bsky.app';
/** The directory of did:plc identities. */
export const DIRECTORY = 'https://plc.directory';

/** A handle as people type or paste it (`@seaview.bsky.social`, the profile's address, a bare name), or a DID. */
export function handleOf(typed: string): string {
  const text = typed.trim().replace(/^[\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/u, '');
  const pasted = /^(?:https?:\/\/)?(?:www\.)?bsky\.app\/profile\/([^/?#\s]+)/i.exec(text)?.[1] ?? text;
  if (pasted.startsWith('did:')) return pasted;
  const handle = pasted.replace(/^@/, '').toLowerCase();
  return handle.includes('.') || handle.includes('@') ? handle : `${handle}.bsky.social`;
}

export const isHandle = (text: string): boolean =>
  text.length <= 253 &&
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);

/** The DID behind a handle; null where nobody has it. */
export async function didOf(context: NetworkContext, handle: string): Promise<string | null> {
  if (handle.startsWith('did:')) return handle;
  const api = openApi(context, context.baseUrl ?? PUBLIC, (status) =>
    status === 400 || status === 404 ? nobody(handle) : undefined,
  );
  try {
    const { value } = await api.call(HandleAnswer, {
      path: pathOf('com.atproto.identity.resolveHandle'),
      query: { handle },
      what: 'this handle',
    });
    return value.did;
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'no-such-handle') return null;
    throw error;
  }
}

/**
 * The server that holds an account, from its DID document; null where the document names none.
 * @param directory origin of the did:plc directory
 */
export async function serverOf(
  context: NetworkContext,
  did: string,
  directory: string,
): Promise<string | null> {
  const web = /^did:web:([a-z0-9.-]+)$/i.exec(did)?.[1];
  const api = openApi(context, web === undefined ? directory : `https://${web}`);
  const { value } = await api.call(DidDocument, {
    path: web === undefined ? `/${encodeURIComponent(did).replaceAll('%3A', ':')}` : '/.well-known/did.json',
    what: 'the identity of this account',
  });
  return value.id === did ? serverIn(value) : null;
}

/** The account's server as a DID document names it, as an origin; null where it names none. */
export function serverIn(document: DidDocument | null | undefined): string | null {
  const entry = document?.service?.find(({ id }) => id.endsWith('#atproto_pds'));
  return typeof entry?.serviceEndpoint === 'string' ? serverOrigin(entry.serviceEndpoint, 'service') : null;
}

/**
 * Where to sign in: the server that was typed, or the one found behind the handle. Bluesky's own servers have one
 * common entrance.
 * @throws ConnectorError `invalid` with the field that is wrong
 */
export async function entranceOf(
  context: NetworkContext,
  { handle, service, directory }: { handle: string; service: string; directory: string },
): Promise<string> {
  if (service !== '') return serverOrigin(service, 'service');
  if (handle.includes('@') || handle.endsWith('.bsky.social')) return ENTRANCE;
  const did = await didOf(context, handle);
  if (did === null) throw nobody(handle);
  const server = await serverOf(context, did, directory);
  return server === null || /(?:^|\.)bsky\.(?:network|social)$/.test(new URL(server).hostname)
    ? ENTRANCE
    : server;
}

export const nobody = (handle: string): ConnectorError =>
  new ConnectorError(
    'invalid',
    'no-such-handle',
    `Nobody on Bluesky is called ${handle}. Check the spelling; the whole handle is needed, such as seaview.bsky.social.`,
    { field: 'handle', params: { handle, network: NETWORK } },
  );
