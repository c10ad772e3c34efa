import { describe, expect, it } from 'vitest';
import { highlightTokens, parse, print, proposeQuery } from './index.ts';

const printed = (text: string): string => {
  const result = parse(text);
  return result.ok ? print(result.query) : `${result.error.code} ${result.error.at}+${result.error.length}`;
};

describe('parse', () => {
  it.each([
    ['Hotel Miramar', 'Hotel Miramar'],
    ['Hotel AND Miramar', 'Hotel Miramar'],
    ['a OR b c', 'a OR b c'],
    ['(a OR b) c', '(a OR b) c'],
    ['((a (b)) (c))', 'a b c'],
    ['a NOT b', 'a -b'],
    ['a NOT (b OR c)', 'a -(b OR c)'],
    ['a -b near/3 c', 'a -b near/3 c'],
    ['a –b', 'a -b'],
    ['a NEAR/5 b oNear/2 (c OR "d e")', 'a near/5 b onear/2 (c OR "d e")'],
    ['„Hotel Miramar” »a« “b”', '"Hotel Miramar" "a" "b"'],
    ['and or not near', 'and or not near'],
    ['all-inclusive AT&T 10:30 C++', 'all-inclusive AT&T 10:30 C++'],
    ['#miramar @miramar', '#miramar @miramar'],
    ['raw:IHG Site:https://www.Booking.com/x', 'raw:"IHG" site:booking.com'],
    ['author:"Ana Pop" has:LINK kind:news lang:DE', 'author:"Ana Pop" has:link kind:news lang:de'],
    ['followers>10k rating:<=2.5 followers=2m', 'followers>10000 rating<=2.5 followers=2000000'],
    ['after:2026 before:9.3.2026 after:2026-02', 'after:2026-01-01 before:2026-03-09 after:2026-02-01'],
    ['-(-a)', '--a'],
    ['mira* m?ramar "grand * hotel"', 'mira* m?ramar "grand * hotel"'],
  ])('reads %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it.each([
    ['', 'empty 0+0'],
    ['  ', 'empty 0+2'],
    ['-a', 'only-negative 0+2'],
    ['a OR -b', 'only-negative 0+7'],
    ['-(a -b)', 'only-negative 0+7'],
    ['hotel "Miramar', 'unclosed-quote 6+1'],
    ['hotel ""', 'empty-quote 6+2'],
    ['hotel (a OR b', 'unclosed-paren 6+1'],
    ['a (', 'unclosed-paren 2+1'],
    ['a) b', 'unexpected-paren 1+1'],
    [')', 'unexpected-paren 0+1'],
    ['a ( )', 'empty-paren 2+3'],
    ['AND a', 'missing-left 0+3'],
    ['near/5 a', 'missing-left 0+6'],
    ['a OR', 'missing-right 2+2'],
    ['a AND OR b', 'missing-right 2+3'],
    ['(a OR) b', 'missing-right 3+2'],
    ['a near/5', 'missing-right 2+6'],
    ['a near/5 -b', 'missing-right 2+6'],
    ['NOT', 'missing-right 0+3'],
    ['a 🤩', 'no-letters 2+2'],
    ['Hotel - Miramar', 'no-letters 6+1'],
    ['*mar', 'leading-star 0+4'],
    ['"grand *tel"', 'leading-star 0+12'],
    ['a auhtor:x', 'unknown-field 2+8'],
    ['price>100', 'unknown-field 0+9'],
    ['site: x', 'missing-value 0+5'],
    ['kind:blog', 'bad-value 5+4'],
    ['lang:deutsch!', 'bad-value 5+8'],
    ['rating<=6', 'bad-number 0+9'],
    ['followers>many', 'bad-number 0+14'],
    ['before:2026-02-30', 'bad-date 7+10'],
    ['a near/500 b', 'near-distance 2+8'],
    ['a near/x b', 'near-distance 2+6'],
    ['(a b) near/3 c', 'near-operand 6+6'],
    ['raw:"A" near/3 c', 'near-operand 8+6'],
    ['x'.repeat(10_001), 'too-long 10000+1'],
    [`${'('.repeat(51)}a${')'.repeat(51)}`, 'too-deep 50+1'],
    [`a ${'NOT '.repeat(51)}b`, 'too-deep 202+3'],
  ])('refuses %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  it('says what is wrong, where, and what to write', () => {
    expect(parse('Hotel, bar "Miramar')).toEqual({
      ok: false,
      error: {
        code: 'unclosed-quote',
        params: { position: 12 },
        at: 11,
        length: 1,
        message: 'Unclosed quote at 12',
        suggestion: 'Add a quote at the end of the phrase',
      },
    });
    expect(parse('auhtor:Ana')).toMatchObject({
      error: {
        params: { field: 'auhtor:', best: 'author:' },
        suggestion: expect.stringContaining('author:'),
      },
    });
    expect(parse('https://x.ro')).toMatchObject({ error: { params: { best: 'url:' } } });
  });

  it('accepts the deepest and longest it promises', () => {
    expect(parse(`${'('.repeat(50)}a${')'.repeat(50)}`)).toMatchObject({ ok: true });
    expect(parse('a '.repeat(5000))).toMatchObject({ ok: true });
  });
});

describe('highlightTokens', () => {
  const coloured = (text: string): string[] =>
    highlightTokens(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

  it('colours every piece', () => {
    expect(coloured('(a OR "b c") near/5 d -site:x.ro followers>5 raw:"X"')).toEqual(
      'paren (|word a|operator OR|phrase "b c"|paren )|operator near/5|word d|operator -|field site:|value x.ro|'
        .concat('field followers|value >5|field raw:|value "X"')
        .split('|'),
    );
  });

  it('marks what cannot be read and leaves the rest', () => {
    expect(coloured('a foo:b "c')).toEqual(['word a', 'error foo:b', 'error "c']);
    expect(coloured('a AND')).toEqual(['word a', 'error AND']);
    expect(coloured('-a')).toEqual(['operator -', 'word a']);
  });
});

describe('proposeQuery', () => {
  it.each([
    ['Miramar', 'Miramar OR #Miramar'],
    ['Hotel Miramar', '"Hotel Miramar" OR HotelMiramar OR #HotelMiramar'],
    ['IHG', 'raw:"IHG" OR raw:"#ihg"'],
    ['Booking.com', '"Booking.com" OR Bookingcom OR #Bookingcom'],
    ['„Grand” *Hotel*', '"Grand Hotel" OR GrandHotel OR #GrandHotel'],
    ['«»', ''],
  ])('for %j proposes %j', (name, expected) => {
    expect(proposeQuery(name)).toBe(expected);
  });

  it('adds other names and leaves out namesakes and the own site', () => {
    expect(
      proposeQuery('Miramar', {
        aliases: ['Miramar Spa'],
        exclude: ['cinema', 'Goa beach'],
        ownSite: 'miramar.ro',
      }),
    ).toBe(
      '(Miramar OR #Miramar OR "Miramar Spa" OR MiramarSpa OR #MiramarSpa) -cinema -"Goa beach" -site:miramar.ro',
    );
  });
});
