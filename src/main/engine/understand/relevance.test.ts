import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutHotel, notAboutHotel } from '#tests/helpers/continental.ts';
import {
  canLearn,
  checkRelevance,
  packRelevance,
  relevanceFeatures,
  relevanceOf,
  trainRelevance,
  unpackRelevance,
  verdictOf,
  type RelevanceExample,
} from './relevance.ts';
import { macroF1 } from './training/score.ts';
import { random } from './training/softmax.ts';

const matches = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(/continental\p{L}*/giu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
const example = (text: string, about: boolean): RelevanceExample => ({
  features: relevanceFeatures(text, matches(text)),
  about,
});
const all = [
  ...aboutHotel.map((text) => example(text, true)),
  ...notAboutHotel.map((text) => example(text, false)),
];
const no = { must: [], mustNot: [] };

function shuffled(seed: number): RelevanceExample[] {
  const next = random(seed);
  return all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Mean macro-F1 over five shuffles of the sentences a model trained on `count` others has not seen. */
function f1(count: number): number {
  let sum = 0;
  for (let seed = 1; seed <= 5; seed += 1) {
    const order = shuffled(seed);
    const take = (about: boolean): RelevanceExample[] =>
      order.filter((one) => one.about === about).slice(0, count / 2);
    const taught = [...take(true), ...take(false)];
    const model = trainRelevance(taught);
    const rest = order.filter((one) => !taught.includes(one));
    sum += macroF1(
      rest.map(
        ({ features, about }) => [about ? 1 : 0, relevanceOf(model, features) >= 0.5 ? 1 : 0] as const,
      ),
    );
  }
  return sum / 5;
}

describe('relevance', () => {
  it('tells the hotel from everything else called continental, better with every label', () => {
    expect([aboutHotel.length, notAboutHotel.length]).toEqual([60, 60]);
    const [ten, twenty, fifty] = [f1(10), f1(20), f1(50)];
    expect(ten).toBeGreaterThan(0.6);
    expect(twenty).toBeGreaterThan(ten);
    expect(fifty).toBeGreaterThan(twenty);
    expect(fifty).toBeGreaterThan(0.75);
  });

  it('looks thirty words around the brand’s own, and at how that is written', () => {
    const about = (start: string, name: string, end: string): Set<number> => {
      const text = `${start} ${name} ${end}`;
      return new Set(relevanceFeatures(text, matches(text)));
    };
    const stones = 'stone '.repeat(40);
    const near = about(stones, 'Continental', stones);
    expect(about(`far ${stones}`, 'Continental', `${stones} away`)).toEqual(near);
    expect(about(`${stones} next`, 'Continental', stones)).not.toEqual(near);
    expect(about(stones, 'continental', stones)).not.toEqual(near);
  });

  it('takes given words as seeds', () => {
    const words = { must: ['hotel'], mustNot: ['tyres', 'anvelope'] };
    const model = trainRelevance([], words);
    const of = (text: string): number => relevanceOf(model, relevanceFeatures(text, []));
    expect(of('a hotel')).toBeGreaterThan(0.6);
    expect(of('new tyres')).toBeLessThan(0.4);
    expect(of('something else')).toBeCloseTo(0.5, 1);
    expect([0.5, 0.49, 0.35, 0.34].map(verdictOf)).toEqual(['about', 'unsure', 'unsure', 'not']);
  });

  it('needs five examples of each kind', () => {
    expect(canLearn(5, 4)).toBe(false);
    expect(canLearn(4, 50)).toBe(false);
    expect(canLearn(5, 5)).toBe(true);
  });

  it('checks itself on what it had not seen, and the check ends', () => {
    const check = checkRelevance(shuffled(3).slice(0, 80), no);
    let steps = 0;
    let accuracy = 0;
    for (let step = check.next(); ; step = check.next()) {
      if (step.done === true) {
        accuracy = step.value;
        break;
      }
      steps += 1;
    }
    expect(steps).toBe(20);
    expect(accuracy).toBeGreaterThan(0.7);
  });

  it('comes back from its bytes as it was', () => {
    const model = trainRelevance(all);
    const back = unpackRelevance(packRelevance(model));
    for (const { features } of all)
      expect(relevanceOf(back, features)).toBeCloseTo(relevanceOf(model, features), 5);
  });

  it('never throws and stays between 0 and 1, whatever the text', () => {
    const model = trainRelevance(all);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const relevance = relevanceOf(model, relevanceFeatures(text, [{ start: 2, end: 9 }]));
        expect(relevance).toBeGreaterThanOrEqual(0);
        expect(relevance).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
