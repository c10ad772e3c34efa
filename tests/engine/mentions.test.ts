import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const filter = (part: Partial<MentionFilter> = {}): MentionFilter => MentionFilter.parse(part);

describe('mentions', () => {
  let workspace: TestWorkspace;
  let brandId: string;
  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.source('http://127.0.0.1:9/feed');
    brandId = await workspace.brand('Miramar', 'miramar');
  });
  afterEach(() => workspace.close());

  const titles = async (part: Partial<MentionFilter> = {}): Promise<string[]> =>
    (await workspace.ask('mentions.list', { filter: filter(part) })).rows.map((row) => row.title);
  const target = async (title: string): Promise<{ itemId: number; brandId: string }> => {
    const { rows } = await workspace.ask('mentions.list', { filter: filter() });
    return { itemId: rows.find((row) => row.title === title)?.itemId ?? -1, brandId };
  };
  const doctor = async (): Promise<boolean> => (await workspace.ask('workspace.doctor', {})).ok;

  it('lists what matches, newest first, case and diacritics folded', async () => {
    workspace.store(
      { title: 'Old', text: 'Hotel MIRAMAR', publishedAt: Date.UTC(2026, 10, 1) },
      { title: 'New', text: 'hotel mirámar', publishedAt: Date.UTC(2026, 10, 2) },
      { title: 'Other', text: 'nothing here' },
    );
    expect(await titles()).toEqual(['New', 'Old']);
  });

  it('pages by keyset without gaps or repeats, many items in one minute included', async () => {
    const at = Date.UTC(2026, 10, 5, 12, 0);
    for (let n = 0; n < 45; n += 1) workspace.store({ title: `t${n}`, text: 'miramar', publishedAt: at });
    const seen: number[] = [];
    let after: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(after);
      seen.push(...page.rows.map((row) => row.itemId));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(45);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    function list(from: number | null) {
      return workspace.ask('mentions.list', { filter: filter(), after: from, limit: 10 });
    }
  });

  it('searches, filters and counts together', async () => {
    workspace.store(
      { title: 'Pool', text: 'miramar bad pool' },
      { title: 'Breakfast', text: 'miramar good breakfast' },
    );
    expect(await titles({ text: 'pool' })).toEqual(['Pool']);
    expect(await titles({ sentiments: ['positive'] })).toEqual(['Breakfast']);
    expect(await titles({ text: 'pool', sentiments: ['positive'] })).toEqual([]);
    expect(await titles({ brandIds: [brandId], states: ['done'] })).toEqual([]);
    expect(await workspace.ask('mentions.count', { filter: filter({ text: 'miramar' }) })).toEqual({
      count: 2,
      more: false,
    });
    await expect(titles({ text: '"open' })).rejects.toThrow(/^invalid/);
  });

  it('takes hostile search text as text', async () => {
    workspace.store({ title: 'A', text: 'miramar' });
    for (const text of [
      'facet : b1',
      "'; DROP TABLE item; --",
      'b1 OR b1',
      '{facet} : b1',
      'NEAR(a b)',
      '\\u0000',
    ]) {
      const result = await workspace.engine.dispatch('mentions.list', { filter: filter({ text }) });
      if (result.ok) expect(result.value).toMatchObject({ rows: [] });
      else expect(result.error.code).toBe('invalid');
    }
    expect(await titles()).toEqual(['A']);
  });

  it('marks done, stars and tags, and undoes each in turn', async () => {
    workspace.store({ title: 'A', text: 'miramar' }, { title: 'B', text: 'miramar' });
    const a = await target('A');
    const { tagId } = await workspace.ask('tags.create', { name: 'urgent' });
    await workspace.ask('mentions.setState', { targets: [a], state: 'done' });
    await workspace.ask('mentions.star', { targets: [a], starred: true });
    await workspace.ask('mentions.tag', { targets: [a], tagId, on: true });
    expect(await titles({ states: ['done'], starred: true, tagIds: [tagId] })).toEqual(['A']);
    expect(await doctor()).toBe(true);
    await workspace.ask('history.undo', {});
    expect(await titles({ tagIds: [tagId] })).toEqual([]);
    await workspace.ask('history.undo', {});
    await workspace.ask('history.undo', {});
    expect((await titles({ states: ['new'] })).sort()).toEqual(['A', 'B']);
    await workspace.ask('history.undo', {});
    expect((await workspace.ask('tags.list', {})).tags).toEqual([]);
    expect(await doctor()).toBe(true);
  });

  it('a bulk of which one part is gone changes nothing', async () => {
    workspace.store({ title: 'A', text: 'miramar' });
    const a = await target('A');
    const result = await workspace.engine.dispatch('mentions.setState', {
      targets: [a, { itemId: 1, brandId }],
      state: 'done',
    });
    expect(result.ok).toBe(false);
    expect(await titles({ states: ['new'] })).toEqual(['A']);
  });

  it('a removed tag comes back on its mentions when undone', async () => {
    workspace.store({ title: 'A', text: 'miramar' });
    const a = await target('A');
    const { tagId } = await workspace.ask('tags.create', { name: 'press' });
    await workspace.ask('mentions.tag', { targets: [a], tagId, on: true });
    const { changeId } = await workspace.ask('tags.remove', { tagId });
    expect(await titles({ tagIds: [tagId] })).toEqual([]);
    await workspace.ask('history.undo', { changeId });
    expect(await titles({ tagIds: [tagId] })).toEqual(['A']);
  });

  it('says where an item was seen and which query found it', async () => {
    workspace.store({ title: 'Hotel Miramar', text: 'A stay at Miramar.' });
    const { itemId } = await target('Hotel Miramar');
    const detail = await workspace.ask('mentions.get', { itemId });
    expect(detail.matchedBy).toMatchObject([{ brandId, queryText: 'miramar' }]);
    expect(detail.textMarks).toEqual([{ start: 10, end: 17 }]);
    expect(detail.titleMarks).toEqual([{ start: 6, end: 13 }]);
    expect(detail.seenIn).toHaveLength(1);
  });
});
