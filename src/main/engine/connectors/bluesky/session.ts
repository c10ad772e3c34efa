import { z } from 'zod';
import {
  Api,
  ConnectorError,
  renew,
  type AccountContext,
  type ApiAnswer,
  type ApiRequest,
} from '#engine/connectors/kit/index.ts';
import { Grant, grantOver, renewGrant } from './grant.ts';
import { NETWORK, SessionAnswer } from './lexicon.ts';
import { Prover, proofRefused, proven } from './proof.ts';
import { openApi, pathOf, troubleOf, type Trouble, type Xrpc } from './xrpc.ts';

/** What is kept of an account, besides its tokens. */
export const BlueskyAccount = z.object({
  did: z.string().min(1),
  /** Origin of the server that holds the account. */
  pds: z.string().min(1),
  /** How it signed in through the browser; null where it signed in with an app password. */
  grant: Grant.nullable().default(null),
});
export type BlueskyAccount = z.infer<typeof BlueskyAccount>;

export type BlueskyContext = AccountContext<BlueskyAccount>;

/** What servers call a token that is over; some say so with 400, some with 401. */
const TOKEN_OVER = new Set([
  'ExpiredToken',
  'InvalidToken',
  'invalid_token',
  'AuthenticationRequired',
  'AuthMissing',
]);
const CLOSED = new Set([
  'AccountTakedown',
  'AccountSuspended',
  'AccountDeactivated',
  'RepoTakendown',
  'RepoDeactivated',
]);
const EXPIRED = 'expired-token';

/** An account's calls to its own server. An access token that ran out is renewed once, in the middle of whatever was going on. */
export class Session {
  readonly context: BlueskyContext;
  readonly #api: Api;
  /** Null where a token alone is enough. */
  readonly #prover: Prover | null;

  constructor(context: BlueskyContext) {
    const { pds, grant } = context.account;
    const kind = grant === null ? 'Bearer' : 'DPoP';
    this.context = context;
    this.#prover = grant === null ? null : new Prover(context, context.secrets.get('key') ?? '');
    this.#api = new Api(context, {
      origin: pds,
      network: NETWORK,
      authorization: () => `${kind} ${context.secrets.get('access') ?? ''}`,
      explain: (status, body, response) => {
        this.#prover?.note(pds, response.headers);
        return explain(status, troubleOf(body));
      },
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
      return await this.#ask(schema, { ...request, path });
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.code !== EXPIRED) throw error;
    }
    // Somebody else may have renewed it while this call was under way.
    if (this.context.secrets.get('access') === used) await this.renew();
    try {
      return await this.#ask(schema, { ...request, path });
    } catch (error) {
      if (error instanceof ConnectorError && error.code === EXPIRED) throw this.#over();
      throw error;
    }
  }

  /** Each request has a proof of its own, also when it is the same as before. */
  #ask<Schema extends z.ZodType>(schema: Schema, request: ApiRequest): Promise<ApiAnswer<z.output<Schema>>> {
    const prover = this.#prover;
    if (prover === null) return this.#api.call(schema, request);
    const { account, secrets } = this.context;
    if (secrets.get('key') === undefined) return Promise.reject(grantOver());
    return proven(async () => {
      const dpop = prover.header(
        request.method ?? 'GET',
        account.pds + request.path,
        secrets.get('access') ?? '',
      );
      const answer = await this.#api.call(schema, { ...request, headers: { ...request.headers, dpop } });
      prover.note(account.pds, answer.headers);
      return answer;
    });
  }

  #over(): ConnectorError {
    return this.context.account.grant === null ? passwordOver() : grantOver();
  }

  /** Asks for new tokens and keeps them. @throws ConnectorError `reauth` when the sign-in was taken back or ended */
  renew(): Promise<void> {
    const { context } = this;
    const { grant } = context.account;
    return renew(context.secrets, () =>
      grant === null ? renewPassword(context) : renewGrant(context, grant),
    );
  }
}

async function renewPassword(context: BlueskyContext): Promise<{ access: string; refresh: string }> {
  const refresh = context.secrets.get('refresh') ?? '';
  if (refresh === '') throw passwordOver();
  const api = openApi(context, context.account.pds, (status, trouble) =>
    (status === 400 || status === 401) && !CLOSED.has(trouble.name)
      ? passwordOver()
      : explain(status, trouble),
  );
  const { value } = await api.call(SessionAnswer, {
    method: 'POST',
    path: pathOf('com.atproto.server.refreshSession'),
    headers: { authorization: `Bearer ${refresh}` },
    what: 'your sign-in',
  });
  return { access: value.accessJwt, refresh: value.refreshJwt };
}

function explain(status: number, { name, reason }: Trouble): ConnectorError | undefined {
  const refused = proofRefused(name);
  if (refused !== undefined) return refused;
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

const passwordOver = (): ConnectorError =>
  new ConnectorError(
    'reauth',
    'sign-in-over',
    'Bluesky no longer accepts the app password. Make a new one in its settings and sign in again under Accounts; nothing is lost meanwhile.',
    { params: { network: NETWORK } },
  );
