import { describe, expect, it } from 'vitest';
import { readEntries } from '#engine/connectors/feed/entries.ts';
import { readWithFeedsmith } from '#engine/connectors/feed/from-feedsmith.ts';
import { compile, parse } from '#shared/query-language/index.ts';
import { toQueryItem } from './matchers.ts';
import { hasMedia } from './media.ts';

describe('has:media', () => {
  it.each([
    ['https://www.youtube.com/watch?v=1', '', true],
    ['https://m.youtube.com/shorts/1', '', true],
    ['https://www.youtube.com/@miramar', '', false],
    ['https://www.instagram.com/p/x/', '', true],
    ['https://www.tiktok.com/@miramar/video/7', '', true],
    ['https://paper.example/story', 'the pool: https://img.example/a/pool.JPG.', true],
    ['https://paper.example/story', 'see https://youtu.be/abc?t=3', true],
    ['https://paper.example/story', 'sunset pic.twitter.com/abc', true],
    ['https://paper.example/story', 'see https://paper.example/jpg', false],
    ['https://paper.example/story', 'photo.jpg is a file name', false],
    ['https://notyoutube.com/watch?v=1', '', false],
    ['', 'no address', false],
  ])('%j with %j: %j', (url, text, expected) => {
    expect(hasMedia(url, text)).toBe(expected);
  });

  it('reaches queries', () => {
    const parsed = parse('has:media');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const item = {
      title: '',
      text: 'room tour',
      author: '',
      site: 'youtube.com',
      language: null,
      source: '',
      kind: 'social' as const,
      followers: null,
      rating: null,
      publishedAt: 0,
      hasLink: false,
      hasMedia: false,
    };
    const matcher = compile(parsed.query);
    expect(matcher.test(toQueryItem({ ...item, url: 'https://youtube.com/watch?v=1' }))).toBe(true);
    expect(matcher.test(toQueryItem({ ...item, url: 'https://youtube.com/about' }))).toBe(false);
  });
});

describe('what a feed says it shows and links to', () => {
  const query = (text: string): ReturnType<typeof compile> => {
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return compile(parsed.query);
  };

  it('is found although the plain text has no address', () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title>
      <item><guid>a-long-guid-1</guid><title>With a picture</title><description>&lt;p&gt;See &lt;img src="https://x.example/a.jpg"&gt;&lt;/p&gt;</description></item>
      <item><guid>a-long-guid-2</guid><title>With a link</title><description>&lt;a href="https://x.example/b"&gt;more&lt;/a&gt;</description></item>
      <item><guid>a-long-guid-3</guid><title>With a recording</title><description>Listen</description><enclosure url="https://x.example/c.mp3" type="audio/mpeg" length="1"/></item>
      <item><guid>a-long-guid-4</guid><title>Words only</title><description>Read</description></item>
    </channel></rss>`;
    const { items } = readEntries(readWithFeedsmith(feed), {
      feedUrl: 'https://paper.example/feed',
      scope: 'https://paper.example/feed',
      kind: 'news',
      now: 0,
      repeated: [],
    });
    const found = (text: string): string[] =>
      items
        .filter((one) =>
          query(text).test(
            toQueryItem({
              ...one,
              author: '',
              site: 'paper.example',
              source: 'Paper',
              followers: null,
              publishedAt: 0,
            }),
          ),
        )
        .map(({ title }) => title);
    expect(found('has:media')).toEqual(['With a picture', 'With a recording']);
    expect(found('has:link')).toEqual(['With a link']);
  });
});
