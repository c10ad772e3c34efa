import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#shared/contract/mentions.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { TagChip } from '#renderer/ui/TagChip.tsx';
import { TagColors } from '#renderer/ui/TagColors.tsx';
import { Section, Row } from './Section.tsx';

/** The tags, their names and their colours. */
export function Tags(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('tags.list', {});
  return (
    <Section title={t('settings.tags.title')}>
      {error !== null && data === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : null}
      {data?.tags.length === 0 ? (
        <Row label={t('settings.tags.none')} text={t('settings.tags.noneText')} />
      ) : null}
      {data?.tags.map((tag) => (
        <TagRow key={tag.id} tag={tag} />
      ))}
    </Section>
  );
}

function TagRow({ tag }: { tag: Tag }): ReactNode {
  const { t } = useTranslation();
  const { id: tagId, name, color, count } = tag;
  const [editing, setEditing] = useState(false);
  const remove = useCommand('tags.remove');
  const drop = async (): Promise<void> => {
    const done = await remove.run({ tagId });
    if (done !== null) notify({ message: t('settings.tags.removed', { name }), undo: done.changeId });
  };
  if (editing) return <EditTag tag={tag} onClose={() => setEditing(false)} />;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2, minHeight: 52 }}>
      <TagChip name={name} color={color} />
      <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 12 }}>
        {t('settings.tags.carried', { count })}
      </Box>
      <Button aria-label={t('settings.tags.editOne', { name })} onClick={() => setEditing(true)}>
        {t('settings.tags.edit')}
      </Button>
      <Button
        aria-label={t('settings.tags.remove', { name })}
        disabled={remove.busy}
        onClick={() => void drop()}
      >
        {t('common.remove')}
      </Button>
    </Box>
  );
}

function EditTag({ tag, onClose }: { tag: Tag; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(tag.name);
  const [color, setColor] = useState(tag.color);
  const update = useCommand('tags.update');
  const trimmed = name.trim();
  const save = async (): Promise<void> => {
    const done = await update.run({ tagId: tag.id, name: trimmed, color });
    if (done === null) return;
    if (done.changeId !== null)
      notify({ message: t('settings.tags.changed', { name: trimmed }), undo: done.changeId });
    onClose();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '' && !update.busy) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 4, py: 2 }}
    >
      <TextField
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': t('settings.tags.name'), maxLength: 60 } }}
        sx={{ maxWidth: 220 }}
      />
      <TagColors
        label={t('settings.tags.color', { name: tag.name })}
        value={color}
        onChange={(next) => setColor(next)}
      />
      <Box sx={{ flex: 1 }} />
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="submit" variant="contained" color="primary" disabled={trimmed === '' || update.busy}>
        {t('settings.tags.save')}
      </Button>
    </Box>
  );
}
