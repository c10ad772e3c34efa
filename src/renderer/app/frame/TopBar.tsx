import { Box, Button, CircularProgress, Tooltip } from '@mui/material';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { useRunningJob } from '../jobs.ts';
import { openPalette } from '../state.ts';
import { useOnline } from '../useOnline.ts';
import { BrandSwitcher } from './BrandSwitcher.tsx';
import { MatchingProgress } from './MatchingProgress.tsx';

/** Brand switcher, the way into the command palette, and whether collecting and the network are well. */
export function TopBar(): ReactNode {
  const { t } = useTranslation();
  return (
    <Box
      component="header"
      aria-label={t('frame.topBar')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        height: 44,
        px: 2,
        flex: 'none',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <BrandSwitcher />
      <Box sx={{ flex: 1, display: 'flex', justifyContent: 'center' }}>
        <Button
          onClick={() => openPalette(true)}
          startIcon={<Search size={14} aria-hidden />}
          sx={{
            width: 'min(420px, 100%)',
            color: 'text.secondary',
            fontWeight: 450,
            bgcolor: 'background.default',
          }}
        >
          <Box component="span" sx={{ flex: 1, textAlign: 'left' }}>
            {t('frame.command')}
          </Box>
          <Keys keys="Mod+k" />
        </Button>
      </Box>
      <MatchingProgress />
      <Collecting />
      <Network />
    </Box>
  );
}

function Collecting(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const job = useRunningJob('collect');
  const status = useRequest('collect.status', {}).data;
  let text = '';
  if (job !== undefined || (status?.running ?? 0) > 0) text = t('frame.collectingPlain');
  else if (status?.paused === true) text = t('frame.paused');
  else if (typeof status?.nextDueAt === 'number') {
    text = t('frame.next', { when: format.distance(Math.max(0, status.nextDueAt - Date.now())) });
  }
  if (text === '') return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary', fontSize: 12 }}>
      {job === undefined ? null : <CircularProgress size={12} aria-hidden />}
      <span>{text}</span>
    </Box>
  );
}

function Network(): ReactNode {
  const { t } = useTranslation();
  const online = useOnline();
  const dot = online ? 'tokens.positive' : 'tokens.warning';
  return (
    <Tooltip title={online ? '' : t('frame.offlineText')}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1.5, fontSize: 12, color: 'text.secondary', pr: 2 }}
      >
        <Box aria-hidden sx={{ width: 7, height: 7, borderRadius: '50%', bgcolor: dot }} />
        {t(online ? 'frame.online' : 'frame.offline')}
      </Box>
    </Tooltip>
  );
}
