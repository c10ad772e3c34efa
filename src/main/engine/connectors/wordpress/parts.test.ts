import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '#engine/connectors/kit/index.ts';
import { blocksOf, commentHtml, slugOf } from './content.ts';
import { readNews, seenUpTo, type Entry, type Seen } from './news.ts';

const essence = (text: string): string => htmlToText(commentHtml(text)).replace(/\s+/g, ' ').trim();

describe('what is typed', () => {
  it('is text on the site, never a tag or a shortcode of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = blocksOf(text, []);
        expect(htmlToText(html).replace(/\s+/g, ' ').trim()).toBe(essence(text));
        expect(
          html.replace(/<!-- \/?wp:paragraph -->/g, '').replace(/<\/?p>|<br>|<a href="[^"<>]*">|<\/a>/g, ''),
        ).not.toMatch(/[<>[\]]/);
      }),
    );
  });

  it('gives an address of plain letters that the key alone decides when words are the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uuid(), fc.uuid(), (title, text, key, other) => {
        const slug = slugOf({ title, text, key });
        expect(slug).toMatch(/^(?:[a-z0-9]+-)*[0-9a-f]{16}$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugOf({ title, text, key })).toBe(slug);
        if (key !== other) expect(slugOf({ title, text, key: other })).not.toBe(slug);
      }),
    );
  });

  it('keeps the words of a Romanian title', () => {
    const slug = slugOf({ title: 'Știri de la mare: țărmul, azi', text: '', key: 'k' });
    expect(slug).toMatch(/^stiri-de-la-mare-tarmul-azi-[0-9a-f]{16}$/);
  });
});

describe('what is new in a list', () => {
  const page = (entries: readonly Entry[]) => (offset: number) => {
    const sorted = entries.toSorted((a, b) => b.order - a.order);
    const part = sorted.slice(offset, offset + 100);
    return Promise.resolve({ entries: part, isLast: offset + 100 >= sorted.length });
  };
  const at = (order: number, mark = 'a'): Entry => ({ id: order, order, mark });
  const first = async (entries: readonly Entry[]): Promise<Seen> =>
    (await readNews(null, 1, page(entries))).seen;

  it('is everything that came since, oldest first, however much', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 150 }),
        fc.integer({ min: 0, max: 350 }),
        async (old, more) => {
          const before = Array.from({ length: old }, (_, index) => at(index + 1));
          const all = Array.from({ length: old + more }, (_, index) => at(index + 1));
          const { news, seen } = await readNews(await first(before), 1, page(all));
          expect(news.map(({ id }) => id)).toEqual(all.slice(old).map(({ id }) => id));
          expect((await readNews(seen, 1, page(all))).news).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is what changed on the newest page, and what became visible there', async () => {
    const seen = await first([at(1), at(2), at(4)]);
    const { news } = await readNews(seen, 1, page([at(1), at(2, 'b'), at(3), at(4)]));
    expect(news.map(({ id }) => id)).toEqual([2, 3]);
  });

  it('goes on after the part that was stored', async () => {
    const all = Array.from({ length: 60 }, (_, index) => at(index + 1));
    for (const before of [null, await first(all.slice(0, 10))]) {
      const { news } = await readNews(before, 1, page(all));
      const stored = news.slice(0, 25);
      const rest = await readNews(seenUpTo(before, stored), 1, page(all));
      expect(rest.news).toEqual(news.slice(25));
    }
  });

  it('ends although the list says that it never does', async () => {
    let asked = 0;
    const endless = () => {
      asked += 1;
      return Promise.resolve({ entries: [at(5), at(4)], isLast: false });
    };
    const { news } = await readNews({ newest: 1, from: 0, marks: {} }, 1, endless);
    expect(news).toHaveLength(2);
    expect(asked).toBe(2);
  });
});
