import { Box, Button } from '@mui/material';
import { PencilLine } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variant } from '#shared/contract/calendar.ts';
import { healthText } from '#renderer/app/i18n/failure.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { ChangeForm, type ChangeFormProps } from './ChangeForm.tsx';

type Edit = NonNullable<Variant['edit']>;

/** How a published version can be changed, and what became of its latest change. */
export function PublishedChange(props: Omit<ChangeFormProps, 'onClose'>): ReactNode {
  const { variant, account } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { edit } = variant;
  const { network, handle } = account;
  if (!account.canEdit)
    return <Box sx={{ color: 'text.secondary' }}>{t('calendar.change.cannot', { network })}</Box>;
  return (
    <>
      {edit === null ? null : <ChangeState edit={edit} />}
      {isOpen ? (
        <ChangeForm
          {...props}
          onClose={() => {
            setOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      ) : (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 1 }}>
          {edit === null ? null : <ChangeActions edit={edit} />}
          {edit?.state === 'sending' ? null : (
            <Button
              ref={opener}
              size="small"
              startIcon={<PencilLine size={14} />}
              aria-label={t('calendar.change.beginFor', { handle })}
              onClick={() => setOpen(true)}
            >
              {t('calendar.change.begin')}
            </Button>
          )}
        </Box>
      )}
    </>
  );
}

/** Where a change stands, as one of the sentences for it. */
function standing({ state, attempts }: Edit) {
  switch (state) {
    case 'sending':
    case 'sent':
      return state;
    case 'failed':
      // The last try certainly did not arrive; of one before it only the answer may have been lost.
      return attempts > 1 ? 'unclear' : 'failed';
    default:
      return attempts > 0 ? 'again' : 'queued';
  }
}

function ChangeState({ edit }: { edit: Edit }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const stands = standing(edit);
  const isBad = edit.state === 'failed';
  return (
    <Box role="status" sx={{ color: isBad ? 'tokens.negative' : 'text.secondary', overflowWrap: 'anywhere' }}>
      {t(`calendar.change.state.${stands}`, { when: format.moment(edit.settledAt ?? 0) })}
      {edit.reason === '' ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          {healthText(edit.reasonCode, edit.reason, edit.reasonParams)}
        </Box>
      )}
    </Box>
  );
}

/** What can be done with a change that has not arrived. */
function ChangeActions({ edit }: { edit: Edit }): ReactNode {
  const { t } = useTranslation();
  const retry = useCommand('actions.retry');
  const cancel = useCommand('actions.cancel');
  const busy = retry.busy || cancel.busy;
  const stands = standing(edit);
  // What was tried may be there: only another change, which is sent after it, can say otherwise.
  const canLeave = stands === 'queued' || edit.state === 'failed';
  const again = async (): Promise<void> => {
    if ((await retry.run({ actionId: edit.id, at: null })) !== null)
      notify({ message: t('calendar.change.leaving') });
  };
  const leave = async (): Promise<void> => {
    if ((await cancel.run({ actionId: edit.id })) !== null) notify({ message: t('calendar.change.left') });
  };
  return (
    <>
      {edit.state === 'failed' ? (
        <Button size="small" disabled={busy} onClick={() => void again()}>
          {t('calendar.change.retry')}
        </Button>
      ) : null}
      {canLeave ? (
        <Button size="small" disabled={busy} onClick={() => void leave()}>
          {t('calendar.change.leave')}
        </Button>
      ) : null}
    </>
  );
}
