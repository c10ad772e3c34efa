import { describe, expect, it } from 'vitest';
import { wordsOf } from './WordsField.tsx';

describe('a list of crisis words', () => {
  it('has one on each line, without empty lines and repetitions', () => {
    expect(wordsOf(' bed bug* \n\nfire\nfire\n ')).toEqual(['bed bug*', 'fire']);
    expect(wordsOf('')).toEqual([]);
  });
});
