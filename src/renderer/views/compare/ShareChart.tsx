import { Box, Typography } from '@mui/material';
import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '#shared/contract/compare.ts';
import { brandColor, type SchemeTokens } from '#renderer/app/tokens.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { openCounted } from '#renderer/ui/counted.ts';
import { useFormat } from '#renderer/ui/format.tsx';
import { sharesIn, windowsOf, type Summary } from './compared.ts';
import { Section } from '#renderer/ui/Section.tsx';

const chartHeight = 220;
/** Opacity of the area under a line, as two hexadecimal digits. */
const wash = '59';

/** Everybody's share of voice, stacked to the whole: the own brand lies at the bottom. */
export function ShareChart({ summary, measure }: { summary: Summary; measure: Measure }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { brands, days } = summary;
  const buckets = useMemo(() => windowsOf(days.length), [days]);
  const labels = useMemo(() => buckets.map(({ to }) => format.day(days[to] ?? '')), [buckets, days, format]);
  const shares = useMemo(
    () => buckets.map((bucket) => sharesIn(brands, measure, bucket)),
    [brands, buckets, measure],
  );
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => ({
      type: 'line',
      data: {
        labels,
        datasets: brands.map((brand, at) => ({
          label: brand.name,
          data: shares.map((parts) => (parts[at] === null ? null : 100 * (parts[at] ?? 0))),
          borderColor: brandColor(brand, tokens),
          backgroundColor: `${brandColor(brand, tokens)}${wash}`,
          borderWidth: 1.5,
          pointRadius: 0,
          pointHoverRadius: 4,
          pointHitRadius: 8,
          spanGaps: true,
          fill: at === 0 ? 'origin' : '-1',
        })),
      },
      options: {
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: {
          x: { grid: { display: false }, ticks: { maxTicksLimit: 8, maxRotation: 0 } },
          y: {
            stacked: true,
            min: 0,
            max: 100,
            ticks: { stepSize: 25, callback: (value) => format.percent(Number(value) / 100) },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            mode: 'index',
            callbacks: {
              label: ({ dataset, raw }) => `${dataset.label ?? ''} ${format.percent(Number(raw) / 100)}`,
            },
          },
        },
      },
    }),
    [brands, format, labels, shares],
  );
  return (
    <Section
      title={t('compare.shareTitle')}
      text={t(buckets.every(({ from, to }) => from === to) ? 'compare.shareDays' : 'compare.shareWeeks')}
    >
      <Box
        component="ul"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, m: 0, mb: 2, p: 0, listStyle: 'none' }}
      >
        {brands.map((brand) => (
          <Box component="li" key={brand.brandId} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <BrandDot brand={brand} />
            <Typography variant="caption">{brand.name}</Typography>
          </Box>
        ))}
      </Box>
      <ChartFrame
        height={chartHeight}
        label={t('compare.shareChart', {
          from: format.day(summary.fromDay),
          to: format.day(summary.toDay),
          measure: t(`compare.measure.${measure}`),
        })}
        table={{
          columns: [t('compare.period'), ...brands.map(({ name }) => name)],
          rows: shares.map((parts, row) => [
            labels[row] ?? '',
            ...parts.map((part) => (part === null ? t('compare.none') : format.percent(part))),
          ]),
        }}
        config={config}
        onPick={(row, at) => {
          const [bucket, brand] = [buckets[row], brands[at]];
          if (bucket !== undefined && brand !== undefined)
            openCounted(brand.brandId, days[bucket.from] ?? '', days[bucket.to] ?? '');
        }}
      />
    </Section>
  );
}
