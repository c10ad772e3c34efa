import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { createHttp } from '#engine/node/http.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { reply, rss, sampleItems, startFeedServer, type FeedServer } from '#tests/helpers/feed-server.ts';

type Health = Output<'sources.list'>['sources'][number]['health'];

describe('collecting from a real server', () => {
  let server: FeedServer;
  let workspace: TestWorkspace;
  beforeEach(async () => {
    server = await startFeedServer();
    const http = createHttp({ version: 'test' });
    workspace = testWorkspace({
      // The real limits, only shorter: a test must not wait half a minute for a server that drips.
      ports: {
        http: { request: (request) => http.request({ ...request, timeoutMs: 1500, idleTimeoutMs: 700 }) },
      },
    });
  });
  afterEach(async () => {
    await workspace.close();
    await server.close();
  });

  const collect = (): Promise<unknown> => workspace.ask('collect.run', { all: true });
  const health = async (sourceId: string): Promise<Health> => {
    const { sources } = await workspace.ask('sources.list', { archived: true });
    const source = sources.find(({ id }) => id === sourceId);
    if (!source) throw new Error('no such source');
    return source.health;
  };
  const items = async (): Promise<number> => (await workspace.ask('workspace.info', {})).items;
  const sound = async (): Promise<boolean> => (await workspace.ask('workspace.doctor', {})).ok;

  it.each([
    '/plain.xml',
    '/atom.xml-sample',
    '/rdf.xml',
    '/json',
    '/gzip',
    '/moved',
    '/elsewhere',
    '/wrong-type',
  ])('stores what %s brings, and nothing twice', async (path) => {
    const source = await workspace.source(server.url + path);
    await collect();
    expect(await items()).toBe(3);
    await collect();
    expect(await items()).toBe(3);
    expect(await health(source)).toMatchObject({ status: 'ok', failures: 0, code: null });
    expect(await sound()).toBe(true);
  });

  const hostile: [path: string, status: Health['status']][] = [
    ['/gone', 'stopped'],
    ['/missing', 'failing'],
    ['/too-many', 'failing'],
    ['/broken', 'failing'],
    ['/drip', 'failing'],
    ['/silent', 'failing'],
    ['/hang-up', 'failing'],
    ['/huge', 'failing'],
    ['/endless', 'failing'],
    ['/bomb.gz', 'failing'],
    ['/broken-gzip', 'failing'],
    ['/page', 'failing'],
    ['/empty', 'failing'],
    ['/malformed-json', 'failing'],
    ['/binary', 'failing'],
    ['/loop', 'failing'],
    ['/to-file', 'failing'],
  ];

  it('survives every bad habit at once, says what happened, and stores nothing half', async () => {
    const good = await workspace.source(`${server.url}/plain.xml`);
    const bad = new Map<string, string>();
    for (const [path] of hostile) bad.set(path, await workspace.source(server.url + path));
    await collect();
    expect(await health(good)).toMatchObject({ status: 'ok' });
    for (const [path, status] of hostile) {
      const found = await health(bad.get(path) ?? '');
      // Some servers' nonsense may be readable as an empty feed; what counts is that it is said and that nothing came of it.
      if (found.status !== 'ok') {
        expect({ path, status: found.status }).toEqual({ path, status });
        expect(found.message.length, path).toBeGreaterThan(20);
        expect(found.code, path).not.toBeNull();
      }
    }
    expect(await items()).toBe(3);
    expect(await sound()).toBe(true);
  }, 30_000);

  it('never expands an entity bomb', async () => {
    await workspace.source(`${server.url}/entity-bomb`);
    await collect();
    const stored = workspace.engine.workspace.read.all<{ n: number }>(
      'SELECT length(title) + length(body) AS n FROM item',
    );
    expect(Math.max(0, ...stored.map(({ n }) => n))).toBeLessThan(2000);
    expect(await sound()).toBe(true);
  });

  it('obeys Retry-After and backs off', async () => {
    const asked = await workspace.source(`${server.url}/too-many`);
    const broken = await workspace.source(`${server.url}/broken`);
    await collect();
    const now = workspace.clock.now();
    expect((await health(asked)).nextDueAt).toBeGreaterThanOrEqual(now + 120_000);
    const first = (await health(broken)).nextDueAt ?? 0;
    await collect();
    await collect();
    const third = await health(broken);
    expect(third.failures).toBe(3);
    expect((third.nextDueAt ?? 0) - now).toBeGreaterThan((first - now) * 3);
  });

  it('sends conditional requests and says so when nothing changed', async () => {
    const source = await workspace.source(`${server.url}/ok.xml`);
    await collect();
    await collect();
    expect(server.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
    const { attempts } = await workspace.ask('sources.history', { sourceId: source });
    expect(attempts.map(({ ok, added }) => ({ ok, added }))).toEqual([
      { ok: true, added: 0 },
      { ok: true, added: 3 },
    ]);
  });

  it('follows a permanent move and writes it into the history', async () => {
    const source = await workspace.source(`${server.url}/moved`);
    await collect();
    const { sources } = await workspace.ask('sources.list', {});
    expect(sources.find(({ id }) => id === source)?.settings['url']).toBe(`${server.url}/plain.xml`);
    expect((await workspace.ask('history.list', {})).changes[0]).toMatchObject({ request: 'collect.moved' });
  });

  it('asks before it reaches this machine, and never gets there from outside', async () => {
    const { sourceId } = await workspace.ask('sources.create', {
      connector: 'feed',
      settings: { url: `${server.url}/plain.xml` },
    });
    await collect();
    expect(await health(sourceId)).toMatchObject({ status: 'needs-permission', code: 'private-address' });
    expect(server.requests).toHaveLength(0);
    await workspace.ask('sources.update', { sourceId, allowLocalNetwork: true });
    await collect();
    expect(await health(sourceId)).toMatchObject({ status: 'ok' });
  });

  it('one article in two feeds is one item seen twice', async () => {
    const [article] = sampleItems(1);
    if (!article) throw new Error('no article');
    server.route('/one', reply(rss([article], 'One')));
    server.route('/two', reply(rss([{ ...article, guid: 'another-guid' }], 'Two')));
    await workspace.source(`${server.url}/one`);
    await workspace.source(`${server.url}/two`);
    await workspace.brand('All', article.title ?? 'Sample');
    await collect();
    expect(await items()).toBe(1);
    const { rows } = await workspace.ask('mentions.list', { filter: MentionFilter.parse({}) });
    expect(rows[0]?.sightings).toBe(2);
  });

  it('collects on schedule, not before it is time, and again after a long sleep', async () => {
    await workspace.source(`${server.url}/plain.xml`);
    workspace.engine.start();
    expect(server.requests).toHaveLength(0);
    workspace.clock.move(5000);
    await workspace.engine.settle();
    expect(server.requests).toHaveLength(1);
    workspace.clock.move(10 * 60_000);
    await workspace.engine.settle();
    expect(server.requests).toHaveLength(1);
    workspace.clock.move(8 * 3_600_000);
    await workspace.engine.settle();
    expect(server.requests).toHaveLength(2);
    await workspace.ask('collect.pause', { paused: true });
    workspace.clock.move(8 * 3_600_000);
    await workspace.engine.settle();
    expect(server.requests).toHaveLength(2);
  });

  it('can be cancelled in the middle of a slow source', async () => {
    await workspace.source(`${server.url}/silent`);
    const result = await workspace.engine.dispatch('collect.run', { all: true });
    const { jobId } = result.ok ? (result.value as { jobId: string }) : { jobId: '' };
    expect(workspace.engine.jobs.cancel(jobId)).toBe(true);
    expect((await workspace.engine.jobs.ended(jobId))?.state).toBe('cancelled');
  });

  it('imports and exports OPML; the same file twice adds nothing', async () => {
    await workspace.source(`${server.url}/plain.xml`);
    const { opml } = await workspace.ask('sources.exportOpml', {});
    const again = await workspace.ask('sources.importOpml', { opml });
    expect(again).toMatchObject({ added: 0, known: 1, changeId: null });
    const more = opml.replace(
      '</body>',
      '<outline type="rss" text="B" xmlUrl="https://b.example/feed"/></body>',
    );
    expect(await workspace.ask('sources.importOpml', { opml: more })).toMatchObject({ added: 1, known: 1 });
    await workspace.ask('history.undo', {});
    expect((await workspace.ask('sources.list', {})).sources).toHaveLength(1);
    await expect(workspace.ask('sources.importOpml', { opml: '<html></html>' })).rejects.toThrow(/^invalid/);
  });

  it('finds the feeds of a page, and asks about the local network first', async () => {
    const address = `${server.url}/page`;
    expect(await workspace.ask('sources.discover', { address })).toEqual({
      proposals: [],
      needsLocalPermission: true,
    });
    const { proposals } = await workspace.ask('sources.discover', { address, allowLocalNetwork: true });
    expect(proposals.map(({ settings }) => settings['url'])).toContain(`${server.url}/plain.xml`);
  });
});
