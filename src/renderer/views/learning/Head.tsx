import { Box, Button, FormControlLabel, Switch } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningStatus } from '#shared/contract/learning.ts';
import { useRunningJob } from '#renderer/app/jobs.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { Part } from './Part.tsx';

const days = 30;

/** What was learned from corrections, and what can be done with it. */
export function Head({ status }: { status: LearningStatus }): ReactNode {
  const { t } = useTranslation();
  const job = useRunningJob('learn');
  const train = useCommand('learning.train');
  const rejudge = useCommand('learning.rejudge');
  const revert = useCommand('learning.revert');
  const [asking, setAsking] = useState(false);
  const busy = job !== undefined;
  const tell = (started: unknown, message: string): void => {
    if (started !== null) notify({ message });
  };
  return (
    <Part title={t('learning.head.title')} text={t('learning.head.text')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Standing status={status} />
        {busy ? (
          <Box role="status">{t('learning.head.running', { done: job.done, total: job.total })}</Box>
        ) : null}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Button
            disabled={busy || status.head?.used !== true}
            onClick={() =>
              void rejudge.run({ days }).then((done) => tell(done, t('learning.head.rejudging')))
            }
          >
            {t('learning.head.rejudge', { days })}
          </Button>
          {status.rejudged === 0 ? null : (
            <Button
              disabled={busy}
              onClick={() => void revert.run({}).then((done) => tell(done, t('learning.head.reverting')))}
            >
              {t('learning.head.revert', { count: status.rejudged })}
            </Button>
          )}
          {status.waiting || status.forgotten > 0 ? (
            <Button
              disabled={busy}
              onClick={() => void train.run({}).then((done) => tell(done, t('learning.head.training')))}
            >
              {t(status.forgotten > 0 ? 'learning.head.again' : 'learning.head.now')}
            </Button>
          ) : null}
          {status.labels === 0 ? null : (
            <Button color="error" disabled={busy} onClick={() => setAsking(true)}>
              {t('learning.head.forget')}
            </Button>
          )}
        </Box>
      </Box>
      <Forget open={asking} onClose={() => setAsking(false)} />
    </Part>
  );
}

function Standing({ status }: { status: LearningStatus }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { head } = status;
  if (head === null) {
    return <div>{t(status.forgotten > 0 ? 'learning.head.forgotten' : 'learning.head.nothing')}</div>;
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <div>
        {t(head.used ? 'learning.head.used' : 'learning.head.unused', {
          own: format.percent(head.ownAgreement),
          base: format.percent(head.baseAgreement),
        })}
      </div>
      <Box sx={{ color: 'text.secondary' }}>
        {t('learning.head.from', { count: head.corrections })} <RelativeTime at={head.trainedAt} />
      </Box>
    </Box>
  );
}

function Forget({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const forget = useCommand('learning.forget');
  const [corrections, setCorrections] = useState(false);
  const run = async (): Promise<void> => {
    const done = await forget.run({ corrections });
    onClose();
    if (done === null) return;
    notify({ message: t('learning.head.forgot'), undo: done.changeId });
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('learning.head.forgetTitle')}
      text={
        <>
          {t('learning.head.forgetText')}
          <FormControlLabel
            sx={{ mt: 3, display: 'flex' }}
            control={<Switch checked={corrections} onChange={(_event, checked) => setCorrections(checked)} />}
            label={t('learning.head.forgetCorrections')}
          />
        </>
      }
      confirm={t('learning.head.forget')}
      danger
      busy={forget.busy}
      onClose={onClose}
      onConfirm={() => void run()}
    />
  );
}
