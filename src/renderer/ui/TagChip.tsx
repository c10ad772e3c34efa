import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { tagColor } from '#renderer/app/tokens.ts';

/** A tag: its name with a dot of its colour. `onRemove` adds a button that takes it off. */
export function TagChip(props: {
  name: string;
  color: number;
  onRemove?: () => void;
  removeLabel?: string;
}): ReactNode {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        px: 1.5,
        height: 20,
        border: 1,
        borderColor: 'divider',
        borderRadius: '6px',
        fontSize: 12,
        whiteSpace: 'nowrap',
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 8, height: 8, borderRadius: '50%' }}
        style={{ background: tagColor(props.color) }}
      />
      {props.name}
      {props.onRemove === undefined ? null : (
        <Box
          component="button"
          type="button"
          aria-label={props.removeLabel ?? props.name}
          onClick={props.onRemove}
          sx={{
            border: 0,
            background: 'none',
            color: 'text.secondary',
            cursor: 'pointer',
            p: 0,
            width: 24,
            mr: -1.5,
            minHeight: 20,
          }}
        >
          ×
        </Box>
      )}
    </Box>
  );
}
