import { fakeConnector, startFakeNetwork } from '../helpers/fake-network/index.ts';
import type { Subject } from './bench.ts';
import { failureDrill } from './drill.ts';
import { connectorSuite } from './suite.ts';

/** Networks of both sorts: those that know the same post again by its key, and those that do not. */
const subject = (honoursKeys: boolean): Subject => ({
  connector: fakeConnector,
  settleMs: 2000,
  async start(via) {
    const network = await startFakeNetwork({ honoursKeys });
    const { store, url } = network;
    const server = await via(url);
    const { password } = store.createAccount('seaview', 'Sea View');
    store.createAccount('anna', 'Anna');
    for (let number = 1; number <= 45; number += 1)
      store.write('anna', { text: `Breakfast & sea, day ${number} — 5 < 6` });
    return {
      typed: { server, handle: 'seaview', password },
      wrong: { typed: { server, handle: 'seaview', password: 'not it' } },
      hosts: ['127.0.0.1'],
      collect: { settings: { server, words: 'breakfast' }, atLeast: 45 },
      profile: `${server}/@anna`,
      guest: {
        comment: (parent, text) => Promise.resolve(store.write('anna', { text, parent }).id),
        mention: (text) => Promise.resolve(store.write('anna', { text: `@seaview ${text}` }).id),
        follow: () => Promise.resolve(store.follow('anna', 'seaview')),
        remove: (ident) => Promise.resolve(store.remove(ident)),
        find: (word) =>
          Promise.resolve(
            store
              .postsOf('seaview')
              .filter(({ text }) => text.includes(word))
              .map(({ id, text, images }) => ({ ident: id, text, alts: images.map(({ alt }) => alt) })),
          ),
        likes: (ident) => Promise.resolve(store.posts.get(ident)?.likes.size ?? 0),
        isHidden: (ident) => Promise.resolve(store.posts.get(ident)?.isHidden ?? false),
      },
      revoke: () => Promise.resolve(store.revoke('seaview')),
      says: {
        expired: { status: 401, body: { error: 'token-expired' } },
        revoked: { status: 401, body: { error: 'token-expired' } },
      },
      close: network.close,
    };
  },
});

for (const honoursKeys of [true, false]) {
  const name = honoursKeys ? 'a network that honours keys' : 'a network without keys';
  connectorSuite(name, subject(honoursKeys));
  failureDrill(name, subject(honoursKeys));
}
