import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertKind, AlertSettings, CrisisWords } from '#shared/contract/alerts.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { DeliveryFields } from './DeliveryFields.tsx';
import { kinds } from './kinds.ts';
import { WordsField } from './WordsField.tsx';

/** What a brand wants to be told, how easily, when, and the words that ring. Null opens the first brand. */
export function SettingsDialog({
  brandId,
  onClose,
}: {
  brandId: string | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const { data, error, refetch } = useRequest('alerts.settings', {});
  const [chosen, setChosen] = useState(brandId);
  const settings = data?.settings.find((one) => one.brandId === chosen) ?? data?.settings[0];
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('alerts.settings.title')}</DialogTitle>
      {settings !== undefined && data !== undefined ? (
        <Form
          key={settings.brandId}
          settings={settings}
          brandIds={data.settings.map((one) => one.brandId)}
          builtIn={data.builtInWords}
          onBrand={setChosen}
          onClose={onClose}
        />
      ) : error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data !== undefined ? (
        <DialogContent>{t('alerts.settings.noBrand')}</DialogContent>
      ) : (
        <ViewSkeleton />
      )}
    </Dialog>
  );
}

interface FormProps {
  settings: AlertSettings;
  brandIds: readonly string[];
  builtIn: CrisisWords;
  onBrand: (brandId: string) => void;
  onClose: () => void;
}

function Form({ settings, brandIds, builtIn, onBrand, onClose }: FormProps): ReactNode {
  const { t } = useTranslation();
  const [sensitivityId, methodId] = [useId(), useId()];
  const brands = useBrands();
  const save = useCommand('alerts.setSettings');
  const [draft, setDraft] = useState(settings);
  const change = (part: Partial<AlertSettings>): void => setDraft((before) => ({ ...before, ...part }));
  const toggle = (kind: AlertKind): void =>
    change({
      kinds: draft.kinds.includes(kind)
        ? draft.kinds.filter((one) => one !== kind)
        : kinds.filter((one) => one === kind || draft.kinds.includes(one)),
    });
  const submit = async (): Promise<void> => {
    const done = await save.run(draft);
    if (done === null) return;
    notify({ message: t('alerts.told.saved'), undo: done.changeId });
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.busy) void submit();
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent sx={{ display: 'grid', gap: 5, pt: '12px !important', gridAutoRows: 'max-content' }}>
        {brandIds.length < 2 ? null : (
          <TextField
            select
            label={t('alerts.settings.brand')}
            value={draft.brandId}
            onChange={(event) => onBrand(event.target.value)}
          >
            {brandIds.map((id) => (
              <MenuItem key={id} value={id}>
                {brands.find((brand) => brand.id === id)?.name ?? ''}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 0.5 }}>
          <Typography variant="h3" component="legend" sx={{ p: 0, mb: 1 }}>
            {t('alerts.settings.kinds')}
          </Typography>
          {kinds.map((kind) => (
            <FormControlLabel
              key={kind}
              control={<Switch checked={draft.kinds.includes(kind)} onChange={() => toggle(kind)} />}
              label={
                <>
                  {t(`alerts.kind.${kind}`)}
                  <Typography
                    variant="caption"
                    component="span"
                    sx={{ display: 'block', color: 'text.secondary' }}
                  >
                    {t(`alerts.kindText.${kind}`)}
                  </Typography>
                </>
              }
              sx={{ m: 0, gap: 2, py: 0.5 }}
            />
          ))}
        </Box>
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Typography variant="h3" id={sensitivityId}>
            {t('alerts.settings.sensitivity')}
          </Typography>
          <Choice
            labelledBy={sensitivityId}
            value={draft.sensitivity}
            options={(['low', 'normal', 'high'] as const).map((value) => ({
              value,
              label: t(`alerts.sensitivity.${value}`),
            }))}
            onChange={(sensitivity) => change({ sensitivity })}
          />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t(`alerts.sensitivityText.${draft.sensitivity}`)}
          </Typography>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Typography variant="h3" id={methodId}>
            {t('alerts.settings.method')}
          </Typography>
          <Choice
            labelledBy={methodId}
            value={draft.method}
            options={(['tail', 'meanSigma'] as const).map((value) => ({
              value,
              label: t(`alerts.settings.${value}`),
            }))}
            onChange={(method) => change({ method })}
          />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t(`alerts.method.${draft.method}`)}
          </Typography>
        </Box>
        <DeliveryFields settings={draft} onChange={change} />
        <WordsField words={draft.words} builtIn={builtIn} onChange={(words) => change({ words })} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" color="primary" disabled={save.busy}>
          {t('alerts.settings.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
