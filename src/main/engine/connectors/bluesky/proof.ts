import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { z } from 'zod';
import {
  ConnectorError,
  parseDate,
  type HttpPort,
  type NetworkContext,
} from '#engine/connectors/kit/index.ts';
import { NETWORK } from './lexicon.ts';

const Key = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** A new key that tokens can be bound to, as JSON to be kept beside them. */
export function newProofKey(): string {
  return JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  );
}

/** What a server wants to see in the next proof. */
interface Wish {
  nonce: string | null;
  /** How far its clock is ahead of this machine’s, in milliseconds. */
  aheadMs: number;
}

/** What servers said, for each way to them: it outlives the call that heard it. */
const wishes = new WeakMap<HttpPort, Map<string, Wish>>();

/** Proves that the key which tokens are bound to is here: a new proof for each request (DPoP, RFC 9449, ES256). */
export class Prover {
  readonly #context: Pick<NetworkContext, 'http' | 'now'>;
  readonly #key: string;

  /** @param key what `newProofKey` gave */
  constructor(context: Pick<NetworkContext, 'http' | 'now'>, key: string) {
    this.#context = context;
    this.#key = key;
  }

  /**
   * The value of the header `DPoP` for one request.
   * @param token the access token that goes with it; left out where there is none yet
   */
  header(method: string, address: string, token?: string): string {
    const { kty, crv, x, y, d } = Key.parse(JSON.parse(this.#key));
    const url = new URL(address);
    const { nonce, aheadMs } = this.#wishesOf(url.origin);
    const head = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: url.origin + url.pathname,
      // By the server's clock: one that is some minutes wrong here would make every proof too old or too new.
      iat: Math.floor((this.#context.now() + aheadMs) / 1000),
      ...(nonce !== null && { nonce }),
      ...(token !== undefined && { ath: createHash('sha256').update(token).digest('base64url') }),
    };
    const signed = [head, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const key = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' });
    const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }

  /** Takes over what an answer of a server says for the next proof. */
  note(origin: string, headers: Readonly<Record<string, string>>): void {
    const wish = this.#wishesOf(origin);
    const now = this.#context.now();
    wish.nonce = headers['dpop-nonce'] ?? wish.nonce;
    wish.aheadMs = (parseDate(headers['date'] ?? '') ?? now + wish.aheadMs) - now;
  }

  #wishesOf(origin: string): Wish {
    const { http } = this.#context;
    const here = wishes.get(http) ?? new Map<string, Wish>();
    wishes.set(http, here);
    const wish = here.get(origin) ?? { nonce: null, aheadMs: 0 };
    here.set(origin, wish);
    return wish;
  }
}

const REFUSED = 'proof-refused';
const REFUSALS = new Set(['use_dpop_nonce', 'invalid_dpop_proof']);

/** The error for a proof that a server did not take; undefined where its reason has another name. */
export function proofRefused(name: string): ConnectorError | undefined {
  if (!REFUSALS.has(name)) return undefined;
  return new ConnectorError(
    'transient',
    REFUSED,
    'Bluesky does not accept how Earshot proves itself. Check that the clock of this computer is right; Earshot tries again by itself.',
    { effect: 'no', params: { network: NETWORK } },
  );
}

/** Asks, and asks again where the server first has to say its nonce or its time: it has done nothing by then. */
export async function proven<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 3 || !(error instanceof ConnectorError) || error.code !== REFUSED) throw error;
    }
  }
}
