import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormHelperText,
  TextField,
} from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.tsx';

export interface WhenDialogProps {
  title: string;
  /** What happens at that time, as the verb of the button. */
  action: string;
  /** What the field starts with, `2026-11-24T09:00`. */
  first: string;
  /** The time in UTC milliseconds; null when the text is none. */
  toMillis: (text: string) => number | null;
  onChoose: (until: number) => void;
  onClose: () => void;
}

/** Asks for a date and a time ahead, by the workspace's clock. */
export function WhenDialog({
  title,
  action,
  first,
  toMillis,
  onChoose,
  onClose,
}: WhenDialogProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const titleId = useId();
  const [text, setText] = useState(first);
  const [late, setLate] = useState(false);
  const submit = (): void => {
    const until = toMillis(text);
    if (until === null || until <= Date.now()) setLate(true);
    else onChoose(until);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ pt: '12px !important' }}>
          <TextField
            autoFocus
            type="datetime-local"
            label={t('mentions.snooze.when', { zone })}
            value={text}
            error={late}
            onChange={(event) => {
              setText(event.target.value);
              setLate(false);
            }}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          {late ? (
            <FormHelperText error role="alert">
              {t('mentions.snooze.past')}
            </FormHelperText>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
