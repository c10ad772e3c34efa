import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

let workspace: TestWorkspace;
let brandId: string;
const ana = { ident: 'ana', name: 'Ana Pop', url: 'https://net.example/ana', followers: 1000 };
const at = (day: number): number => Date.UTC(2026, 10, day, 8);

beforeEach(async () => {
  workspace = testWorkspace();
  brandId = await workspace.brand('Miramar', 'miramar');
  await workspace.source('http://127.0.0.1:1/feed');
  workspace.store(
    {
      kind: 'social',
      title: '',
      text: 'miramar is good',
      url: 'https://net.example/1',
      author: ana,
      publishedAt: at(20),
    },
    {
      kind: 'social',
      title: '',
      text: 'miramar was bad',
      url: 'https://net.example/2',
      author: ana,
      publishedAt: at(21),
    },
    {
      kind: 'social',
      title: '',
      text: 'nothing of interest',
      url: 'https://net.example/3',
      author: ana,
      publishedAt: at(21),
    },
    { title: 'Miramar opens', url: 'https://paper.example/a/b', publishedAt: at(21) },
  );
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
});

const authorKey = async (): Promise<number> => {
  const { rows } = await workspace.ask('mentions.list', { filter: { sites: ['net.example'] } });
  return (await workspace.ask('mentions.get', { itemId: rows[0]?.itemId ?? 0 })).authorKey;
};

describe('the profile of an author', () => {
  it('says how loud they are and what they said of which brand', async () => {
    const profile = await workspace.ask('profiles.author', { authorKey: await authorKey() });
    expect(profile).toMatchObject({
      name: 'Ana Pop',
      followers: 1000,
      items: 3,
      mentions: 2,
      moreMentions: false,
    });
    // 1,000 followers × 0.15 = 150 reached by every post; 1 + 9 × log10(151) ÷ 7 = 3.8.
    expect(profile.influence.typicalReach).toBeCloseTo(150, 5);
    expect(profile.influence.reachPart).toBeCloseTo(3.8, 2);
    expect(profile.influence.interactionFactor).toBe(1);
    expect(profile.history).toMatchObject([{ brandId, negative: 1, neutral: 0, positive: 1, undefined: 0 }]);
    const day = profile.days.indexOf('2026-11-21');
    expect(profile.history[0]?.counts.slice(day - 1, day + 1)).toEqual([1, 1]);
    expect(profile.latest).toHaveLength(2);
  });

  it('names the blocks that hold, and its history goes with them', async () => {
    const key = await authorKey();
    const { connector, ident, name } = await workspace.ask('profiles.author', { authorKey: key });
    await workspace.ask('blocks.add', { kind: 'author', mode: 'block', connector, ident, name });
    const blocked = await workspace.ask('profiles.author', { authorKey: key });
    expect(blocked.blocks).toMatchObject([{ mode: 'block', ident: 'ana' }]);
    expect(blocked).toMatchObject({ mentions: 0, history: [] });
    await workspace.ask('history.undo', {});
    expect((await workspace.ask('profiles.author', { authorKey: key })).mentions).toBe(2);
  });

  it('is not known for a key nobody has', async () => {
    await expect(workspace.ask('profiles.author', { authorKey: 999 })).rejects.toThrow(/not-found/);
  });
});

describe('the profile of a site', () => {
  it('takes the visitors a person enters for the reach of what comes then, and gives them back on undo', async () => {
    const host = 'paper.example';
    const reach = async (title: string): Promise<number | undefined> =>
      (await workspace.ask('mentions.list', { filter: { text: title } })).rows[0]?.reach;
    // 5,000 a month ÷ 30 × 0.05 for a deep page.
    expect(await reach('opens')).toBe(8);
    await workspace.ask('sites.setVisitors', { host, monthlyVisitors: 600_000 });
    workspace.store({ title: 'Miramar closes', url: 'https://paper.example/a/c', publishedAt: at(22) });
    expect(await reach('closes')).toBe(1000);
    expect(await reach('opens')).toBe(8);
    expect((await workspace.ask('profiles.site', { host })).monthlyVisitors).toBe(600_000);
    await workspace.ask('sites.setVisitors', { host, monthlyVisitors: null });
    expect((await workspace.ask('profiles.site', { host })).monthlyVisitors).toBeNull();
    await workspace.ask('history.undo', {});
    expect((await workspace.ask('profiles.site', { host })).monthlyVisitors).toBe(600_000);
  });
});
