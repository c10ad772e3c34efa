import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A titled part of the room. */
export function Panel(props: { title: string; actions?: ReactNode; children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        p: 4,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2, minHeight: 30 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {props.title}
        </Typography>
        {props.actions}
      </Box>
      {props.children}
    </Box>
  );
}
