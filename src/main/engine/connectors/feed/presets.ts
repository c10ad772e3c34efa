import type { ItemKind } from '#shared/model/item.ts';
import { ConnectorError } from '#engine/connectors/kit/index.ts';

export interface PresetField {
  key: string;
  label: string;
  placeholder: string;
  required: boolean;
}

type Values = Readonly<Record<string, string>>;

/** A kind of feed whose address is built from what a person types. */
export interface FeedPreset {
  id: string;
  name: string;
  /** What it brings, and the terms that matter. */
  about: string;
  kind: ItemKind;
  /** Suggested time between two readings, in minutes. */
  intervalMinutes: number;
  fields: readonly PresetField[];
  /** Name and address of the source; throws ConnectorError `invalid` naming the field. */
  build(values: Values): { name: string; url: string };
}

export interface BuiltPreset {
  name: string;
  settings: { url: string; kind: ItemKind };
  about: string;
  intervalMinutes: number;
}

/** Google News editions by language; any other language gets the American one. */
const EDITIONS: Readonly<Record<string, readonly [hl: string, gl: string]>> = {
  en: ['en-US', 'US'],
  'en-gb': ['en-GB', 'GB'],
  ro: ['ro', 'RO'],
  de: ['de', 'DE'],
  'de-at': ['de', 'AT'],
  'de-ch': ['de', 'CH'],
  fr: ['fr', 'FR'],
  it: ['it', 'IT'],
  es: ['es', 'ES'],
  pt: ['pt-PT', 'PT'],
  nl: ['nl', 'NL'],
  pl: ['pl', 'PL'],
  hu: ['hu', 'HU'],
  bg: ['bg', 'BG'],
  el: ['el', 'GR'],
  cs: ['cs', 'CZ'],
};

export const feedPresets: readonly FeedPreset[] = [
  {
    id: 'google-news',
    name: 'Google News search',
    about:
      'News articles that match your words. Google gives the newest 100 and no more. Its feed is meant for personal, non-commercial reading; check whether your use fits.',
    kind: 'news',
    intervalMinutes: 60,
    fields: [
      { key: 'query', label: 'Words to search for', placeholder: '"Sea View Hotel"', required: true },
      { key: 'language', label: 'Language (en, ro, de …)', placeholder: 'en', required: false },
    ],
    build: (values) => {
      const query = needed(values, 'query', 'Type the words to search for.');
      const language = (values['language'] ?? '').trim().toLowerCase().replace('_', '-') || 'en';
      const [hl, gl] = EDITIONS[language] ?? EDITIONS[language.slice(0, 2)] ?? ['en-US', 'US'];
      const params = new URLSearchParams({ q: query, hl, gl, ceid: `${gl}:${hl.split('-')[0] ?? hl}` });
      return { name: `Google News: ${query}`, url: `https://news.google.com/rss/search?${params}` };
    },
  },
  {
    id: 'google-alerts',
    name: 'Google Alerts',
    about:
      'Web pages and news that Google finds for you. Create the alert at google.com/alerts, choose "Deliver to: RSS feed", and paste the address of the feed. The address is private: whoever has it can read the alert.',
    kind: 'news',
    intervalMinutes: 60,
    fields: [
      {
        key: 'address',
        label: 'Address of the alert’s feed',
        placeholder: 'https://www.google.com/alerts/feeds/…',
        required: true,
      },
    ],
    build: (values) => {
      const url = address(values, 'address');
      if (
        !/(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) ||
        !/^\/alerts\/feeds\/\d+\/\d+/.test(url.pathname)
      ) {
        throw wrong(
          'address',
          'This is not the address of an alert’s feed. It starts with https://www.google.com/alerts/feeds/. Set "Deliver to" of the alert to "RSS feed" and copy the address behind the feed symbol.',
        );
      }
      return { name: 'Google Alert', url: url.href };
    },
  },
  {
    id: 'youtube-channel',
    name: 'YouTube channel',
    about:
      'The newest 15 videos of a channel with their views. YouTube’s feeds fail for days at times; Earshot keeps trying.',
    kind: 'social',
    intervalMinutes: 120,
    fields: [
      {
        key: 'channel',
        label: 'Channel id or address',
        placeholder: 'https://www.youtube.com/channel/UC…',
        required: true,
      },
    ],
    build: (values) => {
      const typed = needed(values, 'channel', 'Paste the address of the channel.');
      const id =
        /^(?:https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:channel\/|feeds\/videos\.xml\?channel_id=))?(UC[\w-]{22})(?:[/?&#].*)?$/.exec(
          typed,
        )?.[1];
      if (id === undefined) {
        throw wrong(
          'channel',
          'The channel’s id starts with UC and has 24 characters. For an address with an @name, use "Add by address" instead: Earshot finds the feed on the channel’s page.',
        );
      }
      return { name: `YouTube ${id}`, url: `https://www.youtube.com/feeds/videos.xml?channel_id=${id}` };
    },
  },
  {
    id: 'reddit-search',
    name: 'Reddit search',
    about:
      'Posts on Reddit that match your words, read through your own private feed link (reddit.com/prefs/feeds). Reddit allows one request in six seconds and reserves commercial use; the link is a secret like a password.',
    kind: 'forum',
    intervalMinutes: 60,
    fields: [
      { key: 'query', label: 'Words to search for', placeholder: '"Sea View Hotel"', required: true },
      { key: 'subreddit', label: 'Only in this subreddit', placeholder: 'travel', required: false },
      {
        key: 'link',
        label: 'Any of your private feed links',
        placeholder: 'https://www.reddit.com/.rss?feed=…&user=…',
        required: true,
      },
    ],
    build: (values) => {
      const query = needed(values, 'query', 'Type the words to search for.');
      const link = address(values, 'link');
      const feed = link.searchParams.get('feed') ?? '';
      const user = link.searchParams.get('user') ?? '';
      if (
        !/(?:^|\.)reddit\.com$/.test(link.hostname) ||
        !/^[\w-]{10,100}$/.test(feed) ||
        !/^[\w-]{2,40}$/.test(user)
      ) {
        throw wrong(
          'link',
          'This is not a private feed link. Open reddit.com/prefs/feeds while signed in and copy one of the RSS links there; it contains feed= and user=.',
        );
      }
      const place = (values['subreddit'] ?? '').trim().replace(/^\/?r\//i, '');
      if (place !== '' && !/^\w{2,30}$/.test(place)) {
        throw wrong(
          'subreddit',
          'A subreddit’s name has only letters, digits and underscores. Type it without r/.',
        );
      }
      const params = new URLSearchParams({ q: query, sort: 'new' });
      if (place !== '') params.set('restrict_sr', 'on');
      params.set('feed', feed);
      params.set('user', user);
      const path = place === '' ? '/search.rss' : `/r/${place}/search.rss`;
      return { name: `Reddit: ${query}`, url: `https://www.reddit.com${path}?${params}` };
    },
  },
  {
    id: 'mastodon-tag',
    name: 'Mastodon hashtag',
    about:
      'Public posts with a hashtag, as one server sees them. Larger servers see more. Some servers switch these feeds off.',
    kind: 'social',
    intervalMinutes: 30,
    fields: [
      { key: 'server', label: 'Server', placeholder: 'mastodon.social', required: true },
      { key: 'tag', label: 'Hashtag', placeholder: 'seaviewhotel', required: true },
    ],
    build: (values) => {
      const server = needed(values, 'server', 'Type the name of a server, such as mastodon.social.')
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '');
      const tag = needed(values, 'tag', 'Type a hashtag.').replace(/^#/, '');
      if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(server)) {
        throw wrong('server', 'This is not the name of a server. Type one like mastodon.social.');
      }
      if (!/^[\p{L}\p{M}\p{N}_]{1,100}$/u.test(tag)) {
        throw wrong('tag', 'A hashtag has only letters, digits and underscores, without spaces.');
      }
      return { name: `#${tag} on ${server}`, url: `https://${server}/tags/${encodeURIComponent(tag)}.rss` };
    },
  },
  {
    id: 'bluesky-profile',
    name: 'Bluesky profile',
    about:
      'The newest public posts of one Bluesky account, without replies. No account of your own is needed.',
    kind: 'social',
    intervalMinutes: 60,
    fields: [{ key: 'handle', label: 'Handle', placeholder: 'example.bsky.social', required: true }],
    build: (values) => {
      const handle = needed(values, 'handle', 'Type the handle of the account.')
        .toLowerCase()
        .replace(/^https?:\/\/bsky\.app\/profile\//, '')
        .replace(/[/?#].*$/, '')
        .replace(/^@/, '');
      if (!/^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|did:[a-z]+:[a-z0-9.:-]+)$/.test(handle)) {
        throw wrong('handle', 'A handle looks like example.bsky.social, with at least one dot.');
      }
      return { name: `@${handle} on Bluesky`, url: `https://bsky.app/profile/${handle}/rss` };
    },
  },
];

/** Builds a source from a preset; throws ConnectorError `invalid` with the field that has to change. */
export function buildPreset(id: string, values: Values): BuiltPreset {
  const preset = feedPresets.find((one) => one.id === id);
  if (preset === undefined) throw wrong('presetId', 'Earshot does not know this kind of feed.');
  const { name, url } = preset.build(values);
  return {
    name: name.slice(0, 200),
    settings: { url, kind: preset.kind },
    about: preset.about,
    intervalMinutes: preset.intervalMinutes,
  };
}

function needed(values: Values, key: string, message: string): string {
  const value = (values[key] ?? '').trim();
  if (value === '') throw wrong(key, message);
  if (value.length > 1500) throw wrong(key, 'This is too long. Use at most 1,500 characters.');
  return value;
}

function address(values: Values, key: string): URL {
  const text = needed(values, key, 'Paste the address.');
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    throw wrong(key, 'This is not a web address. It starts with https://.');
  }
  return new URL(text);
}

function wrong(field: string, message: string): ConnectorError {
  return new ConnectorError('invalid', 'preset-field', message, { field, params: { field } });
}
