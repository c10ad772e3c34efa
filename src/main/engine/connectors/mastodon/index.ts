import { defineConnector } from '#engine/connectors/kit/index.ts';
import { Settings, collect, tagsOf } from './collect.ts';
import { hints } from './hints.ts';
import { readInbox } from './inbox.ts';
import { DEFAULT_LIMITS, HOLDS } from './instance.ts';
import { metrics, profile } from './profile.ts';
import { MastodonAccount } from './protocol.ts';
import * as publish from './publish.ts';
import * as reply from './reply.ts';
import { Typed, check, signIn, signOut } from './sign-in.ts';

export const mastodon = defineConnector(
  {
    id: 'mastodon',
    name: 'Mastodon',
    about:
      'Posts with your hashtags or words, mentions, comments and messages on Mastodon and servers that speak its language (GoToSocial, Pleroma, Akkoma, snac and others).',
    auth: 'oauth',
    hosts: 'any',
    limits: { minIntervalMinutes: 5, requestGapMs: 250, itemsPerSearch: null },
    capabilities: [
      'collect',
      'account',
      'inbox',
      'hints',
      'reply',
      'like',
      'remove',
      'publish',
      'edit',
      'metrics',
      'profile',
    ],
    settings: Settings,
    signIn: Typed,
    account: MastodonAccount,
    fields: [
      {
        key: 'server',
        input: 'address',
        label: 'Server',
        help: 'Which server to read. Large ones see posts of many others. Empty: the server of the account you choose.',
        placeholder: 'mastodon.social',
        required: false,
        choices: [],
      },
      {
        key: 'tags',
        input: 'text',
        label: 'Hashtags',
        help: 'Several with commas between them. They work without an account on most servers.',
        placeholder: 'seaviewhotel, constanta',
        required: false,
        choices: [],
      },
      {
        key: 'words',
        input: 'text',
        label: 'Words to search for',
        help: 'Needs an account on this server, and finds only posts of people who allow it.',
        placeholder: '"sea view hotel"',
        required: false,
        choices: [],
      },
    ],
    accountFields: [
      {
        key: 'server',
        input: 'address',
        label: 'Server',
        help: 'What stands behind the second @ of your handle.',
        placeholder: 'mastodon.social',
        required: true,
        choices: [],
      },
    ],
    accountSteps: [
      'Type the address of your server, such as mastodon.social.',
      'Your browser opens a page of that server. Sign in there if it asks, and allow Earshot.',
      'Come back here: the account is added by itself.',
    ],
    cannot: [
      'Searching for words finds only posts whose authors allowed it, and those you took part in; hashtags find all that the server knows.',
      'Comments of others cannot be hidden: Mastodon offers no such thing. You can mute or block a person on the website.',
      'How often a post was seen is not counted by Mastodon.',
      'A server sees the part of the network that its people follow, so two servers find different posts for the same hashtag.',
    ],
    // What Mastodon itself does; each account knows whether its own server does, too.
    publishing: { ...DEFAULT_LIMITS, holds: HOLDS },
    describe: ({ server, tags, words }) => {
      const detail = [...tagsOf(tags).map((tag) => `#${tag}`), words].filter((part) => part !== '').join(' ');
      return {
        name: `Mastodon: ${detail}`.slice(0, 200),
        detail: server === '' ? detail : `${server} · ${detail}`,
      };
    },
  },
  {
    collect,
    account: { signIn, check, signOut },
    inbox: readInbox,
    hints,
    reply: { send: reply.send, find: reply.find },
    like: reply.like,
    remove: publish.remove,
    publish: { send: publish.send, find: publish.find, withdraw: publish.withdraw },
    edit: publish.edit,
    metrics,
    profile,
  },
);
