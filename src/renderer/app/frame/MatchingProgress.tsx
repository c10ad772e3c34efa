import { Box, Button, CircularProgress } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/index.ts';
import { useRunningJob } from '../jobs.ts';
import { notify } from '../notify.ts';

/** Matching a changed query against everything stored, seen from every screen, with a way to stop it. */
export function MatchingProgress(): ReactNode {
  const { t } = useTranslation();
  const job = useRunningJob('rematch');
  const cancel = useCommand('jobs.cancel');
  if (job === undefined) return null;
  const stop = async (): Promise<void> => {
    const done = await cancel.run({ jobId: job.jobId });
    if (done?.cancelled === true) notify({ message: t('brands.matchingStoppedTold') });
  };
  const words =
    job.total > 0
      ? t('brands.matchingProgress', { percent: Math.floor((job.done / job.total) * 100) })
      : t('brands.matching');
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary', fontSize: 12 }}>
      <CircularProgress size={12} aria-hidden />
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Box>
      <Button
        variant="text"
        disabled={cancel.busy}
        aria-label={t('brands.matchingCancelLong')}
        onClick={() => void stop()}
      >
        {t('brands.matchingCancel')}
      </Button>
    </Box>
  );
}
