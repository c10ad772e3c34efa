import { Box, Button, Switch, Typography } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { BrandRelevance } from '#shared/contract/learning.ts';
import { useRunningJob } from '#renderer/app/jobs.ts';
import { notify } from '#renderer/app/notify.ts';
import { chooseBrands, navigate } from '#renderer/app/state.ts';
import { useCommand } from '#renderer/client/index.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Examples } from './Examples.tsx';
import { Words } from './Words.tsx';

/** What a brand's name was taught to mean, and what that does to its mentions. */
export function BrandName({ brand, relevance }: { brand: Brand; relevance: BrandRelevance }): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('relevance.set');
  const rank = useCommand('relevance.rank');
  const busy = useRunningJob('learn') !== undefined;
  const [open, setOpen] = useState(false);
  const [titleId, examplesId] = [useId(), useId()];
  const { brandId, enabled, maybe } = relevance;

  const toggle = async (next: boolean): Promise<void> => {
    const done = await set.run({ brandId, enabled: next });
    if (done === null) return;
    notify({ message: t(next ? 'learning.name.onTold' : 'learning.name.offTold'), undo: done.changeId });
  };
  const rankNow = async (): Promise<void> => {
    if ((await rank.run({ brandId })) !== null) notify({ message: t('learning.name.ranking') });
  };
  const showMaybe = (): void => {
    chooseBrands([brandId]);
    navigate('mentions', { shelf: 'maybe' });
  };
  return (
    <Box
      component="article"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        p: 4,
        display: 'grid',
        gap: 3,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <BrandDot brand={brand} />
        <Typography variant="h3" id={titleId} sx={{ flex: 1 }}>
          {brand.name}
        </Typography>
        <Switch
          checked={enabled}
          disabled={set.busy}
          onChange={(_event, checked) => void toggle(checked)}
          slotProps={{ input: { 'aria-label': t('learning.name.switch', { name: brand.name }) } }}
        />
      </Box>
      <Standing relevance={relevance} />
      <Words relevance={relevance} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button disabled={busy || !relevance.active} onClick={() => void rankNow()}>
          {t('learning.name.rank')}
        </Button>
        {maybe === 0 ? null : (
          <Button onClick={showMaybe}>{t('learning.name.maybe', { count: maybe })}</Button>
        )}
        {relevance.about + relevance.notAbout === 0 ? null : (
          <Button aria-expanded={open} aria-controls={examplesId} onClick={() => setOpen(!open)}>
            {t(open ? 'learning.name.hideExamples' : 'learning.name.showExamples')}
          </Button>
        )}
      </Box>
      <div id={examplesId}>{open ? <Examples brandId={brandId} /> : null}</div>
    </Box>
  );
}

function Standing({ relevance }: { relevance: BrandRelevance }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { about, notAbout, needed, enabled, active, accuracy } = relevance;
  const missing = Math.max(0, needed - about) + Math.max(0, needed - notAbout);
  return (
    <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
      <div>{t('learning.name.examples', { about: format.number(about), not: format.number(notAbout) })}</div>
      <Box sx={{ color: 'text.secondary' }}>
        {!enabled
          ? t('learning.name.off')
          : missing > 0
            ? t('learning.name.needed', { needed })
            : accuracy === null
              ? t('learning.name.waiting')
              : t(active ? 'learning.name.accuracy' : 'learning.name.unsure', {
                  share: format.percent(accuracy),
                })}
      </Box>
    </Box>
  );
}
