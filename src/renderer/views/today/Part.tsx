import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** A titled part of the page. */
export function Part(props: {
  id?: string;
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Box component="section" id={props.id} aria-label={props.title}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {props.title}
        </Typography>
        {props.action}
      </Box>
      {props.text === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 2 }}>
          {props.text}
        </Typography>
      )}
      {props.children}
    </Box>
  );
}
