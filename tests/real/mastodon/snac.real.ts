import { mastodon } from '../../../src/main/engine/connectors/mastodon/index.ts';
import type { Subject } from '../../connectors/bench.ts';
import { failureDrill } from '../../connectors/drill.ts';
import { connectorSuite } from '../../connectors/suite.ts';
import { person, REDIRECT } from './person.ts';
import { startSnac } from './snac.ts';

const subject: Subject = {
  connector: mastodon,
  // Its queue hands a post to other people of the same server only every few seconds, one after another.
  settleMs: 90_000,
  cannot: {
    remove: 'version 2.75 has no deleting by programs; the connector says so, see quirks.real.ts',
    'publish.held':
      'this server publishes at once whatever time it is told, so nothing is given to it to hold',
    'drill.expired': 'tokens of Mastodon never run out',
  },
  async start(via) {
    const snac = await startSnac();
    const owner = await snac.addUser('seaview');
    const guest = await snac.guest(await snac.addUser('guest'));
    const server = await via(snac.url);
    for (let day = 1; day <= 45; day += 1) await guest.write(`Breakfast & sea, day ${day}: 5 < 6 #breakfast`);
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
      close: () => snac.close(),
    };
  },
};

connectorSuite('a real snac', subject);
failureDrill('a real snac', subject);
