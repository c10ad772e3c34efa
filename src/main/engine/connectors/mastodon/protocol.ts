import { z } from 'zod';
import {
  Api,
  ConnectorError,
  httpAddress,
  serverOrigin,
  type AccountContext,
  type HttpResponse,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';

/** What is kept of an account besides its secrets. */
export const MastodonAccount = z.object({
  /** Scheme, host and port of its server. */
  server: z.string(),
  /** What stands behind the second @ of its server's people; it may differ from the server's host. */
  domain: z.string(),
  /** The server's own number of the profile. */
  id: z.string(),
  /** The name without domain. */
  username: z.string(),
  /** Its page; mentions of it point there. */
  url: z.string(),
});
export type MastodonAccount = z.infer<typeof MastodonAccount>;
export type Own = AccountContext<MastodonAccount>;

const Count = z.number().nullish();

export const Emoji = z.object({ shortcode: z.string() });

export const Profile = z.object({
  id: z.string().min(1),
  username: z.string().min(1),
  acct: z.string().min(1),
  display_name: z.string().nullish(),
  url: z.string().nullish(),
  followers_count: Count,
  following_count: Count,
  statuses_count: Count,
  emojis: z.array(Emoji).nullish(),
});
export type Profile = z.infer<typeof Profile>;

const Media = z.object({
  type: z.string().nullish(),
  url: z.string().nullish(),
  remote_url: z.string().nullish(),
  description: z.string().nullish(),
});

/**
 * Some servers (snac) put the time of the last change in front of a post's number and take any time back; without it the
 * number stays the same for as long as the post lives.
 */
const steady = (id: string): string => id.replace(/^\d{10}(?=[0-9a-f]{32}$)/, '0'.repeat(10));

export const Status = z
  .object({
    id: z.string().min(1),
    uri: z.string().nullish(),
    url: z.string().nullish(),
    created_at: z.string(),
    account: Profile,
    content: z.string(),
    /** What its author typed; only some servers give it. */
    text: z.string().nullish(),
    spoiler_text: z.string().nullish(),
    visibility: z.string().nullish(),
    language: z.string().nullish(),
    in_reply_to_id: z.string().nullish(),
    media_attachments: z.array(Media).nullish(),
    emojis: z.array(Emoji).nullish(),
    mentions: z.array(z.object({ id: z.string() })).nullish(),
    favourites_count: Count,
    reblogs_count: Count,
    replies_count: Count,
    favourited: z.boolean().nullish(),
    reblog: z.unknown().optional(),
  })
  .transform(({ id, in_reply_to_id: parent, ...rest }) => ({
    ...rest,
    id: steady(id),
    in_reply_to_id: parent == null ? null : steady(parent),
    /** The number as it was given: it orders, and lists are walked by it. */
    order: id,
  }));
export type Status = z.infer<typeof Status>;

/**
 * What a post is called everywhere: its address, the same on whatever server it is seen. A server's own number of it is
 * that server's alone.
 */
export const identOf = ({ uri, url, id }: Pick<Status, 'uri' | 'url' | 'id'>): string =>
  [uri, url].find((address) => address != null && httpAddress(address) !== '') ?? id;

export const Thread = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) });

export const Notice = z
  .object({ id: z.string().min(1), type: z.string(), status: z.unknown().optional() })
  .transform((notice) => ({ ...notice, order: notice.id }));

export const Talk = z.object({ id: z.string().min(1), last_status: z.unknown().optional() });

/** A client of one server, with a token or without. */
export function serverApi(context: NetworkContext, server: string, token: () => string | null): Api {
  return new Api(context, {
    origin: context.baseUrl === undefined ? server : new URL(context.baseUrl).origin,
    authorization: () => {
      const access = token();
      return access === null ? null : `Bearer ${access}`;
    },
    network: new URL(server).hostname,
    explain,
  });
}

/** A client that speaks for an account. */
export const ownApi = (context: Own): Api =>
  serverApi(context, context.account.server, () => context.secrets.get('access') ?? null);

/** @throws ConnectorError `invalid`; `@me@social.example` is taken too */
export function typedServer(typed: string): string {
  const text = typed.trim();
  return serverOrigin(text.includes('://') ? text : text.slice(text.lastIndexOf('@') + 1), 'server');
}

const Said = z.object({ error: z.string(), error_description: z.string().optional() });

/** What the server says of a refusal, in one sentence; '' where it says nothing. */
export function saidOf(body: unknown): string {
  const said = Said.safeParse(body);
  return said.success ? (said.data.error_description ?? said.data.error).slice(0, 300) : '';
}

/** Better errors than a bare status: the servers say why. */
function explain(status: number, body: unknown, response: HttpResponse): ConnectorError | undefined {
  const host = new URL(response.url).hostname;
  const reason = saidOf(body);
  const params = { host, reason, status };
  if (status === 403 && /scope/i.test(reason)) {
    return new ConnectorError(
      'reauth',
      'scopes',
      `${host} says that Earshot was not allowed to do this when you signed in. Sign in again under Accounts.`,
      { params },
    );
  }
  if (status === 413) {
    return new ConnectorError(
      'refused',
      'too-large',
      `A file is larger than ${host} takes. Choose a smaller one.`,
      { params },
    );
  }
  if ((status === 400 || status === 403 || status === 422) && reason !== '') {
    return new ConnectorError('refused', 'said-no', `${host} refused this: ${reason}`, { params });
  }
  return undefined;
}

export const statusPath = (id: string): string => `/api/v1/statuses/${encodeURIComponent(id)}`;

const MISSING = new Set(['http-404', 'http-410', 'http-501']);

/** Null where the server does not have what is asked for, or has it no more. */
export async function orMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ConnectorError && MISSING.has(error.code)) return null;
    throw error;
  }
}

/** A network's numbers order by length, then by sign; so do the older hexadecimal ones. */
export const isNewer = (a: string, b: string): boolean =>
  a.length === b.length ? a > b : a.length > b.length;
