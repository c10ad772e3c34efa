import { Box, Button, Chip, Typography } from '@mui/material';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertDetail } from '#shared/contract/alerts.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useRequest } from '#renderer/client/index.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { StartCrisis } from '#renderer/ui/StartCrisis.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AlertMentions } from './AlertMentions.tsx';
import { HoursChart } from './HoursChart.tsx';
import { kindIcons } from './kinds.ts';
import { Reasons } from './Reasons.tsx';
import { useWhy } from './useWhy.ts';

export interface PaneProps {
  alertId: string;
  onBack: (() => void) | null;
  onClose: (alert: AlertDetail) => void;
  onSnooze: (alert: AlertDetail, anchor: HTMLElement) => void;
  onMute: (alert: AlertDetail, anchor: HTMLElement) => void;
  onReopen: (alert: AlertDetail) => void;
  onSettings: (alert: AlertDetail) => void;
}

/** One alert whole: why it fired, what happened around it, and what to do about it. */
export function Pane(props: PaneProps): ReactNode {
  const detail = useRequest('alerts.get', { alertId: props.alertId });
  if (detail.data !== undefined) return <Whole alert={detail.data} {...props} />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  return <ViewSkeleton />;
}

function Whole({ alert, ...props }: PaneProps & { alert: AlertDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const why = useWhy();
  const brand = useBrands().find(({ id }) => id === alert.aboutBrandId);
  const Icon = kindIcons[alert.kind];
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ px: 6, pt: 4, pb: 3, borderBottom: 1, borderColor: 'divider', display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          {props.onBack === null ? null : (
            <Button
              variant="text"
              aria-label={t('alerts.detail.back')}
              onClick={props.onBack}
              sx={{ minWidth: 0 }}
            >
              <ArrowLeft size={16} aria-hidden />
            </Button>
          )}
          <Box aria-hidden sx={{ display: 'flex', color: 'error.main' }}>
            <Icon size={18} />
          </Box>
          <Typography variant="h2">{t(`alerts.kind.${alert.kind}`)}</Typography>
        </Box>
        <Typography variant="body1">{why(alert)}</Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary', fontSize: 12 }}>
          {brand === undefined ? null : (
            <>
              <BrandDot brand={brand} />
              <span>{brand.name}</span>
              <span aria-hidden>·</span>
            </>
          )}
          <span>{format.full(alert.at)}</span>
          {alert.nth > 1 ? <span>· {t('alerts.detail.nth', { n: alert.nth })}</span> : null}
          {alert.state === 'snoozed' && alert.snoozedUntil !== null ? (
            <span>· {t('alerts.detail.until', { time: format.slot(alert.snoozedUntil) })}</span>
          ) : null}
        </Box>
        <Box
          role="toolbar"
          aria-label={t('alerts.actions')}
          sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}
        >
          {alert.state === 'closed' ? (
            <Button onClick={() => props.onReopen(alert)}>{t('alerts.action.reopen')}</Button>
          ) : (
            <Button variant="contained" color="primary" onClick={() => props.onClose(alert)}>
              {t('alerts.action.close')}
            </Button>
          )}
          <Button aria-haspopup="menu" onClick={(event) => props.onSnooze(alert, event.currentTarget)}>
            {t('alerts.action.snooze')}
          </Button>
          <Button aria-haspopup="menu" onClick={(event) => props.onMute(alert, event.currentTarget)}>
            {t('alerts.action.mute')}
          </Button>
          {alert.kind === 'silence' || alert.kind === 'competitorSpike' ? null : (
            <StartCrisis brandId={alert.brandId} since={alert.why.from} />
          )}
          <Button variant="text" onClick={() => props.onSettings(alert)}>
            {t('alerts.action.sensitivity')}
          </Button>
        </Box>
      </Box>
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('alerts.detail.pane')}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          px: 6,
          py: 4,
          display: 'grid',
          gap: 6,
          alignContent: 'start',
        }}
      >
        <Part title={t('alerts.detail.why')}>
          <Reasons why={alert.why} />
        </Part>
        {alert.hours.length === 0 ? null : (
          <Part title={t('alerts.detail.around')}>
            <HoursChart alert={alert} />
          </Part>
        )}
        {alert.why.words.length === 0 ? null : (
          <Part title={t('alerts.detail.words')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
              {alert.why.words.map(({ word, now, before }) => (
                <Chip key={word} variant="outlined" label={t('alerts.detail.word', { word, now, before })} />
              ))}
            </Box>
          </Part>
        )}
        {alert.items.length === 0 ? null : (
          <Part title={t('alerts.detail.items')}>
            <AlertMentions alert={alert} />
          </Part>
        )}
      </Box>
    </Box>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 2 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
