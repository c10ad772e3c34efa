import { Box } from '@mui/material';
import { CircleHelp, Coffee } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useRequest } from '#renderer/client/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { OutboxTray } from '#renderer/ui/outbox/OutboxTray.tsx';
import { useStuck } from '#renderer/ui/outbox/useStuck.ts';
import { FirstThing, STUCK_PART } from './FirstThing.tsx';
import { Entry } from './Entry.tsx';
import { Fresh, Returned } from './Fresh.tsx';
import { waitingParams } from './links.ts';
import { Moved } from './Moved.tsx';
import { Part } from './Part.tsx';
import { StandsOut } from './StandsOut.tsx';
import { firstThing, type Alert, type Summary } from './summary.ts';
import { Silent, SignIns, Trouble } from './Trouble.tsx';

/** What changed, what needs you first, and what is broken. */
export default function TodayView(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const brandIds = useScreen((state) => state.brandIds);
  const summary = useRequest('today.summary', { brandIds: [...brandIds] }, { keepPrevious: true });
  const alerts = useRequest(
    'alerts.list',
    { brandIds: [...brandIds], states: ['new', 'seen'], limit: 5 },
    { keepPrevious: true },
  );
  const date = new Intl.DateTimeFormat(format.locale, {
    timeZone: format.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.now());

  return (
    <Box sx={{ maxWidth: 1120, mx: 'auto', pb: 8 }}>
      <PageHeader title={t('today.title')} text={date} />
      {summary.data !== undefined ? (
        <Page summary={summary.data} alerts={alerts.data?.alerts ?? noAlerts} />
      ) : summary.isError ? (
        <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <ViewSkeleton />
      )}
    </Box>
  );
}

const noAlerts: readonly Alert[] = [];

function Page({ summary, alerts }: { summary: Summary; alerts: readonly Alert[] }): ReactNode {
  const { t } = useTranslation();
  const { maybeCount } = summary;
  const stuck = useStuck(useScreen((state) => state.brandIds));
  const anything = summary.series.some(({ counts }) => counts.some((count) => count > 0));
  const left = (
    <>
      {firstThing(summary, alerts) === null ? (
        <EmptyState icon={<Coffee size={28} />} title={t('today.nothing')} text={t('today.nothingText')} />
      ) : (
        <FirstThing summary={summary} alerts={alerts} />
      )}
      {stuck.actions.length === 0 ? null : (
        <Part id={STUCK_PART} title={t('outbox.title')}>
          <OutboxTray stuck={stuck} />
        </Part>
      )}
      {alerts.length === 0 ? null : <StandsOut alerts={alerts} />}
      {summary.first.length === 0 ? null : <Fresh summary={summary} />}
      {summary.returned.length === 0 ? null : <Returned rows={summary.returned} />}
      {maybeCount === 0 ? null : (
        <Entry
          icon={<CircleHelp size={14} />}
          color="text.secondary"
          title={t('today.maybe', { count: maybeCount })}
          onOpen={() => navigate('mentions', waitingParams('maybe', summary))}
        >
          {t('today.maybeText')}
        </Entry>
      )}
    </>
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 6,
        px: 6,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 6, minWidth: 0 }}>{left}</Box>
      <Box sx={{ display: 'grid', gap: 6, minWidth: 0 }}>
        {summary.signIns.length === 0 ? null : <SignIns signIns={summary.signIns} />}
        {summary.trouble.length === 0 ? null : <Trouble trouble={summary.trouble} />}
        {summary.silent.length === 0 ? null : <Silent silent={summary.silent} />}
        {anything ? <Moved summary={summary} /> : null}
      </Box>
    </Box>
  );
}
