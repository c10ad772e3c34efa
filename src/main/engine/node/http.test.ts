import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectorError, type HttpRequest } from '#engine/connectors/kit/index.ts';
import { redirect, reply, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';
import { guardedLookup, reachOfAddress, reachOfHost } from './addresses.ts';
import { createHttp, type ClosableHttp } from './http.ts';

let server: FeedServer;
let http: ClosableHttp;

beforeAll(async () => {
  server = await startFeedServer();
  http = createHttp({ version: '1.2.3' });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

const get = (path: string, options: Partial<HttpRequest> = {}, port: ClosableHttp = http) =>
  port.request({ url: server.url + path, allowLocalNetwork: true, ...options });

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof ConnectorError ? error.code : String(error);
  }
  return 'no error';
}

describe('addresses', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['64:ff9b::808:808', 'public'],
    ['64:ff9b::7f00:1', 'local'],
    ['127.0.0.1', 'local'],
    ['0.0.0.0', 'local'],
    ['10.1.2.3', 'local'],
    ['172.16.0.1', 'local'],
    ['192.168.1.1', 'local'],
    ['169.254.169.254', 'local'],
    ['100.64.0.1', 'local'],
    ['224.0.0.1', 'local'],
    ['255.255.255.255', 'local'],
    ['::1', 'local'],
    ['::', 'local'],
    ['fe80::1', 'local'],
    ['fd00::1', 'local'],
    ['ff02::1', 'local'],
    ['::ffff:10.0.0.1', 'local'],
    ['::ffff:8.8.8.8', 'public'],
    ['not an address', 'local'],
  ])('%s is %s', (address, reach) => {
    expect(reachOfAddress(address)).toBe(reach);
  });

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::ffff:7f00:1]/',
    'http://localhost/',
    'http://a.localhost./',
  ])('sees through %s', (address) => {
    expect(reachOfHost(new URL(address).hostname)).toBe('local');
  });

  it('lets a socket reach only public addresses of a name that has both', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '93.184.215.14', family: 4 },
      ]);
    const found = await new Promise((done) => {
      guardedLookup('public', resolve)('mixed.example', { all: true }, (_error, addresses) =>
        done(addresses),
      );
    });
    expect(found).toEqual([{ address: '93.184.215.14', family: 4 }]);
  });
});

describe('private addresses', () => {
  it('refuses this machine unless allowed', async () => {
    expect(await codeOf(get('/plain.xml', { allowLocalNetwork: false }))).toBe('private-address');
    expect((await get('/plain.xml')).status).toBe(200);
  });

  it.each(['http://2130706433', 'http://0x7f000001', 'http://[::1]', 'http://169.254.169.254'])(
    'refuses %s',
    async (url) => {
      expect(await codeOf(http.request({ url }))).toBe('private-address');
    },
  );

  it('refuses a public name that turns out private when the connection is made', async () => {
    const rebinding = createHttp({
      version: '1',
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    });
    const url = server.url.replace('127.0.0.1', 'rebind.example');
    const before = server.requests.length;
    expect(await codeOf(rebinding.request({ url }))).toBe('private-address');
    expect(server.requests.length).toBe(before);
    await rebinding.close();
  });

  it('lets a private origin redirect within the private network only when allowed', async () => {
    expect((await get('/to-self-by-number')).redirects).toHaveLength(1);
  });

  it('never follows a redirect to a file', async () => {
    expect(await codeOf(get('/to-file'))).toBe('malformed');
  });

  it.each(['/to-inner-name', '/to-inner-literal', '/to-inner-number'])(
    'refuses a redirect from a public to a private host even with the local network allowed: %s',
    async (path) => {
      server.route('/to-inner-name', redirect(302, 'http://inner.example/'));
      server.route('/to-inner-literal', redirect(301, 'http://[::1]:1/'));
      server.route('/to-inner-number', redirect(307, 'http://0x0a000001/'));
      const fooled = createHttp({
        version: '1',
        // The test's own server passes for a public one.
        reachOf: (address) => (address === '127.0.0.1' ? 'public' : reachOfAddress(address)),
        resolve: () => Promise.resolve([{ address: '10.0.0.1', family: 4 }]),
      });
      expect(await codeOf(get(path, { allowLocalNetwork: true }, fooled))).toBe('redirect-to-private');
      expect(await codeOf(get(path, { allowLocalNetwork: false }, fooled))).toBe('redirect-to-private');
      await fooled.close();
    },
  );
});

describe('limits', () => {
  it.each([
    ['/huge', 'too-large'],
    ['/endless', 'too-large'],
    ['/bomb.gz', 'decompress-bomb'],
    ['/broken-gzip', 'malformed'],
    ['/hang-up', 'connection-lost'],
    ['/loop', 'too-many-redirects'],
  ])('%s ends in %s', async (path, code) => {
    expect(await codeOf(get(path))).toBe(code);
  });

  it('gives up on a server that drips and on one that is silent', async () => {
    expect(await codeOf(get('/drip', { timeoutMs: 200 }))).toBe('too-slow');
    expect(await codeOf(get('/silent', { idleTimeoutMs: 100 }))).toBe('too-slow');
  });

  it.each(['/gzip', '/brotli', '/deflate', '/not-really-gzip'])('unpacks %s', async (path) => {
    const { bytes } = await get(path);
    expect(new TextDecoder().decode(bytes)).toContain('Sea View Hotel');
  });

  it('stops when the caller asks, before and while waiting', async () => {
    const controller = new AbortController();
    const running = get('/silent', { signal: controller.signal });
    controller.abort(new Error('whatever'));
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(get('/ok.xml', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('asks one host in turn', async () => {
    const shy = createHttp({ version: '1', perHost: { loopback: 1 } });
    let running = 0;
    let most = 0;
    server.route('/counted', (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response.end('x');
      }, 2);
    });
    await Promise.all(Array.from({ length: 12 }, () => get('/counted', {}, shy)));
    expect(most).toBe(1);
    await shy.close();
  });

  it('passes a turn on when one that waits is taken back', async () => {
    const shy = createHttp({ version: '1', perHost: { loopback: 1 } });
    const controller = new AbortController();
    const first = get('/plain.xml', {}, shy);
    const second = get('/plain.xml', { signal: controller.signal }, shy);
    const third = get('/plain.xml', {}, shy);
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect((await first).status).toBe(200);
    expect((await third).status).toBe(200);
    await shy.close();
  });
});

describe('errors and headers', () => {
  it.each([
    ['ftp://example.org/', 'bad-address'],
    ['nonsense', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
  ])('%s ends in %s', async (url, code) => {
    expect(await codeOf(http.request({ url }))).toBe(code);
  });

  it('names a missing server, a closed port and a plain server asked for https', async () => {
    const missing = createHttp({
      version: '1',
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });
    expect(await codeOf(missing.request({ url: 'https://missing.example/' }))).toBe('dns');
    await missing.close();
    const other = await startFeedServer();
    await other.close();
    expect(await codeOf(http.request({ url: other.url, allowLocalNetwork: true }))).toBe(
      'refused-connection',
    );
    const secure = server.url.replace('http:', 'https:');
    expect(await codeOf(http.request({ url: secure, allowLocalNetwork: true }))).toBe('tls');
  });

  it('contacts only allowed hosts', async () => {
    expect(await codeOf(get('/plain.xml', { allowedHosts: ['example.org', '.example.net'] }))).toBe(
      'host-not-allowed',
    );
    expect((await get('/plain.xml', { allowedHosts: ['127.0.0.1'] })).status).toBe(200);
  });

  it('says who it is and sends a password in an address as a header only', async () => {
    const withPassword = server.url.replace('http://', 'http://me:secret@');
    await http.request({ url: `${withPassword}/plain.xml`, allowLocalNetwork: true });
    const headers = server.requests.at(-1)?.headers;
    expect(headers?.['user-agent']).toBe('Earshot/1.2.3 (+feed reader on a personal computer)');
    expect(headers?.['authorization']).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  });

  it('drops credentials on the way to another origin', async () => {
    const other = await startFeedServer();
    server.route('/away', reply('', { location: `${other.url}/plain.xml` }, 302));
    await get('/away', { headers: { Authorization: 'Bearer x', Cookie: 'a=b' } });
    expect(other.requests.at(-1)?.headers['authorization']).toBeUndefined();
    expect(other.requests.at(-1)?.headers['cookie']).toBeUndefined();
    await other.close();
  });

  it('refuses headers that would split the request', async () => {
    expect(await codeOf(get('/plain.xml', { headers: { 'x-a': 'a\r\nb: c' } }))).toBe('bad-address');
  });
});
