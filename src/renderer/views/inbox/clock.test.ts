import { describe, expect, it } from 'vitest';
import { waitingWords } from './clock.ts';

const minutes = 60_000;

describe('the words of a deadline', () => {
  it.each([
    [42 * minutes, 'minutesLeft', 42, false],
    [10, 'minutesLeft', 1, false],
    [-2 * 60 * minutes, 'hoursLate', 2, true],
    [20 * 60 * minutes, 'hoursLeft', 20, false],
    [-72 * 60 * minutes, 'daysLate', 3, true],
  ] as const)('%d ms', (left, key, count, late) => {
    expect(waitingWords(left)).toEqual({ key, count, late });
  });
});
