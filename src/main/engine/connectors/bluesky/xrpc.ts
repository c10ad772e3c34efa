import { z } from 'zod';
import {
  Api,
  ConnectorError,
  cleanLine,
  renew,
  type AccountContext,
  type ApiRequest,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';

/** What `signIn` keeps of an account. */
export const BlueskyAccount = z.object({
  /** Origin of the personal data server. */
  pds: z.string(),
  handle: z.string(),
});
export type BlueskyAccount = z.infer<typeof BlueskyAccount>;
export type Account = AccountContext<BlueskyAccount>;

const NETWORK = 'Bluesky';
const Failure = z.object({ error: z.string().optional(), message: z.string().optional() });
const EXPIRED = new Set(['ExpiredToken', 'InvalidToken']);

/** Fits everything; for answers nobody reads. */
export const Anything = z.unknown();

/** A server of the network, asked without a sign-in. */
export function openApi(context: NetworkContext, origin: string): Api {
  return new Api(context, { origin, network: NETWORK, explain: explainFor });
}

/** The calls of one account. Access tokens last two hours; an expired one is renewed once and the call made again. */
export class Xrpc {
  readonly #context: Account;
  readonly #api: Api;
  readonly #renewing: Api;

  constructor(context: Account) {
    this.#context = context;
    const origin = context.account.pds;
    const bearer = (name: string): string => `Bearer ${context.secrets.get(name) ?? ''}`;
    this.#api = new Api(context, {
      origin,
      network: NETWORK,
      authorization: () => bearer('access'),
      explain: explainFor,
    });
    this.#renewing = new Api(context, {
      origin,
      network: NETWORK,
      authorization: () => bearer('refresh'),
      explain: (status, body) => (status === 400 || status === 401 ? signedOut(body) : undefined),
    });
  }

  /** A query (GET). */
  async get<Schema extends z.ZodType>(
    schema: Schema,
    nsid: string,
    query: NonNullable<ApiRequest['query']>,
    what: string,
  ): Promise<z.output<Schema>> {
    return this.#call(schema, { path: `/xrpc/${nsid}`, query, what });
  }

  /** A procedure (POST). */
  async post<Schema extends z.ZodType>(
    schema: Schema,
    nsid: string,
    json: unknown,
    what: string,
  ): Promise<z.output<Schema>> {
    return this.#call(schema, { method: 'POST', path: `/xrpc/${nsid}`, json, what });
  }

  async upload<Schema extends z.ZodType>(
    schema: Schema,
    image: { bytes: Uint8Array; type: string },
  ): Promise<z.output<Schema>> {
    return this.#call(schema, {
      method: 'POST',
      path: '/xrpc/com.atproto.repo.uploadBlob',
      bytes: { data: image.bytes, type: image.type },
      what: 'your image',
      timeoutMs: 120_000,
    });
  }

  async #call<Schema extends z.ZodType>(schema: Schema, request: ApiRequest): Promise<z.output<Schema>> {
    const used = this.#context.secrets.get('access');
    try {
      return (await this.#api.call(schema, request)).value;
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.kind !== 'reauth') throw error;
      // Somebody else may have renewed it meanwhile.
      if (this.#context.secrets.get('access') === used) await this.#renew();
      return (await this.#api.call(schema, request)).value;
    }
  }

  #renew(): Promise<void> {
    return renew(this.#context.secrets, async () => {
      const { value } = await this.#renewing.call(Session, {
        method: 'POST',
        path: '/xrpc/com.atproto.server.refreshSession',
        what: 'the sign-in',
      });
      return { access: value.accessJwt, refresh: value.refreshJwt };
    });
  }
}

export const Session = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  active: z.boolean().optional(),
  didDoc: z.unknown().optional(),
});

function explainFor(status: number, body: unknown): ConnectorError | undefined {
  const { error = '', message = '' } = Failure.safeParse(body).data ?? {};
  if (status === 401 || (status === 400 && EXPIRED.has(error))) return signedOut(body);
  if (status !== 400) return undefined;
  const reason = cleanLine(message || error, 300);
  if (error === 'AccountTakedown' || error === 'AccountDeactivated' || error === 'RepoDeactivated') {
    return new ConnectorError(
      'reauth',
      'account-off',
      'Bluesky says that this account is switched off. Open it in the Bluesky app, then sign in again here.',
      { params: { reason } },
    );
  }
  if (error === 'NotFound' || error === 'RecordNotFound') {
    return new ConnectorError('gone', 'not-there', 'This is no longer on Bluesky; it was probably deleted.', {
      params: { reason },
    });
  }
  return new ConnectorError('invalid', 'not-taken', `Bluesky did not take this: ${reason}.`, {
    params: { reason },
  });
}

function signedOut(body: unknown): ConnectorError {
  const reason = cleanLine(Failure.safeParse(body).data?.error ?? '', 100);
  return new ConnectorError(
    'reauth',
    'signed-out',
    'Bluesky no longer accepts this sign-in: the app password was revoked, or it was not used for long. Sign in again under Accounts.',
    { params: { reason } },
  );
}
