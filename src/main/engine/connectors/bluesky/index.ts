import { defineConnector } from '#engine/connectors/kit/index.ts';
import { findReply, hide, like, remove, reply } from './answer.ts';
import { collect } from './collect.ts';
import { metrics, profile } from './figures.ts';
import { ENTRANCE } from './identity.ts';
import { inbox } from './inbox.ts';
import { find, send } from './publish.ts';
import { BlueskyAccount } from './session.ts';
import { BlueskySettings } from './settings.ts';
import { BlueskySignIn, check, signIn, signOut } from './sign-in.ts';

export const bluesky = defineConnector(
  {
    id: 'bluesky',
    name: 'Bluesky',
    about:
      'Posts on Bluesky that match your words, the replies and mentions your account gets, and publishing with pictures and threads.',
    auth: 'app-password',
    // Accounts live on servers of their owners’ choice. Each request names the one host it may reach: the account’s
    // server, the directory of identities, the live stream; only a link’s card reads the page the link leads to.
    hosts: 'any',
    limits: { minIntervalMinutes: 5, requestGapMs: 100, itemsPerSearch: 1000 },
    capabilities: [
      'collect',
      'account',
      'inbox',
      'reply',
      'like',
      'hide',
      'remove',
      'publish',
      'metrics',
      'profile',
    ],
    collectNeedsAccount: true,
    settings: BlueskySettings,
    fields: [
      {
        key: 'query',
        input: 'text',
        label: 'Words to search for',
        help: 'Put a name of several words in quotation marks.',
        placeholder: '"sea view hotel"',
        required: true,
        choices: [],
      },
      {
        key: 'language',
        input: 'text',
        label: 'Language',
        help: 'Two letters, such as ro. Left empty: any language.',
        placeholder: 'ro',
        required: false,
        choices: [],
      },
      {
        key: 'live',
        input: 'switch',
        label: 'Read the live stream',
        help: 'Everything that is posted is read and searched on this computer: nothing the search hides is missed, but it uses more of your connection (about 150 MB an hour).',
        placeholder: '',
        required: false,
        choices: [],
      },
      {
        key: 'stream',
        input: 'address',
        label: 'Address of the live stream',
        help: 'Only if you run one of your own. Left empty: Bluesky’s.',
        placeholder: 'https://jetstream2.us-east.bsky.network',
        required: false,
        choices: [],
      },
    ],
    describe: ({ query }) => ({ name: `Bluesky: ${query}`.slice(0, 200), detail: query }),
    signIn: BlueskySignIn,
    account: BlueskyAccount,
    accountFields: [
      {
        key: 'handle',
        input: 'text',
        label: 'Handle',
        help: 'Your name on Bluesky, with its ending.',
        placeholder: 'seaview.bsky.social',
        required: true,
        choices: [],
      },
      {
        key: 'password',
        input: 'secret',
        label: 'App password',
        help: 'Left empty: you sign in through your browser. Otherwise not your own password, but one made for Earshot, which you can take back at any time.',
        placeholder: 'abcd-efgh-ijkl-mnop',
        required: false,
        choices: [],
      },
      {
        key: 'service',
        input: 'address',
        label: 'Server',
        help: 'Only if your account is on a server of its own that Earshot does not find by itself.',
        placeholder: ENTRANCE,
        required: false,
        choices: [],
      },
    ],
    accountSteps: [
      // A program without a server of its own is a public client: the network ends its sign-in after two weeks.
      'Type your handle and leave the app password empty: your browser opens Bluesky’s own page, where you sign in and allow Earshot. Bluesky ends such a sign-in after two weeks; then you sign in again.',
      'To stay signed in, use an app password instead: in the Bluesky app or on bsky.app, open Settings, then Privacy and security, then App passwords.',
      'Press Add App Password, call it Earshot, and leave “Allow access to your direct messages” off: Earshot does not read them.',
      'Copy the password that is shown, which looks like abcd-efgh-ijkl-mnop, and paste it here together with your handle. It is shown only once; to take it back, delete it on the same page.',
    ],
    cannot: [
      'Change what is published: Bluesky has no edited posts. Delete the post and publish it anew.',
      'Read or answer direct messages: they stay in the Bluesky app.',
      'Publish videos: Earshot sends up to four pictures.',
      'Let Bluesky hold a post until its time: this computer has to be on when a post is due.',
      'Count views: Bluesky tells nobody how often a post was seen.',
      'Hide a reply under somebody else’s post: only the author of a post can.',
    ],
    publishing: {
      text: { counter: 'graphemes', max: 300, maxBytes: 3000, linkLength: 23 },
      title: 'none',
      images: {
        max: 4,
        maxBytes: 2_000_000,
        types: ['image/jpeg', 'image/png', 'image/webp'],
        altMax: 2000,
      },
      threads: true,
      replyMax: null,
      holds: null,
    },
  },
  {
    collect,
    account: { signIn, check, signOut },
    inbox,
    reply: { send: reply, find: findReply },
    like,
    hide,
    remove,
    publish: { send, find },
    metrics,
    profile,
  },
);
