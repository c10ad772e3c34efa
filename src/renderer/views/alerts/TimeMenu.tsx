import { Menu, MenuItem } from '@mui/material';
import type { ReactNode } from 'react';

export interface TimeMenuProps<T extends string> {
  anchor: HTMLElement | null;
  label: string;
  options: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
  onClose: () => void;
}

/** A short menu of times, for snoozing an alert and for muting a brand. */
export function TimeMenu<T extends string>(props: TimeMenuProps<T>): ReactNode {
  return (
    <Menu
      open={props.anchor !== null}
      anchorEl={props.anchor}
      onClose={props.onClose}
      slotProps={{ list: { 'aria-label': props.label } }}
    >
      {props.options.map(({ value, label }) => (
        <MenuItem
          key={value}
          onClick={() => {
            props.onClose();
            props.onChoose(value);
          }}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
