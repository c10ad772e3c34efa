import type { ThreadEntry, ThreadUpdate } from '../../connectors/kit/index.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

export type ChannelKey = 'bluesky' | 'mastodon' | 'wordpress';

/** The hotel's own profiles. Nobody can sign in to them. */
export const channels: Readonly<
  Record<ChannelKey, { ident: string; handle: string; name: string; url: string }>
> = {
  bluesky: {
    ident: 'did:plc:miramar.example',
    handle: '@hotelmiramar.example',
    name: 'Hotel Miramar Constanța',
    url: 'https://bluesky.example/profile/hotelmiramar.example',
  },
  mastodon: {
    ident: 'https://litoral.example/users/miramar',
    handle: '@miramar@litoral.example',
    name: 'Hotel Miramar Constanța',
    url: 'https://litoral.example/@miramar',
  },
  wordpress: {
    ident: 'https://hotelmiramar.example#1',
    handle: 'hotelmiramar.example',
    name: 'Hotel Miramar',
    url: 'https://hotelmiramar.example/',
  },
};

interface Line {
  /** Null: the hotel itself. */
  who: string | null;
  text: string;
  /** How long before now. */
  ago: number;
  kind?: ThreadEntry['kind'];
  picture?: string;
  held?: true;
}

interface Talk {
  channel: ChannelKey;
  lines: readonly [Line, ...Line[]];
}

/** What guests said to the hotel of late, and what it answered; each talk begins with what it is about. */
const talks: readonly Talk[] = [
  {
    channel: 'bluesky',
    lines: [
      {
        who: null,
        text: 'Terasa e deschisă și când bate vântul: pături, ceai de cătină și marea doar pentru voi.',
        ago: 30 * HOUR,
        kind: 'post',
        picture: 'Terasa hotelului dimineața, cu pături pe scaune și marea în spate',
      },
      { who: 'Irina Dobre', text: 'Până la ce oră se servește micul dejun duminica?', ago: 75 * MINUTE },
      { who: 'Jonas Weber', text: 'Sind Hunde auf der Terrasse willkommen?', ago: 4 * HOUR },
      { who: null, text: 'Aber ja, eine Decke für den Hund haben wir auch.', ago: 3 * HOUR },
    ],
  },
  {
    channel: 'bluesky',
    lines: [
      {
        who: 'Călin Munteanu',
        text: '@hotelmiramar.example am rămas fără apă caldă a doua seară la rând, camera 14. La recepție nu răspunde nimeni.',
        ago: 25 * MINUTE,
        kind: 'mention',
      },
    ],
  },
  {
    channel: 'mastodon',
    lines: [
      {
        who: 'Alice Harker',
        text: '@miramar Is the pool heated in the mornings? We are coming with my mother, who swims every morning.',
        ago: 6 * HOUR,
        kind: 'mention',
      },
    ],
  },
  {
    channel: 'mastodon',
    lines: [
      {
        who: 'Radu Ene',
        text: 'Bună ziua, putem face check-in după ora 23? Trenul din București ajunge târziu.',
        ago: 20 * HOUR,
        kind: 'message',
      },
      {
        who: null,
        text: 'Bună ziua, sigur că da. Vă așteaptă colegul de noapte, cheia e pregătită.',
        ago: 19 * HOUR,
        kind: 'message',
      },
      {
        who: 'Radu Ene',
        text: 'Mulțumesc frumos! Aveți și un loc de parcare?',
        ago: 50 * MINUTE,
        kind: 'message',
      },
    ],
  },
  {
    channel: 'wordpress',
    lines: [
      {
        who: null,
        text: 'Cinci plimbări pe malul mării\n\nLitoralul e cel mai frumos când e gol. Iată cinci trasee care pornesc din fața hotelului.',
        ago: 5 * 24 * HOUR,
        kind: 'post',
      },
      {
        who: 'Sorina P.',
        text: 'Am făcut traseul spre Tomis duminica trecută, superb. Puneți și o hartă?',
        ago: 9 * HOUR,
        held: true,
      },
      { who: 'Greta Lindqvist', text: 'Lovely list. We did the second walk last year!', ago: 3 * 24 * HOUR },
      { who: null, text: 'Come back when it storms, the waves on the pier are a sight.', ago: 2 * 24 * HOUR },
    ],
  },
  {
    channel: 'bluesky',
    lines: [
      {
        who: 'Ștefania Oprea-Constantinescu',
        text: '@hotelmiramar.example seara de jazz de sâmbătă a fost minunată, felicitări trupei și bucătarului!',
        ago: 2 * 24 * HOUR,
        kind: 'mention',
      },
      { who: null, text: 'Vă mulțumim! Următoarea e peste două săptămâni.', ago: 46 * HOUR },
    ],
  },
];

const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z ]/gi, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '.');

/**
 * The talks of one profile as its network would have given them.
 * @param now UTC milliseconds
 */
export function sampleThreads(channel: ChannelKey, now: number): ThreadUpdate[] {
  const own = channels[channel];
  return talks.flatMap((talk, at) => {
    if (talk.channel !== channel) return [];
    const identOf = (line: number): string => `${own.url}#${at}.${line}`;
    const entries = talk.lines.map(
      ({ who, text, ago, kind = 'comment', picture, held }, line): ThreadEntry => ({
        ident: identOf(line),
        parent: line === 0 ? null : identOf(line === 3 ? 2 : 0),
        kind,
        text,
        author:
          who === null
            ? { ident: own.ident, name: own.name, url: own.url, followers: null }
            : {
                ident: `${wordsOf(who)}.example`,
                name: who,
                url: `https://${wordsOf(who)}.example/`,
                followers: null,
              },
        own: who === null,
        at: now - ago,
        url: identOf(line),
        attachments: picture === undefined ? [] : [{ kind: 'image', url: `${own.url}picture`, alt: picture }],
        liked: false,
        hidden: false,
        ...(held && { held }),
        gone: false,
        rating: null,
        private: kind === 'message',
      }),
    );
    return [{ ident: identOf(0), entries }];
  });
}
