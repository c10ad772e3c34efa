import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EarshotError } from '#shared/model/result.ts';
import { LONGEST_TEXT } from './features.ts';
import { LANGUAGES } from './negators.ts';
import { loadSentiment, type SentimentInput } from './sentiment.ts';
import { ownTexts } from './training/index.ts';
import { checksum } from './weights.ts';

const models = join(import.meta.dirname, '../../../../assets/models');
const bytes = readFileSync(join(models, 'sentiment.bin'));
const lexiconBytes = readFileSync(join(models, 'lexicon.txt'));
const model = loadSentiment(bytes, lexiconBytes);

const review = (text: string, language: string | null = 'en'): SentimentInput => ({
  text,
  language,
  kind: 'review',
});

describe('judgements', () => {
  test.each([
    ['en', 'The room was dirty and the staff were rude.', 'The room was spotless and the staff were lovely.'],
    [
      'ro',
      'Camera era murdară și personalul nepoliticos.',
      'Camera era foarte curată și personalul minunat.',
    ],
    [
      'de',
      'Das Zimmer war schmutzig und das Personal unfreundlich.',
      'Ein wunderbares Zimmer, sehr freundliches Personal.',
    ],
    ['fr', 'Chambre sale et personnel désagréable.', 'Chambre magnifique et personnel adorable.'],
    ['es', 'La habitación estaba sucia, un hotel horrible.', 'Una habitación preciosa, un hotel excelente.'],
    ['it', 'Camera sporca e personale scortese, pessimo.', 'Camera bellissima e personale meraviglioso.'],
    ['pt', 'Quarto sujo e um serviço horrível.', 'Quarto maravilhoso e um serviço excelente.'],
    ['nl', 'Een vieze kamer en vreselijk personeel.', 'Een prachtige kamer en geweldig personeel.'],
    ['hr', 'Soba je prljava, osoblje grozno.', 'Soba je prekrasna, osoblje divno.'],
  ])('%s: tells bad from good', (language, bad, good) => {
    expect(model.judge(review(bad, language)).sentiment).toBe('negative');
    expect(model.judge(review(good, language)).sentiment).toBe('positive');
  });

  test.each([
    ['en', 'The hotel is good.', 'The hotel is not good.'],
    ['en', 'I would recommend it.', "I wouldn't recommend it."],
    ['ro', 'Recomand acest hotel.', 'Nu recomand acest hotel.'],
    ['de', 'Das Hotel ist gut.', 'Das Hotel ist nicht gut.'],
    ['fr', 'Je recommande cet hôtel.', 'Je ne recommande pas cet hôtel.'],
    ['es', 'Recomiendo este hotel.', 'No recomiendo este hotel.'],
  ])('%s: a negator turns %j around', (language, plain, negated) => {
    const [a, b] = [model.judge(review(plain, language)), model.judge(review(negated, language))];
    expect(a.score).toBeGreaterThan(0);
    expect(b.score).toBeLessThan(0);
  });

  test('neutral is a living class for reviews and news', () => {
    expect(model.judge(review('Breakfast is served from seven to ten.')).sentiment).toBe('neutral');
    const news = {
      text: 'The company publishes its figures on Thursday.',
      language: 'en',
      kind: 'news',
    } as const;
    expect(model.judge(news).sentiment).toBe('neutral');
  });

  test.each(LANGUAGES)('%s: emoji move the score both ways', (language) => {
    const score = (text: string): number => model.judge({ text, language, kind: 'social' }).score;
    expect(score('hotel 😍❤️')).toBeGreaterThan(score('hotel'));
    expect(score('hotel 😡😡')).toBeLessThan(score('hotel'));
    expect(score('hotel :)')).toBeGreaterThan(score('hotel :('));
  });

  test.each([null, 'zh', 'hu', '', 'EN ', 'constructor'])(
    'language %j is undefined, never a guess',
    (language) => {
      const judged = model.explain(review('wonderful, excellent, perfect 😍', language));
      expect(judged).toMatchObject({ sentiment: 'undefined', score: 0, certainty: 0, why: [] });
    },
  );

  test('a title counts', () => {
    const text = 'More on page two.';
    const alone = model.judge({ text, language: 'en', kind: 'news' });
    const titled = model.judge({
      title: 'Terrible scandal, guests furious',
      text,
      language: 'en',
      kind: 'news',
    });
    expect(titled.score).toBeLessThan(alone.score);
  });

  test('the same text is judged the same however many others came before', () => {
    const before = model.judge(review('The pool was lovely but the food was cold.'));
    for (let i = 0; i < 25_000; i += 1) model.judge(review(`word${i}`));
    expect(model.judge(review('The pool was lovely but the food was cold.'))).toEqual(before);
  });
});

describe('reasons', () => {
  test('are words of the text at their offsets, the strongest first', () => {
    const input = {
      ...review('Ça va. The staff were wonderful 😍, but never a clean towel'),
      title: 'Lovely stay',
    };
    const { why } = model.explain(input);
    expect(why.length).toBeGreaterThan(2);
    for (const one of why) expect(input[one.in].slice(one.start, one.end)).toBe(one.word);
    const sizes = why.map((one) => Math.abs(one.weight));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(why.find((one) => one.word === 'wonderful')?.weight).toBeGreaterThan(0);
  });

  test('are only given when asked for, and change nothing', () => {
    const input = review('Dirty room, lovely view.');
    const [plain, explained] = [model.judge(input), model.explain(input)];
    expect(plain.why).toEqual([]);
    expect({ ...explained, why: [] }).toEqual(plain);
  });
});

describe('hostile input', () => {
  test.each([
    ['nothing', ''],
    ['200 KB of one letter', 'a'.repeat(200_000)],
    ['200 KB of words', 'terrible '.repeat(22_000)],
    ['200 KB of at signs', '@'.repeat(200_000)],
    ['200 KB of dots and dashes', '.-_'.repeat(66_000)],
    ['only emoji', '😍'.repeat(5000)],
    ['joined emoji', '👩‍❤️‍👨'.repeat(3000)],
    ['invisible characters', '\u200B\u200D\u202E\uFEFF'.repeat(1000)],
    ['lone surrogates', '\uD83D bad \uDE0D'.repeat(1000)],
    ['stacked accents', `a${'\u0301'.repeat(50_000)}`],
    ['object keys', '__proto__ constructor toString'],
  ])('%s never throws and stays in range', (_, text) => {
    for (const language of LANGUAGES) {
      const judged = model.explain({ text, title: text, language, kind: 'social' });
      expect(Math.abs(judged.score)).toBeLessThanOrEqual(1);
      expect(judged.certainty).toBeGreaterThan(0);
      expect(judged.certainty).toBeLessThanOrEqual(1);
    }
  });

  test('any string: range, offsets, and only the beginning of a long text counts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const judged = model.explain({ text, title: text, language, kind: 'forum' });
          expect(Math.abs(judged.score)).toBeLessThanOrEqual(1);
          for (const one of judged.why) expect(text.slice(one.start, one.end)).toBe(one.word);
        },
      ),
    );
    const start = 'good '.repeat(LONGEST_TEXT / 5);
    expect(model.judge(review(`${start}awful`))).toEqual(model.judge(review(start)));
  });
});

describe('the files', () => {
  test('the header tells what was learnt, and the bytes are those it names', () => {
    const { header } = model;
    expect(bytes.length).toBeLessThan(4_000_000);
    expect(header.lexiconHash).toBe(checksum(lexiconBytes));
    expect(header.trainedOn.map((set) => set.name)).toEqual([
      'umsab',
      'sart',
      'vader-tweets',
      'vader-reviews',
      'own sentences',
    ]);
    const own = ownTexts.reduce(
      (n, set) => n + set.negative.length + set.neutral.length + set.positive.length,
      0,
    );
    expect(header.trainedOn.at(-1)?.texts).toBe(own);
  });

  test.each([
    ['cut short', bytes.subarray(0, 1000)],
    ['empty', new Uint8Array(0)],
    ['another format', new Uint8Array(bytes).fill(0, 0, 4)],
    ['one weight changed', Uint8Array.from(bytes, (byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte))],
    ['a header that lies about its length', Uint8Array.from(bytes, (byte, i) => (i === 4 ? byte ^ 1 : byte))],
  ])('a damaged weights file is refused: %s', (_, damaged) => {
    expect(() => loadSentiment(damaged, lexiconBytes)).toThrow(EarshotError);
  });

  test('a word list that does not belong to the weights is refused', () => {
    expect(() => loadSentiment(bytes, lexiconBytes.subarray(1))).toThrow(/do not belong together/);
  });
});
