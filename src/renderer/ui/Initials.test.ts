import { expect, it } from 'vitest';
import { initialsOf } from './Initials.tsx';

it.each([
  ['Ana', 'A'],
  ['ana popescu', 'AP'],
  ['Ana Maria  Popescu ', 'AP'],
  ['Ștefan Țepeș', 'ȘȚ'],
  ['🦊 Fox', '🦊F'],
  ['', ''],
])('"%s" is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
