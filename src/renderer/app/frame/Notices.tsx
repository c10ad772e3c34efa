import { Box, Button, IconButton, Snackbar } from '@mui/material';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '#renderer/ui/Keys.tsx';
import { dismissNotice, undoLast, useNotices } from '../notify.ts';

/** One snackbar at a time; the rest waits. */
export function Notices(): ReactNode {
  const { t } = useTranslation();
  const notice = useNotices(({ queue }) => queue[0]);
  if (notice === undefined) return null;
  const close = (): void => dismissNotice(notice.id);
  const isError = notice.severity === 'error';
  const undo = notice.undo ?? null;
  return (
    <Snackbar
      key={notice.id}
      open
      autoHideDuration={isError ? 12_000 : 6000}
      onClose={(_event, reason) => {
        if (reason !== 'clickaway') close();
      }}
      // Over the end of the rail and of lists, where it hides no button of a form that ends at the bottom.
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    >
      <Box
        role={isError ? 'alert' : 'status'}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          pl: 4,
          pr: 2,
          py: 1.5,
          maxWidth: 560,
          borderRadius: '8px',
          border: 1,
          borderColor: isError ? 'error.main' : 'divider',
          bgcolor: 'background.paper',
          boxShadow: '0 8px 28px rgb(0 0 0 / 0.18)',
        }}
      >
        <span>{notice.message}</span>
        {undo === null ? null : (
          <Button
            variant="text"
            color="primary"
            endIcon={<Keys keys="Mod+z" />}
            onClick={() => {
              close();
              void undoLast(undo);
            }}
          >
            {t('common.undo.action')}
          </Button>
        )}
        <IconButton aria-label={t('common.close')} onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </Box>
    </Snackbar>
  );
}
