import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenDialog } from '#renderer/ui/WhenDialog.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { snoozeChoices, wallMillis, wallText } from '#renderer/ui/snooze.ts';
import { PickMenu } from './PickMenu.tsx';

export interface SnoozeMenuProps {
  anchor: Element | null;
  /** `until` in UTC milliseconds. */
  onSnooze: (until: number) => void;
  onClose: () => void;
}

/** Until when to put something out of sight: a ready time, or one picked by hand, by the workspace's clock. */
export function SnoozeMenu({ anchor, onSnooze, onClose }: SnoozeMenuProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const [picking, setPicking] = useState(false);
  const choose = (until: number): void => {
    onSnooze(until);
    onClose();
  };
  const choices = snoozeChoices(now, format.zone);

  if (picking) {
    return (
      <WhenDialog
        title={t('mentions.snooze.pickTitle')}
        action={t('mentions.action.snooze')}
        first={wallText(choices[1]?.until ?? now, format.zone)}
        toMillis={(text) => wallMillis(text, format.zone)}
        onChoose={choose}
        onClose={onClose}
      />
    );
  }
  return (
    <PickMenu
      anchor={anchor}
      onClose={onClose}
      label={t('mentions.snooze.title')}
      placeholder={t('mentions.snooze.filter')}
      emptyText={t('mentions.snooze.none')}
      groups={[
        {
          id: 'ready',
          options: [
            ...choices.map(({ name, until }) => ({
              id: name,
              label: t(`mentions.snooze.${name}`),
              hint: (
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {format.slot(until)}
                </Box>
              ),
              run: () => choose(until),
            })),
            { id: 'pick', label: t('mentions.snooze.pick'), run: () => setPicking(true) },
          ],
        },
      ]}
    />
  );
}
