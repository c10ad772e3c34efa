import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { EventPayload } from '#shared/contract/events.ts';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { item, testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const DAY = 86_400_000;

describe('changing a query', () => {
  let workspace: TestWorkspace;
  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.source('http://127.0.0.1:9/feed');
  });
  afterEach(() => workspace.close());

  const titles = async (brandId: string): Promise<string[]> => {
    const filter = MentionFilter.parse({ brandIds: [brandId] });
    return (await workspace.ask('mentions.list', { filter })).rows.map((row) => row.title).sort();
  };
  const brandOf = async (brandId: string) => {
    const { brands } = await workspace.ask('brands.list', {});
    const brand = brands.find(({ id }) => id === brandId);
    if (!brand) throw new Error('no such brand');
    return brand;
  };
  const queryOf = async (brandId: string): Promise<string> => (await brandOf(brandId)).queries[0]?.id ?? '';
  const many = (count: number, text: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => ({ title: `T${n}`, text: `${text(n)} story number ${n}` }));
  /** Sends a request without waiting for the job that it starts. */
  const send = async (name: string, input: object): Promise<unknown> => {
    const result = await workspace.engine.dispatch(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  it('finds of what is stored just what it finds on arrival, whatever it asks about', async () => {
    const queries = [
      'raw:"Vega"',
      'lang:de',
      'kind:social AND NOT lang:de',
      'author:ana OR rating<=2',
      'followers>1000',
      'site:two.example',
      'url:offers',
      'has:link',
      'has:media OR (pool AND before:2026-11-03)',
      'after:2026-11-04',
      'pool -vega',
      'po?l near/3 vega',
    ];
    const early = [];
    for (const [n, text] of queries.entries()) early.push(await workspace.brand(`Early ${n}`, text));
    const author = { ident: 'ana', name: 'Ana Pop', url: null, followers: 5000 };
    workspace.store(
      { title: 'A', text: 'Vega pool', language: 'de', publishedAt: Date.UTC(2026, 10, 2) },
      { title: 'B', text: 'vega pool', kind: 'social', author, publishedAt: Date.UTC(2026, 10, 3) },
      { title: 'C', text: 'beach', rating: 20, url: 'https://two.example/offers/1' },
      { title: 'D', text: 'a link to nothing', hasLink: true, publishedAt: Date.UTC(2026, 10, 5) },
      { title: 'E', text: 'a picture', hasMedia: true, kind: 'social' },
      { title: 'F', text: 'the pool', kind: 'review', rating: 80, publishedAt: Date.UTC(2026, 10, 1) },
    );
    for (const [n, text] of queries.entries()) {
      const late = await workspace.brand(`Late ${n}`, text);
      const found = await titles(early[n] ?? '');
      expect(found.length, text).toBeGreaterThan(0);
      expect([text, ...(await titles(late))]).toEqual([text, ...found]);
    }
  });

  describe('diff', () => {
    it('tells what the brand gains and loses, not what another of its queries finds as well', async () => {
      workspace.store(
        { title: 'A', text: 'vega pool' },
        { title: 'B', text: 'vega beach' },
        { title: 'C', text: 'ovidia pool' },
        { title: 'D', text: 'ovidia spa' },
      );
      const brandId = await workspace.brand('Vega', 'vega');
      await workspace.ask('queries.create', { brandId, name: 'Beach', kind: 'topic', text: 'beach OR spa' });
      const queryId = await queryOf(brandId);
      const diff = await workspace.ask('queries.diff', { brandId, queryId, text: 'pool OR spa' });
      expect(diff).toMatchObject({ added: 1, dropped: 0, shareOfVoice: null });
      expect(diff.addedExamples.map(({ title }) => title)).toEqual(['C']);
      const removal = await workspace.ask('queries.diff', { brandId, queryId, text: null });
      expect(removal).toMatchObject({ added: 0, dropped: 1 });
      expect(removal.droppedExamples.map(({ title }) => title)).toEqual(['A']);
      const another = await workspace.ask('queries.diff', { brandId, queryId: null, text: 'ovidia' });
      expect(another).toMatchObject({ added: 1, dropped: 0 });
    });

    it('is what saving then does', async () => {
      const words = ['vega', 'pool', 'beach', 'vega pool', 'hotel vega beach'];
      workspace.store(...many(60, (n) => words[n % words.length] ?? ''));
      const brandId = await workspace.brand('Vega', 'vega -beach');
      const queryId = await queryOf(brandId);
      const before = await titles(brandId);
      for (const text of [
        'vega',
        'po?l',
        'vega near/2 beach',
        'pool OR raw:"hotel"',
        'site:paper.example vega',
      ]) {
        const had = await titles(brandId);
        const diff = await workspace.ask('queries.diff', { brandId, queryId, text });
        const { changeId } = await workspace.ask('queries.update', { queryId, text });
        const has = await titles(brandId);
        expect([text, diff.added, diff.dropped]).toEqual([
          text,
          has.filter((title) => !had.includes(title)).length,
          had.filter((title) => !has.includes(title)).length,
        ]);
        await workspace.ask('history.undo', { changeId });
        expect(await titles(brandId)).toEqual(before);
      }
      expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
    });

    it('counts to the end, keeps twenty examples of each, and tells how far it is', async () => {
      workspace.store(...many(4500, (n) => (n % 2 ? 'vega one' : 'ovidia two')));
      const brandId = await workspace.brand('Vega', 'vega');
      const told: EventPayload<'job.progress'>[] = [];
      workspace.engine.onEvent((name, payload) => {
        if (name === 'job.progress') told.push(payload as EventPayload<'job.progress'>);
      });
      const jobId = uuidv7();
      // A wildcard inside a word: the index cannot answer by itself, every text that it leaves is read.
      const diff = await workspace.ask('queries.diff', {
        brandId,
        queryId: await queryOf(brandId),
        text: 'o?idia OR t?o',
        jobId,
      });
      expect([diff.added, diff.dropped]).toEqual([2250, 2250]);
      expect([diff.addedExamples.length, diff.droppedExamples.length]).toEqual([20, 20]);
      const mine = told.filter((progress) => progress.jobId === jobId);
      expect(mine.map(({ kind }) => kind)).toEqual(mine.map(() => 'diff'));
      expect(mine.length).toBeGreaterThan(2);
      expect(mine.at(-1)?.state).toBe('finished');
    });

    it('can be taken back while it counts', async () => {
      workspace.store(...many(4500, () => 'vega'));
      const brandId = await workspace.brand('Vega', 'nothing');
      const stop = new AbortController();
      const input = { brandId, queryId: await queryOf(brandId), text: 'v?ga' };
      const asked = workspace.engine.dispatch('queries.diff', input, stop.signal);
      stop.abort();
      const result = await asked;
      expect(result.ok ? '' : result.error.code).toBe('cancelled');
    });

    it('shows the effect on share of voice over 90 days', async () => {
      const now = workspace.clock.now();
      const old = now - 100 * DAY;
      workspace.store(
        ...many(4, () => 'miramar'),
        ...many(4, () => 'vega'),
        { title: 'new', text: 'seaside', publishedAt: now - DAY },
        { title: 'too old', text: 'seaside', publishedAt: old },
      );
      const own = await workspace.brand('Miramar', 'miramar');
      const { brandId: rival } = await workspace.ask('brands.create', {
        name: 'Vega',
        role: 'competitor',
        ownerId: own,
        query: { name: 'Vega', kind: 'brand', text: 'vega' },
      });
      const gain = await workspace.ask('queries.diff', { brandId: own, queryId: null, text: 'seaside' });
      // 4 ÷ 8 becomes 5 ÷ 9: of the two that come in, one lies before the 90 days.
      expect(gain.added).toBe(2);
      expect(gain.shareOfVoice).toEqual({
        ownBrandId: own,
        days: 90,
        before: { own: 4, all: 8 },
        after: { own: 5, all: 9 },
      });
      const loss = await workspace.ask('queries.diff', {
        brandId: rival,
        queryId: await queryOf(rival),
        text: null,
      });
      expect(loss.shareOfVoice).toMatchObject({ before: { own: 4, all: 8 }, after: { own: 4, all: 4 } });
    });
  });

  it('finds the same however little of an item a query asks about', async () => {
    workspace.store(
      ...many(30, (n) => (n % 2 ? 'vega' : 'ovidia')).map((part, n) => ({
        ...part,
        language: n % 3 === 0 ? 'ro' : 'en',
        url: n % 5 === 0 ? `https://youtube.com/watch?v=${n}` : `https://paper.example/${n}/`,
        author: n % 4 === 0 ? { ident: 'ana', name: 'Ana Pop', url: null, followers: 900 } : null,
      })),
    );
    const brandId = await workspace.brand('Vega', 'nothing');
    const expected: [string, (n: number) => boolean][] = [
      ['vega lang:ro', (n) => n % 2 === 1 && n % 3 === 0],
      ['-site:paper.example lang:en', (n) => n % 5 === 0 && n % 3 !== 0],
      ['site:paper.example -vega', (n) => n % 5 !== 0 && n % 2 === 0],
      ['followers>100 (v?ga OR ovidia)', (n) => n % 4 === 0],
      ['author:ana has:media', (n) => n % 20 === 0],
      ['before:2027 -raw:"vega"', (n) => n % 2 === 0],
    ];
    for (const [text, wanted] of expected) {
      const { added } = await workspace.ask('queries.diff', { brandId, queryId: null, text });
      const { count } = await workspace.ask('queries.preview', { text });
      const truth = Array.from({ length: 30 }, (_, n) => n).filter(wanted).length;
      expect([text, added, count]).toEqual([text, truth, truth]);
    }
  });

  it('stays unfinished when cancelled, says so, and is finished when asked', async () => {
    workspace.store(...many(1400, (n) => (n < 1200 ? 'vega one' : 'vega two')));
    const brandId = await workspace.brand('Vega', 'vega');
    const queryId = await queryOf(brandId);
    let cancelled = false;
    const stopListening = workspace.engine.onEvent((name, payload) => {
      const job = payload as EventPayload<'job.progress'>;
      // In the middle of the writing: the first chunk is in the store.
      if (name !== 'job.progress' || cancelled || job.state !== 'running' || job.added === 0) return;
      cancelled = workspace.engine.jobs.cancel(job.jobId);
    });
    await workspace.ask('queries.update', { queryId, text: 'two' });
    stopListening();
    expect(cancelled).toBe(true);
    const left = (await titles(brandId)).length;
    expect(left).toBeLessThanOrEqual(200);
    const state = await workspace.ask('brands.list', {});
    expect([state.brands[0]?.matching, state.matchJobId]).toEqual([true, null]);
    expect((await brandOf(brandId)).queries[0]?.text).toBe('two');
    expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
    // What comes in meanwhile is matched by the saved query.
    workspace.store({ title: 'N', text: 'two more' }, { title: 'O', text: 'one more' });
    await workspace.ask('queries.resume', {});
    const { matching, counts } = await brandOf(brandId);
    expect([matching, counts.total]).toEqual([false, 201]);
    expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
  });

  it('undo after a cancelled match brings everything back, what was done by hand included', async () => {
    workspace.store(...many(1200, () => 'vega one'), { title: 'Mine', text: 'vega one, kept' });
    const brandId = await workspace.brand('Vega', 'vega');
    const { rows } = await workspace.ask('mentions.list', {
      filter: MentionFilter.parse({ brandIds: [brandId], text: 'kept' }),
    });
    const targets = rows.map(({ itemId }) => ({ itemId, brandId }));
    await workspace.ask('mentions.star', { targets, starred: true });
    const stop = workspace.engine.onEvent((name, payload) => {
      const job = payload as EventPayload<'job.progress'>;
      if (name === 'job.progress' && job.state === 'running' && job.added > 0)
        workspace.engine.jobs.cancel(job.jobId);
    });
    const { changeId } = await workspace.ask('queries.update', {
      queryId: await queryOf(brandId),
      text: 'two',
    });
    stop();
    expect((await brandOf(brandId)).matching).toBe(true);
    await workspace.ask('history.undo', { changeId });
    const brand = await brandOf(brandId);
    expect([brand.matching, brand.counts.total, brand.queries[0]?.text]).toEqual([false, 1201, 'vega']);
    const starred = await workspace.ask('mentions.list', {
      filter: MentionFilter.parse({ brandIds: [brandId], starred: true }),
    });
    expect(starred.rows.map(({ title }) => title)).toEqual(['Mine']);
    expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
  });

  it('a change made right after cancelling is matched, not lost with the cancelled job', async () => {
    workspace.store(...many(1200, () => 'vega one'), { title: 'Two', text: 'two' });
    const brandId = await workspace.brand('Vega', 'vega');
    const queryId = await queryOf(brandId);
    await send('queries.update', { queryId, text: 'one' });
    const { matchJobId } = (await send('brands.list', {})) as { matchJobId: string };
    expect(workspace.engine.jobs.cancel(matchJobId)).toBe(true);
    await send('queries.update', { queryId, text: 'two' });
    await workspace.engine.settle();
    expect(await titles(brandId)).toEqual(['Two']);
    expect((await brandOf(brandId)).matching).toBe(false);
  });

  it('keeps what is collected while it looks through the store', async () => {
    workspace.store(...many(4500, (n) => `v${n % 10}ga`));
    const brandId = await workspace.brand('Vega', 'nothing');
    let stored = false;
    const stop = workspace.engine.onEvent((name, payload) => {
      const job = payload as EventPayload<'job.progress'>;
      if (name !== 'job.progress' || job.kind !== 'rematch' || job.done === 0 || stored) return;
      stored = true;
      workspace.store(item({ title: 'Late', text: 'v5ga', publishedAt: workspace.clock.now() }));
    });
    await workspace.ask('queries.update', { queryId: await queryOf(brandId), text: 'v?ga -v1ga' });
    stop();
    expect(stored).toBe(true);
    expect((await brandOf(brandId)).counts.total).toBe(4051);
    expect(await titles(brandId)).toContain('Late');
  });
});
