import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunningJob } from '#renderer/app/jobs.ts';
import { useCommand } from '#renderer/client/index.ts';
import { percentOf } from './groups.ts';

/** How far matching everything stored is, with a way to stop it; or that it was stopped, with a way to go on. */
export function Matching({ jobId }: { jobId: string | null }): ReactNode {
  const { t } = useTranslation();
  const job = useRunningJob('rematch');
  const cancel = useCommand('jobs.cancel');
  const resume = useCommand('queries.resume');
  const running = job?.jobId ?? jobId;
  if (running === null) {
    return (
      <Box role="status" sx={{ mt: 2, display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="caption" sx={{ color: 'tokens.warning', flex: '1 1 240px' }}>
          {t('brands.matchingStopped')}
        </Typography>
        <Button disabled={resume.busy} onClick={() => void resume.run({})}>
          {t('brands.matchingResume')}
        </Button>
      </Box>
    );
  }
  const percent = job === undefined ? null : percentOf(job.done, job.total);
  const words = percent === null ? t('brands.matching') : t('brands.matchingProgress', { percent });
  return (
    <Box sx={{ mt: 2, display: 'flex', gap: 3, alignItems: 'center' }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {words}
        </Typography>
        <LinearProgress
          aria-label={t('brands.matching')}
          {...(percent === null ? {} : { variant: 'determinate' as const, value: percent })}
        />
      </Box>
      <Button variant="text" disabled={cancel.busy} onClick={() => void cancel.run({ jobId: running })}>
        {t('brands.matchingCancel')}
      </Button>
    </Box>
  );
}
