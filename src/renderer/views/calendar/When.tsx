import { Box, Button, TextField } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Slot } from '#shared/model/slot.ts';

export interface WhenProps {
  slot: Slot | null;
  /** What the fields begin with when a time is added. */
  first: Slot;
  disabled: boolean;
  onChange: (slot: Slot | null) => void;
}

/** The time of a post, on the wall of a zone; or none yet. */
export function When({ slot, first, disabled, onChange }: WhenProps): ReactNode {
  const { t } = useTranslation();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  if (slot === null) {
    return (
      <Box>
        <Button disabled={disabled} onClick={() => onChange(first)}>
          {t('calendar.addTime')}
        </Button>
      </Box>
    );
  }
  const offered = zones.includes(slot.zone) ? zones : [slot.zone, ...zones];
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
      <TextField
        type="datetime-local"
        label={t('calendar.when')}
        value={slot.local}
        disabled={disabled}
        onChange={(event) => {
          const next = Slot.safeParse({ ...slot, local: event.target.value.slice(0, 16) });
          if (next.success) onChange(next.data);
        }}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        select
        label={t('calendar.zone')}
        value={slot.zone}
        disabled={disabled}
        onChange={(event) => onChange({ ...slot, zone: event.target.value })}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      >
        {offered.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </TextField>
      <Button variant="text" sx={{ justifySelf: 'start' }} disabled={disabled} onClick={() => onChange(null)}>
        {t('calendar.removeTime')}
      </Button>
    </Box>
  );
}
