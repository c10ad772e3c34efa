import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { RawItem } from '#shared/model/item.ts';
import { noEngagement } from '#shared/model/item.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const DAY = 86_400_000;
/** Noon of a day in November 2026; the tests' clock stands on the 23rd. */
const on = (day: number): number => Date.UTC(2026, 10, 1, 12) + (day - 1) * DAY;

describe('comparing brands', () => {
  let workspace: TestWorkspace;
  let own: string;
  let rival: string;

  const competitor = async (name: string, text: string): Promise<string> => {
    const query = { name, kind: 'brand' as const, text };
    const { brandId } = await workspace.ask('brands.create', {
      name,
      role: 'competitor',
      ownerId: own,
      query,
    });
    return brandId;
  };
  const summary = (input: Partial<Parameters<typeof ask>[0]> = {}): Promise<Output<'compare.summary'>> =>
    ask({ days: 7, ...input });
  const ask = (input: { brandId?: string; days?: number; fromDay?: string; toDay?: string }) =>
    workspace.ask('compare.summary', input);
  const codes = async (): Promise<string[]> => (await summary()).cautions.map(({ code }) => code);
  /** `count` mentions of each name on a day. */
  const say = (day: number, name: string, count: number, part: Partial<RawItem> = {}): void => {
    workspace.store(
      ...Array.from({ length: count }, (_, n) => ({
        text: `${name} words`,
        publishedAt: on(day) + n * 60_000,
        ...part,
      })),
    );
  };
  const oldEnough = (): void => {
    workspace.engine.workspace.write.run('UPDATE brand SET created_at = 0');
  };

  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.ask('settings.set', { key: 'zone', value: 'Europe/Bucharest' });
    await workspace.source('http://127.0.0.1:9/feed');
    own = await workspace.brand('Miramar', 'miramar');
    rival = await competitor('Vega', 'vega');
    oldEnough();
  });
  afterEach(() => workspace.close());

  it('puts the own brand first and both spans beside each other', async () => {
    say(22, 'miramar good', 3);
    say(22, 'vega bad', 1);
    say(12, 'miramar', 1);
    say(12, 'vega', 3);
    const answer = await summary();
    expect(answer).toMatchObject({
      fromDay: '2026-11-17',
      toDay: '2026-11-23',
      beforeFromDay: '2026-11-10',
      beforeToDay: '2026-11-16',
    });
    expect(answer.days).toHaveLength(7);
    const [first, second] = answer.brands;
    expect(first).toMatchObject({
      brandId: own,
      now: { mentions: 3, positive: 3 },
      before: { mentions: 1, neutral: 1 },
      share: { mentions: { now: 0.75, before: 0.25 }, interactions: { now: null } },
      netSentiment: { now: 100, before: 0 },
      health: { now: 1, before: null },
      daily: { mentions: [0, 0, 0, 0, 0, 3, 0] },
    });
    expect(second).toMatchObject({ brandId: rival, netSentiment: { now: -100 }, health: { now: 0 } });
  });

  it('counts days in the zone of the workspace', async () => {
    // 22:30 UTC on the 19th is half past midnight of the 20th in Bucharest.
    workspace.store({ text: 'miramar', publishedAt: Date.UTC(2026, 10, 19, 22, 30) });
    const [first] = (await summary({ fromDay: '2026-11-20', toDay: '2026-11-20' })).brands;
    expect(first?.now.mentions).toBe(1);
    const voices = await workspace.ask('compare.voices', { fromDay: '2026-11-20', toDay: '2026-11-20' });
    expect(voices.brands[0]?.read).toBe(1);
  });

  it('sums reach and interactions, and ranks by the weighted points', async () => {
    const engagement = { ...noEngagement, reactions: 8, views: 100 };
    say(20, 'miramar good', 1, { engagement });
    say(20, 'vega bad', 1);
    const [first, second] = (await summary()).brands;
    expect(first?.now).toMatchObject({ reach: 100, interactions: 8 });
    expect(first?.engagement.now).toBeCloseTo(0.08);
    expect(first?.rank).toMatchObject({ points: 8, place: 1 });
    expect(second?.rank.place).toBe(2);
    expect(first?.presence.now).toBe(100);
  });

  it('finds a crisis, says which days it was and that it moved the share', async () => {
    for (let day = 10; day <= 23; day += 1) {
      say(day, 'miramar', 3);
      say(day, 'vega', 3);
    }
    say(19, 'vega bad', 40);
    say(20, 'vega bad', 20);
    const answer = await summary();
    expect(answer.brands[0]?.peaks).toEqual([]);
    expect(answer.brands[1]?.peaks).toMatchObject([
      { day: '2026-11-19', count: 43, fromDay: '2026-11-19', toDay: '2026-11-20', usual: 3, crisis: true },
    ]);
    expect(answer.reason.mentions).toMatchObject({
      brandId: rival,
      day: '2026-11-19',
      part: 1,
      crisis: true,
    });
    expect(answer.reason.interactions).toBeNull();
    const { fromDay, toDay } = answer.brands[1]?.peaks[0] ?? {};
    expect([fromDay, toDay]).toEqual(['2026-11-19', '2026-11-20']);
  });

  it('names the loudest sites and authors', async () => {
    const author = { ident: 'ana', name: 'Ana', url: null, followers: 500 };
    say(20, 'miramar bad', 2, { author });
    say(21, 'miramar', 1, { url: 'https://other.example/1' });
    const { brands } = await workspace.ask('compare.voices', { days: 7 });
    expect(brands[0]).toMatchObject({
      read: 3,
      more: false,
      sites: [
        { site: 'paper.example', mentions: 2, negative: 2 },
        { site: 'other.example', mentions: 1 },
      ],
      voices: [{ name: 'Ana', connector: 'feed', mentions: 2, negative: 2, followers: 500 }],
    });
    expect(brands[1]?.sites).toEqual([]);
  });

  it('gives a topic to the brand of which it is said more often', async () => {
    let serial = 0;
    // Words of their own, or the texts would be copies of one story.
    const tell = (day: number, words: string): void => {
      serial += 1;
      const own = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `w${letter}${serial}`).join(' ');
      workspace.store({ title: '', text: `${words} ${own}`, publishedAt: on(day) + serial * 60_000 });
    };
    for (let day = 17; day <= 22; day += 1) {
      for (const words of ['miramar pool', 'miramar pool', 'miramar parking']) tell(day, words);
      for (const words of ['vega breakfast', 'vega breakfast', 'vega parking']) tell(day, words);
    }
    const { brands } = await workspace.ask('compare.topics', { days: 7 });
    const terms = brands.map(({ topics }) => topics.map(({ term }) => term).join(' '));
    expect(terms[0]).toContain('pool');
    expect(terms[1]).toContain('breakfast');
    expect(terms.join(' ')).not.toContain('parking');
    const pool = brands[0]?.topics.find(({ term }) => term.includes('pool'));
    expect(pool).toMatchObject({ count: 12, negative: 0 });
    expect(pool?.part).toBeCloseTo(12 / 18);
    const filter = { brandIds: [own], text: pool?.query ?? '' };
    expect((await workspace.ask('mentions.count', { filter })).count).toBe(12);
  });

  it('follows the brand asked for to its owner, and says when there is none', async () => {
    const second = await workspace.brand('Scoicilor', 'scoicilor');
    expect((await summary({ brandId: rival })).brands.map(({ name }) => name)).toEqual(['Miramar', 'Vega']);
    expect((await summary({ brandId: second })).brands.map(({ name }) => name)).toEqual(['Scoicilor']);
    for (const brandId of [own, second]) await workspace.ask('brands.archive', { brandId });
    expect((await summary()).brands).toEqual([]);
  });

  it('refuses days the wrong way round and more than two years', async () => {
    await expect(summary({ fromDay: '2026-11-20', toDay: '2026-11-01' })).rejects.toThrow(/^invalid/);
    await expect(summary({ fromDay: '2023-11-20', toDay: '2026-11-01' })).rejects.toThrow(/731/);
  });

  describe('the guard', () => {
    it('says nothing about brands that are collected alike', async () => {
      say(20, 'miramar', 30);
      say(20, 'vega', 20);
      expect(await codes()).toEqual([]);
    });

    it('warns when only one brand narrows its queries', async () => {
      await workspace.ask('queries.create', {
        brandId: rival,
        name: 'Romanian',
        kind: 'brand',
        text: 'vega lang:ro -site:jobs.example',
      });
      const { cautions } = await summary();
      expect(cautions).toMatchObject([
        { code: 'filters', field: 'lang', brandIds: [rival], without: [own], values: ['lang:ro'] },
        { code: 'filters', field: 'site', values: ['-site:jobs.example'] },
      ]);
    });

    it('warns about other kinds of query, and about none', async () => {
      await workspace.ask('queries.create', { brandId: own, name: 'Bar', kind: 'product', text: 'pool bar' });
      const third = await workspace.ask('brands.create', { name: 'Lido', role: 'competitor', ownerId: own });
      oldEnough();
      expect((await summary()).cautions).toMatchObject([
        { code: 'no-query', brandIds: [third.brandId] },
        { code: 'kinds', kinds: ['product'], brandIds: [own], without: [rival] },
      ]);
    });

    it('warns about a language that only one brand is heard in, when the other is large enough to tell', async () => {
      say(20, 'miramar', 10);
      say(20, 'miramar', 10, { language: 'de' });
      say(20, 'vega', 4);
      expect(await codes()).toEqual([]);
      say(21, 'vega', 20);
      expect((await summary()).cautions).toMatchObject([
        { code: 'languages', languages: ['de'], brandIds: [own], without: [rival] },
      ]);
    });

    it('warns about a young brand, a paused source, and an archived competitor that was heard', async () => {
      const lido = await competitor('Lido', 'lido');
      say(20, 'lido', 3);
      expect((await summary()).cautions).toMatchObject([
        { code: 'young', brandIds: [lido], since: '2026-11-23', span: 'now' },
      ]);
      await workspace.ask('brands.archive', { brandId: lido });
      workspace.engine.workspace.write.run('UPDATE source SET paused = 1');
      expect((await summary()).cautions).toMatchObject([
        { code: 'archived', brandIds: [lido], names: ['Lido'] },
        { code: 'paused', sources: ['http://127.0.0.1:9/feed'] },
      ]);
    });

    it('warns while a query is still being matched', async () => {
      workspace.engine.workspace.write.run(
        'INSERT INTO brand_pending(brand) SELECT key FROM brand WHERE id = ?',
        [rival],
      );
      expect((await summary()).cautions).toMatchObject([{ code: 'matching', brandIds: [rival] }]);
    });
  });
});
