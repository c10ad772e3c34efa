import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface NameDialogProps {
  title: string;
  text?: string;
  label: string;
  /** What will be done, as a verb. */
  confirm: string;
  /** What the field starts with. */
  first: string;
  onConfirm: (text: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for a few words. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const [text, setText] = useState(props.first);
  const [busy, setBusy] = useState(false);
  const trimmed = text.trim();
  const submit = async (): Promise<void> => {
    if (trimmed === '' || busy) return;
    setBusy(true);
    await props.onConfirm(trimmed);
    setBusy(false);
  };
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle id={titleId}>{props.title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, pt: '12px !important' }}>
          {props.text === undefined ? null : <Typography variant="body2">{props.text}</Typography>}
          <TextField
            autoFocus
            fullWidth
            label={props.label}
            value={text}
            onChange={(event) => setText(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 60 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={trimmed === '' || busy}>
            {props.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
