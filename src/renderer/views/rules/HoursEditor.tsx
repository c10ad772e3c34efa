import { Box, TextField } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BusinessHours, parseIntervals, printIntervals } from '#shared/model/business-hours.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { splitNames } from './drafts.ts';

interface Props {
  value: BusinessHours;
  onChange: (hours: BusinessHours) => void;
}

const { zone: Zone, holidays: Holidays } = BusinessHours.shape;
/** 5 January 1970 was a Monday. */
const mondayUtc = 4 * 86_400_000;
const zones = Intl.supportedValuesOf('timeZone');

/** The hours of a week, written as people write them; a day that cannot be read keeps its last good hours. */
export function HoursEditor({ value, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const listId = useId();
  const [days, setDays] = useState(() => value.week.map(printIntervals));
  const [zone, setZone] = useState(value.zone);
  const [holidays, setHolidays] = useState(value.holidays.join(', '));
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' });

  const setDay = (day: number, text: string): void => {
    setDays(days.map((one, index) => (index === day ? text : one)));
    const intervals = parseIntervals(text);
    if (intervals === null) return;
    onChange({ ...value, week: value.week.map((one, index) => (index === day ? intervals : one)) });
  };
  const zoneFits = Zone.safeParse(zone).success;
  const holidaysFit = Holidays.safeParse(splitNames(holidays)).success;

  return (
    <Box sx={{ flex: '1 1 100%', display: 'grid', gap: 3, gridTemplateColumns: '1fr 1fr', mt: 1 }}>
      <TextField
        label={t('rules.hours.zone')}
        value={zone}
        error={!zoneFits}
        helperText={zoneFits ? undefined : t('rules.hours.zoneWrong')}
        onChange={(event) => {
          setZone(event.target.value);
          if (Zone.safeParse(event.target.value).success) onChange({ ...value, zone: event.target.value });
        }}
        slotProps={{ htmlInput: { list: listId, maxLength: 80 } }}
      />
      <datalist id={listId}>
        {zones.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <TextField
        label={t('rules.hours.holidays')}
        value={holidays}
        error={!holidaysFit}
        helperText={t(holidaysFit ? 'rules.hours.holidaysHelp' : 'rules.hours.holidaysWrong')}
        onChange={(event) => {
          setHolidays(event.target.value);
          const parsed = Holidays.safeParse(splitNames(event.target.value));
          if (parsed.success) onChange({ ...value, holidays: parsed.data });
        }}
      />
      {days.map((text, day) => {
        const wrong = parseIntervals(text) === null;
        const name = weekday.format(mondayUtc + day * 86_400_000);
        return (
          <TextField
            key={name}
            label={name}
            value={text}
            error={wrong}
            helperText={wrong ? t('rules.hours.wrong') : undefined}
            onChange={(event) => setDay(day, event.target.value)}
            placeholder={t('rules.hours.closed')}
            slotProps={{ htmlInput: { maxLength: 200 }, inputLabel: { shrink: true } }}
          />
        );
      })}
      <Box sx={{ gridColumn: '1 / -1', fontSize: 12, color: 'text.secondary' }}>{t('rules.hours.help')}</Box>
    </Box>
  );
}
