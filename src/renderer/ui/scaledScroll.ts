/**
 * The tallest a spacer may be, in CSS pixels. Chromium lays out at most 33,554,428 device pixels and says nothing
 * about the rest; this holds up to zoom × device scale = 4.
 */
export const TALLEST = 8_000_000;

/** Scrolling further at once than this, in pixels, is a jump of the scroll bar, not a wheel. */
const JUMP = 3000;

/** Where a scroller stands: in its spacer (`top`) and in the whole content (`offset`), both in pixels. */
export interface Place {
  top: number;
  offset: number;
}

export interface Extent {
  /** Height of all rows. */
  content: number;
  /** Height of what is seen. */
  view: number;
}

/** Height of the spacer that stands for the content. */
export const spacerOf = (content: number): number => Math.min(content, TALLEST);

const lastTop = ({ content, view }: Extent): number => Math.max(0, spacerOf(content) - view);
const lastOffset = ({ content, view }: Extent): number => Math.max(0, content - view);
const within = (value: number, last: number): number => Math.min(last, Math.max(0, value));

/** Where an offset lies in the spacer when the scroll bar tells the truth about it. */
export function topOf(offset: number, extent: Extent): number {
  const last = lastOffset(extent);
  if (last <= lastTop(extent)) return within(offset, last);
  return Math.round((within(offset, last) / last) * lastTop(extent));
}

/**
 * The place after the scroller has moved to `top`. A small move goes as far in the content as on the screen;
 * a jump goes to the same part of it. Where the spacer is as high as the content both are the same.
 */
export function scrolled(place: Place, top: number, extent: Extent): Place {
  const [tops, offsets] = [lastTop(extent), lastOffset(extent)];
  if (offsets <= tops) return { top, offset: top };
  const delta = top - place.top;
  const jumped = Math.abs(delta) > JUMP;
  const offset = jumped ? Math.round((within(top, tops) / tops) * offsets) : place.offset + delta;
  return { top, offset: within(offset, offsets) };
}

/** The same rows on screen, with the scroll bar where it belongs and room to go on at both ends. */
export function aligned(place: Place, extent: Extent): Place {
  return { top: topOf(place.offset, extent), offset: place.offset };
}

/** The place for an offset chosen by keys: near by, the bar moves as far as the rows. */
export function movedTo(place: Place, offset: number, extent: Extent): Place {
  const near = place.top + offset - place.offset;
  const isNear = Math.abs(near - place.top) <= JUMP && near >= 0 && near <= lastTop(extent);
  return { top: isNear ? near : topOf(offset, extent), offset };
}

/** The least move that brings a row wholly into view. */
export function revealed(offset: number, row: { start: number; height: number }, extent: Extent): number {
  if (row.start < offset) return row.start;
  const end = row.start + row.height - extent.view;
  return end > offset ? within(end, lastOffset(extent)) : offset;
}
