import { z } from 'zod';
import {
  Api,
  cleanLine,
  ConnectorError,
  renew,
  type AccountContext,
  type ApiAnswer,
  type ApiRequest,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';
import { NETWORK, SessionAnswer } from './lexicon.ts';

/** What is kept of an account, besides its tokens. */
export const BlueskyAccount = z.object({
  did: z.string().min(1),
  /** Origin of the server that holds the account. */
  pds: z.string().min(1),
});
export type BlueskyAccount = z.infer<typeof BlueskyAccount>;

export type BlueskyContext = AccountContext<BlueskyAccount>;

/** A request by the name of its method, such as `app.bsky.feed.searchPosts`. */
export type Xrpc = Omit<ApiRequest, 'path'> & { name: string };

const Trouble = z.object({ error: z.string().catch(''), message: z.string().catch('') });
/** What servers call a token that is over; some say so with 400, some with 401. */
const TOKEN_OVER = new Set(['ExpiredToken', 'InvalidToken', 'AuthenticationRequired', 'AuthMissing']);
const CLOSED = new Set([
  'AccountTakedown',
  'AccountSuspended',
  'AccountDeactivated',
  'RepoTakendown',
  'RepoDeactivated',
]);
const EXPIRED = 'expired-token';

export const pathOf = (name: string): string => `/xrpc/${name}`;

/** The name and words of a refusal, made safe to show. */
export function troubleOf(body: unknown): { name: string; reason: string } {
  const { error, message } = Trouble.catch({ error: '', message: '' }).parse(body);
  return { name: error, reason: cleanLine(message, 200) };
}

/** A server asked without signing in. `explain` says what its refusals mean. */
export function openApi(
  context: NetworkContext,
  origin: string,
  explain?: (status: number, trouble: { name: string; reason: string }) => ConnectorError | undefined,
): Api {
  return new Api(context, {
    origin,
    network: NETWORK,
    ...(explain && { explain: (status, body) => explain(status, troubleOf(body)) }),
  });
}

/** An account's calls to its own server. An access token that ran out is renewed once, in the middle of whatever was going on. */
export class Session {
  readonly context: BlueskyContext;
  readonly #api: Api;

  constructor(context: BlueskyContext) {
    this.context = context;
    this.#api = new Api(context, {
      origin: context.account.pds,
      network: NETWORK,
      authorization: () => `Bearer ${context.secrets.get('access') ?? ''}`,
      explain: (status, body) => explain(status, troubleOf(body)),
    });
  }

  get did(): string {
    return this.context.account.did;
  }

  /** @throws ConnectorError `reauth` when the sign-in is over for good */
  async call<Schema extends z.ZodType>(
    schema: Schema,
    { name, ...request }: Xrpc,
  ): Promise<ApiAnswer<z.output<Schema>>> {
    const path = pathOf(name);
    const used = this.context.secrets.get('access');
    try {
      return await this.#api.call(schema, { ...request, path });
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.code !== EXPIRED) throw error;
    }
    // Somebody else may have renewed it while this call was under way.
    if (this.context.secrets.get('access') === used) await this.renew();
    try {
      return await this.#api.call(schema, { ...request, path });
    } catch (error) {
      if (error instanceof ConnectorError && error.code === EXPIRED) throw signInOver();
      throw error;
    }
  }

  /** Asks for new tokens and keeps them. @throws ConnectorError `reauth` when the app password was revoked */
  async renew(): Promise<void> {
    const { context } = this;
    await renew(context.secrets, async () => {
      const refresh = context.secrets.get('refresh') ?? '';
      if (refresh === '') throw signInOver();
      const api = openApi(context, context.account.pds, (status, trouble) =>
        (status === 400 || status === 401) && !CLOSED.has(trouble.name)
          ? signInOver()
          : explain(status, trouble),
      );
      const { value } = await api.call(SessionAnswer, {
        method: 'POST',
        path: pathOf('com.atproto.server.refreshSession'),
        headers: { authorization: `Bearer ${refresh}` },
        what: 'your sign-in',
      });
      return { access: value.accessJwt, refresh: value.refreshJwt };
    });
  }
}

function explain(
  status: number,
  { name, reason }: { name: string; reason: string },
): ConnectorError | undefined {
  if (CLOSED.has(name)) {
    return new ConnectorError(
      'refused',
      'account-closed',
      'Bluesky says that this account is closed or suspended. Open the Bluesky app to see why.',
      { params: { network: NETWORK } },
    );
  }
  if ((status === 400 || status === 401) && TOKEN_OVER.has(name)) {
    return new ConnectorError('reauth', EXPIRED, 'The access token ran out.');
  }
  if (status === 400) return rejected(name, reason);
  return undefined;
}

/** The server looked at what was sent and said no. */
const rejected = (name: string, reason: string): ConnectorError =>
  new ConnectorError(
    'refused',
    'rejected',
    `Bluesky did not take this${reason === '' ? '' : ` (“${reason}”)`}. Change it and send it again.`,
    { params: { network: NETWORK, reason }, details: { name } },
  );

/** Whether an error is the server's plain no to what was sent, by the name it gave its reason. */
export const isRejected = (error: unknown, name: string): boolean =>
  error instanceof ConnectorError && error.code === 'rejected' && error.details['name'] === name;

const signInOver = (): ConnectorError =>
  new ConnectorError(
    'reauth',
    'sign-in-over',
    'Bluesky no longer accepts the app password. Make a new one in its settings and sign in again under Accounts; nothing is lost meanwhile.',
    { params: { network: NETWORK } },
  );
