import { afterAll, beforeAll } from 'vitest';
import { mastodon } from '../../../src/main/engine/connectors/mastodon/index.ts';
import type { Subject } from '../../connectors/bench.ts';
import { failureDrill } from '../../connectors/drill.ts';
import { connectorSuite } from '../../connectors/suite.ts';
import { person, REDIRECT } from './person.ts';
import { startSnac, type Snac, type SnacUser } from './snac.ts';

let snac: Snac;
let owner: SnacUser;
let somebody: SnacUser;
beforeAll(async () => {
  snac = await startSnac();
  owner = await snac.addUser('seaview');
  somebody = await snac.addUser('guest');
  const guest = await snac.guest(somebody);
  const days = Array.from({ length: 45 }, (_, index) => `day ${index + 1}: 5 < 6 #breakfast`);
  await Promise.all(days.map((day) => guest.write(`Breakfast & sea, ${day}`)));
  // Nobody else shall get these, and handing on so many would keep the server from what is waited for.
  await snac.keepBack(somebody);
});
afterAll(() => snac.close());

/** One server for both; each signs in anew, for the suite ends with every sign-in taken back. */
const subject: Subject = {
  connector: mastodon,
  settleMs: 30_000,
  cannot: {
    remove: 'version 2.75 has no deleting by programs; the connector says so, see quirks.real.ts',
    'publish.held':
      'this server publishes at once whatever time it is told, so nothing is given to it to hold',
    'drill.expired': 'tokens of Mastodon never run out',
  },
  async start(via) {
    const guest = await snac.guest(somebody);
    const server = await via(snac.url);
    return {
      typed: { server },
      consent: person(snac, owner),
      wrong: {
        typed: { server },
        consent: async (page) => {
          await page({ redirectUri: REDIRECT, state: 's', challenge: 'c' });
          return { code: 'nobody-gave-this', redirectUri: REDIRECT, verifier: 'v', parameters: {} };
        },
      },
      hosts: ['127.0.0.1'],
      collect: { settings: { server, tags: '#breakfast' }, atLeast: 45 },
      profile: `${server}/@guest`,
      guest: {
        comment: (under, text) => guest.comment(under, text),
        mention: (text) => guest.mention(text),
        remove: (ident) => guest.remove(ident),
        find: (word) => guest.find(word),
        likes: (ident) => guest.likes(ident),
      },
      revoke: () => snac.revokeAll(),
      says: { expired: { status: 401, body: null }, revoked: { status: 401, body: null } },
      close: () => Promise.resolve(),
    };
  },
};

connectorSuite('a real snac', subject);
failureDrill('a real snac', subject);
