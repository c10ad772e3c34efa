import { undoLast } from '#renderer/app/state.ts';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';

export interface MentionActions {
  move(by: number): void;
  edge(type: 'first' | 'last'): void;
  open(): void;
  done(): void;
  star(): void;
  tag(): void;
  tick(): void;
  all(): void;
  clear(): void;
  search(): void;
}

/** The keys of the list; Home, End, Page and arrow keys inside it are the list's own. */
export function useMentionKeys(actions: MentionActions): void {
  const next = { label: 'mentions.keys.next', run: (): void => actions.move(1) };
  const previous = { label: 'mentions.keys.previous', run: (): void => actions.move(-1) };
  const open = { label: 'mentions.keys.open', run: (): void => actions.open() };
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
    { keys: 's', label: 'mentions.keys.star', run: () => actions.star() },
    { keys: 't', label: 'mentions.keys.tag', run: () => actions.tag() },
    { keys: 'u', label: 'mentions.keys.undo', run: () => void undoLast() },
    { keys: 'x', label: 'mentions.keys.select', run: () => actions.tick() },
    { keys: 'Mod+a', label: 'mentions.keys.selectAll', run: () => actions.all() },
    { keys: 'Escape', label: 'mentions.keys.clear', run: () => actions.clear() },
    { keys: '/', label: 'mentions.keys.search', run: () => actions.search() },
  ]);
}
