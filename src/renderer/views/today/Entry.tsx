import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';

/** Something of the page in two lines, as one button. */
export function Entry(props: {
  icon: ReactNode;
  /** Of the icon, a colour of the theme. */
  color: string;
  title: string;
  onOpen: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <ButtonBase
      onClick={props.onOpen}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        justifyContent: 'flex-start',
        gap: 2,
        width: '100%',
        textAlign: 'left',
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        '&:hover': { bgcolor: 'tokens.hover' },
      }}
    >
      <Box aria-hidden sx={{ color: props.color, display: 'flex', pt: 0.5 }}>
        {props.icon}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{props.title}</Box>
        <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{props.children}</Box>
      </Box>
    </ButtonBase>
  );
}
