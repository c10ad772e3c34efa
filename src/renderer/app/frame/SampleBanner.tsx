import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openWorkspace, removeSample, useAppState } from '../appState.ts';
import { notify } from '../state.ts';

/** Says that the sample hotel is not real, and leads out of it. */
export function SampleBanner(): ReactNode {
  const { t } = useTranslation();
  const state = useAppState();
  if (state?.workspace !== 'sample') return null;
  const remove = async (): Promise<void> => {
    if (await removeSample()) notify({ message: t('frame.sample.removed') });
  };
  return (
    <Box
      component="aside"
      aria-label={t('frame.sample.text')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 4,
        py: 1,
        bgcolor: 'tokens.wash',
        color: 'tokens.onWash',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <span>{t('frame.sample.text')}</span>
      <Button variant="text" onClick={() => void openWorkspace('own')}>
        {t('frame.sample.own')}
      </Button>
      <Button variant="text" onClick={() => void remove()}>
        {t('frame.sample.remove')}
      </Button>
    </Box>
  );
}
