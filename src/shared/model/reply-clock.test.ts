import { describe, expect, it } from 'vitest';
import { answerDue } from './reply-clock.ts';

const saidAt = Date.UTC(2026, 10, 23, 9);
const hours = (due: number): number => (due - saidAt) / 3_600_000;

describe('the reply clock', () => {
  it.each([
    ['two stars', 'review', 40, 24],
    ['three stars', 'review', 60, 24],
    ['four stars', 'review', 80, 48],
    ['a review without stars', 'review', null, 48],
    ['a post', 'social', null, 24],
  ] as const)('%s', (_what, kind, rating, expected) => {
    expect(hours(answerDue({ kind, rating, saidAt }))).toBe(expected);
  });
});
