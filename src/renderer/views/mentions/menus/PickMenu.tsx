import { Popover } from '@mui/material';
import type { ReactNode } from 'react';
import { PickList, type PickListProps } from '#renderer/ui/PickList.tsx';

export interface PickMenuProps extends PickListProps {
  /** Null where nothing on screen stands for what is acted on. */
  anchor: Element | null;
  onClose: () => void;
}

/** A list to pick from beside what it is for: type to narrow, arrows, Enter; Escape leaves it. */
export function PickMenu({ anchor, onClose, ...list }: PickMenuProps): ReactNode {
  return (
    <Popover
      open
      anchorEl={anchor}
      {...(anchor === null
        ? { anchorReference: 'anchorPosition' as const, anchorPosition: { top: 160, left: 320 } }
        : {})}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-label': list.label, sx: { width: 340 } } }}
    >
      <PickList {...list} />
    </Popover>
  );
}
