import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A titled part of a screen, on a surface of its own. */
export function Section(props: {
  title: string;
  text?: string;
  /** A button at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Box
      component="section"
      aria-label={props.title}
      sx={{
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 3, mb: 3 }}>
        <Typography variant="h2">{props.title}</Typography>
        {props.text === undefined ? null : (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {props.text}
          </Typography>
        )}
        {props.action === undefined ? null : <Box sx={{ ml: 'auto' }}>{props.action}</Box>}
      </Box>
      {props.children}
    </Box>
  );
}
