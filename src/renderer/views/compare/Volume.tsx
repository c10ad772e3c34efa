import { Box, ButtonBase, Typography } from '@mui/material';
import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedBrand } from '#shared/contract/compare.ts';
import { brandColor, type SchemeTokens } from '#renderer/app/tokens.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { chipStyle } from '#renderer/ui/chipStyle.ts';
import { openCounted } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { SentimentMark } from '#renderer/ui/SentimentMark.tsx';
import { bucketsOf, sumOver, type Bucket, type Summary } from './compared.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useFigures } from './useFigures.ts';

const chartHeight = 72;
const mostDays = 92;
/** Opacity of a usual day beside one that stands out, as two hexadecimal digits. */
const faint = '80';

/** One small chart a brand, all on one scale; days that stand out are full and can be opened below. */
export function Volume({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const { brands, days } = summary;
  const buckets = useMemo(() => bucketsOf(days.length, mostDays), [days]);
  const max = Math.max(
    1,
    ...brands.flatMap(({ daily }) => buckets.map((bucket) => sumOver(daily.mentions, bucket))),
  );
  return (
    <Section
      title={t(buckets.length === days.length ? 'compare.volumeTitle' : 'compare.volumeWeeks')}
      text={t('compare.volumeText')}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
          alignItems: 'start',
        }}
      >
        {brands.map((brand) => (
          <BrandVolume key={brand.brandId} brand={brand} summary={summary} buckets={buckets} max={max} />
        ))}
      </Box>
    </Section>
  );
}

function BrandVolume(props: {
  brand: ComparedBrand;
  summary: Summary;
  buckets: readonly Bucket[];
  max: number;
}): ReactNode {
  const { brand, summary, buckets, max } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const figures = useFigures(summary);
  const { days } = summary;
  const labels = useMemo(() => buckets.map(({ to }) => format.day(days[to] ?? '')), [buckets, days, format]);
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => {
      const full = brandColor(brand, tokens);
      const stands = ({ from, to }: Bucket): boolean =>
        brand.peaks.some((peak) => peak.fromDay <= (days[to] ?? '') && peak.toDay >= (days[from] ?? ''));
      return {
        type: 'bar',
        data: {
          labels,
          datasets: [
            {
              label: t('compare.measure.mentions'),
              data: buckets.map((bucket) => sumOver(brand.daily.mentions, bucket)),
              backgroundColor: buckets.map((bucket) => (stands(bucket) ? full : `${full}${faint}`)),
              hoverBackgroundColor: full,
              borderRadius: 1,
              minBarLength: 0,
              barPercentage: 0.9,
              categoryPercentage: 0.9,
            },
          ],
        },
        options: {
          interaction: { mode: 'nearest', axis: 'x', intersect: false },
          scales: { x: { display: false }, y: { display: false, min: 0, max } },
          plugins: { legend: { display: false } },
        },
      };
    },
    [brand, buckets, days, labels, max, t],
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
        <BrandDot brand={brand} />
        <Typography
          variant="h3"
          sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {brand.name}
        </Typography>
      </Box>
      <ChartFrame
        height={chartHeight}
        label={t('compare.volumeChart', {
          name: brand.name,
          from: format.day(summary.fromDay),
          to: format.day(summary.toDay),
          total: brand.now.mentions,
        })}
        table={{
          columns: [t('compare.period'), t('compare.measure.mentions')],
          rows: buckets.map((bucket, row) => [labels[row] ?? '', sumOver(brand.daily.mentions, bucket)]),
        }}
        config={config}
        onPick={(row) => {
          const bucket = buckets[row];
          if (bucket !== undefined)
            openCounted(brand.brandId, days[bucket.from] ?? '', days[bucket.to] ?? '');
        }}
      />
      <Box
        component="ul"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          m: 0,
          mt: 1.5,
          p: 0,
          listStyle: 'none',
          minHeight: 26,
        }}
      >
        {brand.peaks.length === 0 ? (
          <Typography component="li" variant="caption" sx={{ color: 'text.secondary' }}>
            {t('compare.noPeak')}
          </Typography>
        ) : (
          brand.peaks.map((peak) => {
            const words = t(peak.crisis ? 'compare.peakCrisis' : 'compare.peak', {
              day: format.day(peak.day),
              count: peak.count,
            });
            const open = (): void => openCounted(brand.brandId, peak.fromDay, peak.toDay);
            return (
              <Box component="li" key={peak.day} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <ButtonBase onClick={open} aria-label={`${brand.name}, ${words}`} sx={chipStyle(false)}>
                  {peak.crisis ? <SentimentMark sentiment="negative" /> : null}
                  {t('compare.peak', { day: format.day(peak.day), count: peak.count })}
                </ButtonBase>
                <Formula
                  name="peak"
                  about={`${brand.name}, ${words}`}
                  inputs={figures.peak(peak)}
                  onItems={open}
                />
              </Box>
            );
          })
        )}
      </Box>
    </Box>
  );
}
