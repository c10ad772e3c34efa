import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MentionState, Sentiment, Shelf } from '#shared/contract/mentions.ts';
import { ItemKind } from '#shared/model/item.ts';
import { useRequest } from '#renderer/client/index.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { ChipMenu, type ChipMenuOption } from './ChipMenu.tsx';
import { SpanMenu } from './SpanMenu.tsx';
import { facets, influences, toggle, type Facet, type Filters } from './filter.ts';

/** ISO 639-1 codes offered as filters: those that the app tells apart and its users meet. */
const languages = ['ro', 'en', 'de', 'fr', 'it', 'es', 'hu', 'bg', 'pl', 'nl', 'pt', 'el', 'tr', 'uk', 'ru'];
/** What is asked for every day; the others show while they narrow the list, or when asked for. */
const everyday: ReadonlySet<Facet> = new Set(['states', 'sentiments', 'tags', 'assignees']);

interface Choice {
  value: string;
  name: string;
  label?: ReactNode;
}

export interface FilterRowProps {
  filters: Filters;
  /** Whether the tab's own filters were changed. */
  changed: boolean;
  allChips: boolean;
  /** Name of the one author the list is narrowed to; '' where it is not known. */
  authorName: string;
  onChange: (filters: Filters) => void;
  onAllChips: (on: boolean) => void;
  /** Back to the tab's own filters. */
  onReset: () => void;
}

/** The chips over the list; each opens the values it can narrow to. */
export function FilterRow(props: FilterRowProps): ReactNode {
  const { filters, allChips, onChange } = props;
  const { t } = useTranslation();
  const choices = useChoices();

  const chip = (facet: Facet): ReactNode => {
    const values: readonly string[] = filters[facet];
    if (!allChips && !everyday.has(facet) && values.length === 0) return null;
    const names = choices[facet].filter(({ value }) => values.includes(value)).map(({ name }) => name);
    const words =
      facet === 'states' && values.length === MentionState.options.length
        ? t('mentions.filters.allStates')
        : values.length <= 2 && names.length === values.length
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
      <Influence {...props} />
      <SpanMenu filters={filters} onChange={onChange} />
      {allChips || filters.starred ? (
        <FilterChip
          label={t('mentions.filters.starred')}
          pressed={filters.starred}
          onToggle={() => onChange({ ...filters, starred: !filters.starred })}
        />
      ) : null}
      {allChips || filters.shelf !== 'main' ? <ShelfChip {...props} /> : null}
      {allChips || filters.copies ? (
        <FilterChip
          label={t('mentions.filters.copies')}
          pressed={filters.copies}
          onToggle={() => onChange({ ...filters, copies: !filters.copies, stories: false })}
        />
      ) : null}
      {filters.stories ? (
        <FilterChip
          label={t('mentions.filters.stories')}
          pressed
          removable
          onToggle={() => onChange({ ...filters, stories: false })}
        />
      ) : null}
      <FromPane {...props} />
      <Button variant="text" aria-expanded={allChips} onClick={() => props.onAllChips(!allChips)}>
        {t(allChips ? 'mentions.filters.fewer' : 'mentions.filters.more')}
      </Button>
      {props.changed ? (
        <Button variant="text" onClick={props.onReset}>
          {t('mentions.filters.clear')}
        </Button>
      ) : null}
    </Box>
  );
}

function Influence({ filters, onChange }: FilterRowProps): ReactNode {
  const { t } = useTranslation();
  const words = (least: Filters['minInfluence']): string =>
    least === 0 ? t('mentions.filters.anyInfluence') : t('mentions.filters.atLeast', { least });
  return (
    <ChipMenu
      name={t('mentions.filters.influence')}
      chosen={filters.minInfluence === 0 ? '' : words(filters.minInfluence)}
      single
      options={influences.map((least) => ({
        value: String(least),
        label: words(least),
        chosen: least === filters.minInfluence,
      }))}
      onChoose={(value) =>
        onChange({ ...filters, minInfluence: influences.find((least) => String(least) === value) ?? 0 })
      }
    />
  );
}

function ShelfChip({ filters, onChange }: FilterRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ChipMenu
      name={t('mentions.filters.shelf')}
      chosen={filters.shelf === 'main' ? '' : t(`mentions.shelf.${filters.shelf}`)}
      single
      options={Shelf.options.map((value) => ({
        value,
        label: t(`mentions.shelf.${value}`),
        chosen: value === filters.shelf,
      }))}
      onChoose={(value) =>
        onChange({ ...filters, shelf: Shelf.options.find((shelf) => shelf === value) ?? 'main' })
      }
    />
  );
}

/** What only the reading pane or a link sets: each can be taken away here. */
function FromPane({ filters, authorName, onChange }: FilterRowProps): ReactNode {
  const { t } = useTranslation();
  const author =
    filters.authors.length === 1 && authorName !== ''
      ? authorName
      : t('mentions.filters.authors', { count: filters.authors.length });
  return (
    <>
      {filters.sites.map((site) => (
        <FilterChip
          key={site}
          label={site}
          name={t('mentions.filters.site', { site })}
          pressed
          removable
          onToggle={() => onChange({ ...filters, sites: filters.sites.filter((one) => one !== site) })}
        />
      ))}
      {filters.authors.length === 0 ? null : (
        <FilterChip
          label={author}
          name={t('mentions.filters.author', { author })}
          pressed
          removable
          onToggle={() => onChange({ ...filters, authors: [] })}
        />
      )}
      {filters.connectors.map((connector) => (
        <FilterChip
          key={connector}
          label={connector}
          name={t('mentions.filters.connector', { connector })}
          pressed
          removable
          onToggle={() =>
            onChange({ ...filters, connectors: filters.connectors.filter((one) => one !== connector) })
          }
        />
      ))}
    </>
  );
}

function useChoices(): Record<Facet, Choice[]> {
  const { t, i18n } = useTranslation();
  const sources = useRequest('sources.list', {}).data?.sources ?? [];
  const tags = useRequest('tags.list', {}).data?.tags ?? [];
  const people = useRequest('assignees.list', {}).data?.assignees ?? [];
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
    assignees: people.map(({ id, name }) => ({ value: id, name })),
  };
}
