import {
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ApproveDialogProps {
  title: string;
  /** Who did before, the latest first. */
  approvers: readonly string[];
  onApprove: (by: string) => void;
  onClose: () => void;
}

/** Asks who approves: the name stays with the post. */
export function ApproveDialog({ title, approvers, onApprove, onClose }: ApproveDialogProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const [name, setName] = useState(approvers[0] ?? '');
  const by = name.trim();
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (by !== '') onApprove(by);
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ pt: '12px !important' }}>
          <Autocomplete
            freeSolo
            options={[...approvers]}
            inputValue={name}
            onInputChange={(_event, value) => setName(value)}
            renderInput={(params) => (
              <TextField
                {...params}
                autoFocus
                label={t('calendar.who.name')}
                helperText={t('calendar.who.help')}
              />
            )}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={by === ''}>
            {t('calendar.approve')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
