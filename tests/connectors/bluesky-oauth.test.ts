import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authorityOf } from '#engine/connectors/bluesky/authority.ts';
import { clientOf, renewGrant, type Grant } from '#engine/connectors/bluesky/grant.ts';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import { Prover, newProofKey } from '#engine/connectors/bluesky/proof.ts';
import type { AccountContext, HttpPort, HttpRequest } from '#engine/connectors/kit/index.ts';
import { networkContext } from '../helpers/network-context.ts';
import { failure, needed, slotOf } from './session.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const PDS = 'https://pds.example';
const ISSUER = 'https://entrance.example';
const ME = 'did:plc:me';

interface Said {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** Servers that answer by address, and what they were asked. */
function servers(answer: (request: HttpRequest) => Said): { http: HttpPort; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const http: HttpPort = {
    request: (request) => {
      asked.push(request);
      const { status = 200, headers = {}, body } = answer(request);
      const bytes = new TextEncoder().encode(JSON.stringify(body));
      return Promise.resolve({ status, headers, bytes, url: request.url, redirects: [] });
    },
  };
  return { http, asked };
}

interface Claims {
  jti: string;
  htm: string;
  htu: string;
  iat: number;
  nonce?: string;
  ath?: string;
}

/** Reads a proof as a server does. @throws Error where its signature is not that of its key */
function readProof(proof: string | undefined): { claims: Claims; jwk: JsonWebKey } {
  const [head = '', claims = '', signature = ''] = (proof ?? '').split('.');
  const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { jwk, alg, typ } = parse(head) as { jwk: JsonWebKey; alg: string; typ: string };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const isTrue = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isTrue || alg !== 'ES256' || typ !== 'dpop+jwt') throw new Error('this proves nothing');
  return { claims: parse(claims) as Claims, jwk };
}

const proofOf = (request: HttpRequest | undefined): Claims => readProof(request?.headers?.['dpop']).claims;

describe('a proof', () => {
  const { http } = servers(() => ({ body: {} }));

  it('is signed by its key, of which it shows the public part only, and names method, address and token', () => {
    const prover = new Prover({ http, now: () => NOW }, newProofKey());
    const { claims, jwk } = readProof(prover.header('GET', `${PDS}/xrpc/a.b?uris=x#y`, 'token'));
    expect(Object.keys(jwk).toSorted((a, b) => a.localeCompare(b))).toEqual(['crv', 'kty', 'x', 'y']);
    expect(claims).toMatchObject({
      htm: 'GET',
      htu: `${PDS}/xrpc/a.b`,
      iat: NOW / 1000,
      ath: createHash('sha256').update('token').digest('base64url'),
    });
    expect(claims.nonce).toBeUndefined();
    expect(readProof(prover.header('POST', PDS)).claims.jti).not.toBe(claims.jti);
    expect(readProof(prover.header('POST', PDS)).claims.ath).toBeUndefined();
  });

  it('carries what the very server last told: its nonce, and its time', () => {
    const prover = new Prover({ http, now: () => NOW }, newProofKey());
    prover.note(PDS, { 'dpop-nonce': 'n1', date: new Date(NOW + 600_000).toUTCString() });
    expect(readProof(prover.header('GET', PDS)).claims).toMatchObject({ nonce: 'n1', iat: NOW / 1000 + 600 });
    prover.note(PDS, {});
    expect(readProof(prover.header('GET', PDS)).claims).toMatchObject({ nonce: 'n1', iat: NOW / 1000 + 600 });
    expect(readProof(prover.header('GET', ISSUER)).claims).toMatchObject({ iat: NOW / 1000 });
    expect(readProof(prover.header('GET', ISSUER)).claims.nonce).toBeUndefined();
  });
});

describe('what a server says about signing in', () => {
  const good = {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/oauth/authorize`,
    token_endpoint: `${ISSUER}/oauth/token`,
    pushed_authorization_request_endpoint: `${ISSUER}/oauth/par`,
    revocation_endpoint: `${ISSUER}/oauth/revoke`,
  };
  const resource = { resource: PDS, authorization_servers: [ISSUER] };
  const read = (said: { resource?: unknown; metadata?: unknown; status?: number }) => {
    const { http, asked } = servers(({ url }) =>
      url.startsWith(PDS)
        ? { body: said.resource ?? resource, status: said.status ?? 200 }
        : { body: said.metadata ?? good },
    );
    return { asked, authority: authorityOf(networkContext({ http, now: () => NOW }), PDS) };
  };

  it('is taken where it fits together; each server is asked alone', async () => {
    const { authority, asked } = read({});
    expect(await authority).toEqual({
      issuer: ISSUER,
      page: good.authorization_endpoint,
      push: good.pushed_authorization_request_endpoint,
      token: good.token_endpoint,
      revoke: good.revocation_endpoint,
    });
    expect(asked.map(({ allowedHosts }) => allowedHosts)).toEqual([['pds.example'], ['entrance.example']]);
  });

  it('is not taken where it points elsewhere, or is not safe', async () => {
    const bad = [
      { metadata: { ...good, issuer: 'https://elsewhere.example' } },
      { metadata: { ...good, token_endpoint: 'https://elsewhere.example/oauth/token' } },
      { metadata: { ...good, revocation_endpoint: 'https://elsewhere.example/oauth/revoke' } },
      { metadata: { ...good, authorization_endpoint: 'http://entrance.example/oauth/authorize' } },
      { resource: { ...resource, resource: 'https://elsewhere.example' } },
      { resource: { ...resource, authorization_servers: ['http://entrance.example'] } },
      { resource: { ...resource, authorization_servers: [`${ISSUER}/path`] } },
      { resource: { ...resource, authorization_servers: ['javascript:alert(1)'] } },
    ];
    for (const said of bad) {
      const error = await failure(read(said).authority);
      expect(error, JSON.stringify(said)).toMatchObject({ kind: 'refused', code: 'unsafe-sign-in' });
    }
    for (const said of [{ metadata: {} }, { metadata: 'hello' }, { resource: { authorization_servers: [] } }])
      expect(await failure(read(said).authority)).toMatchObject({ kind: 'transient', code: 'malformed' });
  });

  it('names the other way where there is no such sign-in', async () => {
    expect(await failure(read({ status: 404 }).authority)).toMatchObject({
      kind: 'invalid',
      code: 'no-browser-sign-in',
      field: 'password',
    });
  });
});

describe('the name of a program on a person’s machine', () => {
  it('is the same whatever port the redirect has', () => {
    const name = clientOf('http://127.0.0.1:4711/callback');
    expect(clientOf('http://127.0.0.1:815/callback')).toBe(name);
    const { origin, searchParams } = new URL(name);
    expect(origin).toBe('http://localhost');
    expect(Object.fromEntries(searchParams)).toEqual({
      redirect_uri: 'http://127.0.0.1/callback',
      scope: 'atproto transition:generic',
    });
  });
});

describe('a sign-in through the browser, kept', () => {
  const grant: Grant = { client: 'http://localhost?x', token: `${ISSUER}/oauth/token`, revoke: null };
  const fresh = { access_token: 'a2', refresh_token: 'r2', token_type: 'DPoP', scope: 'atproto', sub: ME };
  const accountAt = (http: HttpPort): AccountContext => ({
    ...networkContext({ http, now: () => NOW }),
    account: { did: ME, pds: PDS, grant },
    ident: ME,
    secrets: slotOf({ access: 'a1', refresh: 'r1', key: newProofKey() }),
  });
  const profile = { did: ME, handle: 'me.example', displayName: 'Me' };
  const needsNonce = (request: HttpRequest, status: number): Said | null =>
    proofOf(request).nonce === 'n1'
      ? null
      : { status, headers: { 'dpop-nonce': 'n1' }, body: { error: 'use_dpop_nonce' } };

  it('gives both servers their nonces, and renews when the token ran out', async () => {
    const { http, asked } = servers((request) => {
      if (request.url.startsWith(ISSUER)) return needsNonce(request, 400) ?? { body: fresh };
      const wanted = needsNonce(request, 401);
      if (wanted !== null) return wanted;
      return request.headers?.['authorization'] === 'DPoP a2'
        ? { body: request.url.includes('getProfile') ? profile : { feed: [] } }
        : { status: 401, body: { error: 'invalid_token', message: 'expired' } };
    });
    const context = accountAt(http);
    await needed(bluesky.metrics, 'metrics')(context);
    expect(context.secrets.get('refresh')).toBe('r2');
    const tokens = asked.filter(({ url }) => url.startsWith(ISSUER));
    expect(tokens).toHaveLength(2);
    const form = Object.fromEntries(new URLSearchParams(String(tokens[1]?.body)));
    expect(form).toEqual({ grant_type: 'refresh_token', client_id: grant.client, refresh_token: 'r1' });
    // Nothing that carries a token or a proof may be sent on to somebody else.
    expect(asked.every(({ maxRedirects }) => maxRedirects === 0)).toBe(true);
    expect(new Set(asked.map((request) => proofOf(request).jti)).size).toBe(asked.length);
  });

  it('keeps what a renewal does not replace: when it gives no token, breaks off, or is for somebody else', async () => {
    const answers: Said[] = [
      { body: { ...fresh, access_token: '' } },
      { body: { ...fresh, token_type: 'Bearer' } },
      { status: 502, body: 'down' },
      { body: '<html>' },
    ];
    for (const said of answers) {
      const context = accountAt(servers(() => said).http);
      const error = await failure(needed(bluesky.account, 'account').check(context));
      expect(error.kind, JSON.stringify(said)).toBe('transient');
      expect([context.secrets.get('access'), context.secrets.get('refresh')]).toEqual(['a1', 'r1']);
    }
    const { refresh_token: _none, ...half } = fresh;
    const kept = accountAt(servers(({ url }) => ({ body: url.startsWith(ISSUER) ? half : profile })).http);
    await needed(bluesky.account, 'account').check(kept);
    expect([kept.secrets.get('access'), kept.secrets.get('refresh')]).toEqual(['a2', 'r1']);
    const other = accountAt(servers(() => ({ body: { ...fresh, sub: 'did:plc:other' } })).http);
    expect(await failure(renewGrant(other, grant))).toMatchObject({ kind: 'reauth', code: 'grant-over' });
  });

  it('is over when the server says so, in whatever words, and without its key', async () => {
    for (const error of ['invalid_grant', 'invalid_client', 'unauthorized_client']) {
      const context = accountAt(servers(() => ({ status: 400, body: { error } })).http);
      const failed = await failure(needed(bluesky.account, 'account').check(context));
      expect(failed).toMatchObject({ kind: 'reauth', code: 'grant-over', effect: 'no' });
    }
    const context = { ...accountAt(servers(() => ({ body: {} })).http), secrets: slotOf({ access: 'a1' }) };
    const failed = await failure(needed(bluesky.metrics, 'metrics')(context));
    expect(failed).toMatchObject({ kind: 'reauth', code: 'grant-over' });
  });

  it('is not asked for ever when a server takes no proof', async () => {
    const { http, asked } = servers(() => ({ status: 401, body: { error: 'use_dpop_nonce' } }));
    const failed = await failure(needed(bluesky.metrics, 'metrics')(accountAt(http)));
    expect(failed).toMatchObject({ kind: 'transient', code: 'proof-refused', effect: 'no' });
    expect(asked).toHaveLength(3);
  });
});
