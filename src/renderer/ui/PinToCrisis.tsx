import { Button } from '@mui/material';
import { Pin, PinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';
import { useActiveCrises } from './crises.ts';

/** Pins an item to the open crisis room of one of its brands, or takes it off. Nothing where none is open. */
export function PinToCrisis(props: { itemId: number; brandIds: readonly string[] }): ReactNode {
  const { itemId, brandIds } = props;
  const { t } = useTranslation();
  const crisis = useActiveCrises().find(({ brandId }) => brandIds.includes(brandId));
  const pins = useRequest(
    'crisis.pins',
    { crisisId: crisis?.id ?? '' },
    { enabled: crisis !== undefined },
  ).data;
  const pin = useCommand('crisis.pin');
  const unpin = useCommand('crisis.unpin');
  if (crisis === undefined) return null;
  const crisisId = crisis.id;
  const pinned = pins?.rows.some((row) => row.itemId === itemId) ?? false;
  const toggle = async (): Promise<void> => {
    const done = pinned
      ? await unpin.run({ crisisId, itemId })
      : await pin.run({ crisisId, itemIds: [itemId] });
    if (done === null) return;
    notify({
      message: t(pinned ? 'crisis.thread.unpinnedTold' : 'crisis.thread.pinnedTold'),
      undo: done.changeId,
    });
  };
  return (
    <Button
      aria-pressed={pinned}
      disabled={pins === undefined || pin.busy || unpin.busy}
      startIcon={pinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
      onClick={() => void toggle()}
    >
      {t(pinned ? 'crisis.pin.unpin' : 'crisis.pin.pin')}
    </Button>
  );
}
