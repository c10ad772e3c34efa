import { Box, Switch, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

export interface LabelledSwitchProps {
  label: string;
  /** What it does, or what is wrong with it. */
  help: string;
  isWrong?: boolean;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A switch with what it is and what it does beside it. */
export function LabelledSwitch(props: LabelledSwitchProps): ReactNode {
  const { label, help, isWrong = false, checked, disabled = false, onChange } = props;
  const helpId = useId();
  return (
    <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'start', fontSize: 13 }}>
      <Switch
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        slotProps={{ input: { 'aria-label': label, 'aria-describedby': helpId } }}
      />
      <span>
        {label}
        <Typography
          id={helpId}
          variant="body2"
          component="span"
          sx={{ display: 'block', color: isWrong ? 'error.main' : 'text.secondary' }}
        >
          {help}
        </Typography>
      </span>
    </Box>
  );
}
