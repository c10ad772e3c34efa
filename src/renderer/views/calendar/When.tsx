import { Box, Button, TextField } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, onDay, Slot, slotMillis } from '#shared/model/slot.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { clockOf } from './layout.ts';

export interface WhenProps {
  slot: Slot | null;
  /** What the fields begin with when a time is added. */
  first: Slot;
  disabled: boolean;
  autoFocus?: boolean;
  /** Takes the time away; absent where there has to be one. */
  onRemove?: () => void;
  onChange: (slot: Slot) => void;
}

/** The time of a post, on the wall of a zone; or none yet. */
export function When({ slot, first, disabled, autoFocus = false, onRemove, onChange }: WhenProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
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
  const at = slotMillis(slot);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '136px 72px minmax(0, 1fr)' }}>
      <TextField
        type="date"
        label={t('calendar.day')}
        value={dayOf(slot)}
        disabled={disabled}
        autoFocus={autoFocus}
        onChange={(event) => {
          const next = Slot.safeParse(onDay(slot, event.target.value));
          if (next.success) onChange(next.data);
        }}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <Clock
        value={slot.local.slice(11)}
        disabled={disabled}
        onChange={(time) => onChange({ ...slot, local: `${dayOf(slot)}T${time}` })}
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
      <Box
        sx={{ gridColumn: '1 / -1', display: 'flex', gap: 2, alignItems: 'center', color: 'text.secondary' }}
      >
        <Box component="span" sx={{ fontSize: 12, flex: 1, minWidth: 0 }}>
          {/* By the calendar's own clock, which may be another than the post's. */}
          {format.slot(at)} · {format.distance(at - Date.now())}
        </Box>
        {onRemove === undefined ? null : (
          <Button variant="text" disabled={disabled} onClick={onRemove}>
            {t('calendar.removeTime')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** A time of day as it is written here, whatever the system's own fields would show. */
function Clock(props: { value: string; disabled: boolean; onChange: (time: string) => void }): ReactNode {
  const { t } = useTranslation();
  /** Null while nobody types. */
  const [text, setText] = useState<string | null>(null);
  const time = text === null ? props.value : clockOf(text);
  const keep = (): void => {
    setText(null);
    if (time !== null && time !== props.value) props.onChange(time);
  };
  return (
    <TextField
      label={t('calendar.time')}
      value={text ?? props.value}
      disabled={props.disabled}
      error={time === null}
      placeholder="09:00"
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
    />
  );
}
