import { Box, Button, Typography } from '@mui/material';
import { HardDrive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/contract/app.ts';
import { useCommand } from '#renderer/client/index.ts';
import { openWorkspace } from '../appState.ts';

export interface BlockedProps {
  blocked: NonNullable<AppState['blocked']>;
  workspace: AppState['workspace'];
}

/** Shown instead of everything when the workspace could not be opened: what happened and what to do. */
export function Blocked({ blocked, workspace }: BlockedProps): ReactNode {
  const { t, i18n } = useTranslation();
  const showFolder = useCommand('app.showFolder');
  const restore = useCommand('app.restore');
  const restoreThenOpen = async (): Promise<void> => {
    if ((await restore.run({}))?.restored === true) await openWorkspace(workspace);
  };
  const restorable = blocked.reason === 'damaged' || blocked.reason === 'unknown';
  return (
    <Box component="main" sx={{ display: 'grid', placeItems: 'center', height: '100%', p: 6 }}>
      <Box sx={{ maxWidth: 520, display: 'grid', gap: 3 }}>
        <HardDrive size={28} aria-hidden />
        <Typography variant="h1">{t(`frame.blocked.${blocked.reason}.title`)}</Typography>
        <Typography variant="body1">{t(`frame.blocked.${blocked.reason}.text`)}</Typography>
        {i18n.language === 'en' && blocked.message !== '' ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {blocked.message}
          </Typography>
        ) : null}
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('frame.blocked.folder')}: {blocked.folder}
        </Typography>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          <Button variant="contained" color="primary" onClick={() => void openWorkspace(workspace)}>
            {t('frame.blocked.again')}
          </Button>
          {restorable ? (
            <Button disabled={restore.busy} onClick={() => void restoreThenOpen()}>
              {t('frame.blocked.restore')}
            </Button>
          ) : null}
          <Button onClick={() => void showFolder.run({})}>{t('frame.blocked.show')}</Button>
        </Box>
      </Box>
    </Box>
  );
}
