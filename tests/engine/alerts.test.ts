import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertKind, AlertWhy } from '#shared/contract/alerts.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import { noEngagement, type RawItem } from '#shared/model/item.ts';
import { loadWordTools } from '#engine/features/alerts/rising-words.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let ws: TestWorkspace;
let inn: string;
let told: EventPayload<'alert.raised'>[];

beforeEach(async () => {
  await loadWordTools();
  ws = testWorkspace();
  told = [];
  ws.engine.onEvent((name, payload) => {
    if (name === 'alert.raised') told.push(payload as EventPayload<'alert.raised'>);
  });
  await ws.ask('settings.set', { key: 'zone', value: 'Europe/Bucharest' });
  inn = await ws.brand('Inn', 'inn');
  await ws.source('https://paper.example/feed');
});

afterEach(async () => {
  expect((await ws.ask('workspace.doctor', {})).ok).toBe(true);
  await ws.close();
});

/** Texts that nobody would take for copies of each other. */
let serial = 0;
function about(what: string): string {
  serial += 1;
  const own = Array.from({ length: 14 }, (_, at) => `word${serial}x${at}`);
  return `Inn ${what} ${own.join(' ')}`;
}

const post = (text: string, ago = 0, part: Partial<RawItem> = {}): Partial<RawItem> => ({
  title: '',
  text,
  kind: 'social',
  publishedAt: ws.clock.now() - ago,
  ...part,
});

/** Lives through `days` with one good mention at noon every other day. */
function live(days: number): void {
  for (let day = 0; day < days; day += 1) {
    ws.clock.move(DAY);
    if (day % 2 === 0) ws.store(post(about('was good'), HOUR));
  }
}

async function raised(kind?: AlertKind): Promise<{ kind: AlertKind; why: AlertWhy; id: string }[]> {
  await ws.ask('alerts.evaluate', {});
  const { alerts } = await ws.ask('alerts.list', {});
  return alerts.filter((alert) => kind === undefined || alert.kind === kind);
}

describe('spikes', () => {
  it('say which of several queries gained, and nothing where there is but one', async () => {
    const { queryId } = await ws.ask('queries.create', {
      brandId: inn,
      name: 'Soup',
      kind: 'product',
      text: 'soup',
    });
    await ws.engine.settle();
    live(35);
    for (let n = 0; n < 4; n += 1) ws.store(post(about('had a bad cold soup'), (n + 1) * 600_000));
    const [first] = await raised('negativeSpike');
    expect(first?.why.queries).toEqual([{ queryId, name: 'Soup', share: 1, usual: 0 }]);
  });

  it('four negatives at a small inn alert once, with the reason', async () => {
    live(35);
    for (let n = 0; n < 4; n += 1) ws.store(post(about('had a bad cold soup'), (n + 1) * 600_000));
    const alerts = await raised('negativeSpike');
    expect(alerts).toHaveLength(1);
    expect(await raised('negativeSpike')).toHaveLength(1);
    const detail = await ws.ask('alerts.get', { alertId: alerts[0]?.id ?? '' });
    expect(detail.why).toMatchObject({ observed: 4, method: 'tail', threshold: 1e-4, sensitivity: 'normal' });
    expect(detail.why.expected ?? 1).toBeLessThan(0.5);
    expect(detail.why.tail ?? 0).toBeLessThan(-4);
    expect(detail.why.words.map(({ word }) => word).join(' ')).toContain('soup');
    expect(detail.items).toHaveLength(4);
    expect(detail.hours.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(detail.headline).toContain('cold soup');
  });

  it('two negatives do not, nor does a brand that is still being learnt', async () => {
    live(2);
    for (let n = 0; n < 4; n += 1) ws.store(post(about('was bad')));
    expect(await raised()).toEqual([]);
    live(35);
    for (let n = 0; n < 2; n += 1) ws.store(post(about('was bad')));
    expect(await raised()).toEqual([]);
  });

  it('a usual Monday morning is no spike', async () => {
    const alerts: unknown[] = [];
    for (let day = 0; day < 57; day += 1) {
      ws.clock.move(DAY);
      const monday = new Date(ws.clock.now()).getUTCDay() === 1;
      for (let n = 0; n < (monday ? 6 : 1); n += 1) ws.store(post(about('was bad'), n * 60_000));
      if (day > 40) alerts.push(...(await raised('negativeSpike')));
    }
    expect(alerts).toEqual([]);
  });

  it('is told again only when it has grown a lot, or after it had ended', async () => {
    live(35);
    for (let n = 0; n < 4; n += 1) ws.store(post(about('was bad')));
    expect(await raised('negativeSpike')).toHaveLength(1);
    ws.clock.move(2 * HOUR);
    for (let n = 0; n < 2; n += 1) ws.store(post(about('was bad')));
    expect(await raised('negativeSpike')).toHaveLength(1);
    ws.clock.move(2 * HOUR);
    for (let n = 0; n < 14; n += 1) ws.store(post(about('was bad')));
    const grown = await ws.ask('alerts.evaluate', {}).then(() => ws.ask('alerts.list', {}));
    expect(grown.alerts.filter(({ kind }) => kind === 'negativeSpike').map(({ nth }) => nth)).toEqual([2, 1]);
    live(40);
    for (let n = 0; n < 9; n += 1) ws.store(post(about('was bad')));
    expect(await raised('negativeSpike')).toHaveLength(3);
  });

  it('finds what happened while the app was closed', async () => {
    live(35);
    ws.clock.move(2 * DAY);
    for (let n = 0; n < 5; n += 1) ws.store(post(about('was bad'), 30 * HOUR));
    const alerts = await raised('negativeSpike');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.why.to ?? 0).toBeLessThan(ws.clock.now() - 28 * HOUR);
  });

  it('an archive, copies of one story, somebody muted, and a source just added raise nothing', async () => {
    live(35);
    for (let n = 0; n < 9; n += 1) ws.store(post(about('was bad'), 12 * DAY + n * 60_000));
    expect(await raised()).toEqual([]);

    const story = about(
      'was bad, said the agency, in words that every paper printed as they came over the wire',
    );
    for (let n = 0; n < 6; n += 1) ws.store(post(story, 0, { url: `https://paper${n}.example/a` }));
    expect(await raised()).toEqual([]);

    const author = { ident: 'troll', name: 'Troll', url: null, followers: null };
    await ws.ask('blocks.add', {
      kind: 'author',
      mode: 'mute',
      connector: 'feed',
      ident: 'troll',
      name: 'Troll',
    });
    for (let n = 0; n < 6; n += 1) ws.store(post(about('was bad'), 0, { author }));
    expect(await raised()).toEqual([]);

    ws.engine.workspace.write.run('UPDATE source SET created_at = ?', [ws.clock.now() + 1]);
    for (let n = 0; n < 6; n += 1) ws.store(post(about('was bad')));
    expect(await raised()).toEqual([]);
  });

  it('a competitor’s wave belongs to the brand it is compared with', async () => {
    const { brandId: rival } = await ws.ask('brands.create', {
      name: 'Rival',
      role: 'competitor',
      ownerId: inn,
      query: { name: 'Rival', kind: 'brand', text: 'rival' },
    });
    live(35);
    for (let n = 0; n < 8; n += 1) ws.store(post(about('').replace('Inn', 'Rival')));
    expect(await raised()).toMatchObject([{ kind: 'competitorSpike', brandId: inn, aboutBrandId: rival }]);
    await ws.ask('alerts.setSettings', { brandId: inn, kinds: [] });
    await expect(ws.ask('alerts.setSettings', { brandId: rival, kinds: [] })).rejects.toThrow('refused');
  });

  it('by mean and k sigma where that is chosen', async () => {
    await ws.ask('alerts.setSettings', { brandId: inn, method: 'meanSigma' });
    live(35);
    for (let n = 0; n < 4; n += 1) ws.store(post(about('was fine')));
    expect((await raised('volumeSpike'))[0]?.why).toMatchObject({ method: 'meanSigma', threshold: 2 });
  });
});

describe('silence', () => {
  it('alerts once, when Earshot has listened, and says whether collecting works', async () => {
    for (let n = 0; n < 60; n += 1) {
      ws.clock.move(10 * HOUR);
      ws.store(post(about('was fine')));
    }
    ws.clock.move(90 * HOUR);
    expect(await raised()).toEqual([]);
    ws.engine.workspace.write.run('UPDATE source_state SET last_tried_at = ?', [ws.clock.now()]);
    const alerts = await raised('silence');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.why.silence?.collecting).toBe(false);
    ws.clock.move(DAY);
    expect(await raised('silence')).toHaveLength(1);
  });
});

describe('one mention', () => {
  const loud = { engagement: { ...noEngagement, views: 500_000 } };

  it('a negative from an influential source alerts on arrival, once a story', async () => {
    ws.store(
      post(about('was bad'), HOUR, loud),
      post(about('was good'), HOUR, loud),
      post(about('was bad'), HOUR, { url: 'https://small.example/1' }),
    );
    const { alerts } = await ws.ask('alerts.list', {});
    expect(alerts).toMatchObject([
      { kind: 'influentialNegative', state: 'new', why: { threshold: 6, reach: 500_000 } },
    ]);
    ws.store(post(about('was bad'), 60 * HOUR, loud));
    expect((await ws.ask('alerts.list', {})).alerts).toHaveLength(1);
  });

  it('crisis words in the language of the text; more of the same story join', async () => {
    ws.store(post(about('bedbugs in room 12'), 0, { language: 'en' }));
    ws.store(post(about('gândaci și incendiu la bucătărie'), 0, { language: 'ro' }));
    ws.store(post(about('was good, no bedbugs at all'), 0, { language: 'en' }));
    const { alerts } = await ws.ask('alerts.list', {});
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.why).toMatchObject({ observed: 2, found: ['bedbug*', 'gândac*', 'incendi*'] });
    expect(alerts[0]?.why.itemIds).toHaveLength(2);
    ws.clock.move(2 * DAY);
    ws.store(post(about('an ambulance came'), 0, { language: 'en' }));
    expect((await ws.ask('alerts.list', {})).alerts).toHaveLength(2);
  });

  it('the list of words is the brand’s own, and its change can be undone', async () => {
    await ws.ask('alerts.setSettings', { brandId: inn, words: { en: ['soup', 'wet towel*'] } });
    ws.store(post(about('bedbugs')), post(about('cold soup and wet towels')));
    expect((await ws.ask('alerts.list', {})).alerts[0]?.why.found).toEqual(['soup', 'wet towel*']);
    await ws.ask('history.undo', {});
    const { settings } = await ws.ask('alerts.settings', {});
    expect(settings).toMatchObject([{ brandId: inn, words: {}, sensitivity: 'normal' }]);
    await expect(ws.ask('alerts.setSettings', { brandId: inn, words: { en: ['**'] } })).rejects.toThrow(
      'invalid',
    );
  });

  it('a muted brand raises nothing until its time', async () => {
    await ws.ask('alerts.setSettings', { brandId: inn, mutedUntil: ws.clock.now() + DAY });
    ws.store(post(about('bedbugs')));
    expect((await ws.ask('alerts.list', {})).alerts).toEqual([]);
    ws.clock.move(2 * DAY);
    ws.store(post(about('bedbugs')));
    expect((await ws.ask('alerts.list', {})).alerts).toHaveLength(1);
  });
});

describe('telling', () => {
  const tick = (): void => ws.engine.services.tick();

  it('at once, once, and with the very mention', async () => {
    ws.store(post(about('bedbugs')));
    tick();
    tick();
    expect(told).toMatchObject([
      { count: 1, digest: false, alerts: [{ kind: 'crisisWords', brandName: 'Inn' }] },
    ]);
    const itemId = told[0]?.alerts[0]?.itemId ?? -1;
    expect((await ws.ask('mentions.get', { itemId })).text).toContain('bedbugs');
  });

  it('quiet hours collect, and their end tells everything together', async () => {
    // 12:00 in Bucharest.
    await ws.ask('alerts.setSettings', { brandId: inn, quiet: { from: '11:00', to: '15:00' } });
    ws.store(post(about('bedbugs'), 0, { engagement: { ...noEngagement, views: 500_000 } }));
    ws.store(post(about('bad bad'), 0, { engagement: { ...noEngagement, views: 500_000 } }));
    tick();
    expect(told).toEqual([]);
    ws.clock.move(3 * HOUR - 60_000);
    tick();
    expect(told).toEqual([]);
    ws.clock.move(60_000);
    tick();
    expect(told).toMatchObject([{ count: 2, digest: true }]);
  });

  it('a daily digest comes at its time, and leaves out what was seen meanwhile', async () => {
    await ws.ask('alerts.setSettings', { brandId: inn, delivery: 'daily', digestAt: '18:30' });
    ws.store(post(about('bedbugs')));
    const loud = { url: 'https://loud.example/1', engagement: { ...noEngagement, views: 500_000 } };
    ws.store(post(about('bad'), 0, loud));
    const { alerts } = await ws.ask('alerts.list', {});
    await ws.ask('alerts.seen', { alertIds: [alerts[0]?.id ?? ''] });
    ws.clock.move(6.5 * HOUR - 1000);
    tick();
    expect(told).toEqual([]);
    ws.clock.move(1000);
    tick();
    expect(told).toMatchObject([{ count: 1, digest: true }]);
  });
});

describe('what a person does with an alert', () => {
  it('seen, closed and snoozed; undone; and back when its time has come', async () => {
    ws.store(post(about('bedbugs')));
    const id = (await ws.ask('alerts.list', {})).alerts[0]?.id ?? '';
    const state = async (): Promise<string | undefined> => (await ws.ask('alerts.list', {})).alerts[0]?.state;
    expect((await ws.ask('alerts.count', {})).new).toBe(1);
    await ws.ask('alerts.seen', { alertIds: [id] });
    expect(await state()).toBe('seen');
    await ws.ask('alerts.setState', { alertIds: [id], state: 'closed' });
    expect(await state()).toBe('closed');
    await ws.ask('history.undo', {});
    expect(await state()).toBe('seen');
    ws.engine.services.tick();
    const before = told.length;
    await ws.ask('alerts.snooze', { alertIds: [id], until: ws.clock.now() + HOUR });
    expect(await state()).toBe('snoozed');
    expect((await ws.ask('alerts.list', { states: ['new', 'seen'] })).alerts).toEqual([]);
    ws.clock.move(HOUR);
    ws.engine.services.tick();
    expect(await state()).toBe('new');
    expect(told).toHaveLength(before + 1);
    await expect(ws.ask('alerts.snooze', { alertIds: [id], until: 1 })).rejects.toThrow('invalid');
  });

  it('pages newest first', async () => {
    for (let n = 0; n < 5; n += 1) {
      ws.store(post(about('bedbugs')));
      ws.clock.move(2 * DAY);
    }
    const first = await ws.ask('alerts.list', { limit: 3 });
    const second = await ws.ask('alerts.list', { limit: 3, after: first.next });
    const times = [...first.alerts, ...second.alerts].map(({ at }) => at);
    expect(times).toHaveLength(5);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(second.next).toBeNull();
  });
});
