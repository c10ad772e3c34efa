import { Box, Button, Typography } from '@mui/material';
import {
  BellRing,
  CircleAlert,
  CircleHelp,
  KeyRound,
  MessageSquareText,
  MessageSquareWarning,
  SendHorizontal,
  Timer,
  VolumeX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, select } from '#renderer/app/state.ts';
import { openAlert, waitingParams } from './links.ts';
import { firstThing, type Alert, type Summary } from './summary.ts';

const icons = {
  alert: BellRing,
  negative: MessageSquareWarning,
  stuck: SendHorizontal,
  signIn: KeyRound,
  trouble: CircleAlert,
  returned: Timer,
  new: MessageSquareText,
  maybe: CircleHelp,
  silent: VolumeX,
};
const colors = {
  alert: 'error.main',
  negative: 'error.main',
  stuck: 'error.main',
  signIn: 'error.main',
  trouble: 'warning.main',
  returned: 'primary.main',
  new: 'primary.main',
  maybe: 'primary.main',
  silent: 'warning.main',
};

/** The part of the page that lists what did not go out. */
export const STUCK_PART = 'today-stuck';

/** The one thing to do first. Shown only where there is something to do. */
export function FirstThing(props: { summary: Summary; alerts: readonly Alert[] }): ReactNode {
  const { summary, alerts } = props;
  const { t } = useTranslation();
  const first = firstThing(summary, alerts);
  if (first === null) return null;
  const { kind, count } = first;
  const Icon = icons[kind];
  const act = (): void => {
    switch (kind) {
      case 'alert': {
        const alert = alerts.find(({ state }) => state === 'new');
        if (alert !== undefined) openAlert(alert.id);
        return;
      }
      case 'stuck':
        document.getElementById(STUCK_PART)?.scrollIntoView({ block: 'center' });
        document.querySelector<HTMLElement>(`#${STUCK_PART} button`)?.focus();
        return;
      case 'signIn':
        navigate('accounts');
        return;
      case 'trouble':
        navigate('sources', { show: 'trouble' });
        return;
      case 'silent':
        navigate('sources');
        return;
      case 'maybe':
        navigate('mentions', waitingParams('maybe', summary));
        return;
      case 'returned': {
        const row = summary.returned[0];
        if (row === undefined) return;
        select('mentions', String(row.itemId));
        navigate('mentions', { states: 'open', itemId: String(row.itemId) });
        return;
      }
      case 'negative':
      case 'new': {
        const row = summary.first[0];
        if (row !== undefined) select('mentions', String(row.itemId));
        navigate('mentions', {
          ...waitingParams(kind, summary),
          ...(row === undefined ? {} : { itemId: String(row.itemId) }),
        });
      }
    }
  };
  const toMend = kind === 'trouble' || kind === 'silent' || kind === 'signIn' || kind === 'stuck';
  return (
    <Box
      component="section"
      aria-label={t('today.firstThing')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        p: 4,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
      }}
    >
      <Box aria-hidden sx={{ display: 'flex', color: colors[kind] }}>
        <Icon size={20} />
      </Box>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2" component="p">
          {t(`today.${kind}`, { count })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`today.${kind}Text`)}
        </Typography>
      </Box>
      <Button variant="contained" color="primary" onClick={act}>
        {t(toMend ? 'today.mend' : kind === 'maybe' ? 'today.sort' : 'today.read')}
      </Button>
    </Box>
  );
}
