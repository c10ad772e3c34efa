import type { Sentiment } from '#shared/contract/mentions.ts';
import { undoLast } from '#renderer/app/state.ts';
import { useShortcuts, type Shortcut } from '#renderer/ui/shortcuts.ts';
import type { MenuKind } from './menus/Menus.tsx';

export interface MentionActions {
  move(by: number): void;
  /** Moves the end of the ticked range. */
  extend(by: number): void;
  edge(type: 'first' | 'last'): void;
  open(): void;
  done(): void;
  /** From new to open, or back: read only when the person says so. */
  read(): void;
  star(): void;
  menu(kind: MenuKind): void;
  note(): void;
  tick(): void;
  all(): void;
  clear(): void;
  search(): void;
  /** Shows a story's copies, hides them, or whichever is not so yet. */
  unfold(to: 'open' | 'shut' | 'toggle'): void;
  /** Takes copies out of their story for good. */
  apart(): void;
  /** Null takes the correction back. */
  correct(sentiment: Sentiment | null): void;
  teach(about: boolean): void;
}

/**
 * The keys of the list; Home, End, Page and arrow keys inside it are the list's own. `maybe`: on the shelf of
 * doubtful mentions y and n answer whether they are about the brand.
 */
export function useMentionKeys(actions: MentionActions, maybe: boolean): void {
  const next = { label: 'mentions.keys.next', run: (): void => actions.move(1) };
  const previous = { label: 'mentions.keys.previous', run: (): void => actions.move(-1) };
  const open = { label: 'mentions.keys.open', run: (): void => actions.open() };
  const noteOrTeach: Shortcut[] = maybe
    ? [
        { keys: 'y', label: 'mentions.keys.about', run: () => actions.teach(true) },
        { keys: 'n', label: 'mentions.keys.notAbout', run: () => actions.teach(false) },
      ]
    : [{ keys: 'n', label: 'mentions.keys.note', run: () => actions.note() }];
  useShortcuts('mentions.title', [
    { keys: 'j', ...next },
    { keys: 'ArrowDown', ...next },
    { keys: 'k', ...previous },
    { keys: 'ArrowUp', ...previous },
    { keys: 'Home', label: 'mentions.keys.first', run: () => actions.edge('first') },
    { keys: 'End', label: 'mentions.keys.last', run: () => actions.edge('last') },
    { keys: 'o', ...open },
    { keys: 'Enter', ...open },
    { keys: 'e', label: 'mentions.keys.done', run: () => actions.done() },
    { keys: 'm', label: 'mentions.keys.read', run: () => actions.read() },
    { keys: 's', label: 'mentions.keys.star', run: () => actions.star() },
    { keys: 't', label: 'mentions.keys.tag', run: () => actions.menu('tag') },
    { keys: 'z', label: 'mentions.keys.snooze', run: () => actions.menu('snooze') },
    { keys: 'a', label: 'mentions.keys.assign', run: () => actions.menu('assign') },
    { keys: 'b', label: 'mentions.keys.block', run: () => actions.menu('block') },
    ...noteOrTeach,
    { keys: '1', label: 'mentions.keys.negative', run: () => actions.correct('negative') },
    { keys: '2', label: 'mentions.keys.neutral', run: () => actions.correct('neutral') },
    { keys: '3', label: 'mentions.keys.positive', run: () => actions.correct('positive') },
    { keys: '4', label: 'mentions.keys.undefined', run: () => actions.correct('undefined') },
    { keys: '0', label: 'mentions.keys.uncorrect', run: () => actions.correct(null) },
    { keys: 'f', label: 'mentions.keys.unfold', run: () => actions.unfold('toggle') },
    { keys: 'ArrowRight', label: 'mentions.keys.unfold', run: () => actions.unfold('open') },
    { keys: 'ArrowLeft', label: 'mentions.keys.refold', run: () => actions.unfold('shut') },
    { keys: 'F', label: 'mentions.keys.apart', run: () => actions.apart() },
    { keys: 'u', label: 'mentions.keys.undo', run: () => void undoLast() },
    { keys: 'x', label: 'mentions.keys.select', run: () => actions.tick() },
    { keys: 'Shift+ArrowDown', label: 'mentions.keys.extendDown', run: () => actions.extend(1) },
    { keys: 'Shift+ArrowUp', label: 'mentions.keys.extendUp', run: () => actions.extend(-1) },
    { keys: 'Mod+a', label: 'mentions.keys.selectAll', run: () => actions.all() },
    { keys: 'Escape', label: 'mentions.keys.clear', run: () => actions.clear() },
    { keys: '/', label: 'mentions.keys.search', run: () => actions.search() },
  ]);
}
