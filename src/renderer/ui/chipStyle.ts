import type { SxProps } from '@mui/material';
import type { Theme } from '@mui/material/styles';

/** How every chip of a filter row looks, whether it toggles or opens a menu. */
export function chipStyle(pressed: boolean): SxProps<Theme> {
  return {
    minHeight: 26,
    px: 2.5,
    gap: 1,
    borderRadius: '6px',
    border: 1,
    borderColor: pressed ? 'primary.main' : 'divider',
    bgcolor: pressed ? 'tokens.wash' : 'background.paper',
    color: pressed ? 'tokens.onWash' : 'text.primary',
    fontSize: 12,
    fontWeight: pressed ? 600 : 450,
    whiteSpace: 'nowrap',
    '&:hover': { borderColor: 'primary.main' },
  };
}
