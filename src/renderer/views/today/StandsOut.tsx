import { Box, Button } from '@mui/material';
import { BellRing } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBrands } from '#renderer/app/appState.ts';
import { navigate } from '#renderer/app/state.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Entry } from './Entry.tsx';
import { openAlert } from './links.ts';
import { Part } from './Part.tsx';
import type { Alert } from './summary.ts';

/** Open alerts in a sentence each; each opens with why it fired and its mentions. */
export function StandsOut({ alerts }: { alerts: readonly Alert[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const brands = useBrands();
  const one = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 });
  return (
    <Part
      title={t('today.standsOut')}
      action={
        <Button variant="text" color="primary" onClick={() => navigate('alerts')}>
          {t('today.allAlerts')}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {alerts.map((alert) => {
          const { why } = alert;
          return (
            <li key={alert.id}>
              <Entry
                icon={<BellRing size={14} />}
                color={alert.state === 'new' ? 'error.main' : 'text.secondary'}
                title={t(`today.alertKind.${alert.kind}`, {
                  count: why.observed,
                  expected: one.format(why.expected ?? 0),
                  words: why.found.join(', '),
                })}
                onOpen={() => openAlert(alert.id)}
              >
                {brands.find(({ id }) => id === alert.aboutBrandId)?.name ?? ''}
                {alert.headline === '' ? '' : ` · ${alert.headline}`} · <RelativeTime at={alert.at} />
              </Entry>
            </li>
          );
        })}
      </Box>
    </Part>
  );
}
