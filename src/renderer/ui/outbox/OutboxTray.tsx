import { Box, Button } from '@mui/material';
import { CircleHelp, Clock, SendHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#shared/contract/outbox.ts';
import { sameTimeAhead } from '#shared/model/slot.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '../format.tsx';
import type { Stuck, STUCK_STATES } from './useStuck.ts';

const signs = { missed: Clock, failed: SendHorizontal, uncertain: CircleHelp } satisfies Record<
  (typeof STUCK_STATES)[number],
  unknown
>;

/** The tray of what did not go out, each with its reason and what can be done. */
export function OutboxTray({ stuck: { actions, loadMore } }: { stuck: Stuck }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {actions.map((action) => (
          <li key={action.id}>
            <StuckCard action={action} />
          </li>
        ))}
      </Box>
      {loadMore === null ? null : (
        <Button size="small" sx={{ mt: 2 }} onClick={loadMore}>
          {t('outbox.more')}
        </Button>
      )}
    </>
  );
}

function StuckCard({ action }: { action: Action }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const retry = useCommand('actions.retry');
  const cancel = useCommand('actions.cancel');
  const state: keyof typeof signs =
    action.state === 'missed' || action.state === 'failed' ? action.state : 'uncertain';
  const Sign = signs[state];
  const again = async (at: number | null): Promise<void> => {
    const done = await retry.run({ actionId: action.id, at });
    if (done === null) return;
    notify({
      message: at === null ? t('outbox.told.now') : t('outbox.told.later', { when: format.moment(at) }),
    });
  };
  const nextDay = (): number => sameTimeAhead(action.dueAt, Date.now(), format.zone);
  const skip = async (): Promise<void> => {
    if ((await cancel.run({ actionId: action.id })) !== null) notify({ message: t('outbox.told.skipped') });
  };
  const busy = retry.busy || cancel.busy;
  return (
    <Box
      sx={{
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        display: 'grid',
        gap: 1,
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13 }}>
        <Box
          aria-hidden
          sx={{ display: 'flex', color: state === 'failed' ? 'error.main' : 'tokens.warning' }}
        >
          <Sign size={14} />
        </Box>
        <Box sx={{ fontWeight: 600 }}>{t(`outbox.state.${state}`)}</Box>
        <Box sx={{ color: 'text.secondary', minWidth: 0, overflowWrap: 'anywhere' }}>
          {t(`outbox.kind.${action.kind}`)} · {action.handle} · {format.moment(action.dueAt)}
        </Box>
      </Box>
      {action.excerpt === '' ? null : <Box sx={{ overflowWrap: 'anywhere' }}>“{action.excerpt}”</Box>}
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        {state === 'failed' ? null : (
          <Box>
            {state === 'missed'
              ? t('outbox.missedText')
              : t('outbox.uncertainText', { handle: action.handle })}
          </Box>
        )}
        {action.reason === '' ? null : healthText(action.reasonCode, action.reason, action.reasonParams)}
      </Box>
      {state === 'uncertain' ? null : (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" disabled={busy} onClick={() => void again(null)}>
            {state === 'missed' ? t('outbox.now') : t('outbox.again')}
          </Button>
          {state === 'missed' ? (
            <Button size="small" disabled={busy} onClick={() => void again(nextDay())}>
              {t('outbox.tomorrow')}
            </Button>
          ) : null}
          <Button size="small" disabled={busy} onClick={() => void skip()}>
            {t('outbox.skip')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
