import { Autocomplete, Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrandRelevance } from '#shared/contract/learning.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';

/** Words that speak for or against a mention being about the brand, whatever the examples say. */
export function Words({ relevance }: { relevance: BrandRelevance }): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('relevance.set');
  const { brandId } = relevance;
  const save = async (part: 'must' | 'mustNot', words: readonly string[]): Promise<void> => {
    const clean = [...new Set(words.map((word) => word.trim().slice(0, 60)))].filter(Boolean).slice(0, 50);
    const done = await set.run({ brandId, [part]: clean });
    if (done !== null) notify({ message: t('learning.words.told'), undo: done.changeId });
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))' }}>
      {(['must', 'mustNot'] as const).map((part) => (
        <Autocomplete
          key={part}
          multiple
          freeSolo
          options={[]}
          value={relevance[part]}
          disabled={set.busy}
          onChange={(_event, words) => void save(part, words)}
          renderInput={(params) => (
            <TextField
              {...params}
              label={t(`learning.words.${part}`)}
              helperText={t('learning.words.help')}
            />
          )}
        />
      ))}
    </Box>
  );
}
