import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { aligned, movedTo, revealed, scrolled, spacerOf, type Extent, type Place } from './scaledScroll.ts';

/** How long a scroller must rest before its bar is put right. */
const restMillis = 150;

export interface RowWindow {
  /** The rows to draw; `top` in pixels from the top of the spacer. */
  items: readonly { index: number; top: number }[];
  /** Height of the spacer in pixels. */
  spacer: number;
  /** Brings a row into view with the least move. */
  reveal: (index: number) => void;
}

/**
 * Which of `count` rows of one height are in view. Beyond the height that Chromium can lay out, the spacer stands
 * for more rows than it has room for: `base` is then what the content is ahead of the spacer.
 */
export function useRowWindow(options: {
  count: number;
  rowHeight: number;
  scroller: RefObject<HTMLDivElement | null>;
  overscan: number;
}): RowWindow {
  const { count, rowHeight, scroller, overscan } = options;
  const content = count * rowHeight;
  const place = useRef<Place>({ top: 0, offset: 0 });
  const [base, setBase] = useState(0);
  const height = useRef(content);
  useEffect(() => {
    height.current = content;
  }, [content]);
  const extentOf = useCallback(
    (): Extent => ({ content: height.current, view: scroller.current?.clientHeight ?? 0 }),
    [scroller],
  );

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    useFlushSync: false,
    observeElementOffset: ({ scrollElement }, tell) => {
      if (scrollElement === null) return undefined;
      let rest: ReturnType<typeof setTimeout> | undefined;
      const settle = (): void => {
        const next = aligned(place.current, extentOf());
        if (next.top !== place.current.top) {
          place.current = next;
          // Rows and bar move against each other in one frame: nothing is seen of it.
          flushSync(() => setBase(next.offset - next.top));
          scrollElement.scrollTop = next.top;
        }
        tell(place.current.offset, false);
      };
      const onScroll = (): void => {
        place.current = scrolled(place.current, scrollElement.scrollTop, extentOf());
        setBase(place.current.offset - place.current.top);
        tell(place.current.offset, true);
        clearTimeout(rest);
        rest = setTimeout(settle, restMillis);
      };
      tell(place.current.offset, false);
      scrollElement.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        clearTimeout(rest);
        scrollElement.removeEventListener('scroll', onScroll);
      };
    },
  });

  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  const reveal = useCallback(
    (index: number): void => {
      const element = scroller.current;
      if (element === null) return;
      const extent = extentOf();
      const offset = revealed(place.current.offset, { start: index * rowHeight, height: rowHeight }, extent);
      if (offset === place.current.offset) return;
      // The place is known before the scroll event says so, which then finds nothing left to move.
      place.current = movedTo(place.current, offset, extent);
      setBase(offset - place.current.top);
      element.scrollTop = place.current.top;
    },
    [extentOf, rowHeight, scroller],
  );

  return {
    items: virtual.getVirtualItems().map(({ index, start }) => ({ index, top: start - base })),
    spacer: spacerOf(content),
    reveal,
  };
}
