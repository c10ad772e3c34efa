import { defineConnector } from '#engine/connectors/kit/index.ts';
import { Settings, collect } from './collect.ts';
import { metrics, profile } from './figures.ts';
import { readInbox } from './inbox.ts';
import { hostMedia } from './media.ts';
import { WordPressAccount } from './protocol.ts';
import * as publish from './publish.ts';
import * as reply from './reply.ts';
import { Typed, check, signIn } from './sign-in.ts';

export const wordpress = defineConnector(
  {
    id: 'wordpress',
    name: 'WordPress',
    about:
      'Your own website: comments to approve and answer, posts with pictures, now or at their time. Also the posts and comments of any other site made with WordPress.',
    auth: 'app-password',
    hosts: 'any',
    limits: { minIntervalMinutes: 5, requestGapMs: 0, itemsPerSearch: null },
    capabilities: [
      'collect',
      'account',
      'inbox',
      'reply',
      'hide',
      'remove',
      'publish',
      'edit',
      'metrics',
      'profile',
      'hostMedia',
    ],
    settings: Settings,
    signIn: Typed,
    account: WordPressAccount,
    fields: [
      {
        key: 'site',
        input: 'address',
        label: 'Site',
        help: 'The address of its home page. Empty: the site of the account you choose.',
        placeholder: 'seaview.example',
        required: false,
        choices: [],
      },
      {
        key: 'what',
        input: 'choice',
        label: 'What to read',
        help: 'Comments are those that everybody can see; those that wait for you are in the inbox.',
        placeholder: '',
        required: false,
        choices: [
          { value: 'both', label: 'Posts and comments' },
          { value: 'posts', label: 'Posts' },
          { value: 'comments', label: 'Comments' },
        ],
      },
      {
        key: 'words',
        input: 'text',
        label: 'Only with these words',
        help: 'All of them have to be there. Empty: everything on the site.',
        placeholder: 'breakfast',
        required: false,
        choices: [],
      },
    ],
    accountFields: [
      {
        key: 'site',
        input: 'address',
        label: 'Site',
        help: 'The address of your home page, with https.',
        placeholder: 'seaview.example',
        required: true,
        choices: [],
      },
      {
        key: 'user',
        input: 'text',
        label: 'User name',
        help: 'The name or e-mail address you sign in to WordPress with. Its role has to be Editor or Administrator.',
        placeholder: 'maria',
        required: true,
        choices: [],
      },
      {
        key: 'password',
        input: 'secret',
        label: 'Application password',
        help: 'Not the password you sign in with: one made for Earshot, which you can take back at any time.',
        placeholder: 'abcd EFGH 1234 ijkl MNOP 5678',
        required: true,
        choices: [],
      },
    ],
    accountSteps: [
      'Sign in to your site as you always do, at its address with /wp-admin behind it, and open Users, then Profile.',
      'Scroll down to Application Passwords. If it is not there, your site has no https, is older than WordPress 5.6, or a security plugin has switched it off: allow it in that plugin.',
      'Under New Application Password Name type Earshot, and press Add New Application Password (newer versions: Add Application Password).',
      'Copy the password that is shown, six groups of four letters and digits. It is shown only once.',
      'Paste it here, with the address of your site and your user name. To take it back, press Revoke on the same page.',
    ],
    cannot: [
      'Sites on WordPress.com have this only with a plan that allows plugins.',
      'A post that WordPress keeps until its time goes out when somebody next opens the site. With few visitors that can be late, unless your host calls WordPress by the clock; Earshot can send it instead.',
      'The featured image of a post is not set, since some designs would then show the picture twice. Choose it in WordPress.',
      'Contact forms, reviews of shop products and what WordPress has put into spam are not read. Look there now and then.',
      'A comment that was deleted for good, not only moved to the trash, stays as it was in Earshot.',
      'How many people read a post is counted by a plugin or by your host, not by WordPress.',
    ],
    publishing: {
      text: { counter: 'utf16', max: null, maxBytes: null, linkLength: 23 },
      title: 'required',
      // Two megabytes is what PHP takes where a host has changed nothing.
      images: {
        max: 10,
        maxBytes: 2_000_000,
        types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
        altMax: 2000,
      },
      threads: false,
      replyMax: 65_525,
      holds: { minMinutes: 5, maxDays: 365 },
    },
    describe: ({ site, what, words }) => {
      const detail = [site === '' ? '' : shortOf(site), words].filter((part) => part !== '').join(' · ');
      const name = `WordPress: ${detail === '' ? what : detail}`;
      return { name: name.slice(0, 200), detail: detail === '' ? what : detail };
    },
  },
  {
    collect,
    account: { signIn, check },
    inbox: readInbox,
    reply: { send: reply.send, find: reply.find },
    hide: reply.hide,
    remove: publish.remove,
    publish: { send: publish.send, find: publish.find, withdraw: publish.withdraw },
    edit: publish.edit,
    metrics,
    profile,
    hostMedia,
  },
);

const shortOf = (typed: string): string => typed.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
