import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '#engine/index.ts';
import { createNodePorts } from '#engine/node/ports.ts';
import { reply, rss, startFeedServer } from '#tests/helpers/feed-server.ts';

/**
 * Collects 500 loopback feeds of 30 items each, everything judged, matched, indexed and stored. The server runs in
 * a process of its own. Usage: npm run bench -- collect
 */
const FEEDS = 500;
const EACH = 30;
const WORDS =
  'hotel sea breakfast staff room pool friendly dirty lovely noise price view morning beach terrible'.split(
    ' ',
  );

if (process.send) await serve();
else await measure();

async function serve(): Promise<void> {
  const server = await startFeedServer();
  for (let feed = 0; feed < FEEDS; feed += 1) {
    const items = Array.from({ length: EACH }, (_, at) => ({
      guid: `f${feed}-${at}`,
      link: `https://f${feed}.example/${at}`,
      title: `${WORDS[(feed + at) % WORDS.length]} at the hotel ${feed}-${at}`,
      description: Array.from(
        { length: 60 },
        (_unused, n) => WORDS[(feed * 7 + at * 13 + n * n) % WORDS.length],
      ).join(' '),
    }));
    server.route(`/f${feed}`, reply(rss(items)));
  }
  process.send?.(server.url);
}

async function measure(): Promise<void> {
  const child = fork(import.meta.filename);
  const url = await new Promise<string>((resolve) => child.once('message', (text: string) => resolve(text)));
  const folder = mkdtempSync(join(tmpdir(), 'earshot-collect-'));
  const ports = createNodePorts({
    version: 'bench',
    modelsFolder: join(import.meta.dirname, '..', 'assets', 'models'),
  });
  const engine = createEngine(folder, ports);
  const query = { name: 'Sea', kind: 'brand', text: 'hotel AND (sea OR beach) AND NOT price' };
  await engine.dispatch('brands.create', { name: 'Sea', role: 'own', query });
  for (let feed = 0; feed < FEEDS; feed += 1) {
    await engine.dispatch('sources.create', {
      connector: 'feed',
      settings: { url: `${url}/f${feed}` },
      allowLocalNetwork: true,
    });
  }
  await engine.settle();
  await ports.judge.ready();
  const started = performance.now();
  await engine.dispatch('collect.run', { all: true });
  await engine.settle();
  const seconds = (performance.now() - started) / 1000;
  const info = await engine.dispatch('workspace.info', {});
  const items = info.ok ? (info.value as { items: number }).items : 0;
  process.stdout.write(
    `${FEEDS} feeds, ${items.toLocaleString('en')} items: ${seconds.toFixed(2)} s, ${Math.round(items / seconds).toLocaleString('en')} items/s\n`,
  );
  await engine.stop();
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}
