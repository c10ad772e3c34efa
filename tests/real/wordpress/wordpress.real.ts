import { wordpress } from '../../../src/main/engine/connectors/wordpress/index.ts';
import { z } from 'zod';
import type { Subject } from '../../connectors/bench.ts';
import { failureDrill } from '../../connectors/drill.ts';
import { connectorSuite } from '../../connectors/suite.ts';
import { Caller, Visitors } from './people.ts';
import { startWordPress } from './wordpress.ts';

const subject: Subject = {
  connector: wordpress,
  settleMs: 1000,
  cannot: {
    'inbox.mention': 'nobody is called by name on a website; a comment stands below a post',
    'publish.thread': 'a post may be as long as it likes, so there are no threads',
    'drill.expired': 'application passwords do not run out',
  },
  async start(via) {
    const site = await startWordPress();
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
      typed: { site: address, user: site.maria.name, password: site.maria.password },
      wrong: { typed: { site: address, user: site.maria.name, password: 'abcd efgh ijkl' } },
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
      revoke: async () => {
        await owner.call(z.unknown(), `/wp/v2/users/${site.maria.id}/application-passwords`, {
          method: 'DELETE',
        });
      },
      says: {
        expired: { status: 401, body: { code: 'incorrect_password', message: 'No.' } },
        revoked: {
          status: 401,
          body: {
            code: 'incorrect_password',
            message: 'The provided password is an invalid application password.',
            data: { status: 401 },
          },
        },
      },
      close: () => site.close(),
    };
  },
};

connectorSuite('a real WordPress', subject);
failureDrill('a real WordPress', subject);
