import { useEffect, useRef } from 'react';

export interface Shortcut {
  /** One key (`j`, `?`, `J`, `ArrowDown`), a chord (`Mod+k`), or two keys in turn (`g t`). */
  keys: string;
  /** The key of the text that the help dialog shows. */
  label: string;
  run: () => void;
}

interface Registered {
  scope: string;
  shortcuts: () => readonly Shortcut[];
}

const registered = new Set<Registered>();
const turnMillis = 1200;

/** Everything registered now, for the help dialog: one group a scope. Later scopes win over earlier ones. */
export function listShortcuts(): { scope: string; shortcuts: readonly Shortcut[] }[] {
  const groups = Map.groupBy(registered, ({ scope }) => scope);
  return [...groups].map(([scope, parts]) => ({
    scope,
    shortcuts: parts.flatMap(({ shortcuts }) => shortcuts()),
  }));
}

/**
 * Keys that work while the calling component is on screen. `scope` is the key of the text that names the
 * group in the help dialog. Nothing runs while typing in a field or while a dialog or a menu is open.
 */
export function useShortcuts(scope: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const entry: Registered = { scope, shortcuts: () => latest.current };
    registered.add(entry);
    return () => {
      registered.delete(entry);
    };
  }, [scope]);
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** How a key press is written in `Shortcut.keys`; Mod is Ctrl, or Command on a Mac. */
export function chordOf(event: Pressed): string {
  const single = event.key.length === 1;
  const mod = event.ctrlKey || event.metaKey;
  const key = single && mod ? event.key.toLowerCase() : event.key;
  return `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey && (!single || mod) ? 'Shift+' : ''}${key}`;
}

/** Whether keys belong to a field the person types in. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (isTyping(event.target)) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"][data-floating]') !== null) {
    return true;
  }
  return (event.key === 'Enter' || event.key === ' ') && target.closest('button, a, summary') !== null;
}

/** Finds what two keys in turn, or else the last key alone, stand for. Newest registration first. */
export function findShortcut(
  groups: readonly { shortcuts: readonly Shortcut[] }[],
  before: string | null,
  chord: string,
): Shortcut | undefined {
  const all = groups.toReversed().flatMap((group) => group.shortcuts);
  const turn = before === null ? undefined : all.find(({ keys }) => keys === `${before} ${chord}`);
  return turn ?? all.find(({ keys }) => keys === chord);
}

/** Starts listening on the window; returns how to stop. Called once. */
export function listenForShortcuts(): () => void {
  let before: { chord: string; at: number } | null = null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
    ) {
      return;
    }
    const chord = chordOf(event);
    const globalChord = chord === 'Mod+k';
    if (!globalChord && belongsElsewhere(event)) return;
    const recent = before !== null && event.timeStamp - before.at < turnMillis ? before.chord : null;
    const found = findShortcut(listShortcuts(), recent, chord);
    before = found === undefined ? { chord, at: event.timeStamp } : null;
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** `Mod+k` as this system prints it. */
export function printKeys(keys: string, mac: boolean): string[] {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Escape: 'Esc',
    Enter: '↵',
  };
  return keys
    .split(/[ +]/)
    .map((key) => names[key] ?? (key.length === 1 && keys.includes('+') ? key.toUpperCase() : key));
}
