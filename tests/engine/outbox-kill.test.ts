import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testWorkspace } from '#tests/helpers/engine.ts';
import { PublishingNetwork } from '#tests/helpers/publishing-network.ts';

const child = join(import.meta.dirname, '..', 'helpers', 'outbox-child.ts');
const Asked = z.object({ key: z.string(), text: z.string().default('') });
const POSTS = 20;
const KILLS = 4;

interface Network {
  url: string;
  posts: { key: string; text: string }[];
  /** Calls back at every post that reaches it, before it is kept. */
  onPost: () => void;
  close(): void;
}

/** A network that keeps a post a little after it came, and answers later still. */
async function startNetwork(honoursKeys: boolean): Promise<Network> {
  const posts: Network['posts'] = [];
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const asked = Asked.parse(JSON.parse(body));
      const isKnown = posts.some(({ key }) => key === asked.key);
      if (request.url === '/send') {
        network.onPost();
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (!isKnown || !honoursKeys) posts.push(asked);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      const found = request.url === '/send' || isKnown;
      response.end(
        JSON.stringify(found ? { ident: asked.key, url: 'https://press.example/', held: false } : null),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    url: `http://127.0.0.1:${port}`,
    posts,
    onPost: () => undefined,
    close: () => server.close(),
  };
  return network;
}

/** Sends until nothing waits; killed without warning `delay` milliseconds after its n-th post reached the network. */
function run(folder: string, network: Network, kill: { nth: number; delay: number } | null) {
  return new Promise<number | null>((resolve) => {
    const running = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      child,
      folder,
      network.url,
    ]);
    let seen = 0;
    network.onPost = () => {
      seen += 1;
      if (kill?.nth === seen) setTimeout(() => running.kill('SIGKILL'), kill.delay);
    };
    running.on('close', (code) => resolve(code));
  });
}

describe('kill -9 in the middle of sending', () => {
  it.each([true, false])(
    'has every post out exactly once (the network honours keys: %s)',
    async (honoursKeys) => {
      const folder = mkdtempSync(join(tmpdir(), 'earshot-outbox-kill-'));
      const network = await startNetwork(honoursKeys);
      try {
        const press = new PublishingNetwork();
        const workspace = testWorkspace({
          folder,
          ports: { connectors: new Map([['press', press.connector]]) },
        });
        const accountId = press.connect(workspace, await workspace.brand('Miramar', 'miramar'));
        const { engine, clock } = workspace;
        const wanted = Array.from({ length: POSTS }, (_, at) => `post ${at}`);
        engine.workspace.write.transaction(() => {
          const change = engine.workspace.changes.begin({ request: 'test', undoable: false });
          for (const words of wanted) {
            engine.outbox.add(change, {
              kind: 'publish',
              accountId,
              payload: { text: words },
              dueAt: clock.now(),
            });
          }
        });
        await workspace.close();
        for (let round = 0; round < KILLS; round += 1) {
          const kill = { nth: 1 + Math.floor(Math.random() * 3), delay: Math.random() * 25 };
          expect(await run(folder, network, kill)).toBeNull();
        }
        expect(await run(folder, network, null)).toBe(0);
        expect(network.posts.map((post) => post.text).toSorted()).toEqual(wanted.toSorted());
      } finally {
        network.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});
