import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MentionDetail } from '#shared/contract/mentions.ts';
import { notify } from '#renderer/app/notify.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { useCommand } from '#renderer/client/index.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { Part } from './Part.tsx';
import { focusIfWanted, noteFieldId } from './note.ts';

type Note = MentionDetail['noteTexts'][number];

/** The most letters a note may have, as the contract says. */
const most = 5000;

/** What was noted of the mention, seen only here; of several brands each says its own. */
export function Notes({ detail }: { detail: MentionDetail }): ReactNode {
  const { t } = useTranslation();
  const brandIds = detail.mentions.map(({ brandId }) => brandId);
  return (
    <Part title={t('mentions.detail.notes.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2, fontSize: 13 }}>
        {detail.noteTexts.map((note) => (
          <NoteItem key={note.noteId} note={note} withBrand={brandIds.length > 1} />
        ))}
      </Box>
      {brandIds.length === 0 ? null : <NewNote itemId={detail.itemId} brandIds={brandIds} />}
    </Part>
  );
}

function NoteItem({ note, withBrand }: { note: Note; withBrand: boolean }): ReactNode {
  const { t } = useTranslation();
  const brand = useBrands().find(({ id }) => id === note.brandId);
  const update = useCommand('notes.update');
  const remove = useCommand('notes.remove');
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const text = (draft ?? '').trim();
    if (text === '') return;
    if (text === note.text) {
      setDraft(null);
      return;
    }
    const done = await update.run({ noteId: note.noteId, text });
    if (done === null) return;
    setDraft(null);
    notify({ message: t('mentions.detail.notes.changed'), undo: done.changeId });
  };
  const take = async (): Promise<void> => {
    const done = await remove.run({ noteId: note.noteId });
    if (done !== null) notify({ message: t('mentions.detail.notes.removed'), undo: done.changeId });
  };
  if (draft !== null) {
    return (
      <Box component="li" sx={{ display: 'grid', gap: 2 }}>
        <NoteField autoFocus value={draft} onChange={setDraft} onSave={() => void save()} />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button disabled={draft.trim() === '' || update.busy} onClick={() => void save()}>
            {t('mentions.detail.notes.save')}
          </Button>
          <Button variant="text" onClick={() => setDraft(null)}>
            {t('common.cancel')}
          </Button>
        </Box>
      </Box>
    );
  }
  return (
    <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 3 }}>
      <Box sx={{ whiteSpace: 'pre-wrap' }}>{note.text}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', color: 'text.secondary', fontSize: 12 }}>
        {withBrand && brand !== undefined ? `${brand.name} · ` : null}
        <RelativeTime at={note.createdAt} />
        <Button variant="text" sx={{ ml: 1, minHeight: 24 }} onClick={() => setDraft(note.text)}>
          {t('mentions.detail.notes.edit')}
        </Button>
        <Button variant="text" sx={{ minHeight: 24 }} disabled={remove.busy} onClick={() => void take()}>
          {t('common.remove')}
        </Button>
      </Box>
    </Box>
  );
}

function NewNote({ itemId, brandIds }: { itemId: number; brandIds: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  const add = useCommand('notes.add');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const brandId = brandIds.find((id) => id === chosen) ?? brandIds[0];
  useEffect(() => focusIfWanted(itemId), [itemId]);
  const save = async (): Promise<void> => {
    if (brandId === undefined || text.trim() === '' || add.busy) return;
    const done = await add.run({ itemId, brandId, text });
    if (done === null) return;
    setText('');
    notify({ message: t('mentions.detail.notes.added'), undo: done.changeId });
  };
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', mt: 2 }}>
      <NoteField itemId={itemId} value={text} onChange={setText} onSave={() => void save()} />
      {brandIds.length < 2 ? null : (
        <TextField
          select
          value={brandId}
          onChange={(event) => setChosen(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('mentions.detail.notes.brand') } }}
          sx={{ minWidth: 110, width: 'auto' }}
        >
          {brands
            .filter(({ id }) => brandIds.includes(id))
            .map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
        </TextField>
      )}
      <Button disabled={text.trim() === '' || add.busy} onClick={() => void save()}>
        {t('mentions.detail.notes.add')}
      </Button>
    </Box>
  );
}

function NoteField(props: {
  /** The item that a new note is on; left out where one is changed. */
  itemId?: number;
  autoFocus?: boolean;
  value: string;
  onChange: (text: string) => void;
  onSave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      fullWidth
      multiline
      maxRows={8}
      autoFocus={props.autoFocus ?? false}
      value={props.value}
      placeholder={t('mentions.detail.notes.placeholder')}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        // Back to the keys of the list.
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        props.onSave();
      }}
      slotProps={{
        htmlInput: {
          'aria-label': t('mentions.detail.notes.placeholder'),
          maxLength: most,
          ...(props.itemId === undefined ? {} : { id: noteFieldId, 'data-item': props.itemId }),
        },
      }}
    />
  );
}
