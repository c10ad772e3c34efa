import { Box, ButtonBase, Typography } from '@mui/material';
import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import { useBrands } from '#renderer/app/appState.ts';
import { brandColor, type SchemeTokens } from '#renderer/app/tokens.ts';
import { BrandDot } from '#renderer/ui/BrandDot.tsx';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { openCounted } from '#renderer/ui/counted.ts';
import { Formula } from '#renderer/ui/Formula.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Part } from './Part.tsx';
import type { Summary } from './summary.ts';

const chartHeight = 52;

/** One small chart per brand, all on one scale, own brands first. */
export function Moved({ summary }: { summary: Summary }): ReactNode {
  const { t } = useTranslation();
  const brands = useBrands();
  const max = Math.max(1, ...summary.series.flatMap(({ counts }) => counts));
  const shown = brands
    .filter((brand) => summary.series.some((series) => series.brandId === brand.id))
    .toSorted((a, b) => Number(a.role === 'competitor') - Number(b.role === 'competitor'));
  return (
    <Part title={t('today.moved')} text={t('today.movedText')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {shown.map((brand) => (
          <BrandChart key={brand.id} brand={brand} summary={summary} max={max} />
        ))}
      </Box>
    </Part>
  );
}

function BrandChart({ brand, summary, max }: { brand: Brand; summary: Summary; max: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { days } = summary;
  const series = summary.series.find(({ brandId }) => brandId === brand.id);
  const week = summary.week.find(({ brandId }) => brandId === brand.id);
  const counts = series?.counts ?? noCounts;
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => ({
      type: 'bar',
      data: {
        labels: days.map((day) => format.day(day)),
        datasets: [
          {
            label: t('today.count'),
            data: [...counts],
            backgroundColor: brandColor(brand, tokens),
            borderRadius: 2,
            barPercentage: 0.9,
            categoryPercentage: 0.9,
          },
        ],
      },
      options: {
        scales: {
          x: { display: false },
          y: { display: false, min: 0, max },
        },
        plugins: { legend: { display: false } },
      },
    }),
    [brand, counts, days, format, max, t],
  );
  const difference = (week?.now ?? 0) - (week?.before ?? 0);
  const openWeek = (): void => openCounted(brand.id, days.at(-7) ?? '', days.at(-1) ?? '');
  const direction = difference > 0 ? 'more' : difference < 0 ? 'less' : 'same';
  const words = `${t('today.week', { count: week?.now ?? 0 })}, ${t(`today.${direction}`, { difference: Math.abs(difference) })}`;
  return (
    <Box
      sx={{
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <BrandDot brand={brand} />
        <ButtonBase
          onClick={openWeek}
          aria-label={t('today.openBrand', { name: brand.name })}
          sx={{ minWidth: 0, borderRadius: '4px', '&:hover': { textDecoration: 'underline' } }}
        >
          <Typography variant="h3" noWrap>
            {brand.name}
          </Typography>
        </ButtonBase>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1.5 }}>
        <Formula
          name="mentions"
          about={`${brand.name}, ${words}`}
          inputs={[
            { label: t('today.lastWeek'), value: format.number(week?.now ?? 0) },
            { label: t('today.weekBefore'), value: format.number(week?.before ?? 0) },
          ]}
          onItems={openWeek}
        >
          {words}
        </Formula>
      </Typography>
      <ChartFrame
        height={chartHeight}
        label={t('today.chart', {
          name: brand.name,
          from: format.day(days[0] ?? ''),
          to: format.day(days.at(-1) ?? ''),
          total: counts.reduce((sum, count) => sum + count, 0),
        })}
        table={{
          columns: [t('today.day'), t('today.count')],
          rows: days.map((day, index) => [format.day(day), counts[index] ?? 0]),
        }}
        config={config}
        onPick={(row) => openCounted(brand.id, days[row] ?? '', days[row] ?? '')}
      />
    </Box>
  );
}

const noCounts: readonly number[] = [];
