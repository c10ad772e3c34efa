import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

describe('brands and queries', () => {
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
  const queryOf = async (brandId: string): Promise<string> => {
    const { brands } = await workspace.ask('brands.list', {});
    return brands.find((brand) => brand.id === brandId)?.queries[0]?.id ?? '';
  };

  it('matches what was stored before the brand was made', async () => {
    workspace.store({ title: 'A', text: 'hotel vega' }, { title: 'B', text: 'hotel miramar' });
    const brandId = await workspace.brand('Vega', 'vega');
    expect(await titles(brandId)).toEqual(['A']);
    const { brands } = await workspace.ask('brands.list', {});
    expect(brands[0]?.counts).toMatchObject({ total: 1, new: 1 });
  });

  it('previews count, additions and losses without saving', async () => {
    workspace.store(
      { title: 'A', text: 'vega one' },
      { title: 'B', text: 'vega two' },
      { title: 'C', text: 'one' },
    );
    const brandId = await workspace.brand('Vega', 'vega');
    const preview = await workspace.ask('queries.preview', { text: 'one', queryId: await queryOf(brandId) });
    expect(preview).toMatchObject({ count: 2, adds: 1, drops: 1, exact: true });
    expect(await titles(brandId)).toEqual(['A', 'B']);
  });

  it('a changed query keeps what was done by hand, also for mentions that went and came back', async () => {
    workspace.store({ title: 'A', text: 'vega one' }, { title: 'B', text: 'vega two' });
    const brandId = await workspace.brand('Vega', 'vega');
    const { rows } = await workspace.ask('mentions.list', { filter: MentionFilter.parse({}) });
    const b = rows.find((row) => row.title === 'B');
    await workspace.ask('mentions.setState', {
      targets: [{ itemId: b?.itemId ?? -1, brandId }],
      state: 'done',
    });
    const { changeId } = await workspace.ask('queries.update', {
      queryId: await queryOf(brandId),
      text: 'one',
    });
    expect(await titles(brandId)).toEqual(['A']);
    await workspace.ask('history.undo', { changeId });
    expect(await titles(brandId)).toEqual(['A', 'B']);
    const done = MentionFilter.parse({ states: ['done'] });
    expect((await workspace.ask('mentions.list', { filter: done })).rows.map((row) => row.title)).toEqual([
      'B',
    ]);
    expect((await workspace.ask('workspace.doctor', {})).ok).toBe(true);
  });

  it('refuses a query that does not parse, saying where, and saves nothing', async () => {
    const result = await workspace.engine.dispatch('brands.create', {
      name: 'X',
      role: 'own',
      query: { name: 'X', kind: 'brand', text: 'a AND "b' },
    });
    expect(result.ok ? '' : result.error.code).toBe('invalid');
    expect(result.ok ? null : result.error.details['query']).toMatchObject({ code: 'unclosed-quote' });
    expect((await workspace.ask('brands.list', {})).brands).toEqual([]);
  });

  it('archives and brings back; an archived brand is matched no more', async () => {
    const brandId = await workspace.brand('Vega', 'vega');
    await workspace.ask('brands.archive', { brandId });
    workspace.store({ title: 'A', text: 'vega' });
    expect((await workspace.ask('brands.list', {})).brands).toEqual([]);
    await workspace.ask('history.undo', {});
    expect(await titles(brandId)).toEqual(['A']);
  });

  it('a competitor needs an own brand', async () => {
    const own = await workspace.brand('Miramar', 'miramar');
    const bad = await workspace.engine.dispatch('brands.create', { name: 'V', role: 'competitor' });
    expect(bad.ok ? '' : bad.error.code).toBe('invalid');
    await workspace.ask('brands.create', { name: 'V', role: 'competitor', ownerId: own });
    expect((await workspace.ask('brands.list', {})).brands).toHaveLength(2);
  });
});
