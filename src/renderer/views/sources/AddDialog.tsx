import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Tab,
  Tabs,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressTab } from './AddressTab.tsx';
import { OpmlTab } from './OpmlTab.tsx';
import { PresetTab } from './PresetTab.tsx';
import { useAddSources } from './useAddSources.ts';

export const ways = ['address', 'preset', 'hackerNews', 'opml'] as const;
export type Way = (typeof ways)[number];
const labels = {
  address: 'sources.dialog.tabAddress',
  preset: 'sources.dialog.tabPreset',
  hackerNews: 'sources.dialog.tabHackerNews',
  opml: 'sources.dialog.tabOpml',
} as const satisfies Record<Way, string>;

/** The ways to add a source: an address, a ready-made kind, Hacker News, or a reader's list. */
export function AddDialog({ start, onClose }: { start: Way; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [way, setWay] = useState<Way>(start);
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{t('sources.dialog.title')}</DialogTitle>
      <DialogContent sx={{ minHeight: 300 }}>
        <Tabs
          value={way}
          onChange={(_event, next: Way) => setWay(next)}
          aria-label={t('sources.dialog.tabs')}
          sx={{ mb: 4 }}
        >
          {ways.map((one) => (
            <Tab
              key={one}
              value={one}
              id={`${id}-${one}`}
              aria-controls={`${id}-panel`}
              label={t(labels[one])}
            />
          ))}
        </Tabs>
        <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
          {way === 'address' ? <AddressTab onAdded={onClose} /> : null}
          {way === 'preset' ? <PresetTab onAdded={onClose} /> : null}
          {way === 'hackerNews' ? <HackerNewsTab onAdded={onClose} /> : null}
          {way === 'opml' ? <OpmlTab /> : null}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('sources.dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function HackerNewsTab({ onAdded }: { onAdded: () => void }): ReactNode {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const adding = useAddSources();
  const query = words.trim();
  const add = async (): Promise<void> => {
    const name = t('sources.dialog.hackerName', { words: query });
    const proposal = { connector: 'hacker-news', name, settings: { query, comments: true } };
    if (await adding.add([proposal], false)) onAdded();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (query !== '' && !adding.busy) void add();
      }}
      sx={{ display: 'grid', gap: 4, justifyItems: 'start' }}
    >
      <TextField
        autoFocus
        label={t('sources.dialog.hackerWords')}
        placeholder={t('sources.dialog.hackerPlaceholder')}
        helperText={t('sources.dialog.hackerHelp')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 180 } }}
      />
      <Button type="submit" variant="contained" color="primary" disabled={query === '' || adding.busy}>
        {t('sources.dialog.addPreset')}
      </Button>
    </Box>
  );
}
