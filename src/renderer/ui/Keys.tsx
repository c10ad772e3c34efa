import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { printKeys } from './shortcuts.ts';

const mac = navigator.userAgent.includes('Mac');

/** A shortcut as keys: `g t` becomes two caps. */
export function Keys({ keys }: { keys: string }): ReactNode {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, flex: 'none' }}>
      {printKeys(keys, mac).map((key) => (
        <Box
          component="kbd"
          key={key}
          sx={{
            fontFamily: 'inherit',
            fontSize: 11,
            lineHeight: '16px',
            minWidth: 18,
            px: 1,
            textAlign: 'center',
            border: 1,
            borderColor: 'divider',
            borderRadius: '4px',
            color: 'text.secondary',
            bgcolor: 'background.default',
          }}
        >
          {key}
        </Box>
      ))}
    </Box>
  );
}
