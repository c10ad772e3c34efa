import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Switch,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/contract/sources.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { intervalParts, intervalsWith } from './order.ts';

/** The setting a person would correct: a feed's address, or the words of a search. */
function mainSetting({ settings }: Source): { key: 'url' | 'query'; value: string } | null {
  for (const key of ['url', 'query'] as const) {
    const value = settings[key];
    if (typeof value === 'string') return { key, value };
  }
  return null;
}

/** Name, address or search words, interval and permission of a source. */
export function EditDialog({ source, onClose }: { source: Source; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const helpId = useId();
  const update = useCommand('sources.update');
  const [name, setName] = useState(source.name);
  const [interval, setInterval] = useState(source.intervalMinutes);
  const [local, setLocal] = useState(source.allowLocalNetwork);
  const main = mainSetting(source);
  const [what, setWhat] = useState(main?.value ?? '');
  const named = name.trim() !== '';
  const complete = named && (main === null || what.trim() !== '');

  const save = async (): Promise<void> => {
    const done = await update.run({
      sourceId: source.id,
      name: name.trim(),
      intervalMinutes: interval,
      allowLocalNetwork: local,
      ...(main === null || what.trim() === main.value
        ? {}
        : { settings: { ...source.settings, [main.key]: what.trim() } }),
    });
    if (done === null) return;
    notify({ message: t('sources.told.saved', { name: name.trim() }), undo: done.changeId });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (complete && !update.busy) void save();
        }}
      >
        <DialogTitle id={titleId}>{t('sources.edit.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important' }}>
          <TextField
            autoFocus
            label={t('sources.edit.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={!named}
            helperText={named ? undefined : t('sources.edit.nameNeeded')}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
          {main === null ? null : (
            <TextField
              label={t(main.key === 'url' ? 'sources.edit.address' : 'sources.edit.words')}
              value={what}
              onChange={(event) => setWhat(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 4000 } }}
            />
          )}
          <TextField
            select
            label={t('sources.edit.interval')}
            value={interval}
            onChange={(event) => setInterval(Number(event.target.value))}
          >
            {intervalsWith(source.intervalMinutes).map((minutes) => {
              const { unit, count } = intervalParts(minutes);
              return (
                <MenuItem key={minutes} value={minutes}>
                  {t(`sources.interval.${unit}`, { count })}
                </MenuItem>
              );
            })}
          </TextField>
          <div>
            <FormControlLabel
              control={
                <Switch
                  checked={local}
                  onChange={(event) => setLocal(event.target.checked)}
                  slotProps={{ input: { 'aria-describedby': helpId } }}
                />
              }
              label={t('sources.edit.local')}
            />
            <FormHelperText id={helpId}>{t('sources.edit.localHelp')}</FormHelperText>
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('sources.edit.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={!complete || update.busy}>
            {t('sources.edit.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
