import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostStage } from '#shared/model/post.ts';
import { stageSigns } from './stage.ts';

/** Where a post stands: its sign, and with `named` its word. */
export function StageMark({ stage, named = false }: { stage: PostStage; named?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { icon: Icon, color } = stageSigns[stage];
  return (
    <Box
      component="span"
      title={t(`calendar.stage.${stage}`)}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, flex: 'none', fontSize: 12 }}
    >
      <Box component="span" aria-hidden sx={{ display: 'flex', color }}>
        <Icon size={12} />
      </Box>
      {named ? t(`calendar.stage.${stage}`) : null}
    </Box>
  );
}
