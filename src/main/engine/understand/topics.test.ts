import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, parse } from '#shared/query-language/index.ts';
import { termsOf, unwantedWords, type Unwanted } from './topic-words.ts';
import { findTopics, logOddsScore, type TopicText } from './topics.ts';

const nothing: Unwanted = () => false;
const keys = (text: string, language: string | null): string[] =>
  termsOf(text, language, nothing).map(({ key }) => key);

let serial = 0;
const text = (part: Partial<TopicText>): TopicText => {
  serial += 1;
  return { id: serial, text: '', language: 'en', sentiment: 'neutral', now: true, day: 28, ...part };
};
const many = (n: number, part: Partial<TopicText>): TopicText[] =>
  Array.from({ length: n }, () => text(part));
const find = (texts: TopicText[], words: string[] = []) =>
  findTopics(texts, { unwanted: unwantedWords(words), days: 35, limit: 10 });

describe('the score', () => {
  it('is the worked example of its docstring', () => {
    // Prior: 10 × 13/300 = 0.433. ln(9.433/60.567) − ln(4.433/245.567) = 2.155; error √(1/9.433 + 1/4.433) = 0.576.
    expect(logOddsScore(9, 60, 4, 240, 10)).toBeCloseTo(3.74, 2);
  });

  it('is 0 where nothing was said, and where every text says it', () => {
    expect(logOddsScore(0, 0, 0, 0, 10)).toBe(0);
    expect(logOddsScore(5, 5, 9, 9, 10)).toBe(0);
  });

  it('turns its sign when the spans change places, and grows with what is said now', () => {
    const texts = fc.nat({ max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));
    fc.assert(
      fc.property(texts, texts, ([a, n], [b, m]) => {
        const score = logOddsScore(a, n, b, m, 10);
        expect(Number.isFinite(score)).toBe(true);
        expect(logOddsScore(b, m, a, n, 10)).toBeCloseTo(-score, 9);
      }),
    );
  });
});

describe('terms', () => {
  it('leaves out stop words, links, names of accounts and numbers', () => {
    expect(keys('The pool was closed, see https://spa.example/pool @hotel 2024', 'en')).toEqual([
      'pool',
      'close',
    ]);
  });

  it('takes all endings of a word for one, with and without diacritics', () => {
    expect(new Set(keys('piscină, piscina', 'ro')).size).toBe(1);
    expect(new Set(keys('rooms, room', 'en')).size).toBe(1);
  });

  it('joins two words with nothing but a space or a hyphen between them', () => {
    expect(keys('hot water', 'en')).toContain('hot water');
    expect(keys('hot, water', 'en')).not.toContain('hot water');
    expect(termsOf('Check-in', 'en', nothing).map(({ surface }) => surface)).toContain('Check-in');
  });

  it('drops the article before an apostrophe', () => {
    expect(termsOf("l'ascenseur", 'fr', nothing).map(({ surface }) => surface)).toEqual(['ascenseur']);
  });

  it('knows the words of the brand in all their endings', () => {
    const unwanted = unwantedWords(['hotel', 'miramar*']);
    expect(termsOf('Hotels Miramarul pool', 'en', unwanted).map(({ surface }) => surface)).toEqual(['pool']);
  });
});

describe('topics', () => {
  it('tells what rose and what fell, each with its texts and their sentiment', () => {
    const usual = [
      ...many(20, { text: 'a quiet evening', now: false, day: 3 }),
      ...many(5, { text: 'a quiet evening' }),
    ];
    const gone = many(12, { text: 'lovely fireworks', now: false, day: 2 });
    const risen = [
      ...many(4, { text: 'the elevator', sentiment: 'negative' }),
      ...many(1, { text: 'Elevators', sentiment: 'positive' }),
    ];
    const { rising, falling, common } = find([...usual, ...gone, ...risen]);
    const elevator = rising.find(({ query }) => query.includes('elevator'));
    expect(elevator).toMatchObject({ count: 5, before: 0, negative: 4, positive: 1, neutral: 0 });
    expect(elevator?.days[28]).toBe(5);
    expect(elevator?.examples.length).toBe(5);
    expect(falling.map(({ before }) => before)).toContain(12);
    expect(common[0]?.count).toBe(5);
  });

  it('shows the form that is written most', () => {
    const texts = [
      ...many(3, { text: 'the elevator' }),
      ...many(1, { text: 'ELEVATORS' }),
      ...many(9, { text: 'x', now: false }),
    ];
    expect(find(texts).rising[0]?.term).toBe('elevator');
  });

  it('names a phrase in the place of a word that hardly occurs without it', () => {
    const texts = [
      ...many(6, { text: 'no hot water again' }),
      ...many(9, { text: 'sunny beach', now: false }),
    ];
    const terms = find(texts).rising.map(({ term }) => term);
    expect(terms).toContain('hot water');
    expect(terms).not.toContain('water');
  });

  it('makes no topic of a language that is merely written more', () => {
    const romanian = 'cameră curată';
    const texts = [
      ...many(2, { text: romanian, language: 'ro', now: false }),
      ...many(40, { text: 'tidy corner', now: false }),
      ...many(30, { text: romanian, language: 'ro' }),
    ];
    expect(find(texts).rising).toEqual([]);
  });

  it('finds its own texts again by its query', () => {
    const words = fc.constantFrom(
      'pool',
      'Pools',
      'spa',
      'hot',
      'water',
      'blue',
      'near',
      'not',
      'piscină',
      "l'hôtel",
      'wi-fi',
    );
    const anyText = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(fc.record({ text: anyText, now: fc.boolean() }), { maxLength: 40 }), (made) => {
        const texts = made.map((one) => text(one));
        const found = find(texts);
        for (const topic of [...found.rising, ...found.common]) {
          const parsed = parse(topic.query);
          if (!parsed.ok) throw new Error(`${topic.query}: ${parsed.error.message}`);
          const matcher = compile(parsed.query);
          for (const id of topic.examples) {
            const one = texts.find((other) => other.id === id);
            const item = { title: '', text: one?.text ?? '', author: '', site: '', url: '', language: 'en' };
            const rest = { source: '', kind: 'news', followers: null, rating: null, publishedAt: 0 };
            expect(matcher.test({ ...item, ...rest, hasLink: false, hasMedia: false })).toBe(true);
          }
        }
      }),
    );
  });
});
