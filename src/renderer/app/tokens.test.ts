import { describe, expect, it } from 'vitest';
import { contrast, dark, light, okabeIto, tagTokens, type SchemeTokens } from './tokens.ts';

const onGrounds = ['text', 'quiet', 'accent', 'negative', 'positive', 'warning'] as const;
const grounds = ['ground', 'surface', 'hover'] as const;
const pairs: readonly (readonly [keyof SchemeTokens, keyof SchemeTokens])[] = [
  ...onGrounds.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['surface', 'negativeHover'],
  ['onWash', 'wash'],
  ['text', 'wash'],
  ['accent', 'wash'],
  ['quiet', 'wash'],
  ['onMark', 'mark'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (_name, tokens) => {
  it.each(pairs)('%s on %s can be read', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tagTokens)('%s stands out wherever a tag is shown', (tag) => {
    for (const ground of ['ground', 'surface', 'hover', 'wash'] as const)
      expect(contrast(tokens[tag], tokens[ground]), ground).toBeGreaterThanOrEqual(3);
  });

  it('sentiment marks stand out', () => {
    for (const mark of [tokens.negative, tokens.neutral, tokens.positive]) {
      expect(contrast(mark, tokens.surface)).toBeGreaterThanOrEqual(3);
    }
  });
});

it('gives the same number both ways and knows the ends', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
  expect(new Set(okabeIto).size).toBe(okabeIto.length);
});
