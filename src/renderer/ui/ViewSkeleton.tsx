import { Box, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelayed } from './useDelayed.ts';

/** Grey lines while waiting, not before 150 ms have passed. */
export function ViewSkeleton({ lines = 6, height = 40 }: { lines?: number; height?: number }): ReactNode {
  const { t } = useTranslation();
  const late = useDelayed(true);
  return (
    <Box role="status" aria-label={t('common.loading')} sx={{ p: 4, width: '100%' }}>
      {late
        ? Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} variant="rounded" height={height} sx={{ mb: 2 }} />
          ))
        : null}
    </Box>
  );
}
