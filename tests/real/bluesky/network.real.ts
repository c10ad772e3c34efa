import { afterAll, beforeAll } from 'vitest';
import { bluesky } from '#engine/connectors/bluesky/index.ts';
import type { Bench, Guest, SeenPost, Subject } from '../../connectors/bench.ts';
import { failureDrill } from '../../connectors/drill.ts';
import { connectorSuite } from '../../connectors/suite.ts';
import { Browser, person } from './browser.ts';
import { blueskyGuest, type BlueskyGuest, type GuestPost } from './guest.ts';
import { blueskyWays } from './ways.ts';
import { startBlueskyNetwork, type BlueskyAccount, type BlueskyNetwork } from './network.ts';

let network: BlueskyNetwork;
let benches = 0;
beforeAll(async () => {
  network = await startBlueskyNetwork();
});
afterAll(() => network.close());

/** One network for all; each bench has people of its own on it. */
const subject = (signsIn: SignsIn): Subject => ({
  connector: bluesky,
  cannot: { 'publish.held': 'Bluesky holds no posts until their time' },
  async start(via) {
    benches += 1;
    const owner = await network.createAccount(`seaview${benches}`);
    const guest = await blueskyGuest(network, `annabell${benches}`);
    const [service, baseUrl] = await Promise.all([via(network.pdsUrl), via(network.appviewUrl)]);
    const days = Array.from({ length: 45 }, (_, day) => `Breakfast & sea, day ${day}: 5 < 6 #breakfast`);
    if (benches === 1) await guest.postAll(days);
    return {
      ...signsIn(owner, service),
      baseUrl,
      hosts: ['localhost', '127.0.0.1'],
      collect: { settings: { query: 'breakfast' }, atLeast: days.length },
      profile: owner.handle,
      guest: guestOf(guest, owner),
      says: {
        expired: { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } },
        revoked: { status: 400, body: { error: 'ExpiredToken', message: 'Token has been revoked' } },
      },
      close: () => Promise.resolve(),
    };
  },
});

type SignsIn = (
  owner: BlueskyAccount,
  service: string,
) => Pick<Bench, 'typed' | 'consent' | 'wrong' | 'revoke'>;

const withPassword: SignsIn = ({ did, handle, appPassword }, service) => {
  const typed = { handle, password: appPassword, service };
  return {
    typed,
    wrong: { typed: { ...typed, password: 'abcd-efgh-ijkl-mnop' } },
    revoke: () => network.revokeAppPassword(did),
  };
};

const throughBrowser: SignsIn = (owner, service) => {
  const typed = { handle: owner.handle, service };
  return {
    typed,
    consent: person(owner),
    wrong: { typed, consent: person(owner, false) },
    revoke: async () => {
      await new Browser().takeBack(service, owner);
    },
  };
};

function guestOf(guest: BlueskyGuest, owner: BlueskyAccount): Guest {
  return {
    comment: (under, text) => guest.comment(under, text),
    mention: (text) => guest.mention(owner, text),
    follow: () => guest.follow(owner.did),
    remove: (ident) => guest.remove(ident),
    find: async (word) => (await guest.posts(owner.did)).filter(has(word)).map(seen),
    likes: async (ident) => (await guest.see(ident))?.likeCount ?? 0,
    isHidden: async (ident) => {
      const root = (await guest.see(ident))?.record.reply?.root.uri;
      return root !== undefined && (await guest.hidden(root)).includes(ident);
    },
  };
}

const has =
  (word: string) =>
  ({ record }: GuestPost): boolean =>
    record.text.includes(word);

const seen = ({ uri, record, embed }: GuestPost): SeenPost => ({
  ident: uri,
  text: record.text,
  alts: embed?.images?.map(({ alt }) => alt) ?? [],
});

connectorSuite('a real Bluesky network, signed in through the browser', subject(throughBrowser));
failureDrill('a real Bluesky network, signed in with an app password', subject(withPassword));
blueskyWays(() => network);
