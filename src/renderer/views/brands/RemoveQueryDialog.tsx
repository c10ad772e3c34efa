import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand, BrandQuery } from '#shared/contract/brands.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';
import { QueryReview } from './QueryReview.tsx';

/** Shows what goes with a query before it is removed. */
export function RemoveQueryDialog(props: {
  brand: Brand;
  query: BrandQuery;
  onClose: () => void;
}): ReactNode {
  const { brand, query, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const remove = useCommand('queries.remove');
  const confirm = async (): Promise<void> => {
    const done = await remove.run({ queryId: query.id });
    if (done === null) return;
    notify({ message: t('brands.told.queryRemoved', { name: query.name }), undo: done.changeId });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('brands.review.removeTitle', { name: query.name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
        <QueryReview brand={brand} queryId={query.id} text={null} />
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('brands.cancel')}
        </Button>
        <Button variant="contained" color="error" disabled={remove.busy} onClick={() => void confirm()}>
          {t('brands.remove')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
