import { Box, Button, TextField, Typography } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addTyped,
  type BuilderModel,
  type BuilderPlace,
  type QueryError,
  type QueryNode,
  removeEntry,
} from '#shared/query-language/index.ts';
import { EntryChip } from './EntryChip.tsx';
import { Exclusions } from './Exclusions.tsx';
import { errorWords } from './errorWords.ts';

export interface QueryBuilderProps {
  model: BuilderModel;
  onChange: (model: BuilderModel) => void;
}

/** A query as lists: any of, all of, none of. Enter or a comma adds an entry; what cannot be a list stays a fixed piece. */
export function QueryBuilder({ model, onChange }: QueryBuilderProps): ReactNode {
  const { t } = useTranslation();
  const [extra, setExtra] = useState(false);
  // One group is always there to be filled; a further one on request.
  const groups = model.any.length === 0 ? [[]] : extra ? [...model.any, []] : model.any;
  const list = (
    place: BuilderPlace,
    entries: readonly QueryNode[],
    title: string,
    hint: string,
  ): ReactNode => (
    <EntryList
      key={place}
      title={title}
      hint={hint}
      entries={entries}
      onRemove={(index) => onChange(removeEntry(model, place, index))}
      onAdd={(typed) => {
        const result = addTyped(model, place, typed);
        if (!result.ok) return result.error;
        if (place === model.any.length) setExtra(false);
        onChange(result.model);
        return null;
      }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {groups.map((group, index) =>
        list(
          index,
          group,
          t(index === 0 ? 'brands.builder.any' : 'brands.builder.andAny'),
          t('brands.builder.anyHint'),
        ),
      )}
      {model.any.length > 0 && !extra ? (
        <div>
          <Button variant="text" onClick={() => setExtra(true)}>
            {t('brands.builder.addGroup')}
          </Button>
        </div>
      ) : null}
      {list('all', model.all, t('brands.builder.all'), t('brands.builder.allHint'))}
      {list('none', model.none, t('brands.builder.none'), t('brands.builder.noneHint'))}
      <Exclusions model={model} onChange={onChange} />
    </Box>
  );
}

interface EntryListProps {
  title: string;
  hint: string;
  entries: readonly QueryNode[];
  onRemove: (index: number) => void;
  /** @returns why it cannot be added, or null when it was */
  onAdd: (typed: string) => QueryError | null;
}

function EntryList({ title, hint, entries, onRemove, onAdd }: EntryListProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<QueryError | null>(null);
  const titleId = useId();
  const take = (text: string): void => {
    if (text.trim() === '') return;
    const refused = onAdd(text);
    setError(refused);
    if (refused === null) setTyped('');
  };
  return (
    <Box role="group" aria-labelledby={titleId}>
      <Typography id={titleId} variant="subtitle2" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {entries.map((node, index) => (
          // Entries may repeat, and have nothing of their own but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <EntryChip key={index} node={node} onRemove={() => onRemove(index)} />
        ))}
        <TextField
          value={typed}
          placeholder={hint}
          error={error !== null}
          fullWidth={false}
          sx={{ flex: '1 1 220px' }}
          slotProps={{ htmlInput: { 'aria-label': title, maxLength: 1000, spellCheck: false } }}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(null);
          }}
          onBlur={() => take(typed)}
          onKeyDown={(event) => {
            // A comma inside quotes belongs to the phrase.
            const closed = (typed.match(/"/g)?.length ?? 0) % 2 === 0;
            if (event.key === 'Enter' || (event.key === ',' && closed)) {
              // An empty field lets Enter through: it then saves.
              if (typed.trim() === '' && event.key === 'Enter') return;
              event.preventDefault();
              take(typed);
            } else if (event.key === 'Backspace' && typed === '' && entries.length > 0) {
              onRemove(entries.length - 1);
            }
          }}
        />
      </Box>
      {error === null ? null : (
        <Typography role="alert" variant="caption" sx={{ color: 'error.main', display: 'block', mt: 1 }}>
          {errorWords(t, error)}
        </Typography>
      )}
    </Box>
  );
}
