import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectors } from '#engine/connectors/index.ts';
import type { Channel } from '#shared/contract/channels.ts';
import { testWorkspace, type TestWorkspace } from '#tests/helpers/engine.ts';
import { fakeConnector, startFakeNetwork, type FakeNetwork } from '#tests/helpers/fake-network/index.ts';

const DAY = 86_400_000;
/** A moment in November 2026, UTC; the tests' clock stands on the 23rd at ten. */
const on = (day: number, hour = 12): number => Date.UTC(2026, 10, day, hour);

let network: FakeNetwork;
let workspace: TestWorkspace;
let own: string;
let rival: string;

beforeEach(async () => {
  workspace = testWorkspace({ ports: { connectors: new Map([...connectors, ['fake', fakeConnector]]) } });
  network = await startFakeNetwork({ now: () => workspace.clock.now() });
  own = await workspace.brand('Miramar', 'miramar');
  ({ brandId: rival } = await workspace.ask('brands.create', {
    name: 'Vega',
    role: 'competitor',
    ownerId: own,
    query: { name: 'Vega', kind: 'brand', text: 'vega' },
  }));
});
afterEach(async () => {
  expect(await workspace.ask('workspace.doctor', {})).toMatchObject({ ok: true });
  await workspace.close();
  await network.close();
});

const channels = async (
  input: { fromDay?: string; toDay?: string; days?: number } = {},
): Promise<Channel[]> => (await workspace.ask('channels.list', { days: 28, ...input })).channels;

describe('channels, by worked numbers', () => {
  const id = '00000000-0000-7000-8000-000000000007';
  const sample = (name: string, at: number, value: number): void => {
    workspace.engine.workspace.write.run(
      'INSERT INTO metric_sample(subject, name, at, value) VALUES(?, ?, ?, ?)',
      [id, name, at, value],
    );
  };
  const post = (at: number, reactions: number | null, comments: number | null = reactions): void => {
    workspace.engine.workspace.write.run(
      `INSERT INTO post_figure(subject, ident, url, at, text, reactions, comments, shares, views, sampled_at)
       VALUES(?, ?, '', ?, 'Words', ?, ?, NULL, NULL, 0)`,
      [id, `post-${at}`, at, reactions, comments],
    );
  };
  const only = async (input: Parameters<typeof channels>[0] = {}): Promise<Channel | undefined> =>
    (await channels(input))[0];

  beforeEach(() => {
    workspace.engine.workspace.write.run(
      "INSERT INTO watched_profile(id, brand_id, connector, handle, created_at) VALUES(?, ?, 'fake', '@vega', 0)",
      [id, rival],
    );
  });

  it('knows nothing before the first look', async () => {
    expect(await only()).toMatchObject({
      handle: '@vega',
      network: 'Fakebook',
      own: false,
      offered: true,
      shows: { followers: false, posts: false },
      sampledAt: null,
      followers: null,
      change: null,
      daily: [],
      posts: null,
      perWeek: null,
      perPost: null,
      rate: null,
    });
  });

  it('grows against the beginning of the span that was chosen', async () => {
    for (let day = 1; day <= 23; day += 1) sample('followers', on(day, 8), 1000 + 10 * day);
    expect(await only({ days: 7 })).toMatchObject({
      followers: 1230,
      // The 17th at midnight is nearest to the 17th at eight.
      change: { value: 60, before: 1170, since: on(17, 8), whole: true },
      slope: 10,
      daily: [1170, 1180, 1190, 1200, 1210, 1220, 1230],
    });
    expect(await only({ fromDay: '2026-11-03', toDay: '2026-11-05' })).toMatchObject({
      followers: 1050,
      change: { value: 20, whole: true },
      slope: null,
      daily: [1030, 1040, 1050],
    });
  });

  it('says since when, where nobody looked at the beginning, and carries a day without a look on', async () => {
    sample('followers', on(18), 500);
    sample('followers', on(20), 520);
    expect(await only()).toMatchObject({
      sampledAt: on(20),
      followers: 520,
      change: { value: 20, since: on(18), whole: false },
      slope: null,
      daily: [500, 500, 520],
    });
    // Days of the workspace's zone: 23:00 UTC is the next day there.
    await workspace.ask('settings.set', { key: 'zone', value: 'Europe/Bucharest' });
    sample('followers', on(20, 23), 530);
    expect((await only())?.daily).toEqual([500, 500, 520, 530]);
  });

  it('counts posts a week over the days of which all posts are known', async () => {
    sample('shown_since', on(23, 0), 0);
    sample('followers', on(23, 0), 1000);
    for (let day = 1; day <= 8; day += 1) post(on(day), 2);
    // 27 October to 23 November: 28 days, of which 27 are over.
    const whole = await only();
    expect(whole).toMatchObject({ posts: 8, postsSince: null, seenDays: 27 });
    expect(whole?.perWeek).toBeCloseTo((7 * 8) / 27);
    expect(whole).toMatchObject({ interactions: 32, measured: 8, perPost: 4 });

    sample('shown_since', on(23, 1), on(1));
    workspace.engine.workspace.write.run(
      "DELETE FROM metric_sample WHERE name = 'shown_since' AND value = 0",
    );
    const part = await only();
    expect(part).toMatchObject({ posts: 8, postsSince: on(1) });
    // From the first post, which began it, seven came in 21 days and 13 hours.
    expect(part?.perWeek).toBeCloseTo((7 * 7) / (21 + 13 / 24));
  });

  it('leaves posts without figures out of what a post brings', async () => {
    sample('shown_since', on(23, 0), 0);
    post(on(10), null);
    expect(await only()).toMatchObject({ posts: 1, measured: 0, perPost: null, rate: null });
    post(on(11), 3, null);
    expect(await only()).toMatchObject({ posts: 2, measured: 1, perPost: 3, rate: null });
  });

  it('rates engagement by the followers of the day, and says where another day stands in', async () => {
    sample('followers', on(10, 8), 1000);
    sample('followers', on(20, 8), 1500);
    post(on(10, 9), 3, 2);
    post(on(10, 15), 4, 1);
    post(on(20, 9), 20, 10);
    // (10 ÷ 1,000 + 30 ÷ 1,500) ÷ 2
    const exact = await only();
    expect(exact?.rate).toBeCloseTo(0.015);
    expect(exact).toMatchObject({ rateDays: 2, rateEstimated: false });
    post(on(17), 15, 0);
    // The 17th is nearest to the 20th: (0.01 + 0.02 + 0.01) ÷ 3
    const rough = await only();
    expect(rough?.rate).toBeCloseTo(0.04 / 3);
    expect(rough).toMatchObject({ rateDays: 3, rateEstimated: true });
  });

  it('lists the posts behind the numbers', async () => {
    post(on(10), 1);
    post(on(20), 2);
    post(on(1) - 60 * DAY, 2);
    const asked = { channelId: id, fromDay: '2026-11-01', toDay: '2026-11-23' };
    expect((await workspace.ask('channels.posts', asked)).posts).toMatchObject([
      { at: on(20), reactions: 2, comments: 2, shares: null },
      { at: on(10), reactions: 1 },
    ]);
  });
});

describe('channels on a network', () => {
  const watch = (handle: string, brandId = rival) =>
    workspace.ask('channels.watch', { brandId, connector: 'fake', handle: `${network.url}/@${handle}` });

  beforeEach(async () => {
    const { password } = network.store.createAccount('seaview', 'Sea View');
    network.store.createAccount('vega', 'Vega');
    network.store.follow('seaview', 'vega');
    const typed = { server: network.url, handle: 'seaview', password };
    await workspace.ask('accounts.add', { brandId: own, connector: 'fake', typed, allowLocalNetwork: true });
  });

  it('an own account is there by itself, and is read with the watched ones once a day', async () => {
    network.store.write('vega', { text: 'Spa weekend' });
    await watch('vega');
    expect(await channels()).toMatchObject([
      { brandId: own, own: true, handle: '@seaview', sampledAt: null },
      { brandId: rival, own: false, handle: '@vega', followers: 1, posts: 1, postsSince: null, change: null },
    ]);
    for (let day = 0; day < 3; day += 1) {
      workspace.clock.move(DAY + 60_000);
      network.store.createAccount(`guest-${day}`);
      network.store.follow(`guest-${day}`, 'vega');
      const before = workspace.clock.now();
      workspace.engine.services.tick();
      await vi.waitFor(async () => {
        const [mine, theirs] = await channels();
        expect(mine?.sampledAt).toBeGreaterThanOrEqual(before);
        expect(theirs?.sampledAt).toBeGreaterThanOrEqual(before);
      });
      // Not again on the same day.
      workspace.engine.services.tick();
    }
    const [mine, theirs] = await channels();
    expect(mine).toMatchObject({ followers: 0, change: { value: 0 }, daily: [0, 0, 0] });
    expect(theirs).toMatchObject({
      followers: 4,
      change: { value: 3, before: 1, whole: false },
      daily: [1, 2, 3, 4],
    });
  });

  it('says that it does not know older posts than the network shows', async () => {
    // The fake network shows the newest twenty.
    for (let at = 0; at < 25; at += 1) {
      network.store.write('vega', { text: `Post ${at}` });
      workspace.clock.move(3_600_000);
    }
    await watch('vega');
    const [, theirs] = await channels();
    expect(theirs).toMatchObject({ posts: 20, postsSince: workspace.clock.now() - 20 * 3_600_000 });
    expect(theirs?.perWeek).toBeNull();
  });

  it('is watched once, refused in words, and taken back', async () => {
    const { profileId } = await watch('vega');
    await expect(watch('vega')).rejects.toThrow('conflict: @vega is watched already.');
    await expect(watch('nobody')).rejects.toThrow();
    await expect(
      workspace.ask('channels.watch', { brandId: rival, connector: 'feed', handle: 'x' }),
    ).rejects.toThrow('refused');
    const before = await channels();
    const removed = await workspace.ask('channels.unwatch', { profileId });
    expect(await channels()).toHaveLength(1);
    await workspace.ask('history.undo', { changeId: removed.changeId });
    expect(await channels()).toEqual(before);
  });

  it('is read without a login where the own account has lost its own', async () => {
    const write = workspace.engine.workspace.write;
    write.run('DELETE FROM account_secret');
    await expect(watch('vega')).resolves.toMatchObject({ profileId: expect.any(String) });
  });
});
