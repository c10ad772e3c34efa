import fc from 'fast-check';
import { parse } from './parse.ts';
import type { NearOperand, QueryItem, QueryNode } from './types.ts';

/** Few words that resemble each other, so that random queries and random texts meet. */
export const vocabulary = (
  "miramar Miramár mira hotel HOTEL Müller mueller muller Straße strasse a b ab a1 IHG ihg C++ AT&T l'hotel Noël " +
  'șase şase cafe\u0301 Miramar™ Гостиница гостиница мой ёлка οδός ΟΔΟΣ 东京 东 京 手机 iPhone手机 삼성은 삼성 かﾞ ' +
  'ガス ประเทศ mira\u00admar हिन्दी ᦰa ½ m² שלום 𝔐iramar ue ae blue Boeing'
).split(' ');
const separators = [
  ' ',
  ' ',
  ' ',
  ' ',
  '. ',
  ', ',
  '-',
  '🤩',
  '₽',
  ' #',
  ' @',
  '\n',
  '',
  '’',
  '、',
  '\u0308',
  '\u200d',
];

const separator = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...separators) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
);

export const someText = fc
  .array(fc.tuple(fc.constantFrom(...vocabulary), separator), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''));

const term = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...vocabulary) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...vocabulary), fc.nat(5), fc.constantFrom('*', '?', '*?', '**'))
      .map(([word, at, wild]) => word.slice(0, 1 + at) + wild + word.slice(2 + at)),
  },
);
const readsAs = (node: QueryNode, written: string): boolean => {
  const result = parse(written);
  return result.ok && JSON.stringify(result.query) === JSON.stringify(node);
};
const wordNode = term
  .map((text) => ({ type: 'word' as const, text }))
  .filter((node) => readsAs(node, node.text));
const phraseNode = fc
  .array(fc.oneof({ weight: 8, arbitrary: term }, { weight: 1, arbitrary: fc.constant('*') }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => ({ type: 'phrase' as const, text: words.join(' ') }))
  .filter((node) => readsAs(node, `"${node.text}"`));
const textNode = fc.oneof({ weight: 3, arbitrary: wordNode }, { weight: 1, arbitrary: phraseNode });
const rawNode = fc
  .oneof(fc.constantFrom(...vocabulary), fc.constantFrom('IHG', '+', '🤩', 'Miramar™', 'a b', '*', 'hotel '))
  .map((text) => ({ type: 'raw' as const, text: text.trim() }));
const otherNode = fc.constantFrom<QueryNode>(
  { type: 'field', field: 'author', value: 'ana pop' },
  { type: 'field', field: 'site', value: 'booking.com' },
  { type: 'field', field: 'lang', value: 'de' },
  { type: 'field', field: 'kind', value: 'review' },
  { type: 'field', field: 'has', value: 'link' },
  { type: 'compare', field: 'followers', op: '>', value: 1000 },
  { type: 'compare', field: 'rating', op: '<=', value: 2.5 },
  { type: 'date', field: 'before', day: '2026-01-31' },
);
const operand: fc.Arbitrary<NearOperand> = fc.oneof(
  { weight: 3, arbitrary: textNode },
  {
    weight: 1,
    arbitrary: fc
      .array(textNode, { minLength: 2, maxLength: 3 })
      .map((children) => ({ type: 'or' as const, children })),
  },
);
const nearNode = fc
  .array(fc.tuple(operand, fc.record({ distance: fc.nat(6), ordered: fc.boolean() })), {
    minLength: 2,
    maxLength: 3,
  })
  .map((pairs) => ({
    type: 'near' as const,
    operands: pairs.map(([one]) => one),
    links: pairs.slice(1).map(([, link]) => link),
  }));

const listOf = (type: 'and' | 'or', children: readonly QueryNode[]): QueryNode => ({
  type,
  children: children.flatMap((child) => (child.type === type ? child.children : [child])),
});

/** Queries as the parser could have returned them. */
export const someQuery: fc.Arbitrary<QueryNode> = fc
  .letrec<{ node: QueryNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: textNode },
      { weight: 1, arbitrary: rawNode },
      { weight: 1, arbitrary: otherNode },
      { weight: 2, arbitrary: nearNode },
      { weight: 1, arbitrary: tie('node').map((child): QueryNode => ({ type: 'not', child })) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom('and' as const, 'or' as const),
            fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
          )
          .map(([type, children]) => listOf(type, children)),
      },
    ),
  }))
  .node.filter((node) => positive(node, true));

function positive(node: QueryNode, wanted: boolean): boolean {
  if (node.type === 'not') return positive(node.child, !wanted);
  if (node.type !== 'and' && node.type !== 'or') return wanted;
  const parts = node.children.map((child) => positive(child, wanted));
  return (node.type === 'and') === wanted ? parts.includes(true) : !parts.includes(false);
}

export const someItem: fc.Arbitrary<QueryItem> = fc.record({
  title: fc.oneof(fc.constant(''), someText),
  text: someText,
  author: fc.constantFrom('', 'Ana Pop', 'Dr. Müller'),
  site: fc.constantFrom('', 'www.booking.com', 'ziar.ro'),
  url: fc.constantFrom('', 'https://booking.com/x'),
  language: fc.constantFrom(null, 'de-AT', 'ro'),
  source: fc.constantFrom('Ziarul', 'Bluesky'),
  kind: fc.constantFrom('news', 'social', 'forum', 'review'),
  followers: fc.constantFrom(null, 10, 5000),
  rating: fc.constantFrom(null, 1, 4.5),
  hasLink: fc.boolean(),
  hasMedia: fc.boolean(),
  publishedAt: fc.constantFrom(0, Date.UTC(2026, 0, 30), Date.UTC(2026, 1, 2)),
});
