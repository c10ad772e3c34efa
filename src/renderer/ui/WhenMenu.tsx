import { Box, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenDialog } from './WhenDialog.tsx';
import { useFormat } from './format.tsx';
import { snoozeChoices, wallMillis, wallText } from './snooze.ts';

export interface WhenMenuProps {
  anchor: Element;
  /** The title of the dialog that asks for another time, and the verb of its button. */
  title: string;
  action: string;
  /** UTC milliseconds. */
  onChoose: (at: number) => void;
  onClose: () => void;
}

/** A time ahead: a ready one, or one picked by hand, by the workspace's clock. */
export function WhenMenu({ anchor, title, action, onChoose, onClose }: WhenMenuProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const [picking, setPicking] = useState(false);
  const choices = snoozeChoices(now, format.zone);
  const choose = (at: number): void => {
    onChoose(at);
    onClose();
  };
  if (picking) {
    return (
      <WhenDialog
        title={title}
        action={action}
        first={wallText(choices[1]?.until ?? now, format.zone)}
        toMillis={(text) => wallMillis(text, format.zone)}
        onChoose={choose}
        onClose={onClose}
      />
    );
  }
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {choices.map(({ name, until }) => (
        <MenuItem key={name} onClick={() => choose(until)} sx={{ gap: 4, justifyContent: 'space-between' }}>
          {t(`mentions.snooze.${name}`)}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
            {format.slot(until)}
          </Box>
        </MenuItem>
      ))}
      <MenuItem onClick={() => setPicking(true)}>{t('mentions.snooze.pick')}</MenuItem>
    </Menu>
  );
}
