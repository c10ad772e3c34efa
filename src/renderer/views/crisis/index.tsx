import { Box, Button, MenuItem, TextField } from '@mui/material';
import { Siren } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crisis } from '#shared/contract/crisis.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate, useScreen } from '#renderer/app/state.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { StartCrisis } from '#renderer/ui/StartCrisis.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { PostMortem } from './PostMortem.tsx';
import { Statement } from './Statement.tsx';
import { Status } from './Status.tsx';
import { Thread } from './Thread.tsx';
import { Timeline } from './Timeline.tsx';

const minute = 60_000;

/** One place for what is said, what was decided and what is answered while a crisis lasts, and after it. */
export default function CrisisView(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('crisis.list', {});
  const wanted = useScreen(({ params }) => params['crisisId']);
  const brandIds = useScreen((state) => state.brandIds);
  const crises = data?.crises ?? [];
  const shown =
    crises.find(({ id }) => id === wanted) ??
    crises.find(({ brandId }) => brandIds.includes(brandId)) ??
    crises[0];
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={t('crisis.title')}
        text={t('crisis.about')}
        actions={
          <>
            {shown === undefined ? null : <Picker crises={crises} shown={shown} />}
            {shown?.endedAt === null ? <EndButton crisis={shown} /> : null}
            {shown === undefined ? null : <StartCrisis />}
          </>
        }
      />
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('crisis.title')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
      >
        {error !== null && data === undefined ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton />
        ) : shown === undefined ? (
          <EmptyState
            icon={<Siren size={24} />}
            title={t('crisis.empty.title')}
            text={t('crisis.empty.text')}
            action={<StartCrisis />}
          />
        ) : (
          <Room key={shown.id} crisis={shown} queuesPaused={data.queuesPaused} />
        )}
      </Box>
    </Box>
  );
}

function Room({ crisis, queuesPaused }: { crisis: Crisis; queuesPaused: boolean }): ReactNode {
  const now = useNow(crisis.endedAt === null);
  const column = { display: 'grid', gap: 4, alignContent: 'start', minWidth: 0 } as const;
  return (
    <Box
      sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))' }}
    >
      <Box sx={column}>
        <Status crisis={crisis} until={crisis.endedAt ?? now} queuesPaused={queuesPaused} />
        <PostMortem crisis={crisis} />
        <Thread crisis={crisis} />
      </Box>
      <Box sx={column}>
        <Statement crisis={crisis} />
        <Timeline crisisId={crisis.id} />
      </Box>
    </Box>
  );
}

/** The time, each minute while it matters. UTC milliseconds. */
function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

function Picker({ crises, shown }: { crises: readonly Crisis[]; shown: Crisis }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (crises.length < 2) return null;
  return (
    <TextField
      select
      label={t('crisis.which')}
      value={shown.id}
      onChange={(event) => navigate('crisis', { crisisId: event.target.value })}
      sx={{ width: 240 }}
    >
      {crises.map(({ id, brandName, startedAt, endedAt }) => (
        <MenuItem key={id} value={id}>
          {endedAt === null
            ? t('crisis.choiceOpen', { name: brandName })
            : t('crisis.choice', { name: brandName, day: format.moment(startedAt) })}
        </MenuItem>
      ))}
    </TextField>
  );
}

function EndButton({ crisis }: { crisis: Crisis }): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const end = useCommand('crisis.end');
  const run = async (): Promise<void> => {
    const done = await end.run({ crisisId: crisis.id });
    setAsking(false);
    if (done === null) return;
    notify({ message: t('crisis.end.ended', { name: crisis.brandName }), undo: done.changeId });
  };
  return (
    <>
      <Button variant="contained" color="primary" onClick={() => setAsking(true)}>
        {t('crisis.end.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('crisis.end.title', { name: crisis.brandName })}
        text={t('crisis.end.text')}
        confirm={t('crisis.end.action')}
        busy={end.busy}
        onConfirm={() => void run()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
