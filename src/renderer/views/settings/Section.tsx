import { Box, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

/** A titled group of settings. */
export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography variant="h2" id={titleId} sx={{ mb: 2 }}>
        {title}
      </Typography>
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: '8px',
          bgcolor: 'background.paper',
          '& > * + *': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

export interface RowProps {
  label: string;
  /** For the control that the label belongs to. */
  labelId?: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** One setting: what it is on the left, the control on the right. */
export function Row({ label, labelId, text, children }: RowProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 4, py: 2.5, minHeight: 52 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box id={labelId}>{label}</Box>
        {text === undefined || text === '' ? null : (
          <Box sx={{ color: 'text.secondary', fontSize: 12, overflowWrap: 'anywhere' }}>{text}</Box>
        )}
      </Box>
      <Box sx={{ flex: 'none', display: 'flex', gap: 2 }}>{children}</Box>
    </Box>
  );
}
