import { afterEach, describe, expect, it } from 'vitest';
import { findSite, siteAddress } from '#engine/connectors/wordpress/site.ts';
import { failure } from './session.ts';
import { startFakeWordPress, type FakeOptions, type FakeWordPress } from './wordpress/fake.ts';
import { can, network, own, signIn } from './wordpress/session.ts';

let fake: FakeWordPress | null = null;
afterEach(async () => {
  await fake?.close();
  fake = null;
});

async function start(options: FakeOptions = {}): Promise<FakeWordPress> {
  fake = await startFakeWordPress(options);
  return fake;
}

const page = (status: number, body = '<html>Hello</html>') => ({ status, body });

describe('the address of a site', () => {
  it.each([
    ['seaview.example', 'https://seaview.example'],
    [' https://seaview.example/ ', 'https://seaview.example'],
    ['https://seaview.example/blog/wp-admin/profile.php', 'https://seaview.example/blog'],
    ['seaview.example/wp-login.php', 'https://seaview.example'],
    ['http://127.0.0.1:8080/index.php', 'http://127.0.0.1:8080'],
  ])('%s is %s', (typed, home) => {
    expect(siteAddress(typed, 'site')).toBe(home);
  });

  it('has to be one, by https', () => {
    for (const typed of ['', 'sea view', 'http://seaview.example', 'ftp://seaview.example'])
      expect(() => siteAddress(typed, 'site')).toThrow(/not the address of a server/);
  });
});

describe('a site is found', () => {
  it.each(['header', 'page', null] as const)('as it announces itself: %s', async (announces) => {
    const { url } = await start({ announces });
    expect(await findSite(network(), url, 'site')).toEqual({
      home: url,
      root: `${url}/wp-json`,
      name: 'Sea View & friends',
      takesApplicationPasswords: true,
    });
  });

  it('without paths of its own', async () => {
    const isOld = ({ path }: { path: string }) => path === '/';
    let first = true;
    const { url } = await start({
      announces: null,
      instead: (call) => {
        const odd = isOld(call) && first ? page(404) : undefined;
        first = false;
        return odd;
      },
    });
    const { root } = await findSite(network(), url, 'site');
    expect(root).toBe(`${url}/?rest_route=`);
    const account = { home: url, root, user: 2 };
    expect((await can('metrics')(own(url, { account }))).posts).toBe(0);
  });

  it('below a page in a folder of its own', async () => {
    const { url } = await start();
    expect(await findSite(network(), `${url}/en`, 'site')).toMatchObject({ root: `${url}/wp-json` });
  });

  it('or not, and then it is said what is there instead', async () => {
    const { url } = await start({ announces: null, instead: () => page(404) });
    expect(await failure(findSite(network(), url, 'site'))).toMatchObject({
      kind: 'invalid',
      code: 'no-wordpress',
      field: 'site',
    });
  });

  it('closed by a plugin, and then it is said what to do', async () => {
    const { url } = await start({ instead: () => page(401) });
    expect(await failure(findSite(network(), url, 'site'))).toMatchObject({ code: 'rest-blocked' });
    expect(await failure(can('profile')({ ...network(), through: null }, url))).toMatchObject({
      kind: 'invalid',
      code: 'rest-blocked',
      field: 'handle',
    });
  });

  it('in trouble, which passes', async () => {
    const { url } = await start({ instead: () => page(503) });
    expect(await failure(findSite(network(), url, 'site'))).toMatchObject({
      kind: 'transient',
      code: 'http-503',
    });
  });
});

describe('signing in', () => {
  it('says who it is: the site, by its name', async () => {
    const { url } = await start();
    const short = new URL(url).host;
    expect(await signIn(url)).toMatchObject({
      ident: `user-2@${short}`,
      handle: short,
      name: 'Sea View & friends',
      url: `${url}/`,
      settings: { home: url, root: `${url}/wp-json`, user: 2 },
      secrets: { user: 'maria', password: 'abcdEFGH1234ijklMNOP5678' },
    });
  });

  it.each([
    [true, { user: 'nobody' }, 'unknown-user', 'user'],
    [true, { password: 'what I type in the browser' }, 'wrong-password', 'password'],
    [false, { user: 'nobody' }, 'not-let-in', 'password'],
    [false, { password: 'what I type in the browser' }, 'not-let-in', 'password'],
    [false, { user: 'guest', password: 'zzzzEFGH1234ijklMNOP5678' }, 'role-too-small', 'user'],
  ])('where the site tells why (%s) with %o ends in %s', async (tellsWhy, typed, code, field) => {
    const { url, site } = await start();
    site.tellsWhy = tellsWhy;
    expect(await failure(signIn(url, typed))).toMatchObject({ kind: 'invalid', code, field });
  });

  it('tells a plugin that forbids it', async () => {
    const says =
      (code: string) =>
      ({ path }: { path: string }) =>
        path === '/wp/v2/users/me' ? { status: 401, body: JSON.stringify({ code, message: '' }) } : undefined;
    const forbidden = await start({ instead: says('application_passwords_disabled_for_user') });
    expect(await failure(signIn(forbidden.url))).toMatchObject({ code: 'no-app-passwords-user' });
  });

  it('is not tried where the site offers no application passwords', async () => {
    const bare = JSON.stringify({ name: 'Old', namespaces: ['wp/v2'], authentication: [] });
    const { url, requests } = await start({
      instead: ({ path }) => (path === '/' ? { status: 200, body: bare } : undefined),
    });
    expect(await failure(signIn(url))).toMatchObject({ code: 'no-app-passwords', field: 'password' });
    expect(requests).toEqual(['GET /']);
  });

  it('never goes to another host that a page names', async () => {
    const { url } = await start();
    const http = network().http;
    const asked: string[] = [];
    const elsewhere = {
      request: async (request: Parameters<typeof http.request>[0]) => {
        asked.push(new URL(request.url).hostname);
        const answer = await http.request(request);
        return request.url === `${url}/`
          ? { ...answer, headers: { link: '<https://evil.example/wp-json/>; rel="https://api.w.org/"' } }
          : answer;
      },
    };
    const found = await findSite({ ...network(), http: elsewhere }, url, 'site');
    expect(found.root).toBe(`${url}/wp-json`);
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
  });
});
