import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap } from './fold.ts';
import { indexText } from './index-text.ts';
import { wordsOf } from './words.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('aeouEbüÄßæœøșşțéйиё\u0306\u0301\u0308\u00ad\u200dΣσς手かｶﾞ\u3099가ㄱㅏ가™ İı#-'),
    ),
  }),
);

describe('fold', () => {
  it.each([
    ['Müller', 'Mueller'],
    ['Müller', 'muller'],
    ['Straße', 'STRASSE'],
    ['Iași', 'Iaşi'],
    ['Iași', 'iasi'],
    ['Ærø', 'aero'],
    ['ŒUVRE', 'oeuvre'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδός'],
    ['Αθήνα', 'αθηνα'],
    ['ЁЛКА', 'елка'],
    ['и\u0306од', 'йод'],
    ['cafe\u0301', 'café'],
    ['ﬁn', 'fin'],
    ['ｶﾞｽ', 'ガス'],
    ['ガス', 'カ\u3099ス'],
    ['\u1112\u1161\u11ab', '한'],
    ['Mira\u00admar', 'miramar'],
    ['Ｍiramar', 'miramar'],
  ])('takes %j and %j for the same', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['мой', 'мои'],
    ['їжак', 'іжак'],
    ['が', 'か'],
    ['酒店', '酒吧'],
    ['new era', 'newra'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('never turns a sign into letters', () => {
    expect(fold('Miramar™ ℠ ㈱ ½')).toBe('miramar™ ℠ ㈱ ½');
  });

  it('is idempotent, and its map tells where every character came from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        const { folded, starts, ends } = foldWithMap(text);
        expect(folded).toBe(once);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('words', () => {
  it.each([
    ["L'Hôtel d'Azur", ['l', 'hotel', 'd', 'azur']],
    ['#miramar @miramar_spa', ['miramar', 'miramar', 'spa']],
    ['去东京iPhone手机', ['去', '东', '京', 'iphone', '手', '机']],
    ['삼성은 좋다', ['삼', '성', '은', '좋', '다']],
    ['Гостиница «Мир»', ['гостиница', 'мир']],
  ])('finds the words of %j', (text, words) => {
    expect(wordsOf(fold(text)).map((word) => word.text)).toEqual(words);
  });

  it('stores signs as spaces and unspaced characters apart', () => {
    expect(indexText('Bun🤩venit la 东京')).toBe('bun venit la  东  京 ');
  });
});
