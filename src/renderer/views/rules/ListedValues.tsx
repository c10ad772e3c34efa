import { Checkbox, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentiment } from '#shared/contract/mentions.ts';
import type { RuleCondition } from '#shared/contract/rules.ts';
import { ItemKind } from '#shared/model/item.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useRequest } from '#renderer/client/index.ts';
import { useRuleWords } from '#renderer/ui/ruleWords.ts';

type Listed = Extract<RuleCondition, { values: unknown }>;

/** The languages whose sentiment the app understands, and so the ones people ask about. */
const languages = ['en', 'ro', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'hr'] as const;

/** Several values of a kind, chosen from what there is. */
export function ListedValues(props: {
  condition: Listed;
  onChange: (condition: RuleCondition) => void;
}): ReactNode {
  const { condition, onChange } = props;
  const { t } = useTranslation();
  const options = useOptions(condition.type);
  const known = new Map(options.map(({ value, label }) => [value, label]));
  const gone = condition.values.filter((value) => !known.has(value));
  const choose = (values: string[]): void => onChange(withValues(condition, values));
  return (
    <TextField
      select
      label={t('rules.value.pick')}
      value={condition.values}
      onChange={(event) => {
        // MUI gives an array, typed as the text of a plain select.
        const values: unknown = event.target.value;
        if (Array.isArray(values)) choose(values.map(String));
      }}
      slotProps={{
        select: {
          multiple: true,
          renderValue: () =>
            condition.values.map((value) => known.get(value) ?? t('rules.words.gone')).join(', '),
        },
      }}
      sx={{ flex: '1 1 220px', minWidth: 0, width: 'auto' }}
    >
      {[...options, ...gone.map((value) => ({ value, label: t('rules.words.gone') }))].map((option) => (
        <MenuItem key={option.value} value={option.value}>
          <Checkbox
            checked={condition.values.some((value) => value === option.value)}
            tabIndex={-1}
            slotProps={{ input: { 'aria-hidden': true } }}
          />
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Keeps only what the kind of condition knows. */
function withValues(condition: Listed, values: readonly string[]): RuleCondition {
  switch (condition.type) {
    case 'kind':
      return { ...condition, values: ItemKind.options.filter((kind) => values.includes(kind)) };
    case 'sentiment':
      return { ...condition, values: Sentiment.options.filter((sentiment) => values.includes(sentiment)) };
    default:
      return { ...condition, values: [...values] };
  }
}

function useOptions(type: Listed['type']): readonly { value: string; label: string }[] {
  const { t } = useTranslation();
  const words = useRuleWords();
  const brands = useBrands();
  const sources = useRequest('sources.list', {}).data?.sources ?? [];
  switch (type) {
    case 'brand':
      return brands.map(({ id, name }) => ({ value: id, label: name }));
    case 'source':
      return sources.map(({ id, name }) => ({ value: id, label: name }));
    case 'connector':
      return [...new Set(sources.map(({ connector }) => connector))].map((id) => ({ value: id, label: id }));
    case 'kind':
      return ItemKind.options.map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) }));
    case 'sentiment':
      return Sentiment.options.map((one) => ({ value: one, label: t(`common.sentiment.${one}`) }));
    case 'language':
      return languages.map((code) => ({ value: code, label: words.language(code) }));
    default:
      return [];
  }
}
