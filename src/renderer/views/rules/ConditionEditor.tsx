import { Box, IconButton, MenuItem, TextField } from '@mui/material';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleCondition } from '#shared/contract/rules.ts';
import { parse } from '#shared/query-language/index.ts';
import { useRequest } from '#renderer/client/index.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { ListedValues } from './ListedValues.tsx';
import { conditionTypes, emptyCondition, splitNames, type ConditionType } from './drafts.ts';

interface Props {
  condition: RuleCondition;
  /** From 1. */
  number: number;
  onChange: (condition: RuleCondition) => void;
  /** Absent for the only one. */
  onRemove: (() => void) | undefined;
}

type Of<T extends ConditionType> = Extract<RuleCondition, { type: T }>;
const isType = (value: string): value is ConditionType => conditionTypes.some((type) => type === value);

/** One condition: what is asked, whether it is or is not so, and of which values. */
export function ConditionEditor({ condition, number, onChange, onRemove }: Props): ReactNode {
  const { t } = useTranslation();
  const zone = useRequest('workspace.info', {}).data?.zone ?? 'UTC';
  const changeType = (value: string): void => {
    if (isType(value) && value !== condition.type) onChange(emptyCondition(value, zone));
  };
  return (
    <Box
      role="group"
      aria-label={t('rules.form.conditionNumber', { number })}
      sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
    >
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <TextField
          select
          label={t('rules.form.type')}
          value={condition.type}
          onChange={(event) => changeType(event.target.value)}
          sx={{ width: 150, flex: 'none' }}
        >
          {conditionTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`rules.condition.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        {'not' in condition ? (
          <TextField
            select
            label={t('rules.form.how')}
            value={condition.not ? 'not' : 'is'}
            onChange={(event) => onChange({ ...condition, not: event.target.value === 'not' })}
            sx={{ width: 110, flex: 'none' }}
          >
            <MenuItem value="is">
              {t(condition.type === 'hours' ? 'rules.form.inside' : 'rules.form.is')}
            </MenuItem>
            <MenuItem value="not">
              {t(condition.type === 'hours' ? 'rules.form.outside' : 'rules.form.isNot')}
            </MenuItem>
          </TextField>
        ) : null}
        <Value key={condition.type} condition={condition} onChange={onChange} />
      </Box>
      <IconButton
        aria-label={t('rules.form.removeCondition', { number })}
        disabled={onRemove === undefined}
        onClick={onRemove}
        sx={{ mt: 0.5 }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </Box>
  );
}

function Value(props: { condition: RuleCondition; onChange: (condition: RuleCondition) => void }): ReactNode {
  const { condition, onChange } = props;
  switch (condition.type) {
    case 'text':
      return <QueryValue condition={condition} onChange={onChange} />;
    case 'author':
    case 'site':
      return <NamesValue condition={condition} onChange={onChange} />;
    case 'influence':
      return <InfluenceValue condition={condition} onChange={onChange} />;
    case 'rating':
      return <RatingValue condition={condition} onChange={onChange} />;
    case 'hours':
      return <HoursEditor value={condition.hours} onChange={(hours) => onChange({ ...condition, hours })} />;
    default:
      return <ListedValues condition={condition} onChange={onChange} />;
  }
}

interface ValueProps<T extends ConditionType> {
  condition: Of<T>;
  onChange: (condition: Of<T>) => void;
}

const wide = { flex: '1 1 220px', minWidth: 0, width: 'auto' } as const;

function QueryValue({ condition, onChange }: ValueProps<'text'>): ReactNode {
  const { t } = useTranslation();
  const result = parse(condition.text);
  const wrong = condition.text.trim() !== '' && !result.ok;
  return (
    <TextField
      label={t('rules.value.query')}
      value={condition.text}
      error={wrong}
      helperText={
        wrong
          ? t(`brands.syntax.${result.error.code}.message`, result.error.params)
          : t('rules.value.queryHelp')
      }
      onChange={(event) => onChange({ ...condition, text: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false } }}
      sx={wide}
    />
  );
}

function NamesValue({ condition, onChange }: ValueProps<'author' | 'site'>): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(condition.values.join(', '));
  return (
    <TextField
      label={t(condition.type === 'author' ? 'rules.value.names' : 'rules.value.sites')}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange({ ...condition, values: splitNames(event.target.value) });
      }}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
      sx={wide}
    />
  );
}

function InfluenceValue({ condition, onChange }: ValueProps<'influence'>): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t('rules.value.atLeastInfluence')}
      value={condition.atLeast}
      onChange={(event) => onChange({ ...condition, atLeast: Number(event.target.value) })}
      sx={{ width: 150 }}
    >
      {Array.from({ length: 10 }, (_, index) => index + 1).map((value) => (
        <MenuItem key={value} value={value}>
          {value}
        </MenuItem>
      ))}
    </TextField>
  );
}

const stars: readonly number[] = Array.from({ length: 9 }, (_, index) => 1 + index / 2);

function RatingValue({ condition, onChange }: ValueProps<'rating'>): ReactNode {
  const { t, i18n } = useTranslation();
  const half = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <>
      <TextField
        select
        label={t('rules.form.how')}
        value={condition.op}
        onChange={(event) =>
          onChange({ ...condition, op: event.target.value === 'atLeast' ? 'atLeast' : 'atMost' })
        }
        sx={{ width: 110 }}
      >
        <MenuItem value="atMost">{t('rules.value.atMost')}</MenuItem>
        <MenuItem value="atLeast">{t('rules.value.atLeast')}</MenuItem>
      </TextField>
      <TextField
        select
        label={t('rules.value.stars')}
        value={condition.stars}
        onChange={(event) => onChange({ ...condition, stars: Number(event.target.value) })}
        sx={{ width: 100 }}
      >
        {stars.map((value) => (
          <MenuItem key={value} value={value}>
            {half.format(value)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
