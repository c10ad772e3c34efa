import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  /** One quiet line under the title. */
  text?: ReactNode;
  actions?: ReactNode;
}

/** The title of a screen, with its actions on the right. */
export function PageHeader({ title, text, actions }: PageHeaderProps): ReactNode {
  return (
    <Box
      component="header"
      sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 6, py: 4, minHeight: 64, flex: 'none' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h1">{title}</Typography>
        {text === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {text}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>{actions}</Box>
    </Box>
  );
}
