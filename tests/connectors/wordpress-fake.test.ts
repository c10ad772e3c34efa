import { htmlToText } from '#engine/connectors/kit/index.ts';
import { wordpress } from '#engine/connectors/wordpress/index.ts';
import type { SeenPost, Subject } from './bench.ts';
import { failureDrill } from './drill.ts';
import { connectorSuite } from './suite.ts';
import { startFakeWordPress } from './wordpress/fake.ts';

const SAYS_NO = {
  status: 401,
  body: {
    code: 'incorrect_password',
    message: 'The provided password is an invalid application password.',
    data: { status: 401 },
  },
};
const idOf = (ident: string): number => Number(/-(\d+)$/.exec(ident)?.[1]);
const altsIn = (html: string): string[] =>
  [...html.matchAll(/<img[^>]* alt="([^"]*)"/g)].map(([, alt = '']) => htmlToText(alt));

const subject: Subject = {
  connector: wordpress,
  settleMs: 1000,
  cannot: {
    'inbox.mention': 'nobody is called by name on a website; a comment stands below a post',
    'publish.thread': 'a post may be as long as it likes, so there are no threads',
    'drill.expired': 'application passwords do not run out',
  },
  async start(via) {
    const fake = await startFakeWordPress();
    const { site } = fake;
    const address = await via(fake.url);
    const home = new URL(address).host;
    for (let day = 1; day <= 245; day += 1) {
      site.write({
        title: `Day ${day}`,
        content: '<p>Breakfast &amp; sea: 5 &lt; 6</p>',
        at: Date.now() - day,
      });
    }
    const posts = (word: string): SeenPost[] =>
      site.posts
        .filter(({ status, content }) => status === 'publish' && content.includes(word))
        .map(({ id, content }) => ({
          ident: `${home}#post-${id}`,
          text: htmlToText(content),
          alts: altsIn(content),
        }));
    const answers = (word: string): SeenPost[] =>
      site.comments
        .filter(
          ({ author, content, status }) => author > 0 && status === 'approved' && content.includes(word),
        )
        .map(({ id, content }) => ({ ident: `${home}#comment-${id}`, text: htmlToText(content), alts: [] }));
    return {
      typed: { site: address, user: 'maria', password: 'abcd EFGH 1234 ijkl MNOP 5678' },
      wrong: { typed: { site: address, user: 'maria', password: 'not it' } },
      hosts: ['127.0.0.1'],
      collect: { settings: { site: address }, atLeast: 245 },
      profile: address,
      post: { title: 'News from the house' },
      guest: {
        comment: (under, text) => {
          const id = idOf(under);
          const parent = site.comments.find((one) => one.id === id);
          const made = site.comment(text, { post: parent?.post ?? id, parent: parent?.id ?? 0 });
          return Promise.resolve(`${home}#comment-${made.id}`);
        },
        remove: (ident) => Promise.resolve(site.drop(idOf(ident))),
        find: (word) => Promise.resolve([...posts(word), ...answers(word)]),
        isHidden: (ident) => Promise.resolve(site.commentAt(idOf(ident)).status !== 'approved'),
      },
      revoke: () => {
        for (const user of site.users) user.password = null;
        return Promise.resolve();
      },
      says: { expired: SAYS_NO, revoked: SAYS_NO },
      close: fake.close,
    };
  },
};

connectorSuite('a strict WordPress', subject);
failureDrill('a strict WordPress', subject);
