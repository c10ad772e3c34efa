import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import type { AccountContext } from '#engine/connectors/kit/index.ts';
import { createHttp } from '#engine/node/http.ts';
import { noisyImage } from '../../connectors/post.ts';
import { startBlueskyPds, type BlueskyAccount, type BlueskyServer } from './network.ts';
import { missing, signInAt } from './signed-in.ts';

const http = createHttp({ version: 'test' });
let server: BlueskyServer;
beforeAll(async () => {
  server = await startBlueskyPds();
});
afterAll(async () => {
  await server.close();
  await http.close();
});

describe('a server without the network around it', () => {
  const publish = bluesky.publish ?? missing();
  let owner: BlueskyAccount;
  let context: AccountContext;
  beforeAll(async () => {
    owner = await server.createAccount('harbour');
    const typed = { handle: owner.handle, password: owner.appPassword, service: server.pdsUrl };
    ({ context } = await signInAt({ typed, http }));
  });

  const post = (text: string, more: Record<string, unknown> = {}): Parameters<typeof publish.send>[1] => ({
    text,
    title: '',
    images: [],
    thread: [],
    language: 'en',
    holdUntil: null,
    key: uuidv7(),
    ...more,
  });

  /** What the account's own server keeps of it, without a sign-in. */
  async function records(): Promise<{ uri: string; value: Record<string, unknown> }[]> {
    const collection = 'app.bsky.feed.post';
    const answer = await fetch(
      `${server.pdsUrl}/xrpc/com.atproto.repo.listRecords?repo=${owner.did}&collection=${collection}`,
    );
    const { records: list } = (await answer.json()) as Awaited<{ records: ReturnType<typeof records> }>;
    return list;
  }

  it('takes a post with a picture, finds it again, deletes it', async () => {
    const what = post('The boats are back 🚤', { images: [noisyImage('Boats in the harbour')] });
    const attempt = { what, key: what.key, since: Date.now() };
    expect(await publish.find(context, attempt)).toBeNull();
    const sent = await publish.send(context, what);
    expect(await publish.find(context, attempt)).toEqual(sent);
    expect((await records()).find(({ uri }) => uri === sent.ident)?.value).toMatchObject({
      text: 'The boats are back 🚤',
      embed: { images: [{ alt: 'Boats in the harbour', aspectRatio: { width: 256, height: 256 } }] },
    });
    await bluesky.remove?.(context, { ident: sent.ident });
    expect(await publish.find(context, attempt)).toBeNull();
  });

  it('deletes a thread whole with its first part, also where that was broken off; a later part alone', async () => {
    const kept = await publish.send(context, post('Another post'));
    const parts = { thread: ['second', 'third', 'fourth'] };
    const texts = async (): Promise<unknown[]> => (await records()).map(({ value }) => value['text']);
    const whole = await publish.send(context, post('first', parts));
    expect((await texts()).length).toBe(5);
    await bluesky.remove?.(context, { ident: whole.ident });
    expect(await texts()).toEqual(['Another post']);

    const broken = await publish.send(context, post('first', parts));
    const second = (await records()).find(({ value }) => value['text'] === 'second')?.uri ?? '';
    await bluesky.remove?.(context, { ident: second });
    expect((await texts()).toSorted()).toEqual(['Another post', 'first', 'fourth', 'third']);
    await bluesky.remove?.(context, { ident: broken.ident });
    await bluesky.remove?.(context, { ident: broken.ident });
    expect((await records()).map(({ uri }) => uri)).toEqual([kept.ident]);
  });
});
