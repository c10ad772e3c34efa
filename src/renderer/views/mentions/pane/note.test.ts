import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { focusIfWanted, writeNote } from './note.ts';

let field: { dataset: { item: string }; focus: () => void } | null = null;
let focused: string[] = [];
let frames: (() => void)[] = [];

const show = (item: number): void => {
  const name = String(item);
  field = { dataset: { item: name }, focus: () => focused.push(name) };
};
const frame = (): void => {
  for (const run of frames.splice(0)) run();
};

beforeEach(() => {
  field = null;
  focused = [];
  frames = [];
  vi.stubGlobal('document', { getElementById: () => field });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => vi.unstubAllGlobals());

it('puts the cursor into the field that is there', () => {
  show(7);
  writeNote(7);
  expect(focused).toEqual([]);
  frame();
  expect(focused).toEqual(['7']);
});

it('waits for the pane that is still opening, once', () => {
  writeNote(7);
  frame();
  show(7);
  focusIfWanted(7);
  focusIfWanted(7);
  expect(focused).toEqual(['7']);
});

it('never takes the cursor for another mention than the one it was wanted for', () => {
  show(3);
  writeNote(7);
  frame();
  show(8);
  focusIfWanted(8);
  show(7);
  focusIfWanted(7);
  expect(focused).toEqual([]);
});
