import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawItem } from '#shared/model/item.ts';
import { weightOf } from '#engine/features/insights/people.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const DAY = 86_400_000;
/** Noon of a day in November 2026; the tests' clock stands on the 23rd. */
const on = (day: number): number => Date.UTC(2026, 10, 1, 12) + (day - 1) * DAY;

describe('insights', () => {
  let workspace: TestWorkspace;
  let brandId: string;

  /** `count` items on a day, each its own story. */
  const say = (day: number, count: number, part: Partial<RawItem>): void => {
    workspace.store(
      ...Array.from({ length: count }, (_, n) => ({
        title: `Miramar ${'abcdefghijklmnopqrstuvwxyz'[n] ?? ''}`,
        publishedAt: on(day) + n * 60_000,
        ...part,
      })),
    );
  };

  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.source('http://127.0.0.1:9/feed');
    brandId = await workspace.brand('Miramar', 'miramar');
  });
  afterEach(() => workspace.close());

  it('tells which topics rise and fall, with sentiment, days and examples', async () => {
    // A link of its own keeps each text from being a copy of another.
    for (let n = 0; n < 6; n += 1) {
      const other = Array.from({ length: 12 }, (_, at) => `w${n}x${at}`).join(' ');
      say(21, 1, { title: '', text: `Miramar bad elevator ${other}`, url: `https://a${n}.example/` });
      say(2, 1, { title: '', text: `Miramar good fireworks ${other}`, url: `https://b${n}.example/` });
    }
    const answer = await workspace.ask('insights.topics', { brandId, days: 7 });
    expect(answer).toMatchObject({ fromDay: '2026-11-17', toDay: '2026-11-23', sampled: false });
    const elevator = answer.rising.find(({ query }) => query.includes('elevator'));
    expect(elevator).toMatchObject({ count: 6, before: 0, negative: 6, positive: 0 });
    expect(elevator?.daily.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect(elevator?.examples[0]?.text).toContain('elevator');
    expect(elevator?.score).toBeGreaterThan(0);
    const fireworks = answer.falling.find(({ query }) => query.includes('fireworks'));
    expect(fireworks).toMatchObject({ count: 0, before: 6 });
    expect([...answer.rising, ...answer.common].some(({ term }) => /miramar/i.test(term))).toBe(false);
  });

  it('finds topics anew when a mention comes in', async () => {
    const count = async (): Promise<number> =>
      (await workspace.ask('insights.topics', { brandId, days: 7 })).mentions;
    say(21, 1, { text: 'one' });
    expect(await count()).toBe(1);
    say(22, 1, { text: 'two other words altogether' });
    expect(await count()).toBe(2);
  });

  it('lets other requests in while it finds topics', async () => {
    for (let n = 0; n < 6; n += 1) {
      const texts = Array.from({ length: 50 }, (_, at) => `Miramar elevator ${n}x${at} ${'abc'.repeat(at)}`);
      workspace.store(...texts.map((text, at) => ({ title: '', text, publishedAt: on(20) + at * 60_000 })));
    }
    let turns = 0;
    let over = false;
    const turn = (): void => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    const { mentions } = await workspace.ask('insights.topics', { brandId, days: 7 });
    over = true;
    expect(turns).toBeGreaterThan(mentions / 25);
  });

  it('weighs influence with activity', () => {
    expect(weightOf(6, 4)).toBe(12);
    expect(weightOf(3, 16)).toBe(12);
  });

  it('lists people and sites with their sentiment, the weightiest first', async () => {
    say(20, 4, { text: 'bad', url: 'https://often.example/', kind: 'news' });
    say(21, 1, { text: 'good', url: 'https://once.example/', kind: 'news' });
    const { sites, read, more } = await workspace.ask('insights.people', { brandId, days: 7 });
    expect({ read, more }).toEqual({ read: 5, more: false });
    expect(sites.map(({ site }) => site)).toEqual(['often.example', 'once.example']);
    const [often] = sites;
    expect(often).toMatchObject({ mentions: 4, negative: 4, positive: 0, lastAt: on(20) + 3 * 60_000 });
    expect(often?.weight).toBeCloseTo(weightOf(often?.influence ?? 0, 4), 9);
  });

  it('leaves out what lies before the span, and other brands', async () => {
    say(2, 3, { text: 'old', url: 'https://old.example/' });
    const { sites, read } = await workspace.ask('insights.people', { brandId, days: 7 });
    expect({ sites, read }).toEqual({ sites: [], read: 0 });
  });

  it('says when a brand is gone', async () => {
    const gone = '00000000-0000-7000-8000-000000000000';
    await expect(workspace.ask('insights.people', { brandId: gone })).rejects.toThrow('not-found');
    await expect(workspace.ask('insights.topics', { brandId: gone })).rejects.toThrow('not-found');
  });
});

describe('a forecast', () => {
  /** Two mentions every day but Sunday, four on Saturdays, for so many days up to yesterday. */
  async function past(days: number): Promise<{ workspace: TestWorkspace; brandId: string }> {
    const workspace = testWorkspace();
    const brandId = await workspace.brand('Miramar', 'miramar');
    await workspace.source('http://127.0.0.1:1/feed');
    const now = workspace.clock.now();
    for (let back = 1; back <= days; back += 1) {
      const at = now - back * DAY;
      const weekday = new Date(at).getUTCDay();
      const count = weekday === 0 ? 1 : weekday === 6 ? 4 : 2;
      workspace.store(
        ...Array.from({ length: count }, (_, n) => ({ title: `Miramar ${back} ${n}`, publishedAt: at + n })),
      );
    }
    return { workspace, brandId };
  }

  it('continues the weeks before, from today on, with a band around it', async () => {
    const { workspace, brandId } = await past(70);
    const { counts, ahead, reason, mase } = await workspace.ask('insights.forecast', { brandId });
    expect(reason).toBeNull();
    expect(mase).toBeLessThanOrEqual(1);
    expect(counts).toHaveLength(70);
    expect(ahead[0]?.day).toBe('2026-11-23');
    expect(ahead).toHaveLength(14);
    const saturday = ahead.find(({ day }) => day === '2026-11-28')?.mean ?? 0;
    const sunday = ahead.find(({ day }) => day === '2026-11-29')?.mean ?? 0;
    expect(saturday).toBeGreaterThan(sunday);
    for (const { low, mean, high } of ahead) expect(low <= mean && mean <= high && low >= 0).toBe(true);
    await workspace.close();
  });

  it('is not drawn from fewer than 28 days, and says so', async () => {
    const { workspace, brandId } = await past(20);
    expect(await workspace.ask('insights.forecast', { brandId })).toMatchObject({
      ahead: [],
      reason: 'short',
      mase: null,
    });
    await workspace.close();
  });
});
