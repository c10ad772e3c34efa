import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brand } from '#shared/contract/brands.ts';
import { addTyped, type BuilderModel } from '#shared/query-language/index.ts';
import { isReady, listsOf, withLists } from './draft.ts';
import { groupBrands, percentOf } from './groups.ts';
import { segmentsOf } from './segments.ts';

const brand = (name: string, role: Brand['role'], ownerId: string | null = null): Brand => ({
  id: name,
  name,
  role,
  ownerId,
  color: 0,
  createdAt: 0,
  archivedAt: null,
  queries: [],
  counts: { total: 0, new: 0, open: 0, done: 0 },
  matching: false,
});

describe('groups', () => {
  it('puts competitors under the brand they are compared with', () => {
    const brands = [
      brand('Vega', 'competitor', 'Miramar'),
      brand('Șerban', 'own'),
      brand('Aurora', 'competitor', 'gone'),
      brand('Miramar', 'own'),
    ];
    const { groups, orphans } = groupBrands(brands, 'ro-RO');
    expect(groups.map(({ own, competitors }) => [own.name, competitors.map(({ name }) => name)])).toEqual([
      ['Miramar', ['Aurora', 'Vega']],
      ['Șerban', []],
    ]);
    expect(orphans).toEqual([]);
  });

  it('loses no competitor where there is no own brand', () => {
    const { groups, orphans } = groupBrands([brand('Vega', 'competitor', 'gone')], 'en-GB');
    expect([groups.length, orphans.length]).toEqual([0, 1]);
  });
});

it('says how far a job is', () => {
  expect(percentOf(1, 3)).toBe(33);
  expect(percentOf(5, 3)).toBe(100);
  expect(percentOf(0, 0)).toBeNull();
});

describe('colouring', () => {
  it('knows words, phrases, operators and fields', () => {
    const kinds = segmentsOf('"hotel miramar" OR site:ziua.ro').map(({ kind, text }) => [kind, text]);
    expect(kinds).toEqual([
      ['phrase', '"hotel miramar"'],
      ['space', ' '],
      ['operator', 'OR'],
      ['space', ' '],
      ['field', 'site:'],
      ['value', 'ziua.ro'],
    ]);
  });

  it('never loses a character, whatever is typed', () => {
    const piece = fc.constantFrom(
      '"',
      '(',
      ')',
      ' ',
      'OR',
      'NOT',
      'site:',
      'miramar',
      '*',
      '\n',
      'NEAR/5',
      'ș',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const segments = segmentsOf(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(new Set(segments.map((segment) => segment.start)).size).toBe(segments.length);
      }),
    );
  });
});

describe('a query being written', () => {
  const model = (text: string): BuilderModel => {
    const lists = listsOf({ text, lists: null });
    if (lists === null) throw new Error('cannot be read');
    return lists;
  };

  it('is the same in both forms, and lists keep what a text cannot tell', () => {
    const typed = addTyped(model(''), 0, 'miramar');
    if (!typed.ok) throw new Error(typed.error.message);
    const draft = withLists(typed.model);
    expect(draft).toMatchObject({ text: 'miramar', touched: true });
    // A group of one reads back as something that must be there; while it is being filled it stays a group.
    expect(listsOf(draft)).toEqual({ ...model(''), any: [[{ type: 'word', text: 'miramar' }]] });
    expect(model('miramar').all).toHaveLength(1);
    expect(listsOf({ ...draft, text: 'vega' })).toEqual(model('vega'));
  });

  it('shows no lists for a text that cannot be read, and does not touch it', () => {
    const draft = { text: 'a OR "b', lists: withLists(model('a')).lists };
    expect(listsOf(draft)).toBeNull();
    expect(draft.text).toBe('a OR "b');
  });

  it('can be shown without something wanted, and not be saved', () => {
    expect(model('-spa').none).toHaveLength(1);
    expect(isReady({ name: 'x', text: '-spa' })).toBe(false);
    expect(isReady({ name: ' ', text: 'spa' })).toBe(false);
    expect(isReady({ name: 'x', text: 'spa' })).toBe(true);
  });
});
