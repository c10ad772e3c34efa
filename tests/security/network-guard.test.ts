import { lookup } from 'node:dns/promises';
import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { takeAttempts } from '#tests/helpers/network-guard.ts';

describe('the guard of the tests', () => {
  it('refuses and notes a connection, a look-up and a fetch that would leave the machine', async () => {
    const [error] = (await once(connect(80, '192.0.2.1'), 'error')) as [Error];
    expect(error.message).toContain('refused in tests');
    await expect(lookup('news.example')).rejects.toThrow('refused in tests');
    await expect(fetch('http://192.0.2.2/')).rejects.toThrow();
    await expect(fetch('https://other.example/')).rejects.toThrow();
    const attempts = takeAttempts();
    for (const host of ['192.0.2.1', 'news.example', '192.0.2.2', 'other.example'])
      expect(attempts.join('\n')).toContain(host);
  });

  it('lets this machine be reached', async () => {
    const server = createServer((socket) => socket.end('hi')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [data] = (await once(connect(port, 'localhost'), 'data')) as [Buffer];
    expect(data.toString()).toBe('hi');
    server.close();
    expect(takeAttempts()).toEqual([]);
  });
});
