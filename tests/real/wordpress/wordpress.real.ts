import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { wordpress } from '../../../src/main/engine/connectors/wordpress/index.ts';
import type { Subject } from '../../connectors/bench.ts';
import { failureDrill } from '../../connectors/drill.ts';
import { connectorSuite } from '../../connectors/suite.ts';
import { Caller, Visitors } from './people.ts';
import { startWordPress, type WordPress } from './wordpress.ts';

/** What a site answers to a password that it does not know any more. */
const SAYS_NO = {
  status: 401,
  body: {
    code: 'rest_forbidden_context',
    message: 'Sorry, you are not allowed to edit comments.',
    data: { status: 401 },
  },
};

// One site for both: each signs in as a user of its own.
let site: WordPress;
let last = 0;
beforeAll(async () => {
  site = await startWordPress();
});
afterAll(() => site.close());

const subject: Subject = {
  connector: wordpress,
  settleMs: 1000,
  cannot: {
    'inbox.mention': 'nobody is called by name on a website; a comment stands below a post',
    'publish.thread': 'a post may be as long as it likes, so there are no threads',
    'drill.expired': 'application passwords do not run out',
  },
  async start(via) {
    last += 1;
    const maria = await site.addUser(`maria${last}`, 'editor');
    const owner = new Caller(site.url, site.owner);
    for (let day = 1; day <= 5; day += 1) {
      await owner.call(z.unknown(), '/wp/v2/posts', {
        method: 'POST',
        json: { title: `Day ${day}`, content: `<p>Breakfast &amp; sea: 5 &lt; 6</p>`, status: 'publish' },
      });
    }
    const address = await via(site.url);
    const visitors = new Visitors(site.url, address, site.owner);
    return {
      typed: { site: address, user: maria.name, password: maria.password },
      wrong: { typed: { site: address, user: maria.name, password: 'abcd efgh ijkl' } },
      hosts: ['127.0.0.1'],
      collect: { settings: { site: address }, atLeast: 5 },
      profile: address,
      post: { title: 'News from the house' },
      guest: {
        comment: (under, text) => visitors.comment(under, text),
        remove: (ident) => visitors.remove(ident),
        find: (word) => visitors.find(word),
        isHidden: (ident) => visitors.isHidden(ident),
      },
      revoke: () => site.revoke(maria),
      says: { expired: SAYS_NO, revoked: SAYS_NO },
      close: () => Promise.resolve(),
    };
  },
};

connectorSuite('a real WordPress', subject);
failureDrill('a real WordPress', subject);
