import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { indexText } from '../text/index-text.ts';
import { someItem, someQuery, someText, vocabulary } from './generators.test-data.ts';
import { compile, highlightTokens, parse, print, proposeQuery, planSearch, toFts } from './index.ts';
import type { QueryError, QueryItem, QueryNode } from './types.ts';

/** How many query × item pairs are compared with and without the prefilter. */
const PAIRS = Number(process.env['EARSHOT_PAIRS'] ?? 20_000);
const ITEMS_PER_QUERY = 10;

const scribble = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ' ',
        '\u0000',
        '\ud800',
        ...'AND OR NOT - ( ) " „ ” * ? near/5 onear/x raw: site: x:y followers> 10k rating<=2 before: 2026 a'.split(
          ' ',
        ),
        ...'hotel|东京|a b|a OR b| (a '.split('|'),
      ),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.join('')),
);

/** What is wrong with the answer for a text that could be read; '' when nothing is. */
function checkQuery(query: QueryNode, text: string): string {
  compile(query).ranges(text);
  toFts(query);
  const again = parse(print(query));
  return again.ok && isDeepStrictEqual(again.query, query) ? '' : `${print(query)} reads differently`;
}

function checkError(error: QueryError, text: string): string {
  if (error.at + error.length > text.length) return 'points outside the text';
  const bare = Object.values(error.params).reduce<string>(
    (words, value) => words.replaceAll(String(value), ''),
    error.message + error.suggestion,
  );
  return /\{[a-z]+\}/.test(bare) ? `unfilled: ${bare}` : '';
}

describe('properties', () => {
  it('printing and parsing again gives the same query', () => {
    fc.assert(
      fc.property(someQuery, (query) => {
        expect(parse(print(query))).toEqual({ ok: true, query });
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and points inside the text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scribble, (text) => {
        const result = parse(text);
        const seen = result.ok ? checkQuery(result.query, text) : checkError(result.error, text);
        expect(seen).toBe('');
        let last = 0;
        for (const { start, end } of highlightTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('marks only where there is something, in order', () => {
    fc.assert(
      fc.property(someQuery, someText, (query, text) => {
        let last = 0;
        for (const { start, end } of compile(query).ranges(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('proposes only queries that can be read', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), scribble, someText);
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 2 }), name, (brand, others, site) => {
        const query = proposeQuery(brand, { aliases: others, exclude: others, ownSite: site });
        expect(query === '' || parse(query).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('prefilter', () => {
  const open = () => {
    const db = new Database(':memory:');
    db.exec(
      `CREATE VIRTUAL TABLE fts USING fts5(title, body, facet, content='', contentless_delete=1,
         tokenize='unicode61 remove_diacritics 2')`,
    );
    const insert = db.prepare<[bigint, string, string, string]>(
      'INSERT INTO fts(rowid, title, body, facet) VALUES (?, ?, ?, ?)',
    );
    const find = db.prepare<[string], { rowid: number }>('SELECT rowid FROM fts WHERE fts MATCH ?');
    return {
      fill(items: readonly QueryItem[]) {
        db.exec('DELETE FROM fts');
        const facet = vocabulary.join(' ');
        items.forEach((item, i) => insert.run(BigInt(i), indexText(item.title), indexText(item.text), facet));
      },
      candidates: (expression: string) => new Set(find.all(expression).map(({ rowid }) => rowid)),
      close: () => db.close(),
    };
  };

  it(
    'never loses an answer of the matcher, whatever the query and the text',
    { timeout: 60_000 + 4 * PAIRS },
    () => {
      const index = open();
      let narrowed = 0;
      let matched = 0;
      let exact = 0;
      fc.assert(
        fc.property(
          fc.array(someItem, { minLength: ITEMS_PER_QUERY, maxLength: ITEMS_PER_QUERY }),
          someQuery,
          (items, query) => {
            const matcher = compile(query);
            const expression = toFts(query);
            const alone = items.flatMap((item, i) => (matcher.test(item) ? [i] : []));
            matched += alone.length;
            if (expression === null) return;
            index.fill(items);
            const candidates = index.candidates(expression);
            narrowed += items.length - candidates.size;
            const both = items.flatMap((item, i) => (candidates.has(i) && matcher.test(item) ? [i] : []));
            expect(both).toEqual(alone);
            const { match, rest } = planSearch(query);
            const left = rest === null ? null : compile(rest);
            const planned = match === null ? null : index.candidates(match);
            const found = items.flatMap((item, i) =>
              (planned === null || planned.has(i)) && (left === null || left.test(item)) ? [i] : [],
            );
            expect(found).toEqual(alone);
            if (rest !== query) exact += items.length;
          },
        ),
        { numRuns: Math.ceil(PAIRS / ITEMS_PER_QUERY) },
      );
      expect(matched).toBeGreaterThan(PAIRS / 100);
      expect(narrowed).toBeGreaterThan(PAIRS / 4);
      expect(exact).toBeGreaterThan(PAIRS / 10);
      index.close();
    },
  );

  it('gives the same answer for texts folded beforehand', () => {
    fc.assert(
      fc.property(someQuery, someItem, (query, item) => {
        const folded = { ...item, foldedTitle: fold(item.title), foldedText: fold(item.text) };
        expect(compile(query).test(folded)).toBe(compile(query).test(item));
      }),
    );
  });

  it('is understood by FTS5 at the limits of depth and length', () => {
    const index = open();
    const deep = `${'(a OR (b '.repeat(25)}c${'))'.repeat(25)}`;
    const wide = Array.from({ length: 1200 }, (_, i) => `w${i}`);
    for (const text of [
      deep,
      wide.join(' OR '),
      wide.join(' '),
      wide
        .map((word) => `"${word} x"`)
        .slice(0, 800)
        .join(' OR '),
    ]) {
      const result = parse(text);
      if (!result.ok) throw new Error(result.error.message);
      expect(index.candidates(toFts(result.query) ?? '').size).toBe(0);
    }
    index.close();
  });

  it('never takes a letter for a Latin one or a digit where FTS5 does', () => {
    const index = new Database(':memory:');
    index.exec(
      `CREATE VIRTUAL TABLE f USING fts5(body, content='', tokenize='unicode61 remove_diacritics 2');
       CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')`,
    );
    const insert = index.prepare<[bigint, string]>('INSERT INTO f(rowid, body) VALUES (?, ?)');
    index.transaction(() => {
      for (let code = 1; code < 0x1fb00; code++) {
        if (code < 0xd800 || code > 0xdfff) insert.run(BigInt(code), indexText(String.fromCodePoint(code)));
      }
    })();
    const differing = index
      .prepare<[], { term: string; doc: number }>("SELECT term, doc FROM v WHERE term GLOB '[a-z0-9]*'")
      .all()
      .filter(
        ({ term, doc }) => !wordsOf(fold(String.fromCodePoint(doc))).some((word) => word.text === term),
      );
    expect(differing).toEqual([]);
    index.close();
  });

  it('sees word characters as FTS5 does: no code point makes it lose a word', () => {
    const index = new Database(':memory:');
    index.exec(
      `CREATE VIRTUAL TABLE f USING fts5(body, content='', tokenize='unicode61 remove_diacritics 2');
       CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')`,
    );
    const insert = index.prepare<[bigint, string]>('INSERT INTO f(rowid, body) VALUES (?, ?)');
    const signs: number[] = [];
    index.transaction(() => {
      for (let code = 1; code < 0x1fb00; code += code < 0x3400 || code > 0xd7ff ? 1 : 97) {
        const char = String.fromCodePoint(code);
        if (/[\p{L}\p{N}\p{M}\p{Co}\p{Cs}]/u.test(char) || fold(`q${char}q`) === 'qq') continue;
        signs.push(code);
        insert.run(BigInt(code), indexText(`q${char}q`));
      }
    })();
    const found = index
      .prepare<[], { doc: number }>("SELECT doc FROM v WHERE term = 'q' GROUP BY doc HAVING count(*) = 2")
      .all();
    expect(found.length).toBe(signs.length);
    index.close();
  });
});
