import { MenuItem, TextField } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { Row, Section } from './Section.tsx';

/** Minutes; the contract takes 5 to 1,440. */
const choices = [5, 15, 30, 60, 120, 240, 720, 1440];

/** What becomes of a post whose time passed while Earshot was closed or offline. */
export function Outgoing(): ReactNode {
  const { t } = useTranslation();
  const labelId = useId();
  const late = useRequest('outbox.status', {}).data?.lateMinutes;
  const set = useCommand('outbox.settings');
  const shown = late === undefined || choices.includes(late) ? choices : [...choices, late];
  return (
    <Section title={t('settings.outgoing.title')}>
      <Row label={t('settings.outgoing.late')} labelId={labelId} text={t('settings.outgoing.lateText')}>
        {late === undefined ? null : (
          <TextField
            select
            value={late}
            disabled={set.busy}
            onChange={(event) => void set.run({ lateMinutes: Number(event.target.value) })}
            slotProps={{ select: { SelectDisplayProps: { 'aria-labelledby': labelId } } }}
            sx={{ width: 180 }}
          >
            {shown
              .toSorted((a, b) => a - b)
              .map((minutes) => (
                <MenuItem key={minutes} value={minutes}>
                  {minutes < 120
                    ? t('settings.outgoing.minutes', { count: minutes })
                    : t('settings.outgoing.hours', { count: Math.round(minutes / 60) })}
                </MenuItem>
              ))}
          </TextField>
        )}
      </Row>
    </Section>
  );
}
