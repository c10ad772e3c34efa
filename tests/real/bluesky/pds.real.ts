import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import {
  consentThrough,
  type AccountContext,
  type NetworkContext,
  type Sent,
  type SignInContext,
} from '#engine/connectors/kit/index.ts';
import { createConsent } from '#engine/node/consent.ts';
import { createHttp } from '#engine/node/http.ts';
import { networkContext } from '#tests/helpers/network-context.ts';
import { noisyImage } from '../../connectors/post.ts';
import { slotOf } from '../../connectors/session.ts';
import { Browser, person } from './browser.ts';
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

type Publish = NonNullable<typeof bluesky.publish>['send'];
const post = (text: string, more: Record<string, unknown> = {}): Parameters<Publish>[1] => ({
  text,
  title: '',
  images: [],
  thread: [],
  language: 'en',
  holdUntil: null,
  key: uuidv7(),
  ...more,
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
    expect(new Set(await texts())).toEqual(new Set(['Another post', 'first', 'fourth', 'third']));
    await bluesky.remove?.(context, { ident: broken.ident });
    await bluesky.remove?.(context, { ident: broken.ident });
    expect((await records()).map(({ uri }) => uri)).toEqual([kept.ident]);
  });

  it('takes a thread back when a part of it is refused', async () => {
    const before = await records();
    const too = post('first of two', { thread: ['fits', 'x'.repeat(301)] });
    await expect(publish.send(context, too)).rejects.toMatchObject({ kind: 'refused', code: 'rejected' });
    expect(await records()).toEqual(before);
  });
});

describe('signing in through the browser', () => {
  const { signIn, check, signOut } = bluesky.account ?? missing();
  let owner: BlueskyAccount;
  beforeAll(async () => {
    owner = await server.createAccount('lantern');
  });

  const network = (now = Date.now): NetworkContext =>
    networkContext({ http, baseUrl: server.pdsUrl, now: () => now() });
  const typed = (): Record<string, string> => ({ handle: owner.handle, directory: server.plcUrl });
  const open = async (now = Date.now): Promise<AccountContext> => {
    const signedIn = await signIn({ ...network(now), typed: typed(), consent: person(owner) });
    return {
      ...network(now),
      account: signedIn.settings,
      ident: signedIn.ident,
      secrets: slotOf(signedIn.secrets),
    };
  };
  /** A call that needs the sign-in, and shows whose it is. */
  const publishAs = (context: AccountContext): Promise<Sent> =>
    (bluesky.publish ?? missing()).send(context, post('Signed in with a lantern'));

  it('finds the server behind a handle, keeps no secret in its settings, and can do what an app password can', async () => {
    const signedIn = await signIn({ ...network(), typed: typed(), consent: person(owner) });
    expect(signedIn).toMatchObject({
      ident: owner.did,
      handle: `@${owner.handle}`,
      settings: { did: owner.did, pds: server.pdsUrl },
    });
    const kept = JSON.stringify(signedIn.settings);
    for (const secret of Object.values(signedIn.secrets)) expect(kept).not.toContain(secret);
    const context = await open();
    const sent = await publishAs(context);
    expect(sent.ident.startsWith(`at://${owner.did}/`)).toBe(true);
    await bluesky.remove?.(context, { ident: sent.ident });
  });

  it('renews once, however many ask at once, when a token is no longer taken', async () => {
    const context = await open();
    const before = { access: context.secrets.get('access'), refresh: context.secrets.get('refresh') };
    await context.secrets.put({ access: before.access?.replace(/.{6}$/, 'AAAAAA') ?? '' });
    const sent = await Promise.all([publishAs(context), publishAs(context), publishAs(context)]);
    expect(new Set(sent.map(({ ident }) => ident)).size).toBe(3);
    expect(context.secrets.get('refresh')).not.toBe(before.refresh);
    expect(await check(context)).toMatchObject({ ident: owner.did, handle: `@${owner.handle}` });
  });

  it('works with a clock that is ten minutes wrong, either way', async () => {
    for (const offMs of [-600_000, 600_000]) {
      const context = await open(() => Date.now() + offMs);
      expect(await check(context)).toMatchObject({ ident: owner.did });
      expect((await publishAs(context)).held).toBe(false);
    }
  });

  it('says who signed in when it was somebody else, and what to do when nobody would', async () => {
    const other = await server.createAccount('stranger');
    const somebody = signIn({ ...network(), typed: typed(), consent: person(other) });
    await expect(somebody).rejects.toMatchObject({ kind: 'invalid', code: 'other-account', field: 'handle' });
    expect(await new Browser().takeBack(server.pdsUrl, other)).toBe(0);
    const no = signIn({ ...network(), typed: typed(), consent: person(owner, false) });
    await expect(no).rejects.toMatchObject({ kind: 'refused', code: 'consent-refused' });
  });

  it('uses no answer that another server may have given', async () => {
    const consent: SignInContext['consent'] = async (page) => {
      const given = await person(owner)(page);
      return { ...given, parameters: { ...given.parameters, iss: 'https://elsewhere.example' } };
    };
    const mixed = signIn({ ...network(), typed: typed(), consent });
    await expect(mixed).rejects.toMatchObject({ kind: 'refused', code: 'consent-state' });
    const late: SignInContext['consent'] = async (page) => ({
      ...(await person(owner)(page)),
      code: 'cod-none',
    });
    const wrong = signIn({ ...network(), typed: typed(), consent: late });
    await expect(wrong).rejects.toMatchObject({ kind: 'refused', code: 'not-granted' });
  });

  it('comes back over a port of this machine', async () => {
    const opened: string[] = [];
    const browser = createConsent(async (page) => {
      opened.push(page);
      const answer = await fetch(await new Browser().answer(page, owner));
      expect(await answer.text()).toContain('You can close this window');
      return true;
    });
    const consent = consentThrough(browser, new AbortController().signal);
    expect(await signIn({ ...network(), typed: typed(), consent })).toMatchObject({ ident: owner.did });
    // Nothing of the request stands in the address: it was handed over beforehand.
    expect(opened.map((page) => [...new URL(page).searchParams.keys()])).toEqual([
      ['client_id', 'request_uri'],
    ]);
  });

  it('asks nobody on this machine unless that is allowed', async () => {
    const guarded = { ...network(), allowLocalNetwork: false };
    const refused = signIn({ ...guarded, typed: typed(), consent: person(owner) });
    await expect(refused).rejects.toMatchObject({ kind: 'refused', code: 'private-address' });
  });

  it('asks to sign in again once it was taken back, and gives itself back', async () => {
    const [context, other] = [await open(), await open()];
    await signOut?.(other);
    await expect(check(other)).rejects.toMatchObject({ kind: 'reauth', code: 'grant-over', effect: 'no' });
    expect(await check(context)).toMatchObject({ ident: owner.did });
    expect(await new Browser().takeBack(server.pdsUrl, owner)).toBeGreaterThan(0);
    await expect(check(context)).rejects.toMatchObject({ kind: 'reauth', code: 'grant-over', effect: 'no' });
    await context.secrets.put({ access: 'over' });
    await expect(publishAs(context)).rejects.toMatchObject({ kind: 'reauth', code: 'grant-over' });
  });
});
