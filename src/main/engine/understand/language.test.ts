import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage, normaliseLanguage } from './language.ts';

describe('detectLanguage', () => {
  test.each([
    ['en', 'The breakfast was excellent and the staff very helpful'],
    ['ro', 'Camera a fost curată și personalul foarte amabil'],
    ['de', 'Das Frühstück war ausgezeichnet und das Personal freundlich'],
    ['fr', 'Le petit déjeuner était excellent et le personnel charmant'],
    ['es', 'El desayuno era excelente y el personal muy amable'],
    ['it', 'La colazione era ottima e il personale molto gentile'],
    ['pt', 'O café da manhã estava ótimo e os funcionários são muito atenciosos'],
    ['nl', 'Het ontbijt was uitstekend en het personeel erg vriendelijk'],
    ['hr', 'Doručak je bio odličan, a osoblje vrlo ljubazno'],
    ['hu', 'A reggeli kiváló volt és a személyzet nagyon kedves'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test('Serbian in Latin letters is read as Croatian, in Cyrillic it stays Serbian', () => {
    expect(detectLanguage('Doručak je bio odličan i osoblje je veoma ljubazno prema svima')).toBe('hr');
    expect(detectLanguage('Доручак је био одличан и особље је веома љубазно према свима')).toBe('sr');
  });

  test('links, names and hashtags do not decide', () => {
    const text =
      '@the_best_hotel camera a fost foarte curată https://example.com/the/best/hotel/with #TheBestHotelInTown';
    expect(detectLanguage(text)).toBe('ro');
  });

  test.each(['', '   ', '12345 67', '😍😍😍', 'https://example.com/a', '@someone', '\u200B\u200D', '?!'])(
    '%j has no language, whatever the hint',
    (text) => {
      expect(detectLanguage(text, 'ro')).toBeNull();
    },
  );

  test.each([
    ['pt', 'vou amanhã'],
    ['de', '@someone danke!'],
    ['it', 'grazie :)'],
    ['fr', 'merci 😍'],
    ['pt', 'adorei, muito lindo #Show'],
    ['ro', 'O cafea bunăăăă'],
    ['hr', 'hvala'],
    ['nl', 'bedankt hoor'],
  ])('everyday words settle a few words: %s %j', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['Radisson', 'Kempinski', 'IHG', 'McDonald', '@someone Novotel', '<|NAME|> Continental'])(
    'a name alone has none: %j',
    (text) => {
      expect(detectLanguage(text)).toBeNull();
      expect(detectLanguage(text, 'hr')).toBe('hr');
    },
  );

  test('a short text in another script is never taken for one of the nine', () => {
    expect(detectLanguage('Добро утро, хубав ден')).toBe('bg');
    expect(detectLanguage('Доручак је био одличан')).toBe('sr');
    expect(detectLanguage('こんにちは、元気ですか')).toBe('ja');
  });

  test('a text too short to tell takes the declared language, and none without one', () => {
    expect(detectLanguage('ok')).toBeNull();
    expect(detectLanguage('ok', 'ro-RO')).toBe('ro');
  });

  test('a wrong declaration does not overrule a clear text', () => {
    expect(detectLanguage('Das Frühstück war ausgezeichnet und das Personal sehr freundlich', 'en')).toBe(
      'de',
    );
  });

  test('declared codes are normalised', () => {
    expect(normaliseLanguage('pt-BR')).toBe('pt');
    expect(normaliseLanguage('BS')).toBe('hr');
    expect(normaliseLanguage('english')).toBeNull();
    expect(normaliseLanguage(null)).toBeNull();
  });

  test('any string and long hostile ones: a two-letter code or null', () => {
    const valid = (language: string | null): void => {
      if (language !== null) expect(language).toMatch(/^[a-z]{2}$/);
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, hint) =>
        valid(detectLanguage(text, hint)),
      ),
    );
    for (const piece of ['a', '@', 'w.', '#a', '\uD83D', '\u200B', 'http://']) {
      valid(detectLanguage(piece.repeat(200_000)));
    }
  });
});
