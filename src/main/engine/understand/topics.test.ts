import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf, unwantedWords } from './topic-words.ts';
import { findTopics, logOddsScore, type TopicText, type Topics } from './topics.ts';

const nothing = (): boolean => false;

let serial = 0;
function say(text: string, part: Partial<TopicText> = {}): TopicText {
  serial += 1;
  return { id: serial, text, language: 'en', sentiment: 'neutral', now: true, day: 1, ...part };
}
const times = (count: number, text: string, part: Partial<TopicText> = {}): TopicText[] =>
  Array.from({ length: count }, () => say(text, part));
const before = { now: false, day: 0 } as const;
const find = (texts: TopicText[], unwanted = nothing): Topics =>
  findTopics(texts, { unwanted, days: 2, limit: 10 });
const namesOf = (topics: Topics['rising']): string[] => topics.map(({ term }) => term);

describe('the score of a change', () => {
  it('is the difference of the log-odds in standard errors', () => {
    expect(logOddsScore(9, 60, 4, 240, 10)).toBeCloseTo(3.742, 3);
  });

  it('is nothing where nothing changed or nothing is known', () => {
    expect(logOddsScore(6, 60, 24, 240, 10)).toBeCloseTo(0, 1);
    expect(logOddsScore(0, 0, 0, 0, 10)).toBe(0);
    expect(logOddsScore(5, 5, 5, 5, 10)).toBe(0);
  });

  it('turns its sign when the spans change places', () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(counts, ([a, b, moreA, moreB]) => {
        const there = logOddsScore(a, a + moreA, b, b + moreB, 10);
        expect(there).toBeCloseTo(-logOddsScore(b, b + moreB, a, a + moreA, 10), 9);
        expect(Number.isFinite(there)).toBe(true);
      }),
    );
  });
});

describe('the terms of a text', () => {
  const surfaces = (text: string, language: string | null = 'en'): string[] =>
    termsOf(text, language, nothing).map(({ surface }) => surface);

  it('leaves out stop words, links, accounts and numbers', () => {
    expect(surfaces('The breakfast was cold, see https://x.example/menu @chef 2026')).toEqual([
      'breakfast',
      'cold',
    ]);
  });

  it('makes phrases of words with one space or a hyphen between them only', () => {
    expect(surfaces('cold breakfast. parking')).toEqual(['cold', 'breakfast', 'cold breakfast', 'parking']);
    expect(surfaces('check-in')).toContain('check-in');
  });

  it('gives all forms of a word one key', () => {
    const keys = (text: string, language: string): string[] =>
      termsOf(text, language, nothing).map(({ key }) => key);
    expect(keys('room', 'en')).toEqual(keys('Rooms', 'en'));
    expect(keys('camera', 'ro')).toEqual(keys('camerele', 'ro'));
    expect(keys('plajă', 'ro')).toEqual(keys('plaja', 'ro'));
  });

  it('drops an article before an apostrophe', () => {
    expect(surfaces("l'hôtel", 'fr')).toContain('hôtel');
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'ro', 'hr', 'ja', null),
        (text, language) => {
          for (const { surface } of termsOf(text, language, nothing)) expect(text).toContain(surface);
        },
      ),
    );
  });
});

describe('topics', () => {
  const usual = [
    ...times(8, 'quiet garden and a friendly welcome'),
    ...times(30, 'quiet garden and a friendly welcome', before),
  ];

  it('are what is said more than before, with counts, days, sentiment and examples', () => {
    const bugs = times(6, 'bed bugs in the mattress', { sentiment: 'negative' });
    const { rising, falling } = find([...usual, ...bugs]);
    const [first] = rising;
    expect(first).toMatchObject({ term: 'bed bugs', count: 6, before: 0, negative: 6, days: [0, 6] });
    expect(first?.examples).toEqual(
      bugs
        .map(({ id }) => id)
        .sort((a, b) => b - a)
        .slice(0, 5),
    );
    expect(namesOf(falling)).not.toContain('bed bugs');
  });

  it('are what is said less than before, told in the other list', () => {
    const { rising, falling } = find([...usual, ...times(12, 'noisy elevator', before)]);
    expect(falling[0]).toMatchObject({ term: 'noisy elevator', count: 0, before: 12 });
    expect(namesOf(rising)).not.toContain('noisy elevator');
  });

  it('do not come from one text that repeats itself, nor from two', () => {
    const { rising } = find([...usual, ...times(2, 'parking parking parking parking')]);
    expect(namesOf(rising)).not.toContain('parking');
  });

  it('are not the words a brand is found by, in any ending', () => {
    const unwanted = unwantedWords(['miramar', 'hotel']);
    const { common } = find(times(5, 'Hotels Miramar pool'), unwanted);
    expect(namesOf(common)).toEqual(['pool']);
  });

  it('do not take more texts in a language for a change of subject', () => {
    const romanian = times(20, 'mic dejun bun', { language: 'ro' });
    const earlier = times(2, 'mic dejun bun', { ...before, language: 'ro' });
    expect(find([...usual, ...romanian, ...earlier]).rising).toEqual([]);
  });

  it('search for all forms in which they are written', () => {
    const { common } = find([...times(3, 'room'), ...times(2, 'Rooms')]);
    expect(common[0]).toMatchObject({ term: 'room', count: 5, query: 'room OR rooms' });
  });

  it('count each text once, and never more than there are', () => {
    const word = fc.constantFrom('pool', 'garden', 'noise', 'parking', 'elevator');
    const text = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 6 }),
      now: fc.boolean(),
      sentiment: fc.constantFrom('negative' as const, 'neutral' as const, 'positive' as const),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (drawn) => {
        const texts = drawn.map(({ words, now, sentiment }) =>
          say(words.join(' '), { now, sentiment, day: now ? 1 : 0 }),
        );
        const { rising, falling, common } = find(texts);
        for (const topic of [...rising, ...falling, ...common]) {
          expect(topic.count).toBeLessThanOrEqual(texts.filter(({ now }) => now).length);
          expect(topic.negative + topic.neutral + topic.positive).toBe(topic.count);
          expect(topic.days).toEqual([topic.before, topic.count]);
        }
      }),
    );
  });
});
