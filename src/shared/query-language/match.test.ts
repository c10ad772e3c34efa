import { describe, expect, it } from 'vitest';
import { compile, parse, planSearch, print, toFts } from './index.ts';
import type { Matcher, QueryItem, QueryNode } from './types.ts';

const read = (text: string): QueryNode => {
  const result = parse(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.query;
};
const matcher = (text: string): Matcher => compile(read(text));
const item = (text: string, more: Partial<QueryItem> = {}): QueryItem => ({
  title: '',
  text,
  author: 'Ana Pop',
  site: 'www.booking.com',
  url: 'https://www.booking.com/Hotel/Miramar',
  language: 'de-AT',
  source: 'Ziarul de Iași',
  kind: 'review',
  followers: 1500,
  rating: 2,
  hasLink: true,
  hasMedia: false,
  publishedAt: Date.UTC(2026, 0, 31),
  ...more,
});

describe('compile', () => {
  it.each([
    ['mueller', 'Familie MÜLLER', true],
    ['Müller', 'muller', true],
    ['strasse', 'Hauptstraße', false],
    ['Straße*', 'strassenbahn', true],
    ['șase', 'şase', true],
    ['mira', 'Miramar', false],
    ['mira*', 'Miramar', true],
    ['m*r', 'miramar', true],
    ['m*r', 'mirama', false],
    ['mi?amar', 'Miramar', true],
    ['mi?mar', 'Miramar', false],
    ['bl?e', 'Blue Bay', true],
    ['ven*e', 'the venue', true],
    ['h*el', 'Hoel', true],
    ['bl?e', 'bloom', false],
    ['miramar', '#Miramar', true],
    ['#miramar', 'by @miramar_spa', true],
    ['miramar', 'Miramar™', true],
    ['at&t', 'AT&T', true],
    ['гостиница', 'В ГОСТИНИЦЕ', false],
    ['гостиниц*', 'В ГОСТИНИЦЕ', true],
    ['мир', 'Мирамар', false],
    ['οδος', 'ΟΔΌΣ Αθηνών', true],
    ['东京', '我去东京都', true],
    ['东京', '东和京', false],
    ['"东 京"', '东、京', true],
    ['iphone', '我的iPhone手机', true],
    ['삼성', '삼성은', true],
    ['ガス', 'カス', false],
    ['"hotel miramar"', 'Hotel\n  Miramar', true],
    ['"hotel miramar"', 'hotel de Miramar', false],
    ['"hotel * miramar"', 'hotel de Miramar', true],
    ['"hotel * miramar"', 'hotel miramar', false],
    ['hotel near/1 bad', 'bad old hotel', true],
    ['hotel near/1 bad', 'bad and old hotel', false],
    ['hotel onear/1 bad', 'bad hotel', false],
    ['hotel onear/1 bad', 'hotel bad', true],
    ['hotel near/3 hotel', 'hotel', false],
    ['hotel near/3 hotel', 'hotel, hotel', true],
    ['a near/0 b near/0 c', 'a b c', true],
    ['a near/0 b near/0 c', 'b a c', false],
    ['(hotel OR resort) near/1 (bad OR "very poor")', 'resort is very poor', true],
    ['raw:"IHG"', 'IHG.', true],
    ['raw:"IHG"', 'ihg IHGs', false],
    ['raw:"C++"', 'in C++11', true],
    ['raw:"🤩"', 'wow🤩', true],
    ['hotel -spa', 'hotel', true],
    ['hotel -spa', 'hotel SPA', false],
    ['a OR b c', 'b', false],
  ])('%j on %j is %j', (query, text, expected) => {
    expect(matcher(query).test(item(text))).toBe(expected);
    expect(matcher(query).test(item('', { title: text }))).toBe(expected);
  });

  it('does not let phrases and proximity run from title to text', () => {
    expect(matcher('"hotel miramar"').test(item('miramar', { title: 'hotel' }))).toBe(false);
    expect(matcher('hotel near/5 miramar').test(item('miramar', { title: 'hotel' }))).toBe(false);
    expect(matcher('hotel miramar').test(item('miramar', { title: 'hotel' }))).toBe(true);
  });

  it.each([
    ['author:ana', true],
    ['author:"ana pop"', true],
    ['author:an', false],
    ['site:booking.com', true],
    ['site:booking', true],
    ['site:king.com', false],
    ['url:hotel/miramar', true],
    ['lang:de', true],
    ['lang:en', false],
    ['source:iasi', true],
    ['kind:review', true],
    ['kind:news', false],
    ['has:link', true],
    ['has:media', false],
    ['followers>1000', true],
    ['followers>1.5k', false],
    ['followers>=1.5k', true],
    ['rating<=2', true],
    ['rating=2', true],
    ['rating<2', false],
    ['after:2026-01-31', true],
    ['before:2026-01-31', false],
    ['before:2026-02', true],
  ])('%j is %j', (query, expected) => {
    expect(matcher(query).test(item('x'))).toBe(expected);
  });

  it('knows nothing of what is not reported', () => {
    const unknown = item('x', { followers: null, rating: null, language: null });
    for (const query of ['followers>=0', 'rating>=0', 'lang:de'])
      expect(matcher(query).test(unknown)).toBe(false);
  });

  it('stays quick on hostile texts', () => {
    const text = 'a'.repeat(100_000);
    expect(matcher('a*a*a*a*a*b').test(item(text))).toBe(false);
    expect(matcher('a near/100 b near/100 a').test(item('a b '.repeat(20_000)))).toBe(true);
    expect(matcher('手*机').test(item('手'.repeat(50_000)))).toBe(false);
  });
});

describe('ranges', () => {
  const marked = (query: string, text: string): string[] =>
    matcher(query)
      .ranges(text)
      .map(({ start, end }) => text.slice(start, end));

  it.each([
    ['mueller OR strasse', 'Die Mu\u0308ller, Straße', ['Mu\u0308ller', 'Straße']],
    ['mueller', 'MUELLER und Müller', ['MUELLER', 'Müller']],
    ['mira*', 'Mira\u00admar™ x', ['Mira\u00admar']],
    ['"hotel miramar" hotel', 'Hotel  Miramar hotel', ['Hotel  Miramar', 'hotel']],
    ['hotel -spa', 'spa hotel', ['hotel']],
    ['a near/1 b', 'a x b y y a', ['a', 'b']],
    ['raw:"IHG" site:x.ro', 'ihg IHG', ['IHG']],
    ['东京', '🤩去东京都', ['东京']],
    ['ガス', 'ｶﾞｽ', ['ｶﾞｽ']],
    ['hotel', 'nothing', []],
  ])('%j in %j', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });
});

describe('planSearch', () => {
  it.each([
    ['Hotel -Müller', '{title body} : (("hotel" NOT "muller"))', null],
    ['"Hotel Mira*" OR x', '{title body} : (("hotel mira"* OR "x"))', null],
    ['a b -c -"d e"', '{title body} : ((("a" AND "b") NOT ("c" OR "d e")))', null],
    ['a -site:x.ro', '{title body} : ("a")', '-site:x.ro'],
    ['a -c h*l lang:ro', '{title body} : ((("a" NOT "c") AND "h"*))', 'h*l lang:ro'],
    ['(a OR b) raw:"C"', '{title body} : ((("a" OR "b") AND "c"))', 'raw:"C"'],
    ['m*r', '{title body} : ("m"*)', 'm*r'],
    ['мои', '{title body} : ("мои")', 'мои'],
    ['酒店', '{title body} : ("酒 店")', '酒店'],
    ['a near/5 b', '{title body} : (("a" AND "b"))', 'a near/5 b'],
    ['a OR lang:ro', null, 'a OR lang:ro'],
    ['lang:ro -spa', null, 'lang:ro -spa'],
  ])('%j asks the index for %j and tests %j', (query, match, rest) => {
    const plan = planSearch(read(query));
    expect([plan.match, plan.rest && print(plan.rest)]).toEqual([match, rest]);
  });

  it('agrees with the matcher on words longer than a star reaches', () => {
    expect(matcher('mira*').test(item(`mira${'x'.repeat(500)}`))).toBe(true);
  });
});

describe('toFts', () => {
  it.each([
    ['Hotel Müller', '{title body} : (("hotel" AND "muller"))'],
    ['"Hotel Mira*" OR x', '{title body} : (("hotel mira"* OR "x"))'],
    ['a -b site:x.ro', '{title body} : ("a")'],
    ['a near/5 (b OR c)', '{title body} : (("a" AND ("b" OR "c")))'],
    ['东京', '{title body} : ("东 京")'],
    ['raw:"IHG"', '{title body} : ("ihg")'],
    ['a OR site:x.ro', null],
    ['?iramar', null],
    ['raw:"🤩"', null],
    ['lang:de', null],
  ])('%j is %j', (query, expected) => {
    expect(toFts(read(query))).toBe(expected);
  });
});
