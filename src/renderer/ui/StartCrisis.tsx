import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { Siren } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import { StatementLanguage } from '#shared/model/holding-statement.ts';
import { parse } from '#shared/query-language/index.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { notify } from '#renderer/app/notify.ts';
import { navigate } from '#renderer/app/state.ts';
import { useCommand } from '#renderer/client/index.ts';
import { useActiveCrises } from './crises.ts';
import { useFormat } from './format.tsx';

export interface StartCrisisProps {
  /** The own brand it is about; without it, the person chooses. */
  brandId?: string;
  /** When what set it off began, UTC milliseconds: an alert's time. */
  since?: number;
}

/** Opens a crisis room after asking for the little it needs; leads to it where it is open already. */
export function StartCrisis({ brandId, since }: StartCrisisProps): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const active = useActiveCrises();
  const brands = useBrands().filter(({ role }) => role === 'own');
  const open = active.find((crisis) => crisis.brandId === brandId);
  if (open !== undefined) {
    return (
      <Button
        startIcon={<Siren size={15} aria-hidden />}
        onClick={() => navigate('crisis', { crisisId: open.id })}
      >
        {t('crisis.start.go')}
      </Button>
    );
  }
  const offered = brands.filter(({ id }) => !active.some((crisis) => crisis.brandId === id));
  const possible = brandId === undefined ? offered.length > 0 : offered.some(({ id }) => id === brandId);
  if (!possible) return null;
  return (
    <>
      <Button startIcon={<Siren size={15} aria-hidden />} onClick={() => setAsking(true)}>
        {t('crisis.start.action')}
      </Button>
      {asking ? (
        <StartDialog brands={offered} brandId={brandId} alertAt={since} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}

const HOUR = 3_600_000;
const spans = { now: 0, hour: HOUR, sixHours: 6 * HOUR, day: 24 * HOUR } as const;
type Span = keyof typeof spans | 'alert';
const isSpan = (value: string): value is Span => value === 'alert' || Object.hasOwn(spans, value);

function StartDialog(props: {
  brands: readonly Brand[];
  brandId: string | undefined;
  alertAt: number | undefined;
  onClose: () => void;
}): ReactNode {
  const { brands, alertAt, onClose } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const titleId = useId();
  const [chosen, setChosen] = useState(props.brandId ?? brands[0]?.id ?? '');
  const [span, setSpan] = useState<Span>(alertAt === undefined ? 'hour' : 'alert');
  const [query, setQuery] = useState('');
  const start = useCommand('crisis.start');
  const parsed = query.trim() === '' ? null : parse(query);
  const wrong = parsed !== null && !parsed.ok;
  const brand = brands.find(({ id }) => id === chosen);

  const run = async (): Promise<void> => {
    if (brand === undefined) return;
    const since = span === 'alert' ? alertAt : span === 'now' ? undefined : Date.now() - spans[span];
    const done = await start.run({
      brandId: brand.id,
      query: query.trim(),
      language: StatementLanguage.catch('en').parse(i18n.language),
      ...(since === undefined ? {} : { since }),
    });
    if (done === null) return;
    notify({ message: t('crisis.start.started', { name: brand.name }), undo: done.changeId });
    onClose();
    navigate('crisis', { crisisId: done.crisisId });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong && !start.busy) void run();
        }}
      >
        <DialogTitle id={titleId}>{t('crisis.start.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '12px !important' }}>
          <DialogContentText variant="body2">{t('crisis.start.explain')}</DialogContentText>
          <TextField
            select
            label={t('crisis.start.brand')}
            value={chosen}
            disabled={props.brandId !== undefined}
            onChange={(event) => setChosen(event.target.value)}
          >
            {brands.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t('crisis.start.since')}
            value={span}
            onChange={(event) => {
              if (isSpan(event.target.value)) setSpan(event.target.value);
            }}
          >
            {alertAt === undefined ? null : (
              <MenuItem value="alert">{t('crisis.start.alert', { when: format.moment(alertAt) })}</MenuItem>
            )}
            <MenuItem value="now">{t('crisis.start.now')}</MenuItem>
            <MenuItem value="hour">{t('crisis.start.hour')}</MenuItem>
            <MenuItem value="sixHours">{t('crisis.start.sixHours')}</MenuItem>
            <MenuItem value="day">{t('crisis.start.day')}</MenuItem>
          </TextField>
          <TextField
            label={t('crisis.start.query')}
            value={query}
            error={wrong}
            helperText={
              wrong
                ? t(`brands.syntax.${parsed.error.code}.message`, parsed.error.params)
                : t('crisis.start.queryHelp')
            }
            onChange={(event) => setQuery(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 2000, spellCheck: false } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="error" disabled={wrong || start.busy}>
            {t('crisis.start.start')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
