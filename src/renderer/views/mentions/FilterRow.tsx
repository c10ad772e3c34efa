import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MentionState, Sentiment } from '#shared/contract/mentions.ts';
import { ItemKind } from '#shared/model/item.ts';
import { useRequest } from '#renderer/client/index.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { ChipMenu, type ChipMenuOption } from './ChipMenu.tsx';
import { SpanMenu } from './SpanMenu.tsx';
import { facets, isNarrow, noFilters, toggle, type Facet, type Filters } from './filter.ts';

/** ISO 639-1 codes offered as filters: those that the app tells apart and its users meet. */
const languages = ['ro', 'en', 'de', 'fr', 'it', 'es', 'hu', 'bg', 'pl', 'nl', 'pt', 'el', 'tr', 'uk', 'ru'];

interface Choice {
  value: string;
  name: string;
  label?: ReactNode;
}

/** The chips over the list; each opens the values it can narrow to. */
export function FilterRow(props: { filters: Filters; onChange: (filters: Filters) => void }): ReactNode {
  const { filters, onChange } = props;
  const { t } = useTranslation();
  const choices = useChoices();

  const chip = (facet: Facet): ReactNode => {
    const values: readonly string[] = filters[facet];
    const names = choices[facet].filter(({ value }) => values.includes(value)).map(({ name }) => name);
    const words =
      values.length <= 2 && names.length === values.length
        ? names.join(', ')
        : t('mentions.filters.many', { count: values.length });
    const options: ChipMenuOption[] = choices[facet].map(({ value, name, label }) => ({
      value,
      label: label ?? name,
      chosen: values.includes(value),
    }));
    return (
      <ChipMenu
        key={facet}
        name={t(facet === 'states' ? 'mentions.filters.state' : `mentions.filters.${facet}`)}
        chosen={values.length === 0 ? '' : words}
        options={options}
        onChoose={(value) => onChange(toggle(filters, facet, value))}
      />
    );
  };

  return (
    <Box
      role="group"
      aria-label={t('mentions.filters.label')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
    >
      {facets.map(chip)}
      <FilterChip
        label={t('mentions.filters.starred')}
        pressed={filters.starred}
        onToggle={() => onChange({ ...filters, starred: !filters.starred })}
      />
      <SpanMenu filters={filters} onChange={onChange} />
      {isNarrow(filters) ? (
        <Button variant="text" onClick={() => onChange(noFilters)}>
          {t('mentions.filters.clear')}
        </Button>
      ) : null}
    </Box>
  );
}

function useChoices(): Record<Facet, Choice[]> {
  const { t, i18n } = useTranslation();
  const sources = useRequest('sources.list', {}).data?.sources ?? [];
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return {
    states: MentionState.options.map((value) => ({ value, name: t(`mentions.state.${value}`) })),
    sentiments: Sentiment.options.map((value) => ({
      value,
      name: t(`mentions.sentiment.${value}`),
      label: <SentimentMark sentiment={value} withLabel />,
    })),
    kinds: ItemKind.options.map((value) => ({ value, name: t(`mentions.kind.${value}`) })),
    sources: sources.map(({ id, name }) => ({ value: id, name })),
    languages: languages.map((value) => ({ value, name: names.of(value) ?? value })),
    tags: tags.map(({ id, name }) => ({ value: id, name })),
  };
}
