import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '#shared/contract/triage.ts';
import { notify } from '#renderer/app/notify.ts';
import { useCommand, useRequest } from '#renderer/client/index.ts';

export interface ProfileBlocksProps {
  blocks: readonly Block[];
  whom: Pick<Block, 'kind' | 'connector' | 'ident' | 'name'>;
}

/** What holds for an author or a site, and the two things that can: not hearing them at all, or not being told. */
export function ProfileBlocks({ blocks, whom }: ProfileBlocksProps): ReactNode {
  const { t } = useTranslation();
  const brands = useRequest('brands.list', {}).data?.brands ?? [];
  const add = useCommand('blocks.add');
  const lift = useCommand('blocks.remove');
  const turn = async (mode: Block['mode']): Promise<void> => {
    const done = await add.run({ ...whom, mode, brandId: null });
    if (done !== null)
      notify({ message: t(`profiles.told.${mode}`, { name: whom.name }), undo: done.changeId });
  };
  const take = async (block: Block): Promise<void> => {
    const done = await lift.run({ blockId: block.id });
    if (done !== null)
      notify({ message: t('profiles.told.lifted', { name: whom.name }), undo: done.changeId });
  };
  if (blocks.length > 0) {
    return (
      <>
        {blocks.map((block) => (
          <Box key={block.id} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            <Typography variant="body2" sx={{ flex: 1 }}>
              {t(
                block.brandId === null ? `profiles.holds.${block.mode}` : `profiles.holdsFor.${block.mode}`,
                {
                  brand: brands.find(({ id }) => id === block.brandId)?.name ?? '',
                },
              )}
            </Typography>
            <Button disabled={lift.busy} onClick={() => void take(block)}>
              {t('profiles.lift')}
            </Button>
          </Box>
        ))}
      </>
    );
  }
  return (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <Button disabled={add.busy} title={t('profiles.muteHint')} onClick={() => void turn('mute')}>
        {t('profiles.mute')}
      </Button>
      <Button disabled={add.busy} title={t('profiles.blockHint')} onClick={() => void turn('block')}>
        {t('profiles.block')}
      </Button>
    </Box>
  );
}
