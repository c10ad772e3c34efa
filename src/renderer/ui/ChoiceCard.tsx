import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';

/** One of several things to begin with: what it is, and what it brings. */
export function ChoiceCard(props: { title: string; text: string; onChoose: () => void }): ReactNode {
  return (
    <ButtonBase
      onClick={props.onChoose}
      sx={{
        width: '100%',
        display: 'block',
        textAlign: 'left',
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        '&:hover': { bgcolor: 'tokens.hover' },
      }}
    >
      <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
        {props.title}
      </Box>
      <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {props.text}
      </Box>
    </ButtonBase>
  );
}
