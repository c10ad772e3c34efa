import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outgoing } from '#shared/contract/inbox.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useOnline } from '#renderer/app/useOnline.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { outgoingWord } from './outgoing.ts';

const soon = 60_000;

export interface OutgoingCardProps {
  conversationId: string;
  action: Outgoing;
  /** Its words are the draft now. */
  onTakenBack: (draft: string) => void;
}

/** An answer that has not arrived yet: where it stands, why, and what can be done. */
export function OutgoingCard({ conversationId, action, onTakenBack }: OutgoingCardProps): ReactNode {
  const { t } = useTranslation();
  const back = useCommand('conversations.takeBack');
  const retry = useCommand('actions.retry');
  const { id, state, text } = action;
  const failed = state === 'failed' || state === 'missed';
  const takeBack = async (): Promise<void> => {
    const done = await back.run({ conversationId, actionId: id });
    if (done !== null) onTakenBack(done.draft);
  };
  const again = async (): Promise<void> => {
    if ((await retry.run({ actionId: id })) !== null) notify({ message: t('inbox.told.sent') });
  };
  return (
    <Box
      sx={{
        mt: 3,
        ml: 8,
        p: 3,
        borderRadius: '8px',
        border: 1,
        borderStyle: 'dashed',
        borderColor: failed ? 'tokens.negative' : 'divider',
      }}
    >
      <Box
        role="status"
        sx={{ fontSize: 12, fontWeight: 600, mb: 1, color: failed ? 'tokens.negative' : 'text.secondary' }}
      >
        <Standing action={action} />
      </Box>
      <Box dir="auto" sx={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
        {failed ? (
          <Button disabled={retry.busy} onClick={() => void again()}>
            {t('common.retry')}
          </Button>
        ) : null}
        {failed || state === 'queued' ? (
          <Button disabled={back.busy} onClick={() => void takeBack()}>
            {t(failed ? 'inbox.edit' : 'inbox.takeBack')}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}

function Standing({ action }: { action: Outgoing }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const online = useOnline();
  const { state, dueAt, reasonCode, reason, reasonParams } = action;
  const why = healthText(reasonCode, reason, reasonParams);
  const word = outgoingWord(state);
  if (word === null) return null;
  if (word === 'waiting' && dueAt > Date.now() + soon)
    return t('inbox.goesOut', { when: format.slot(dueAt) });
  if (word === 'waiting' && !online) return t('inbox.waitsForNetwork');
  return why === '' ? t(`inbox.out.${word}`) : t('inbox.because', { what: t(`inbox.out.${word}`), why });
}
