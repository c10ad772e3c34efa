import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '#shared/contract/calendar.ts';
import { nextSlot, slotAt, type Slot } from '#shared/model/slot.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { When } from './When.tsx';

export interface MoveDialogProps {
  post: Post;
  onMove: (slot: Slot) => void;
  onClose: () => void;
}

/** Asks for another time, for those who do not drag. */
export function MoveDialog({ post, onMove, onClose }: MoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const titleId = useId();
  const first = nextSlot(Date.now(), zone);
  const [slot, setSlot] = useState<Slot>(post.at === null ? first : slotAt(post.at, post.zone));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMove(slot);
        }}
      >
        <DialogTitle id={titleId}>{t('calendar.moveTo')}</DialogTitle>
        <DialogContent sx={{ pt: '12px !important' }}>
          <When slot={slot} first={first} disabled={false} autoFocus onChange={setSlot} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('calendar.moveHere')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
