import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '#shared/contract/compare.ts';
import { openCounted } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import type { Summary } from './compared.ts';
import { factsOf } from './sentence.ts';
import { useFigures } from './useFigures.ts';

/** What happened, in one sentence. */
export function Sentence({ summary, measure }: { summary: Summary; measure: Measure }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = useFigures(summary);
  const said = useSentence(summary, measure);
  const own = summary.brands[0];
  if (own === undefined) return null;
  const reason = summary.reason[measure];
  const items = reason ?? { brandId: own.brandId, fromDay: summary.fromDay, toDay: summary.toDay };
  return (
    <Box
      component="section"
      aria-label={t('compare.title')}
      sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}
    >
      <Typography component="p" sx={{ fontSize: 17, lineHeight: 1.4, maxWidth: 820, textWrap: 'pretty' }}>
        {said}{' '}
        <Formula
          name="reason"
          about={t('compare.about', { name: own.name, value: figures.part(own.share[measure].now) })}
          inputs={[
            ...figures.share(own, measure),
            ...(reason === null
              ? []
              : [{ label: t('compare.input.part'), value: format.percent(reason.part) }]),
          ]}
          onItems={() => openCounted(items.brandId, items.fromDay, items.toDay)}
        />
      </Typography>
    </Box>
  );
}

function useSentence(summary: Summary, measure: Measure): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, points, days, why } = factsOf(summary, measure);
  if (share === null) return t(measure === 'mentions' ? 'compare.said.nobody' : 'compare.said.nothing');
  const before = t('compare.said.before', { count: days });
  const change =
    points === null
      ? t('compare.said.first', { before })
      : points === 0
        ? t('compare.said.same', { before })
        : t(points > 0 ? 'compare.said.more' : 'compare.said.less', { count: Math.abs(points), before });
  const parts = { share: t(`compare.said.${measure}`, { share: format.percent(share) }), change };
  if (why === null) return t('compare.said.whole', parts);
  const day = format.day(why.day).replaceAll(' ', '\u00A0');
  const what = why.own
    ? t(why.crisis ? 'compare.said.ownCrisis' : 'compare.said.ownPeak', { day })
    : t(why.crisis ? 'compare.said.otherCrisis' : 'compare.said.otherPeak', { name: why.name, day });
  return t('compare.said.wholeWhy', { ...parts, why: t(`compare.said.${why.part}`, { what }) });
}
