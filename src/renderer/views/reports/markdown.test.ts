import { describe, expect, it } from 'vitest';
import type { Highlight } from '#shared/contract/highlights.ts';
import { reportMarkdown } from './markdown.ts';

const highlight = (part: Partial<Highlight['mention']>, comment = ''): Highlight => ({
  id: '0198c000-0000-7000-8000-000000000001',
  brandId: '0198c000-0000-7000-8000-000000000002',
  itemId: 1,
  comment,
  createdAt: 0,
  mention: {
    itemId: 1,
    connector: 'feed',
    sourceId: '0198c000-0000-7000-8000-000000000003',
    sourceName: 'Paper',
    kind: 'news',
    site: 'paper.example',
    url: 'https://paper.example/1',
    title: 'A good season',
    excerpt: 'Guests are happy.',
    marks: [],
    author: '',
    language: 'en',
    publishedAt: 0,
    reach: 0,
    rating: null,
    influence: 1,
    copies: 0,
    notes: 0,
    sightings: 1,
    mentions: [],
    ...part,
  },
});
const words = { title: 'Highlights', where: () => 'paper.example, 21 Nov' };

describe('a report as Markdown', () => {
  it('has a heading, a part for each highlight, and what the owner says about it', () => {
    expect(reportMarkdown([highlight({}, 'Our best week')], words)).toBe(
      '# Highlights\n\n## [A good season](https://paper.example/1)\n\npaper.example, 21 Nov\n\n> Guests are happy.\n\nOur best week',
    );
  });

  it('lets no collected text become markup, and no other address a link', () => {
    const text = reportMarkdown(
      [highlight({ title: '# <b>[x](y)</b>', url: 'javascript:alert(1)', excerpt: 'a\n\n# b' })],
      words,
    );
    expect(text).not.toContain('javascript:');
    expect(text).toContain(String.raw`## \# \<b\>\[x\](y)\</b\>`);
    expect(text).toContain(String.raw`> a \# b`);
  });
});
