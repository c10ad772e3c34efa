import { Box, IconButton, MenuItem, TextField } from '@mui/material';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentiment } from '#shared/contract/mentions.ts';
import { RuleActionType, type RuleAction } from '#shared/contract/rules.ts';
import { useRequest } from '#renderer/client/index.ts';
import { useRuleWords } from '#renderer/ui/ruleWords.ts';
import { actionTypes, emptyAction } from './drafts.ts';

interface Props {
  action: RuleAction;
  /** From 1. */
  number: number;
  onChange: (action: RuleAction) => void;
  /** Absent for the only one. */
  onRemove: (() => void) | undefined;
}

/** One action and what it needs to know. */
export function ActionEditor({ action, number, onChange, onRemove }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Box
      role="group"
      aria-label={t('rules.form.actionNumber', { number })}
      sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
    >
      <Box sx={{ flex: 1, display: 'flex', gap: 2, minWidth: 0 }}>
        <TextField
          select
          label={t('rules.form.type')}
          value={action.type}
          onChange={(event) => onChange(emptyAction(RuleActionType.parse(event.target.value)))}
          sx={{ width: 200, flex: 'none' }}
        >
          {actionTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`rules.action.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        <Detail action={action} onChange={onChange} />
      </Box>
      <IconButton
        aria-label={t('rules.form.removeAction', { number })}
        disabled={onRemove === undefined}
        onClick={onRemove}
        sx={{ mt: 0.5 }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </Box>
  );
}

/** The usual spans; a rule that has another one keeps it. */
const snoozes = [60, 4 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 30 * 24 * 60] as const;

function Detail({ action, onChange }: Pick<Props, 'action' | 'onChange'>): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const people = useRequest('assignees.list', {}).data?.assignees ?? [];
  switch (action.type) {
    case 'tag':
      return (
        <Pick
          label={t('rules.action.tagWhich')}
          value={action.tagId}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('rules.action.noTags')}
          onChange={(tagId) => onChange({ ...action, tagId })}
        />
      );
    case 'assign':
      return (
        <Pick
          label={t('rules.action.assignWhom')}
          value={action.assigneeId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('rules.action.noPeople')}
          onChange={(assigneeId) => onChange({ ...action, assigneeId })}
        />
      );
    case 'sentiment':
      return (
        <Pick
          label={t('rules.action.sentimentTo')}
          value={action.sentiment}
          options={Sentiment.options.map((value) => ({ value, label: t(`common.sentiment.${value}`) }))}
          onChange={(value) => onChange({ ...action, sentiment: Sentiment.parse(value) })}
        />
      );
    case 'snooze':
      return (
        <Pick
          label={t('rules.action.snoozeFor')}
          value={String(action.minutes)}
          options={[...new Set([...snoozes, action.minutes])]
            .sort((a, b) => a - b)
            .map((minutes) => ({ value: String(minutes), label: words.span(minutes) }))}
          onChange={(value) => onChange({ ...action, minutes: Number(value) })}
        />
      );
    default:
      return null;
  }
}

function Pick(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** Said where there is nothing to choose from. */
  empty?: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { value, options } = props;
  const gone = value !== '' && !options.some((option) => option.value === value);
  return (
    <TextField
      select
      label={props.label}
      value={value}
      helperText={options.length === 0 ? props.empty : undefined}
      onChange={(event) => props.onChange(event.target.value)}
      sx={{ flex: 1, minWidth: 0 }}
    >
      {[...options, ...(gone ? [{ value, label: t('rules.words.gone') }] : [])].map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
      {options.length === 0 && !gone ? <MenuItem disabled value="" /> : null}
    </TextField>
  );
}
