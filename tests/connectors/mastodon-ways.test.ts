import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentThrough, type Cursor, type SignInContext } from '#engine/connectors/kit/index.ts';
import type { Own } from '#engine/connectors/mastodon/protocol.ts';
import { startFakeMastodon, type FakeMastodon } from './mastodon/fake.ts';
import { all, can, own, said, under } from './mastodon/served.ts';
import { failure, needed } from './session.ts';

const REDIRECT = 'http://127.0.0.1:9/back';

describe('signing in', () => {
  /** Says yes on the page, and remembers its address. */
  const yes = () => {
    const pages: URL[] = [];
    const browser = {
      ask: async (page: (redirect: string) => Promise<string>) => {
        const asked = new URL(await page(REDIRECT));
        pages.push(asked);
        const state = asked.searchParams.get('state') ?? '';
        return { redirectUri: REDIRECT, parameters: { code: 'code', state } };
      },
    };
    return { pages, consent: consentThrough(browser, new AbortController().signal) };
  };
  const signIn = (server: string, consent: SignInContext['consent']) =>
    can('account').signIn({ ...own(server), typed: { server }, consent });
  const refused = said('POST', '/api/v1/apps', { error: 'Validation failed' }, { status: 422 });
  const app = said('POST', '/api/v1/apps', { client_id: 'app', client_secret: 'secret' });

  it('asks for as little as does the work, and for more where the server knows no finer rights', async () => {
    const profile = { id: '1', username: 'me', acct: 'me', url: 'https://a.example/@me' };
    const rest = [
      said('POST', '/oauth/token', { access_token: 'token' }),
      said('GET', '/api/v1/accounts/verify_credentials', profile),
    ];
    const scopesAt = (exchanges: Parameters<typeof under>[0]) =>
      under([...exchanges, ...rest], async ({ url }) => {
        const { pages, consent } = yes();
        expect(await signIn(url, consent)).toMatchObject({ secrets: { access: 'token', clientId: 'app' } });
        return pages[0]?.searchParams.get('scope');
      });
    expect(await scopesAt([app])).toMatch(/^read:accounts .*write:statuses$/);
    expect(await scopesAt([refused, app])).toBe('read write');
  });

  it('says so where a server lets no program in', async () => {
    await under([refused], async ({ url }) => {
      expect(await failure(signIn(url, yes().consent))).toMatchObject({ kind: 'refused', code: 'no-apps' });
    });
  });
});

describe('on a strict server', () => {
  let fake: FakeMastodon;
  let context: Own;
  beforeEach(async () => {
    fake = await startFakeMastodon(['seaview', 'anna']);
    fake.store.tokens.set('token', 'seaview');
    const domain = new URL(fake.url).host;
    const url = `${fake.url}/@seaview`;
    const account = { server: fake.url, domain, id: '1000', username: 'seaview', url };
    context = own(fake.url, { account, now: Date.now });
  });
  afterEach(() => fake.close());

  it('words are searched page by page, and the next time only what is new is read', async () => {
    for (let day = 1; day <= 45; day += 1) fake.store.write('anna', { text: `Breakfast, day ${day}` });
    const settings = { server: '', tags: '', words: 'Breakfast' };
    const search = (cursor: Cursor) =>
      all(can('collect')({ ...context, settings, through: context }, cursor));
    const first = await search(null);
    expect(first.flatMap(({ items }) => items)).toHaveLength(45);
    fake.store.write('anna', { text: 'Breakfast again' });
    const again = await search(first.at(-1)?.cursor ?? null);
    expect(again.flatMap(({ items }) => items)).toMatchObject([{ text: 'Breakfast again' }]);
  });

  it('the same key is the same post: sending again what came to nothing known publishes once', async () => {
    const post = {
      text: 'First',
      title: '',
      images: [],
      thread: [],
      language: null,
      holdUntil: null,
      key: 'k',
    };
    const { send } = can('publish');
    expect((await send(context, post)).ident).toBe((await send(context, post)).ident);
    const to = fake.addressOf(fake.store.write('anna', { text: '@seaview hello' }));
    const answer = { to, thread: to, text: 'Hello', private: false, toHandle: null, key: 'r' };
    const reply = can('reply').send;
    expect((await reply(context, answer)).ident).toBe((await reply(context, answer)).ident);
    expect(fake.store.list(({ author }) => author === 'seaview')).toHaveLength(2);
  });

  it('an answer to a direct message stays between the two', async () => {
    const asked = fake.store.write('anna', { text: '@seaview a word?', visibility: 'direct' });
    const [batch] = await all(can('inbox')(context, null));
    const entry = batch?.threads[0]?.entries[0];
    expect(entry).toMatchObject({ ident: fake.addressOf(asked), kind: 'message', private: true });
    const to = entry?.ident ?? '';
    await can('reply').send(context, {
      to,
      thread: to,
      text: 'Yes',
      private: true,
      toHandle: null,
      key: 'r',
    });
    expect(fake.store.list(({ author }) => author === 'seaview')).toMatchObject([
      { visibility: 'direct', parent: asked.id, text: '@anna Yes' },
    ]);
  });

  it('the sign-in is given back when the account is removed', async () => {
    fake.store.apps.set('app', { secret: 'secret', redirect: REDIRECT });
    await context.secrets.put({ clientId: 'app', clientSecret: 'secret' });
    await needed(can('account').signOut, 'signOut')(context);
    expect(fake.store.tokens.size).toBe(0);
  });
});

it('an image goes the older way to a server that does not know the newer one', async () => {
  const post = said('POST', '/api/v1/statuses', {
    id: '1',
    uri: 'https://a.example/1',
    created_at: '2026-08-01T10:00:00.000Z',
    account: { id: '1', username: 'me', acct: 'me' },
    content: '<p>x</p>',
  });
  await under([said('POST', '/api/v1/media', { id: '9' }), post], async ({ url, requests }) => {
    const image = { bytes: new Uint8Array([1]), type: 'image/png', width: 1, height: 1, alt: 'A table' };
    const what = {
      text: 'x',
      title: '',
      images: [image],
      thread: [],
      language: null,
      holdUntil: null,
      key: 'k',
    };
    expect(await can('publish').send(own(url), what)).toMatchObject({ ident: 'https://a.example/1' });
    expect(requests).toEqual(['POST /api/v2/media', 'POST /api/v1/media', 'POST /api/v1/statuses']);
  });
});
