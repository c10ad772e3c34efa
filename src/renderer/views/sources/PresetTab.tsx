import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '#renderer/app/i18n/failure.ts';
import { call, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { usePresetText } from '#renderer/ui/usePresetText.ts';
import { useAddSources } from './useAddSources.ts';

/** A kind of feed whose address is built from a few fields. */
export function PresetTab({ onAdded }: { onAdded: () => void }): ReactNode {
  const { t } = useTranslation();
  const presetText = usePresetText();
  const { data, error, refetch } = useRequest('sources.presets', {});
  const [presetId, setPresetId] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const adding = useAddSources();
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ViewSkeleton lines={3} />;

  const preset = data.presets.find(({ id }) => id === presetId) ?? data.presets[0];
  if (preset === undefined) return null;
  const texts = presetText(preset.id);
  const lacks = (key: string, required: boolean): boolean => required && (values[key] ?? '').trim() === '';
  const complete = preset.fields.every(({ key, required }) => !lacks(key, required));

  const add = async (): Promise<void> => {
    setTried(true);
    if (!complete) return;
    setProblem(null);
    try {
      const known = preset.fields.map(({ key }) => [key, (values[key] ?? '').trim()] as const);
      const { proposal } = await call('sources.buildPreset', {
        presetId: preset.id,
        values: Object.fromEntries(known),
      });
      if (await adding.add([proposal], false)) onAdded();
    } catch (failure) {
      setProblem(failureText(failure));
    }
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!adding.busy) void add();
      }}
      sx={{ display: 'grid', gap: 4, justifyItems: 'start' }}
    >
      <TextField
        select
        label={t('sources.dialog.preset')}
        value={preset.id}
        onChange={(event) => {
          setPresetId(event.target.value);
          setTried(false);
          setProblem(null);
        }}
      >
        {data.presets.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {presetText(id).name(name)}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {texts.about(preset.about)}
      </Typography>
      {preset.fields.map(({ key, label, placeholder, required }) => {
        const wrong = tried && lacks(key, required);
        return (
          <TextField
            key={`${preset.id} ${key}`}
            label={texts.field(key, label)}
            placeholder={placeholder}
            required={required}
            value={values[key] ?? ''}
            error={wrong}
            helperText={wrong ? t('sources.dialog.fieldNeeded') : undefined}
            onChange={(event) => setValues({ ...values, [key]: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        );
      })}
      {problem === null ? null : (
        <Alert severity="error" role="alert">
          {problem}
        </Alert>
      )}
      <Button type="submit" variant="contained" color="primary" disabled={adding.busy}>
        {t('sources.dialog.addPreset')}
      </Button>
    </Box>
  );
}
