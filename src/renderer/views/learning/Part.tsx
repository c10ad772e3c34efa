import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A titled part of the screen, with one quiet line under the title. */
export function Part(props: { title: string; text: string; children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography variant="h2" id={titleId}>
        {props.title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {props.text}
      </Typography>
      {props.children}
    </Box>
  );
}
