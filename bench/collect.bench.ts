import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '#engine/index.ts';
import { createNodePorts } from '#engine/node/ports.ts';
import { mulberry32 } from '#engine/features/sample/random.ts';
import { reply, rss, startFeedServer } from '#tests/helpers/feed-server.ts';

/**
 * Collects 500 loopback feeds of 30 items each, everything judged, folded, matched, indexed and stored, and lets
 * newsboat (where it is installed) fetch the same feeds, which only stores them. The server runs in a process of
 * its own. Usage: npm run bench -- collect [rounds, default 3]
 */
const FEEDS = 500;
const EACH = 30;
const THREADS = 16;

if (process.send) await serve();
else await measure(Number(process.argv[2] ?? 3));

/** Texts over 20,000 made-up words with the frequencies of a language, and some of a hotel's among them. */
async function serve(): Promise<void> {
  const random = mulberry32(11);
  const hotel = 'hotel sea breakfast staff room pool friendly dirty lovely noise price beach'.split(' ');
  const syllables = 'ba re to mi san lor ken da vu pel tra gis no hem ar ti os wen lu fa'.split(' ');
  const syllable = (n: number): string => syllables[n % syllables.length] ?? '';
  const word = (): string => {
    const rank = Math.floor(20_000 ** random()) - 1;
    if (rank < hotel.length) return hotel[rank] ?? '';
    return `${syllable(rank)}${syllable(Math.floor(rank / 20))}${syllable(Math.floor(rank / 400))}`;
  };
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const server = await startFeedServer();
  for (let feed = 0; feed < FEEDS; feed += 1) {
    const items = Array.from({ length: EACH }, (_, at) => ({
      guid: `f${feed}-${at}`,
      link: `https://f${feed}.example/${at}`,
      title: `The hotel ${words(7)}`,
      description: words(60),
      date: new Date(Date.UTC(2026, 10, 1) + (feed * EACH + at) * 97_000).toUTCString(),
    }));
    server.route(`/f${feed}`, reply(rss(items)));
  }
  process.send?.(server.url);
}

async function measure(rounds: number): Promise<void> {
  const child = fork(import.meta.filename);
  const url = await new Promise<string>((resolve) => child.once('message', (text: string) => resolve(text)));
  const urls = Array.from({ length: FEEDS }, (_, feed) => `${url}/f${feed}`);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await collect(urls));
    const seconds = newsboat(urls);
    if (seconds !== null) theirs.push(seconds);
  }
  print('Earshot', ours);
  if (theirs.length === 0) console.log('SKIPPED: newsboat is not installed, nothing to compare with.');
  else {
    print('newsboat', theirs);
    console.log(`Earshot ÷ newsboat, best of each: ${(Math.min(...ours) / Math.min(...theirs)).toFixed(2)}`);
  }
  child.kill();
}

function print(who: string, seconds: readonly number[]): void {
  const items = FEEDS * EACH;
  const best = Math.min(...seconds);
  const all = seconds.map((one) => one.toFixed(2)).join(', ');
  const rate = Math.round(items / best).toLocaleString('en');
  console.log(
    `${who.padEnd(8)} ${FEEDS} feeds, ${items.toLocaleString('en')} items: ${all} s; ${rate} items/s`,
  );
}

async function collect(urls: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-collect-'));
  const ports = createNodePorts({
    version: 'bench',
    folder,
    modelsFolder: join(import.meta.dirname, '..', 'assets', 'models'),
  });
  const engine = createEngine(folder, ports);
  const query = { name: 'Sea', kind: 'brand', text: 'hotel AND (sea OR beach OR room) AND NOT price' };
  await engine.dispatch('brands.create', { name: 'Sea', role: 'own', query });
  for (const url of urls) {
    await engine.dispatch('sources.create', {
      connector: 'feed',
      settings: { url },
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
  if (items !== FEEDS * EACH) throw new Error(`${items} items were stored, not ${FEEDS * EACH}`);
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

/** @returns seconds of `newsboat -x reload`, or null where it is not installed */
function newsboat(urls: readonly string[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('urls'), urls.join('\n'));
  writeFileSync(file('config'), `reload-threads ${THREADS}\n`);
  const started = performance.now();
  const args = ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config'), '-x', 'reload'];
  const { error, status } = spawnSync('newsboat', args, { stdio: 'ignore' });
  const seconds = (performance.now() - started) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return error || status !== 0 ? null : seconds;
}
