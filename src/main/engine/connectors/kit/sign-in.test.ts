import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentThrough, quotaPeriod, renew, serverOrigin, spendFrom, type QuotaStore } from './index.ts';

const signal = new AbortController().signal;

describe('consent', () => {
  const browser = (answer: (page: URL) => Record<string, string>) => ({
    async ask(page: (redirectUri: string) => Promise<string>) {
      const redirectUri = 'http://127.0.0.1:4000/callback';
      return { redirectUri, parameters: answer(new URL(await page(redirectUri))) };
    },
  });
  const page = ({ state, challenge }: { state: string; challenge: string }): Promise<string> =>
    Promise.resolve(`https://net.example/authorize?state=${state}&challenge=${challenge}`);

  it('hands back the code with the verifier that belongs to the challenge', async () => {
    let challenge = '';
    const consent = await consentThrough(
      browser((url) => {
        challenge = url.searchParams.get('challenge') ?? '';
        return { code: 'c', state: url.searchParams.get('state') ?? '' };
      }),
      signal,
    )(page);
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(consent.verifier));
    expect(Buffer.from(digest).toString('base64url')).toBe(challenge);
    expect(consent.code).toBe('c');
  });

  it('uses nothing that belongs to another sign-in, and takes a no for a no', async () => {
    const foreign = consentThrough(
      browser(() => ({ code: 'c', state: 'other' })),
      signal,
    )(page);
    await expect(foreign).rejects.toMatchObject({ kind: 'refused', code: 'consent-state' });
    const refused = consentThrough(
      browser((url) => ({ error: 'access_denied', state: url.searchParams.get('state') ?? '' })),
      signal,
    )(page);
    await expect(refused).rejects.toMatchObject({ kind: 'refused', code: 'consent-refused' });
  });
});

it('many calls that find a token expired renew it once', async () => {
  const kept: Record<string, string>[] = [];
  const secrets = {
    get: () => undefined,
    put: (values: Readonly<Record<string, string>>) => {
      kept.push({ ...values });
      return Promise.resolve();
    },
  };
  let asked = 0;
  const ask = async (): Promise<{ access: string; refresh: string }> => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { access: 'new', refresh: '' };
  };
  await Promise.all(Array.from({ length: 10 }, () => renew(secrets, ask)));
  expect([asked, kept.length]).toEqual([1, 1]);
});

describe('the address of a server', () => {
  it.each([
    ['mastodon.social', 'https://mastodon.social'],
    [' https://social.example/@me?x=1 ', 'https://social.example'],
    ['http://127.0.0.1:8001/', 'http://127.0.0.1:8001'],
    ['http://localhost:80/x', 'http://localhost'],
  ])('%j is %s', (typed, origin) => {
    expect(serverOrigin(typed, 'server')).toBe(origin);
  });

  it.each(['', 'http://social.example', 'ftp://social.example', 'javascript:alert(1)', 'intranet', 'a b'])(
    '%j is none',
    (typed) => {
      expect(() => serverOrigin(typed, 'server')).toThrow(/address of a server/);
    },
  );
});

describe('a quota', () => {
  const day = {
    bucket: 'search',
    unit: 'calls',
    amount: 100,
    per: 'day',
    zone: 'America/Los_Angeles',
  } as const;
  const memory = (cap: number | null = null): QuotaStore & { spent: Map<string, number> } => {
    const spent = new Map<string, number>();
    return {
      spent,
      used: (bucket, period) => spent.get(`${bucket} ${period}`) ?? 0,
      add: (bucket, period, amount) =>
        void spent.set(`${bucket} ${period}`, (spent.get(`${bucket} ${period}`) ?? 0) + amount),
      cap: () => cap,
    };
  };

  it('begins anew at midnight of its own zone', () => {
    const before = Date.UTC(2026, 10, 24, 7, 59);
    expect(quotaPeriod(day, before)).toEqual({ period: '2026-11-23', end: Date.UTC(2026, 10, 24, 8) });
    expect(quotaPeriod(day, before + 60_000).period).toBe('2026-11-24');
    expect(quotaPeriod({ per: 'month', zone: 'UTC' }, before).period).toBe('2026-11');
  });

  it('every moment lies in its period, also where clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom('day' as const, 'month' as const),
        fc.constantFrom('America/Los_Angeles', 'Europe/Bucharest', 'Pacific/Apia', 'UTC'),
        (now, per, zone) => {
          const { period, end } = quotaPeriod({ per, zone }, now);
          expect(end).toBeGreaterThan(now);
          expect(quotaPeriod({ per, zone }, end - 1).period).toBe(period);
          expect(quotaPeriod({ per, zone }, end).period).not.toBe(period);
        },
      ),
    );
  });

  it('never lets more through than is allowed, and counts nothing that does not fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 })),
        fc.option(fc.integer({ min: 1, max: 120 })),
        (amounts, cap) => {
          const store = memory(cap);
          const now = Date.UTC(2026, 10, 24, 12);
          const most = Math.min(100, cap ?? 100);
          let allowed = 0;
          for (const amount of amounts) {
            try {
              spendFrom([day], store, { bucket: 'search', amount, now });
              allowed += amount;
            } catch (error) {
              expect(error).toMatchObject({ kind: 'rate-limited', until: Date.UTC(2026, 10, 25, 8) });
              expect(allowed + amount).toBeGreaterThan(most);
            }
          }
          expect(allowed).toBeLessThanOrEqual(most);
          expect([...store.spent.values()].reduce((sum, n) => sum + n, 0)).toBe(allowed);
        },
      ),
    );
  });
});
