import { expect, it } from 'vitest';
import { chordOf, findShortcut, printKeys } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const named = (keys: string, label = keys) => ({ keys, label, run: () => undefined });

it('writes chords the way shortcuts are declared', () => {
  expect(chordOf({ ...plain, key: 'j' })).toBe('j');
  expect(chordOf({ ...plain, key: '?', shiftKey: true })).toBe('?');
  expect(chordOf({ ...plain, key: 'K', ctrlKey: true })).toBe('Mod+k');
  expect(chordOf({ ...plain, key: 'z', metaKey: true, shiftKey: true })).toBe('Mod+Shift+z');
  expect(chordOf({ ...plain, key: 'ArrowDown', shiftKey: true })).toBe('Shift+ArrowDown');
});

it('prefers two keys in turn, then the screen registered last', () => {
  const groups = [{ shortcuts: [named('g t'), named('t', 'old')] }, { shortcuts: [named('t', 'new')] }];
  expect(findShortcut(groups, 'g', 't')?.keys).toBe('g t');
  expect(findShortcut(groups, null, 't')?.label).toBe('new');
  expect(findShortcut(groups, 'x', 't')?.label).toBe('new');
  expect(findShortcut(groups, 'g', 'q')).toBeUndefined();
});

it('prints keys for people', () => {
  expect(printKeys('Mod+k', false)).toEqual(['Ctrl', 'K']);
  expect(printKeys('Mod+k', true)).toEqual(['⌘', 'K']);
  expect(printKeys('g t', false)).toEqual(['g', 't']);
});
