import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someItem, someQuery } from './generators.test-data.ts';
import {
  addTyped,
  type BuilderModel,
  type BuilderPlace,
  compile,
  EMPTY_MODEL,
  EXCLUSIONS,
  fromBuilder,
  isExpression,
  parse,
  print,
  printModel,
  readModel,
  removeEntry,
  toBuilder,
  toggleExclusion,
} from './index.ts';
import type { QueryNode } from './types.ts';

const modelOf = (text: string): BuilderModel => {
  const result = readModel(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.model;
};
const shown = ({ all, any, none, exclusions }: BuilderModel): object => ({
  all: all.map(print),
  any: any.map((group) => group.map(print)),
  none: none.map(print),
  exclusions,
});
const add = (model: BuilderModel, place: BuilderPlace, typed: string): BuilderModel => {
  const result = addTyped(model, place, typed);
  if (!result.ok) throw new Error(result.error.message);
  return result.model;
};

describe('the builder', () => {
  it.each([
    ['miramar', { all: ['miramar'], any: [], none: [] }],
    ['a OR "b c"', { all: [], any: [['a', '"b c"']], none: [] }],
    ['a (b OR c) -d -"e f" lang:ro', { all: ['a', 'lang:ro'], any: [['b', 'c']], none: ['d', '"e f"'] }],
    [
      '(a OR b) (c OR d)',
      {
        all: [],
        any: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        none: [],
      },
    ],
    ['a -(b OR c)', { all: ['a'], any: [], none: ['b', 'c'] }],
    ['a -(b c)', { all: ['a'], any: [], none: ['b c'] }],
    ['a near/5 (b OR c) d', { all: ['a near/5 (b OR c)', 'd'], any: [], none: [] }],
    ['(a -b) OR c', { all: [], any: [['a -b', 'c']], none: [] }],
    ['', { all: [], any: [], none: [] }],
    ['-spa', { all: [], any: [], none: ['spa'] }],
  ])('shows %j', (text, expected) => {
    expect(shown(modelOf(text))).toEqual({ ...expected, exclusions: [] });
  });

  it('keeps what it cannot take apart as it is', () => {
    const model = modelOf('hotel near/3 (bad OR poor) (miramar OR (vega -spa)) -(x onear/2 y)');
    expect([...model.all, ...model.any.flat(), ...model.none].filter(isExpression).map(print)).toEqual([
      'hotel near/3 (bad OR poor)',
      'vega -spa',
      'x onear/2 y',
    ]);
    expect(printModel(model)).toBe('hotel near/3 (bad OR poor) (miramar OR vega -spa) -x onear/2 y');
  });

  it('says where a text cannot be read', () => {
    expect(readModel('a "b')).toMatchObject({ ok: false, error: { code: 'unclosed-quote', at: 2 } });
  });

  it('makes an equivalent query of any query, that prints and reads the same', () => {
    const noise = fc.subarray(EXCLUSIONS.map(({ query }) => `-(${query})`));
    fc.assert(
      fc.property(
        someQuery,
        noise,
        fc.array(someItem, { minLength: 8, maxLength: 8 }),
        (query, left, items) => {
          const written = [`(${print(query)})`, ...left];
          const parsed = parse(written.join(' '));
          if (!parsed.ok) throw new Error(parsed.error.message);
          const model = toBuilder(parsed.query);
          expect(model.exclusions.length).toBe(left.length);
          const rebuilt = fromBuilder(model);
          if (rebuilt === null) throw new Error('nothing left');
          expect(parse(print(rebuilt))).toEqual({ ok: true, query: rebuilt });
          expect(toBuilder(rebuilt)).toEqual(model);
          const [one, two] = [compile(parsed.query), compile(rebuilt)];
          expect(items.map((item) => two.test(item))).toEqual(items.map((item) => one.test(item)));
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('shows every query without a piece that would be lost', () => {
    fc.assert(
      fc.property(someQuery, (query) => {
        const count = (node: QueryNode): number =>
          node.type === 'not'
            ? count(node.child)
            : node.type === 'and' || node.type === 'or'
              ? node.children.reduce((sum, child) => sum + count(child), 0)
              : 1;
        const rebuilt = fromBuilder(toBuilder(query));
        expect(rebuilt === null ? 0 : count(rebuilt)).toBe(count(query));
      }),
    );
  });

  it('takes what is typed: commas separate, words side by side are a phrase, the rest is the language', () => {
    let model = add(EMPTY_MODEL, 0, 'Hotel Miramar, miramar "x, y"; site:ziua.ro');
    expect(printModel(model)).toBe('"Hotel Miramar" OR miramar "x, y" OR site:ziua.ro');
    model = add(model, 'none', '-spa, (a OR b), job near/2 offer');
    model = add(model, 'all', 'lang:ro');
    model = add(model, 1, 'beach, pool');
    expect(printModel(model)).toBe(
      'lang:ro ("Hotel Miramar" OR miramar "x, y" OR site:ziua.ro) (beach OR pool) -spa -a -b -job near/2 offer',
    );
    expect(addTyped(model, 'all', 'a OR')).toMatchObject({ ok: false, error: { code: 'missing-right' } });
    expect(printModel(removeEntry(removeEntry(model, 1, 0), 1, 0))).not.toContain('pool');
    expect(removeEntry(removeEntry(model, 1, 0), 1, 0).any.length).toBe(1);
  });

  it('turns ready-made exclusions on and off', () => {
    const on = toggleExclusion(modelOf('miramar'), 'jobs-ro');
    expect(modelOf(printModel(on))).toEqual(on);
    expect(compileText(printModel(on))('Miramar angajează recepționer')).toBe(false);
    expect(compileText(printModel(on))('Miramar, o plajă curată')).toBe(true);
    expect(printModel(toggleExclusion(on, 'jobs-ro'))).toBe('miramar');
  });
});

function compileText(query: string): (text: string) => boolean {
  const parsed = parse(query);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const matcher = compile(parsed.query);
  return (text) =>
    matcher.test({
      title: '',
      text,
      author: '',
      site: '',
      url: '',
      language: null,
      source: '',
      kind: 'social',
      followers: null,
      rating: null,
      hasLink: false,
      hasMedia: false,
      publishedAt: 0,
    });
}

describe('ready-made exclusions', () => {
  it.each(EXCLUSIONS.map(({ id, query }) => [id, query]))(
    '%s can be read, and says each thing once',
    (_id, query) => {
      const parsed = parse(query);
      if (!parsed.ok || parsed.query.type !== 'or') throw new Error('no list of alternatives');
      expect(print(parsed.query)).toBe(query);
      expect(new Set(parsed.query.children.map(print)).size).toBe(parsed.query.children.length);
    },
  );
});
