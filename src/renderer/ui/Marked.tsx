import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

export interface MarkRange {
  start: number;
  end: number;
}

const Mark = styled('mark')({
  background: 'var(--mui-palette-tokens-mark)',
  color: 'var(--mui-palette-tokens-onMark)',
  fontWeight: 600,
  borderRadius: 3,
  padding: '0 2px',
  margin: '0 -2px',
});

export interface Piece {
  text: string;
  marked: boolean;
  start: number;
}

/** Cuts a text at its marks; ranges that overlap, lie outside or are empty are mended or dropped. */
export function piecesOf(text: string, marks: readonly MarkRange[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (end: number, marked: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), marked, start: at });
    at = Math.max(at, end);
  };
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const end = Math.min(mark.end, text.length);
    if (end <= Math.max(mark.start, at)) continue;
    push(Math.max(mark.start, at), false);
    push(end, true);
  }
  push(text.length, false);
  return pieces;
}

/** A text with the words that matched standing out. Offsets are UTF-16 units, as JavaScript counts. */
export function Marked({ text, marks }: { text: string; marks: readonly MarkRange[] }): ReactNode {
  return piecesOf(text, marks).map((piece) =>
    piece.marked ? <Mark key={piece.start}>{piece.text}</Mark> : piece.text,
  );
}
