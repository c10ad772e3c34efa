import { ButtonBase } from '@mui/material';
import { chipStyle } from './chipStyle.ts';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FilterChipProps {
  label: ReactNode;
  pressed: boolean;
  onToggle: () => void;
  /** Shows a small cross while pressed: the chip then reads as something to take away. */
  removable?: boolean;
  /** What it is called where the label alone does not say it. */
  name?: string;
}

/** A filter that is on or off. */
export function FilterChip({
  label,
  pressed,
  onToggle,
  removable = false,
  name,
}: FilterChipProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ButtonBase
      aria-pressed={pressed}
      aria-label={name}
      onClick={onToggle}
      {...(removable && pressed ? { title: t('common.remove') } : {})}
      sx={chipStyle(pressed)}
    >
      {label}
      {removable && pressed ? <X size={12} aria-hidden /> : null}
    </ButtonBase>
  );
}
