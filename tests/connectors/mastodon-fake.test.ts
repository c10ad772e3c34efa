import { mastodon } from '#engine/connectors/mastodon/index.ts';
import { consentThrough } from '#engine/connectors/kit/index.ts';
import type { Subject } from './bench.ts';
import { failureDrill } from './drill.ts';
import { startFakeMastodon } from './mastodon/fake.ts';
import { connectorSuite } from './suite.ts';

const REDIRECT = 'http://127.0.0.1:9/back';

const numberOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const subject: Subject = {
  connector: mastodon,
  settleMs: 2000,
  cannot: { 'drill.expired': 'tokens of Mastodon never run out' },
  async start(via) {
    const fake = await startFakeMastodon(['seaview', 'anna']);
    const { store } = fake;
    const server = await via(fake.url);
    for (let day = 1; day <= 45; day += 1)
      store.write('anna', { text: `Breakfast & sea, day ${day}: 5 < 6 #breakfast` });
    const browser = {
      ask: async (page: (redirect: string) => Promise<string>) => {
        const back = store.grant(await page(REDIRECT), 'seaview');
        return { redirectUri: REDIRECT, parameters: Object.fromEntries(back.searchParams) };
      },
    };
    return {
      typed: { server },
      consent: consentThrough(browser, new AbortController().signal),
      wrong: {
        typed: { server },
        consent: async (page) => {
          await page({ redirectUri: REDIRECT, state: 's', challenge: 'c' });
          return { code: 'nobody-gave-this', redirectUri: REDIRECT, verifier: 'v', parameters: {} };
        },
      },
      hosts: ['127.0.0.1'],
      collect: { settings: { server, tags: '#Breakfast' }, atLeast: 45 },
      profile: `${server}/@anna`,
      guest: {
        comment: (under, text) =>
          Promise.resolve(
            fake.addressOf(store.write('anna', { text: `@seaview ${text}`, parent: numberOf(under) })),
          ),
        mention: (text) => Promise.resolve(fake.addressOf(store.write('anna', { text: `@seaview ${text}` }))),
        remove: (ident) => Promise.resolve(store.remove(numberOf(ident))),
        find: (word) =>
          Promise.resolve(
            store
              .list(({ author, text }) => author === 'seaview' && text.includes(word))
              .map((post) => ({
                ident: fake.addressOf(post),
                text: post.text,
                alts: post.images.map((image) => store.media.get(image)?.alt ?? ''),
              })),
          ),
        likes: (ident) => Promise.resolve(store.posts.get(numberOf(ident))?.likes.size ?? 0),
      },
      revoke: () => Promise.resolve(store.tokens.clear()),
      says: {
        expired: { status: 401, body: { error: 'The access token expired' } },
        revoked: { status: 401, body: { error: 'The access token was revoked' } },
      },
      close: fake.close,
    };
  },
};

connectorSuite('a strict Mastodon', subject);
failureDrill('a strict Mastodon', subject);
