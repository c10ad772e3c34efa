import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  LinearProgress,
} from '@mui/material';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleDraft, RuleScope } from '#shared/contract/rules.ts';
import { useJobs, type Job } from '#renderer/app/jobs.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { RulePreview } from './RulePreview.tsx';

export interface RunDialogProps {
  rule: Rule;
  /** `on` switches the rule on, and may apply it; `apply` only applies it to what is stored. */
  mode: 'on' | 'apply';
  onClose: () => void;
}

/** Shows the dry run before a rule is switched on, or before it goes over what is stored; then does so. */
export function RunDialog({ rule, mode, onClose }: RunDialogProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const [scope, setScope] = useState<RuleScope>('recent');
  const [also, setAlso] = useState(mode === 'apply');
  const [started, setStarted] = useState<{ jobId: string; changeId: string } | null>(null);
  const update = useCommand('rules.update');
  const apply = useCommand('rules.apply');
  const cancel = useCommand('jobs.cancel');
  const job = useEnd(rule, started, onClose);

  const run = async (): Promise<void> => {
    if (mode === 'on') {
      const done = await update.run({ ruleId: rule.id, enabled: true });
      if (done === null) return;
      notify({ message: t('rules.told.on', { name: rule.name }), undo: done.changeId });
    }
    if (!also) {
      onClose();
      return;
    }
    setStarted(await apply.run({ ruleId: rule.id, scope }));
  };
  const running = started !== null;
  return (
    <Dialog
      open
      onClose={running ? () => undefined : onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t(mode === 'on' ? 'rules.run.onTitle' : 'rules.run.applyTitle', { name: rule.name })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3, gridAutoRows: 'max-content' }}>
        {running ? (
          <Progress job={job} />
        ) : (
          <>
            <RulePreview rule={draftOf(rule)} scope={scope} onScope={setScope} />
            {mode === 'on' ? (
              <FormControlLabel
                control={<Checkbox checked={also} onChange={(event) => setAlso(event.target.checked)} />}
                label={t('rules.run.also')}
              />
            ) : null}
            {also ? <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{t('rules.run.explain')}</Box> : null}
          </>
        )}
      </DialogContent>
      <DialogActions>
        {running ? (
          <Button onClick={() => void cancel.run({ jobId: started.jobId })}>{t('rules.run.stop')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              variant="contained"
              color="primary"
              disabled={update.busy || apply.busy}
              onClick={() => void run()}
            >
              {t(mode === 'on' ? 'rules.run.on' : 'rules.run.apply')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** What a person said about a rule, without what the engine adds. */
const draftOf = ({ name, match, conditions, actions, stop }: Rule): RuleDraft => ({
  name,
  match,
  conditions,
  actions,
  stop,
});

/** Follows the job; when it ends, says what came of it, with its undo, and closes. */
function useEnd(
  rule: Rule,
  started: { jobId: string; changeId: string } | null,
  onClose: () => void,
): Job | undefined {
  const { t } = useTranslation();
  const told = useRef(false);
  const job = useJobs(({ byId }) => (started === null ? undefined : byId.get(started.jobId)));
  useEffect(() => {
    if (started === null || job === undefined || job.state === 'running' || told.current) return;
    told.current = true;
    const { name } = rule;
    const undo = job.added > 0 ? started.changeId : null;
    if (job.state === 'failed') {
      notify({ message: t('rules.told.failed', { name, reason: job.message }), undo, severity: 'error' });
    } else {
      const key = job.state === 'cancelled' ? 'rules.told.stopped' : 'rules.told.applied';
      notify({ message: t(key, { name, count: job.added }), undo });
    }
    onClose();
  }, [job, started, rule, t, onClose]);
  return job;
}

function Progress({ job }: { job: Job | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const total = job?.total ?? 0;
  const text = t('rules.run.progress', {
    done: format.number(job?.done ?? 0),
    total: format.number(total),
    added: format.number(job?.added ?? 0),
  });
  return (
    <Box sx={{ py: 4 }}>
      <LinearProgress
        aria-label={text}
        variant={total === 0 ? 'indeterminate' : 'determinate'}
        value={total === 0 ? 0 : (100 * (job?.done ?? 0)) / total}
      />
      <Box sx={{ mt: 2, fontVariantNumeric: 'tabular-nums' }}>{text}</Box>
    </Box>
  );
}
