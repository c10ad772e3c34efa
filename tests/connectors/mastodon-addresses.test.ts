import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Own } from '#engine/connectors/mastodon/protocol.ts';
import { startFakeMastodon, type FakeMastodon } from './mastodon/fake.ts';
import { all, can, own } from './mastodon/served.ts';
import { failure } from './session.ts';

const FAR = 'https://far.example/users/anna/statuses/7';

let fake: FakeMastodon;
let context: Own;

beforeEach(async () => {
  fake = await startFakeMastodon(['seaview', 'anna']);
  fake.store.tokens.set('token', 'seaview');
  const domain = new URL(fake.url).host;
  context = own(fake.url, {
    account: { server: fake.url, domain, id: '1000', username: 'seaview', url: `${fake.url}/@seaview` },
    now: Date.now,
  });
});
afterEach(() => fake.close());

const answer = (to: string) => ({
  to,
  thread: to,
  text: 'Thank you',
  private: false,
  toHandle: null,
  key: 'k',
});
const answers = () => fake.store.list(({ author }) => author === 'seaview');
const asked = (path: RegExp): string[] => fake.requests.filter((one) => path.test(one));

describe('a post that a search found, on a server that has not seen it', () => {
  beforeEach(() => fake.store.elsewhere.set(FAR, { author: 'anna', text: 'Sea View was good' }));

  it('is fetched by its address, once, and answered', async () => {
    const since = Date.now();
    const sent = await can('reply').send(context, answer(FAR));
    const [there] = fake.store.list(({ from }) => from === FAR);
    expect(answers()).toMatchObject([{ parent: there?.id, text: '@anna Thank you' }]);
    expect(asked(/search/)).toHaveLength(1);
    const attempt = { what: answer(FAR), key: 'k', since };
    expect(await can('reply').find(context, attempt)).toEqual(sent);
  });

  it('is liked, and the like is taken back', async () => {
    const likes = () => fake.store.list(({ from }) => from === FAR)[0]?.likes.size;
    await can('like')(context, { ident: FAR, on: true });
    expect(likes()).toBe(1);
    await can('like')(context, { ident: FAR, on: false });
    expect(likes()).toBe(0);
  });

  it('is told as out of reach where the server cannot fetch it, and nothing is sent', async () => {
    fake.store.elsewhere.clear();
    const why = { kind: 'refused', code: 'not-fetched', effect: 'no', params: { from: 'far.example' } };
    expect(await failure(can('reply').send(context, answer(FAR)))).toMatchObject(why);
    expect(await failure(can('like')(context, { ident: FAR, on: true }))).toMatchObject(why);
    await can('like')(context, { ident: FAR, on: false });
    expect(asked(/^POST/)).toEqual([]);
  });
});

it('a post whose own server does not answer is found among the mentions that came', async () => {
  fake.store.write('anna', { text: '@seaview are you open?', from: FAR });
  fake.store.fetch = () => undefined;
  await can('reply').send(context, answer(FAR));
  expect(answers()).toHaveLength(1);
});

it('a post of the own server needs no search; one that is gone is told as gone', async () => {
  const post = fake.store.write('anna', { text: '@seaview hello' });
  await can('reply').send(context, answer(fake.addressOf(post)));
  expect(answers()).toMatchObject([{ parent: post.id }]);
  expect(asked(/search/)).toEqual([]);
  fake.store.remove(post.id);
  const error = await failure(can('reply').send(context, answer(fake.addressOf(post))));
  expect(error).toMatchObject({ kind: 'gone', code: 'parent-gone', effect: 'no' });
});

it('a post has one identity, whether it comes by a search or into the inbox, and so has its parent', async () => {
  const above = fake.store.write('seaview', { text: 'Our pool is open #pool' });
  const post = fake.store.write('anna', { text: '@seaview lovely #pool', parent: above.id });
  const settings = { server: '', tags: 'pool', words: '' };
  const [batch] = await all(can('collect')({ ...context, settings, through: context }, null));
  const [read] = await all(can('inbox')(context, null));
  expect(read?.threads[0]?.entries).toMatchObject([
    { ident: fake.addressOf(above), parent: null },
    { ident: fake.addressOf(post), parent: fake.addressOf(above) },
  ]);
  expect(batch?.items.map(({ ident }) => ident).toSorted()).toEqual(
    [fake.addressOf(above), fake.addressOf(post)].toSorted(),
  );
});
