import { Box } from '@mui/material';
import type { ReactNode } from 'react';

const letters = new Intl.Segmenter();

/** "AP" of "Ana Popescu": the first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...letters.segment(word ?? '')][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** A person as two letters in a ring; the whole name is beside it or in the tooltip. */
export function Initials({ name }: { name: string }): ReactNode {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        width: 18,
        height: 18,
        flex: 'none',
        borderRadius: '50%',
        border: 1,
        borderColor: 'text.secondary',
        fontSize: 9,
        fontWeight: 600,
        lineHeight: 1,
      }}
    >
      {initialsOf(name)}
    </Box>
  );
}
