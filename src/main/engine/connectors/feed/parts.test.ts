import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectorError } from '#engine/connectors/kit/index.ts';
import { entityBomb, rss } from '#tests/helpers/feed-server.ts';
import { decodeBytes } from './charset.ts';
import { readEntries } from './entries.ts';
import { buildPreset, feedPresets } from './presets.ts';
import { guessKind } from './links.ts';
import { parseFeedText } from './parse.ts';
import { parseOpml, writeOpml } from './opml.ts';

const FEED_URL = 'https://feed.example/rss';

describe('parseFeedText', () => {
  it('answers a feed or a ConnectorError for anything', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '<rss version="2.0">',
            '<channel>',
            '<item>',
            '</item>',
            '<title>',
            '</title>',
            '<![CDATA[',
            ']]>',
            '<!DOCTYPE x [',
            ']>',
            '<!--',
            '-->',
            '<feed xmlns="http://www.w3.org/2005/Atom">',
            '<entry>',
            '{"version":"https://jsonfeed.org/version/1"',
            '&x;',
            '<guid>',
          ),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        try {
          const feed = parseFeedText(text, FEED_URL);
          readEntries(feed, { feedUrl: FEED_URL, scope: FEED_URL, kind: 'news', now: 0, repeated: [] });
        } catch (error) {
          expect(error).toBeInstanceOf(ConnectorError);
        }
      }),
    );
  });

  it('removes document types, whole or endless', () => {
    expect(parseFeedText(entityBomb(), FEED_URL).entries).toHaveLength(1);
    expect(() => parseFeedText('<!DOCTYPE rss [<!ENTITY a "', FEED_URL)).toThrow(ConnectorError);
    const old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">';
    expect(
      parseFeedText(`${old}${rss([{ title: 'a' }]).replace(/^<\?xml.*\?>/, '')}`, FEED_URL).entries,
    ).toHaveLength(1);
  });

  it.each([
    ['unfinished tags', `<rss version="2.0"><channel><item><title>${'<'.repeat(500_000)}`],
    ['quoted ends', `<rss version="2.0"><channel><item><title>${'<">" '.repeat(100_000)}`],
    ['one endless tag', `<rss version="2.0" ${'a="b" '.repeat(300_000)}>`],
    ['nesting', `<rss version="2.0">${'<a>'.repeat(300_000)}`],
    ['open comments', `<rss version="2.0">${'<!--'.repeat(300_000)}`],
  ])('gives up at once on %s', (_what, text) => {
    expect(() => parseFeedText(text, FEED_URL)).toThrow(/broken/);
  });

  it('keeps identities stable whatever the order and number of entries', () => {
    const entry = fc.record({
      guid: fc.uuid(),
      title: fc.string({ minLength: 1 }).map((text) => `t${text.replace(/[^a-z]/gi, '')}`),
    });
    const idents = (items: readonly { guid: string; title: string }[]) =>
      readEntries(parseFeedText(rss(items), FEED_URL), {
        feedUrl: FEED_URL,
        scope: FEED_URL,
        kind: 'news',
        now: 0,
        repeated: [],
      }).items.map(({ ident }) => ident);
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ guid }) => guid, maxLength: 8 }), (items) => {
        expect(idents(items.toReversed())).toEqual(idents(items).toReversed());
        expect(idents(items.slice(1))).toEqual(idents(items).slice(1));
        expect(new Set(idents(items)).size).toBe(items.length);
      }),
      { numRuns: 50 },
    );
  });
});

it('decodeBytes never throws and reads all UTF-8', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, type) => {
      expect(typeof decodeBytes(bytes, type)).toBe('string');
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeBytes(new TextEncoder().encode(`<rss>${text}`), '')).toBe(`<rss>${text}`);
    }),
  );
});

it.each([
  ['https://www.reddit.com/search.rss?q=x', '', 'forum'],
  ['https://www.youtube.com/feeds/videos.xml?channel_id=x', '', 'social'],
  ['https://bsky.app/profile/a.b/rss', '', 'social'],
  ['https://mastodon.example/tags/sea.rss', '', 'social'],
  ['https://mastodon.example/@anna.rss', '', 'social'],
  ['https://forum.example/latest.rss', '', 'forum'],
  ['https://lemmy.example/feeds/c/travel.xml', '', 'forum'],
  ['https://x.example/feed', 'Discourse 3', 'forum'],
  ['https://x.example/feed', 'https://wordpress.org/?v=6.8', 'news'],
])('guesses the kind of %s %s', (url, generator, kind) => {
  expect(guessKind(url, generator)).toBe(kind);
});

describe('presets', () => {
  const id = `UC${'a'.repeat(22)}`;
  it.each([
    [
      'google-news',
      { query: '"Sea View"', language: 'ro' },
      'https://news.google.com/rss/search?q=%22Sea+View%22&hl=ro&gl=RO&ceid=RO%3Aro',
    ],
    ['google-news', { query: 'x' }, 'https://news.google.com/rss/search?q=x&hl=en-US&gl=US&ceid=US%3Aen'],
    [
      'google-alerts',
      { address: 'https://www.google.com/alerts/feeds/123/456' },
      'https://www.google.com/alerts/feeds/123/456',
    ],
    ['youtube-channel', { channel: id }, `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`],
    [
      'youtube-channel',
      { channel: `https://www.youtube.com/channel/${id}/videos` },
      `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`,
    ],
    [
      'reddit-search',
      { query: 'sea view', link: 'https://www.reddit.com/.rss?feed=abcdef0123456789&user=anna' },
      'https://www.reddit.com/search.rss?q=sea+view&sort=new&feed=abcdef0123456789&user=anna',
    ],
    [
      'mastodon-tag',
      { server: 'https://mastodon.social/', tag: '#Țărm' },
      'https://mastodon.social/tags/%C8%9A%C4%83rm.rss',
    ],
    [
      'bluesky-profile',
      { handle: 'https://bsky.app/profile/Anna.bsky.social' },
      'https://bsky.app/profile/anna.bsky.social/rss',
    ],
  ])('%s %j', (presetId, values, url) => {
    expect(buildPreset(presetId, values).settings.url).toBe(url);
  });

  it('answers an http address or names a field, whatever is typed', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('x.example', 'https://www.reddit.com/?feed=abcdefghijkl&user=a b', '../..', 'a b'),
    );
    for (const preset of feedPresets) {
      fc.assert(
        fc.property(
          fc.dictionary(fc.constantFrom(...preset.fields.map(({ key }) => key)), value),
          (values) => {
            try {
              const { hostname, protocol } = new URL(buildPreset(preset.id, values).settings.url);
              expect(protocol).toBe('https:');
              expect(hostname).toMatch(/\./);
            } catch (error) {
              expect(error).toMatchObject({ kind: 'invalid' });
              expect(preset.fields.map(({ key }) => key)).toContain((error as ConnectorError).field);
            }
          },
        ),
      );
    }
  });
});

describe('OPML', () => {
  it('reads nested outlines, each address once, and names what it refuses', () => {
    const read =
      parseOpml(`<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="1.0"><body>
      <outline text="News"><outline text="A &amp; B &x;" xmlUrl="https://a.example/feed"/><outline text="Deep"><outline title="C" XMLURL="feed://c.example/rss"/></outline></outline>
      <outline text="again" xmlUrl="https://a.example/feed"/><outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="old" type="rss" url="http://d.example/"/></body></opml>`);
    expect(read?.feeds).toEqual([
      { title: 'A & B &x;', url: 'https://a.example/feed', folders: ['News'] },
      { title: 'C', url: 'https://c.example/rss', folders: ['News', 'Deep'] },
      { title: 'old', url: 'http://d.example/', folders: [] },
    ]);
    expect(read?.refused).toEqual(['javascript:alert(1)']);
    expect(parseOpml('<html></html>')).toBeNull();
  });

  it('reads back what it writes', () => {
    const feed = fc.record({
      title: fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/\s+/g, ' ').trim()),
      url: fc.webUrl().map((text) => new URL(text).href),
      folders: fc.constantFrom<string[][]>([], ['News'], ['A & <B>']).map((folders) => [...folders]),
    });
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url }), (feeds) => {
        const back = parseOpml(writeOpml(feeds, 0))?.feeds ?? [];
        const byUrl = (a: { url: string }, b: { url: string }) => (a.url < b.url ? -1 : 1);
        expect(back.toSorted(byUrl)).toEqual(feeds.toSorted(byUrl));
      }),
    );
  });

  it('survives depth, size and noise', () => {
    expect(
      parseOpml(`<opml>${'<outline text="x">'.repeat(20_000)}<outline xmlUrl="https://a.example/"/>`)?.feeds,
    ).toHaveLength(1);
    fc.assert(fc.property(fc.string(), (text) => parseOpml(`<opml>${text}`) !== null));
  });
});
