import { Box, Button } from '@mui/material';
import { CircleHelp, Clock, SendHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '#shared/contract/outbox.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { useFormat } from '../format.tsx';

const DAY = 86_400_000;
const signs = { missed: Clock, failed: SendHorizontal, uncertain: CircleHelp } as const;
type Stuck = keyof typeof signs;
const states: readonly Stuck[] = ['missed', 'failed', 'uncertain'];

/** What did not go out: missed its time, failed, or nobody knows yet. Null when everything left as it should. */
export function useStuck(brandIds: readonly string[]): readonly Action[] {
  return (
    useRequest('actions.list', { states: [...states], brandIds: [...brandIds] }, { keepPrevious: true }).data
      ?.actions ?? []
  );
}

/** The tray of what did not go out, each with its reason and what can be done. */
export function OutboxTray({ actions }: { actions: readonly Action[] }): ReactNode {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {actions.map((action) => (
        <li key={action.id}>
          <StuckCard action={action} />
        </li>
      ))}
    </Box>
  );
}

function StuckCard({ action }: { action: Action }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const retry = useCommand('actions.retry');
  const cancel = useCommand('actions.cancel');
  const state: Stuck = action.state === 'missed' || action.state === 'failed' ? action.state : 'uncertain';
  const Sign = signs[state];
  const again = async (at: number | null): Promise<void> => {
    const done = await retry.run({ actionId: action.id, at });
    if (done === null) return;
    notify({
      message: at === null ? t('outbox.told.now') : t('outbox.told.later', { when: format.moment(at) }),
    });
  };
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
        {state === 'missed'
          ? t('outbox.missedText')
          : state === 'uncertain'
            ? t('outbox.uncertainText', { handle: action.handle })
            : healthText(action.reasonCode, action.reason, action.reasonParams)}
      </Box>
      {state === 'uncertain' ? null : (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" disabled={busy} onClick={() => void again(null)}>
            {state === 'missed' ? t('outbox.now') : t('outbox.again')}
          </Button>
          {state === 'missed' ? (
            <Button size="small" disabled={busy} onClick={() => void again(tomorrow(action.dueAt))}>
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

/** The same time of day, the next time it comes. */
function tomorrow(dueAt: number): number {
  const days = Math.max(1, Math.ceil((Date.now() - dueAt) / DAY));
  return dueAt + days * DAY;
}
