import { Box, Button, IconButton, TextField } from '@mui/material';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrisisEntry } from '#shared/contract/crisis.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Panel } from './Panel.tsx';
import { wallText, wallTime } from './spans.ts';
import { useCrisisWords } from './useCrisisWords.ts';

/** What happened, oldest first, and a place to write down what the app cannot know. */
export function Timeline({ crisisId }: { crisisId: string }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('crisis.timeline', { crisisId });
  return (
    <Panel title={t('crisis.timeline.title')}>
      <NoteForm crisisId={crisisId} />
      {error !== null && data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <ViewSkeleton lines={3} height={24} />
      ) : (
        <Box component="ol" sx={{ m: 0, mt: 3, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
          {data.entries.map((entry) => (
            <Entry key={entry.id ?? `${entry.kind} ${entry.at}`} entry={entry} />
          ))}
        </Box>
      )}
    </Panel>
  );
}

function Entry({ entry }: { entry: CrisisEntry }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCrisisWords();
  const remove = useCommand('crisis.removeNote');
  const { id } = entry;
  const onRemove = async (entryId: string): Promise<void> => {
    const done = await remove.run({ entryId });
    if (done !== null) notify({ message: t('crisis.timeline.removed'), undo: done.changeId });
  };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, minWidth: 0 }}>
      <Box
        component="time"
        dateTime={new Date(entry.at).toISOString()}
        title={format.full(entry.at)}
        sx={{ color: 'text.secondary', fontSize: 12, width: 88, flex: 'none', pt: 0.25 }}
      >
        {words.when(entry.at)}
      </Box>
      <Box
        component="span"
        sx={{
          flex: 1,
          minWidth: 0,
          overflowWrap: 'anywhere',
          whiteSpace: 'pre-wrap',
          fontWeight: entry.kind === 'started' || entry.kind === 'ended' ? 600 : 450,
        }}
      >
        {words.entry(entry)}
      </Box>
      {entry.kind !== 'note' || id === null ? null : (
        <IconButton
          aria-label={t('crisis.timeline.remove', { when: words.when(entry.at) })}
          onClick={() => void onRemove(id)}
          sx={{ p: 0.5, alignSelf: 'flex-start' }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
}

function NoteForm({ crisisId }: { crisisId: string }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const [text, setText] = useState('');
  /** Null follows the clock. */
  const [when, setWhen] = useState<string | null>(null);
  const add = useCommand('crisis.note');
  const at = when === null ? null : wallTime(when, zone);
  const ready = text.trim() !== '' && (when === null || at !== null) && !add.busy;
  const save = async (): Promise<void> => {
    const done = await add.run({ crisisId, text: text.trim(), ...(at === null ? {} : { at }) });
    if (done === null) return;
    notify({ message: t('crisis.timeline.added'), undo: done.changeId });
    setText('');
    setWhen(null);
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void save();
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <TextField
        multiline
        label={t('crisis.timeline.note')}
        placeholder={t('crisis.timeline.notePlaceholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <TextField
          type="datetime-local"
          label={t('crisis.timeline.at')}
          value={when ?? wallText(Date.now(), zone)}
          onChange={(event) => setWhen(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ maxWidth: 240 }}
        />
        <Button type="submit" disabled={!ready} sx={{ flex: 'none' }}>
          {t('crisis.timeline.add')}
        </Button>
      </Box>
    </Box>
  );
}
