import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { chartColor } from '#renderer/app/tokens.ts';

/** The colour of a brand as a dot beside its name. */
export function BrandDot({ brand }: { brand: { role: 'own' | 'competitor'; color: number } }): ReactNode {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ width: 8, height: 8, borderRadius: '50%', flex: 'none', display: 'inline-block' }}
      style={{
        background: brand.role === 'own' ? 'var(--mui-palette-primary-main)' : chartColor(brand.color),
      }}
    />
  );
}
