import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';

export interface ChoiceProps<T extends string> {
  /** The id of the text that names the group. */
  labelledBy: string;
  value: T;
  options: readonly { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}

/** A few alternatives side by side, one of them pressed. */
export function Choice<T extends string>({
  labelledBy,
  value,
  options,
  onChange,
}: ChoiceProps<T>): ReactNode {
  return (
    <Box
      role="group"
      aria-labelledby={labelledBy}
      sx={{
        display: 'inline-flex',
        border: 1,
        borderColor: 'divider',
        borderRadius: '6px',
        p: 0.5,
        gap: 0.5,
      }}
    >
      {options.map((option) => {
        const pressed = option.value === value;
        return (
          <ButtonBase
            key={option.value}
            aria-pressed={pressed}
            lang={option.lang}
            onClick={() => onChange(option.value)}
            sx={{
              minHeight: 26,
              px: 2.5,
              borderRadius: '4px',
              fontSize: 13,
              fontWeight: pressed ? 600 : 450,
              bgcolor: pressed ? 'tokens.wash' : 'transparent',
              color: pressed ? 'tokens.onWash' : 'text.primary',
              '&:hover': { bgcolor: pressed ? 'tokens.wash' : 'tokens.hover' },
            }}
          >
            {option.label}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
