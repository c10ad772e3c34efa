import { Box, ButtonBase, Menu, MenuItem, Typography } from '@mui/material';
import { Check, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chipStyle } from '#renderer/ui/chipStyle.ts';

export interface ChipMenuOption {
  value: string;
  label: ReactNode;
  chosen: boolean;
}

export interface ChipMenuProps {
  name: string;
  /** What is chosen, in words; '' when nothing is. */
  chosen: string;
  options: readonly ChipMenuOption[];
  /** One of the options at a time: the menu then closes after a choice. */
  single?: boolean;
  onChoose: (value: string) => void;
}

/** A chip that opens a menu of values; it reads as pressed while one of them narrows the list. */
export function ChipMenu({ name, chosen, options, single = false, onChoose }: ChipMenuProps): ReactNode {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const active = chosen !== '';
  const role = single ? 'menuitemradio' : 'menuitemcheckbox';
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={chipStyle(active)}
      >
        {active ? t('mentions.filters.chosen', { name, values: chosen }) : name}
        <ChevronDown size={12} aria-hidden />
      </ButtonBase>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': name }, paper: { sx: { maxHeight: 360, minWidth: 180 } } }}
      >
        {options.length === 0 ? (
          <MenuItem disabled>
            <Typography variant="body2">{t('mentions.filters.none')}</Typography>
          </MenuItem>
        ) : (
          options.map((option) => (
            <MenuItem
              key={option.value}
              role={role}
              aria-checked={option.chosen}
              selected={single && option.chosen}
              onClick={() => {
                onChoose(option.value);
                if (single) setAnchor(null);
              }}
            >
              {single ? null : (
                <Box aria-hidden sx={{ width: 20, flex: 'none', display: 'flex' }}>
                  {option.chosen ? <Check size={14} /> : null}
                </Box>
              )}
              {option.label}
            </MenuItem>
          ))
        )}
      </Menu>
    </>
  );
}
