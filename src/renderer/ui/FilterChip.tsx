import { ButtonBase } from '@mui/material';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FilterChipProps {
  label: ReactNode;
  pressed: boolean;
  onToggle: () => void;
  /** Shows a small cross while pressed: the chip then reads as something to take away. */
  removable?: boolean;
}

/** A filter that is on or off. */
export function FilterChip({ label, pressed, onToggle, removable = false }: FilterChipProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ButtonBase
      aria-pressed={pressed}
      onClick={onToggle}
      {...(removable && pressed ? { title: t('common.remove') } : {})}
      sx={{
        minHeight: 26,
        px: 2.5,
        gap: 1,
        borderRadius: '6px',
        border: 1,
        borderColor: pressed ? 'primary.main' : 'divider',
        bgcolor: pressed ? 'tokens.wash' : 'background.paper',
        color: pressed ? 'tokens.onWash' : 'text.primary',
        fontSize: 12,
        fontWeight: pressed ? 600 : 450,
        whiteSpace: 'nowrap',
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      {label}
      {removable && pressed ? <X size={12} aria-hidden /> : null}
    </ButtonBase>
  );
}
