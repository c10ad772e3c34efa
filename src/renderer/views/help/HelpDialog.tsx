import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lookUp } from '#renderer/app/i18n/failure.ts';
import { openHelp, useScreen } from '#renderer/app/state.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import { listShortcuts } from '#renderer/ui/shortcuts.ts';

/** Every shortcut that works on the screen behind it. */
export function HelpDialog(): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const open = useScreen((state) => state.helpOpen);
  if (!open) return null;
  const close = (): void => openHelp(false);
  const groups = listShortcuts();
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={groups.length > 1 ? 'sm' : 'xs'}
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{t('help.title')}</DialogTitle>
      <DialogContent tabIndex={0} sx={{ columns: groups.length > 1 ? 2 : 1, columnGap: 8 }}>
        {groups.map(({ scope, shortcuts }) => (
          <Box key={scope} component="section" sx={{ breakInside: 'avoid', mb: 4 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {lookUp(scope) ?? scope}
            </Typography>
            {shortcuts.map(({ keys, label }) => (
              <Box
                key={keys}
                sx={{
                  display: 'flex',
                  justifyContent: 'space-between',
                  alignItems: 'center',
                  gap: 4,
                  minHeight: 26,
                }}
              >
                <span>{lookUp(label) ?? label}</span>
                <Keys keys={keys} />
              </Box>
            ))}
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={close}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
