import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MentionFilter } from '#shared/contract/mentions.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('today', () => {
  let workspace: TestWorkspace;
  let own: string;
  let sourceId: string;
  beforeEach(async () => {
    workspace = testWorkspace();
    await workspace.ask('settings.set', { key: 'zone', value: 'Europe/Bucharest' });
    sourceId = await workspace.source('http://127.0.0.1:9/feed');
    own = await workspace.brand('Miramar', 'miramar');
  });
  afterEach(() => workspace.close());

  const summary = (brandIds: string[] = []) => workspace.ask('today.summary', { brandIds });
  const now = (): number => workspace.clock.now();
  const itemCalled = async (title: string): Promise<number> => {
    const filter = MentionFilter.parse({ states: ['new', 'open', 'done', 'snoozed'] });
    const { rows } = await workspace.ask('mentions.list', { filter });
    return rows.find((row) => row.title === title)?.itemId ?? -1;
  };

  it('is empty in a workspace where nothing waits', async () => {
    expect(await summary()).toMatchObject({
      newCount: 0,
      negativeCount: 0,
      first: [],
      returnedCount: 0,
      maybeCount: 0,
      trouble: [],
      silent: [],
    });
  });

  it('puts new negatives of the own brand first, and leaves competitors to the movement', async () => {
    const rival = await workspace.ask('brands.create', {
      name: 'Vega',
      role: 'competitor',
      ownerId: own,
      query: { name: 'Vega', kind: 'brand', text: 'vega' },
    });
    workspace.store(
      { title: 'Bad', text: 'miramar bad', publishedAt: now() - 2 * DAY },
      { title: 'Good', text: 'miramar good', publishedAt: now() - DAY },
      { title: 'Theirs', text: 'vega bad', publishedAt: now() - DAY },
      { title: 'Old', text: 'vega', publishedAt: now() - 9 * DAY },
    );
    const answer = await summary();
    expect(answer).toMatchObject({ newCount: 2, negativeCount: 1 });
    expect(answer.first.map(({ title }) => title)).toEqual(['Bad', 'Good']);
    expect(answer.week).toMatchObject([
      { brandId: own, now: 2, before: 0 },
      { brandId: rival.brandId, now: 1, before: 1 },
    ]);
    expect(answer.days).toHaveLength(30);
    expect(answer.days.at(-1)).toBe('2026-11-23');
    expect(answer.series[0]?.counts.slice(-3)).toEqual([1, 1, 0]);
    expect(answer.series[0]?.negative.slice(-3)).toEqual([1, 0, 0]);
    expect((await summary([rival.brandId])).first.map(({ title }) => title)).toEqual(['Theirs', 'Old']);
  });

  it('tells what came back from a snooze until it is taken up', async () => {
    workspace.store({ title: 'Later', text: 'miramar', publishedAt: now() - DAY });
    const target = { itemId: await itemCalled('Later'), brandId: own };
    await workspace.ask('mentions.snooze', { targets: [target], until: now() + HOUR });
    expect(await summary()).toMatchObject({ newCount: 0, returnedCount: 0 });
    workspace.clock.move(2 * HOUR);
    workspace.engine.services.tick();
    const back = await summary();
    expect(back).toMatchObject({ newCount: 0, returnedCount: 1 });
    expect(back.returned.map(({ title }) => title)).toEqual(['Later']);
    await workspace.ask('mentions.setState', { targets: [target], state: 'done' });
    expect((await summary()).returnedCount).toBe(0);
  });

  it('names sources in trouble and those that fell silent, not paused ones', async () => {
    const state = (sql: string, ...values: (string | number)[]) =>
      workspace.engine.workspace.write.run(`UPDATE source_state SET ${sql}`, values);
    state('status = ?, last_new_at = ?', 'ok', now() - 22 * DAY);
    expect(await summary()).toMatchObject({ trouble: [], silent: [{ sourceId, since: now() - 22 * DAY }] });
    state('status = ?, code = ?', 'failing', 'timeout');
    expect(await summary()).toMatchObject({ silent: [], trouble: [{ sourceId, code: 'timeout' }] });
    await workspace.ask('sources.update', { sourceId, paused: true });
    expect(await summary()).toMatchObject({ silent: [], trouble: [] });
  });
});
