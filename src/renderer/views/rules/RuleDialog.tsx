import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { Plus } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleDraft, RuleScope } from '#shared/contract/rules.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ActionEditor } from './ActionEditor.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { RulePreview } from './RulePreview.tsx';
import { emptyAction, emptyCondition, emptyDraft, faultOf } from './drafts.ts';

export interface RuleDialogProps {
  /** The rule to change; null makes a new one. */
  rule: Rule | null;
  onClose: () => void;
}

/** A part of a list under a key of its own, so that removing one does not mix up the fields of the others. */
interface Keyed<T> {
  key: number;
  value: T;
}

let lastKey = 0;
const keyed = <T,>(value: T): Keyed<T> => {
  lastKey += 1;
  return { key: lastKey, value };
};
const replace = <T,>(list: readonly Keyed<T>[], key: number, value: T): Keyed<T>[] =>
  list.map((one) => (one.key === key ? { key, value } : one));

/** Makes a rule or changes one: conditions, actions, and below them what it would do to what is stored. */
export function RuleDialog({ rule, onClose }: RuleDialogProps): ReactNode {
  const { t } = useTranslation();
  const [titleId, faultId] = [useId(), useId()];
  const zone = useRequest('workspace.info', {}).data?.zone ?? 'UTC';
  const start: RuleDraft = rule ?? emptyDraft;
  const [name, setName] = useState(start.name);
  const [match, setMatch] = useState(start.match);
  const [stop, setStop] = useState(start.stop);
  const [enabled, setEnabled] = useState(rule?.enabled ?? true);
  const [conditions, setConditions] = useState(() => start.conditions.map(keyed));
  const [actions, setActions] = useState(() => start.actions.map(keyed));
  const [scope, setScope] = useState<RuleScope>('recent');
  const create = useCommand('rules.create');
  const update = useCommand('rules.update');

  const draft: RuleDraft = {
    name,
    match,
    stop,
    conditions: conditions.map(({ value }) => value),
    actions: actions.map(({ value }) => value),
  };
  const fault = faultOf(draft);
  const busy = create.busy || update.busy;

  const save = async (): Promise<void> => {
    const done =
      rule === null
        ? await create.run({ rule: draft, enabled })
        : await update.run({ ruleId: rule.id, rule: draft, enabled });
    if (done === null) return;
    const told = rule === null ? 'rules.told.created' : 'rules.told.saved';
    notify({ message: t(told, { name: name.trim() }), undo: done.changeId });
    onClose();
  };

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null && !busy) void save();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId}>
          {t(rule === null ? 'rules.form.createTitle' : 'rules.form.editTitle')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important', gridAutoRows: 'max-content' }}>
          <TextField
            autoFocus
            label={t('rules.form.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
            <Typography variant="h3">{t('rules.form.when')}</Typography>
            <TextField
              select
              label={t('rules.form.match')}
              value={match}
              onChange={(event) => setMatch(event.target.value === 'any' ? 'any' : 'all')}
              sx={{ width: 260 }}
            >
              <MenuItem value="all">{t('rules.form.all')}</MenuItem>
              <MenuItem value="any">{t('rules.form.any')}</MenuItem>
            </TextField>
          </Box>
          {conditions.map(({ key, value }, index) => (
            <ConditionEditor
              key={key}
              condition={value}
              number={index + 1}
              onChange={(condition) => setConditions(replace(conditions, key, condition))}
              onRemove={
                conditions.length === 1
                  ? undefined
                  : () => setConditions(conditions.filter((one) => one.key !== key))
              }
            />
          ))}
          <AddButton
            label={t('rules.form.addCondition')}
            disabled={conditions.length >= 20}
            onClick={() => setConditions([...conditions, keyed(emptyCondition('sentiment', zone))])}
          />
          <Typography variant="h3">{t('rules.form.then')}</Typography>
          {actions.map(({ key, value }, index) => (
            <ActionEditor
              key={key}
              action={value}
              number={index + 1}
              onChange={(action) => setActions(replace(actions, key, action))}
              onRemove={
                actions.length === 1 ? undefined : () => setActions(actions.filter((one) => one.key !== key))
              }
            />
          ))}
          <AddButton
            label={t('rules.form.addAction')}
            disabled={actions.length >= 12}
            onClick={() => setActions([...actions, keyed(emptyAction('star'))])}
          />
          <FormControlLabel
            control={<Checkbox checked={stop} onChange={(event) => setStop(event.target.checked)} />}
            label={t('rules.form.stop')}
          />
          <RulePreview rule={draft} scope={scope} onScope={setScope} />
        </DialogContent>
        <DialogActions>
          <FormControlLabel
            control={<Switch checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />}
            label={t('rules.form.enabled')}
          />
          <FormHelperText id={faultId} role="status" sx={{ flex: 1, textAlign: 'right', mr: 2 }}>
            {fault === null ? null : t(`rules.form.${fault}`)}
          </FormHelperText>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={fault !== null || busy}
            aria-describedby={faultId}
          >
            {t('rules.form.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function AddButton(props: { label: string; disabled: boolean; onClick: () => void }): ReactNode {
  return (
    <Button
      variant="text"
      disabled={props.disabled}
      startIcon={<Plus size={14} aria-hidden />}
      onClick={props.onClick}
      sx={{ justifySelf: 'start' }}
    >
      {props.label}
    </Button>
  );
}
