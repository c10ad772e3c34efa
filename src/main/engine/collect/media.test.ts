import { describe, expect, it } from 'vitest';
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
    };
    const matcher = compile(parsed.query);
    expect(matcher.test(toQueryItem({ ...item, url: 'https://youtube.com/watch?v=1' }))).toBe(true);
    expect(matcher.test(toQueryItem({ ...item, url: 'https://youtube.com/about' }))).toBe(false);
  });
});
