import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  text?: string | undefined;
  icon?: ReactNode;
  /** The next step, as a button. */
  action?: ReactNode | undefined;
}

/** What a view shows when there is nothing, and what to do next. */
export function EmptyState({ title, text, icon, action }: EmptyStateProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', height: '100%', minHeight: 200, p: 6 }}>
      <Box sx={{ maxWidth: 420, textAlign: 'center', display: 'grid', gap: 2, justifyItems: 'center' }}>
        {icon === undefined ? null : (
          <Box aria-hidden sx={{ color: 'text.secondary', display: 'flex' }}>
            {icon}
          </Box>
        )}
        <Typography variant="h2" component="p">
          {title}
        </Typography>
        {text === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {text}
          </Typography>
        )}
        {action === undefined ? null : <Box sx={{ mt: 2 }}>{action}</Box>}
      </Box>
    </Box>
  );
}
