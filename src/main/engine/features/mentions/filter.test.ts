import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, parse, toFts } from '#shared/query-language/index.ts';
import { toQueryItem } from '#engine/collect/matchers.ts';
import { indexText } from '#shared/text/index-text.ts';
import { isExactInIndex } from './filter.ts';

const words = [
  'sea',
  'view',
  'hotel',
  'muenchen',
  'münchen',
  'b1',
  '2024',
  'café',
  'cafe',
  "o'clock",
  'sea-view',
  'AND',
];
const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '. ', '-', ', ', "'", '\n', '_', '  ')), {
    maxLength: 12,
  })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
const plain = fc.constantFrom(
  'sea',
  'view',
  'hotel',
  'muenchen',
  'b1',
  '2024',
  'cafe',
  'clock',
  '"sea view"',
  '"hotel sea"',
  '"o clock"',
);
const query = fc
  .array(fc.tuple(plain, fc.constantFrom(' AND ', ' OR ', ' ')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([word, operator], at) => (at === 0 ? word : operator + word)).join(''));

describe('a search the index answers alone', () => {
  it('finds exactly what the matcher finds', () => {
    const database = new Database(':memory:');
    database.exec(
      "CREATE VIRTUAL TABLE t USING fts5(title, body, facet, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')",
    );
    const insert = database.prepare('INSERT INTO t(rowid, title, body, facet) VALUES(1, ?, ?, ?)');
    fc.assert(
      fc.property(text, text, query, (title, body, expression) => {
        const parsed = parse(expression);
        if (!parsed.ok || !isExactInIndex(parsed.query)) return;
        insert.run(indexText(title), indexText(body), 'b1 c2');
        const found =
          database.prepare('SELECT 1 FROM t WHERE t MATCH ?').get(toFts(parsed.query)) !== undefined;
        database.prepare('DELETE FROM t WHERE rowid = 1').run();
        const item = toQueryItem({
          title,
          text: body,
          author: '',
          site: '',
          url: '',
          language: null,
          source: '',
          kind: 'news',
          followers: null,
          rating: null,
          publishedAt: 0,
          hasLink: false,
          hasMedia: false,
        });
        expect(found).toBe(compile(parsed.query).test(item));
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['sea*', '-sea hotel', 'raw:"SEA"', 'lang:en sea', 'sea near/3 view', 'café'])(
    'leaves %s to the matcher',
    (expression) => {
      const parsed = parse(expression);
      expect(parsed.ok && isExactInIndex(parsed.query)).toBe(false);
    },
  );
});
