import { Box, FormControlLabel, MenuItem, Switch, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Delivery, type AlertSettings } from '#shared/contract/alerts.ts';
import { useFormat } from '#renderer/ui/format.tsx';

const night = { from: '22:00', to: '07:00' };
/** 5 January 2026 is a Monday. */
const weekday = (locale: string, day: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day));

interface TimeFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps): ReactNode {
  return (
    <TextField
      type="time"
      label={label}
      value={value}
      required
      onChange={(event) => onChange(event.target.value)}
      sx={{ width: 140 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** When alerts are told: at once or as a digest, and the hours in which they wait. */
export function DeliveryFields(props: {
  settings: AlertSettings;
  onChange: (part: Partial<AlertSettings>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings, onChange } = props;
  const { delivery, quiet } = settings;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Typography variant="h3">{t('alerts.settings.delivery')}</Typography>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <TextField
          select
          label={t('alerts.settings.when')}
          value={delivery}
          onChange={(event) => onChange({ delivery: Delivery.parse(event.target.value) })}
          sx={{ width: 200 }}
        >
          {Delivery.options.map((value) => (
            <MenuItem key={value} value={value}>
              {t(`alerts.delivery.${value}`)}
            </MenuItem>
          ))}
        </TextField>
        {delivery === 'weekly' ? (
          <TextField
            select
            label={t('alerts.settings.digestDay')}
            value={settings.digestDay}
            onChange={(event) => onChange({ digestDay: Number(event.target.value) })}
            sx={{ width: 140 }}
          >
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <MenuItem key={day} value={day}>
                {weekday(format.locale, day)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        {delivery === 'daily' || delivery === 'weekly' ? (
          <TimeField
            label={t('alerts.settings.digestAt')}
            value={settings.digestAt}
            onChange={(digestAt) => onChange({ digestAt })}
          />
        ) : null}
      </Box>
      <FormControlLabel
        control={
          <Switch
            checked={quiet !== null}
            onChange={(_event, on) => onChange({ quiet: on ? night : null })}
          />
        }
        label={t('alerts.settings.quiet')}
        sx={{ m: 0, gap: 2 }}
      />
      {quiet === null ? null : (
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
          <TimeField
            label={t('alerts.settings.quietFrom')}
            value={quiet.from}
            onChange={(from) => onChange({ quiet: { ...quiet, from } })}
          />
          <TimeField
            label={t('alerts.settings.quietTo')}
            value={quiet.to}
            onChange={(to) => onChange({ quiet: { ...quiet, to } })}
          />
          <Typography variant="caption" sx={{ color: 'text.secondary', flex: 1, minWidth: 180 }}>
            {t('alerts.settings.quietText', { zone: format.zone })}
          </Typography>
        </Box>
      )}
    </Box>
  );
}
