import { Box } from '@mui/material';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useRowWindow } from './useRowWindow.ts';

export interface VirtualListProps<T> {
  rows: readonly T[];
  /** CSS pixels; every row is as high. */
  rowHeight: number;
  /** What the list is, for people who hear it. */
  label: string;
  rowKey: (row: T) => string | number;
  /** -1 when nothing is selected. */
  selectedIndex: number;
  onSelect: (index: number) => void;
  /** Enter, or a double click. */
  onOpen?: (index: number) => void;
  /** Called when the last loaded rows come into view; may be called again before they arrive. */
  onEndReached?: () => void;
  /** How many rows there are in all, where that is known; the length of `rows` otherwise. */
  total?: number;
  renderRow: (row: T, index: number, selected: boolean) => ReactNode;
  /** Chosen by ticking, apart from the selected row. */
  isMarked?: (row: T) => boolean;
}

const overscan = 8;

/**
 * A listbox that draws only the rows in view. One tab stop; arrows, Home, End and Page keys move the selected
 * row, which always scrolls into view. Keys with Shift are left to the view.
 */
export function VirtualList<T>(props: VirtualListProps<T>): ReactNode {
  const { rows, rowHeight, selectedIndex, onEndReached } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const { items, spacer, reveal } = useRowWindow({ count: rows.length, rowHeight, scroller, overscan });
  const lastShown = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (selectedIndex >= 0) reveal(selectedIndex);
  }, [reveal, selectedIndex]);

  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 1 - overscan) onEndReached?.();
  }, [rows.length, lastShown, onEndReached]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.shiftKey ||
      event.target !== event.currentTarget
    )
      return;
    if (event.key === 'Enter' && selectedIndex >= 0 && props.onOpen !== undefined) {
      event.preventDefault();
      props.onOpen(selectedIndex);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const next = nextIndex(event.key, selectedIndex, rows.length, page);
    if (next === null) return;
    event.preventDefault();
    props.onSelect(next);
  };

  const selectedShown = items.some((item) => item.index === selectedIndex);
  return (
    <Box
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      {...(selectedShown ? { 'aria-activedescendant': `${listId}-${selectedIndex}` } : {})}
      onKeyDown={onKeyDown}
      sx={{
        height: '100%',
        overflow: 'auto',
        overflowAnchor: 'none',
        contain: 'strict',
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <div role="presentation" style={{ height: spacer, position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const selected = item.index === selectedIndex;
          return (
            <Box
              key={props.rowKey(row)}
              id={`${listId}-${item.index}`}
              role="option"
              aria-selected={selected}
              aria-setsize={props.total ?? rows.length}
              aria-posinset={item.index + 1}
              data-marked={props.isMarked?.(row) === true ? 'true' : undefined}
              onClick={() => props.onSelect(item.index)}
              onDoubleClick={() => props.onOpen?.(item.index)}
              style={{ transform: `translateY(${item.top}px)`, height: rowHeight }}
              sx={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                overflow: 'hidden',
                cursor: 'default',
                borderBottom: 1,
                borderColor: 'divider',
                '&:hover': { bgcolor: 'tokens.hover' },
                '&[aria-selected=true]': { bgcolor: 'tokens.wash' },
              }}
            >
              {props.renderRow(row, item.index, selected)}
            </Box>
          );
        })}
      </div>
    </Box>
  );
}

/** Where a key leads in a list of `count` rows; null when it leads nowhere. */
export function nextIndex(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const within = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
