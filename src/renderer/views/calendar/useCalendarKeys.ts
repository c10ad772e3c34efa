import type { Post } from '#shared/contract/calendar.ts';
import { isMovable } from '#shared/model/post.ts';
import { slotMillis } from '#shared/model/slot.ts';
import { select, undoLast } from '#renderer/app/state.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { byDay, focusIn, type GridProps } from './grid.ts';
import { shiftDay, turn, type Span } from './layout.ts';
import type { Move } from './useMove.ts';

const HALF_HOUR = 30;

interface Keys {
  grid: GridProps;
  span: Span;
  move: Move;
  isOpen: boolean;
  onSpan: (span: Span) => void;
  /** Asks for another time. */
  onMoveTo: (post: Post) => void;
  onClose: () => void;
}

/** Everything the mouse does, from the keyboard. */
export function useCalendarKeys({ grid, span, move, isOpen, onSpan, onMoveTo, onClose }: Keys): void {
  const { dayAt, zone } = useFormat();
  const { posts, day, today, selectedId } = grid;
  const current = posts.find(({ id }) => id === selectedId);
  const timed = posts.filter(({ at }) => at !== null);
  const show = (to: string, postId: string | null): void => {
    grid.onDay(to);
    select('calendar', postId);
    focusIn(to, postId);
  };
  const go = (days: number): void => {
    const to = shiftDay(day, days);
    show(to, byDay(posts, dayAt).get(to)?.[0]?.id ?? null);
  };
  const step = (by: 1 | -1): void => {
    const start = slotMillis({ local: `${day}T00:00`, zone });
    const at = timed.findIndex(({ id }) => id === selectedId);
    const next = at === -1 ? timed.findIndex((post) => (post.at ?? 0) >= start) : at + by;
    const post = timed[Math.min(timed.length - 1, Math.max(0, next))];
    if (post?.at != null) show(dayAt(post.at), post.id);
  };
  const shift = (days: number) => (): void => {
    if (current?.at == null) return;
    const to = shiftDay(dayAt(current.at), days);
    move.to(current, to, null);
    if (isMovable(current.stage)) show(to, current.id);
  };
  const nudge = (minutes: number) => (): void => {
    if (current !== undefined) move.by(current, minutes);
  };
  useShortcuts('calendar.title', [
    { keys: 'ArrowLeft', label: 'calendar.keys.dayBefore', run: () => go(-1) },
    { keys: 'ArrowRight', label: 'calendar.keys.dayAfter', run: () => go(1) },
    { keys: 'ArrowUp', label: 'calendar.keys.weekBefore', run: () => go(-7) },
    { keys: 'ArrowDown', label: 'calendar.keys.weekAfter', run: () => go(7) },
    { keys: 'PageUp', label: 'calendar.keys.before', run: () => show(turn(day, span, -1), null) },
    { keys: 'PageDown', label: 'calendar.keys.after', run: () => show(turn(day, span, 1), null) },
    { keys: 't', label: 'calendar.keys.today', run: () => show(today, null) },
    { keys: 'v', label: 'calendar.keys.span', run: () => onSpan(span === 'month' ? 'week' : 'month') },
    { keys: 'j', label: 'calendar.keys.next', run: () => step(1) },
    { keys: 'k', label: 'calendar.keys.previous', run: () => step(-1) },
    { keys: 'Alt+ArrowLeft', label: 'calendar.keys.earlierDay', run: shift(-1) },
    { keys: 'Alt+ArrowRight', label: 'calendar.keys.laterDay', run: shift(1) },
    { keys: 'Alt+ArrowUp', label: 'calendar.keys.earlier', run: nudge(-HALF_HOUR) },
    { keys: 'Alt+ArrowDown', label: 'calendar.keys.later', run: nudge(HALF_HOUR) },
    {
      keys: 'm',
      label: 'calendar.keys.moveTo',
      run: () => {
        if (current !== undefined) onMoveTo(current);
      },
    },
    {
      keys: 'Enter',
      label: 'calendar.keys.open',
      run: () => {
        if (current !== undefined) grid.onOpen(current);
      },
    },
    {
      keys: 'n',
      label: 'calendar.keys.new',
      run: () => {
        if (grid.accounts.size > 0) grid.onNew(day, null);
      },
    },
    { keys: 'u', label: 'calendar.keys.undo', run: () => void undoLast() },
    {
      keys: 'Escape',
      label: 'calendar.keys.close',
      run: () => {
        if (isOpen) onClose();
      },
    },
  ]);
}
