import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { ChevronLeft } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { ViewSkeleton } from '#renderer/ui/ViewSkeleton.tsx';
import { AddressTab } from './AddressTab.tsx';
import { KindForm } from './KindForm.tsx';
import { OpmlTab } from './OpmlTab.tsx';
import { PresetTab } from './PresetTab.tsx';
import { Ways, type Way } from './Ways.tsx';

export type Chosen = { way: Way } | { connector: string } | null;

/** First what to listen to, then the form it asks for. */
export function AddDialog({ start, onClose }: { start: Chosen; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>(start);
  const { data, error, refetch } = useRequest('sources.kinds', {});
  const kind =
    chosen !== null && 'connector' in chosen
      ? data?.kinds.find(({ connector }) => connector === chosen.connector)
      : undefined;
  const title =
    chosen === null
      ? t('sources.dialog.title')
      : 'way' in chosen
        ? t(`sources.way.${chosen.way}.title`)
        : t('sources.dialog.of', { network: kind?.name ?? '' });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ minHeight: 320, pt: '8px !important' }}>
        {chosen !== null && 'way' in chosen ? (
          <WayForm way={chosen.way} onAdded={onClose} />
        ) : error !== null ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ViewSkeleton lines={4} />
        ) : kind === undefined ? (
          <Ways
            kinds={data.kinds}
            onWay={(way) => setChosen({ way })}
            onKind={(connector) => setChosen({ connector })}
          />
        ) : (
          <KindForm kind={kind} onAdded={onClose} />
        )}
      </DialogContent>
      <DialogActions>
        {chosen === null ? null : (
          <Button startIcon={<ChevronLeft size={14} aria-hidden />} onClick={() => setChosen(null)}>
            {t('sources.dialog.back')}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <Button onClick={onClose}>{t('sources.dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function WayForm({ way, onAdded }: { way: Way; onAdded: () => void }): ReactNode {
  switch (way) {
    case 'address':
      return <AddressTab onAdded={onAdded} />;
    case 'preset':
      return <PresetTab onAdded={onAdded} />;
    case 'opml':
      return <OpmlTab />;
  }
}
