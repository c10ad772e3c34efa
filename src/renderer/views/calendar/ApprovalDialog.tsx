import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Switch,
} from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/contract/calendar.ts';
import { useCommand } from '#renderer/client/index.ts';

export interface ApprovalDialogProps {
  approvals: readonly Approval[];
  /** Names of brands by their id. */
  brands: ReadonlyMap<string, string>;
  onClose: () => void;
}

/** Which brands want a second look at a post before it may leave. */
export function ApprovalDialog({ approvals, brands, onClose }: ApprovalDialogProps): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const command = useCommand('approval.require');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('calendar.approval.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText variant="body2">{t('calendar.approval.text')}</DialogContentText>
        <Box sx={{ mt: 3 }}>
          {approvals.map(({ brandId, required }) => (
            <FormControlLabel
              key={brandId}
              sx={{
                display: 'flex',
                '& .MuiFormControlLabel-label': { overflowWrap: 'anywhere', minWidth: 0 },
              }}
              control={
                <Switch
                  checked={required}
                  onChange={(event) => void command.run({ brandId, required: event.target.checked })}
                />
              }
              label={brands.get(brandId) ?? ''}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('calendar.approval.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
