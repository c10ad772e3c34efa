import { Typography } from '@mui/material';
import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brand } from '#shared/contract/brands.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SchemeTokens } from '#renderer/app/tokens.ts';
import { useRequest } from '#renderer/client/index.ts';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Formula } from '#renderer/ui/Formula.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useFormat } from '#renderer/ui/format.tsx';

const height = 180;
/** Days of the past that are shown before what may come. */
const shownDays = 42;
/** Opacity of the band, as two hexadecimal digits. */
const bandAlpha = '33';

type Forecast = Output<'insights.forecast'>;

/** What the next two weeks may bring; where the past does not carry it, why not. */
export function ForecastPart({ brand }: { brand: Brand }): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useRequest('insights.forecast', { brandId: brand.id });
  return (
    <Section title={t('insights.forecast.title')} text={t('insights.forecast.text')}>
      {data === undefined ? (
        error === null ? null : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )
      ) : data.reason === null ? (
        <Drawn brand={brand} forecast={data} />
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`insights.forecast.${data.reason}`)}
        </Typography>
      )}
    </Section>
  );
}

function Drawn({ brand, forecast }: { brand: Brand; forecast: Forecast }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const one = useMemo(() => new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 }), [format]);
  const { past, ahead, labels } = useMemo(() => {
    const counts = forecast.counts.slice(-shownDays);
    const names = forecast.days.slice(-shownDays);
    return {
      past: counts,
      ahead: forecast.ahead,
      labels: [...names, ...forecast.ahead.map(({ day }) => day)].map((day) => format.day(day)),
    };
  }, [forecast, format]);
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => {
      const gap = past.map(() => null);
      const line = { pointRadius: 0, borderWidth: 1.5, tension: 0.2 };
      return {
        type: 'line',
        data: {
          labels: [...labels],
          datasets: [
            { label: t('insights.forecast.past'), data: [...past], borderColor: tokens.accent, ...line },
            {
              label: t('insights.forecast.mean'),
              data: [...gap, ...ahead.map(({ mean }) => mean)],
              borderColor: tokens.quiet,
              borderDash: [4, 3],
              ...line,
            },
            {
              label: t('insights.forecast.low'),
              data: [...gap, ...ahead.map(({ low }) => low)],
              ...line,
              borderWidth: 0,
            },
            {
              label: t('insights.forecast.high'),
              data: [...gap, ...ahead.map(({ high }) => high)],
              backgroundColor: `${tokens.accent}${bandAlpha}`,
              fill: '-1',
              ...line,
              borderWidth: 0,
            },
          ],
        },
        options: {
          maintainAspectRatio: false,
          interaction: { mode: 'index', intersect: false },
          plugins: {
            tooltip: {
              callbacks: {
                label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${one.format(parsed.y ?? 0)}`,
              },
            },
          },
          scales: {
            x: { grid: { display: false }, ticks: { color: tokens.quiet, maxTicksLimit: 10 } },
            y: {
              beginAtZero: true,
              grid: { color: tokens.border },
              ticks: { color: tokens.quiet, precision: 0 },
            },
          },
        },
      };
    },
    [ahead, labels, one, past, t],
  );
  const total = ahead.reduce((sum, { mean }) => sum + mean, 0);
  const said = t('insights.forecast.sentence', { name: brand.name, count: Math.round(total) });
  return (
    <>
      <Typography variant="body2" sx={{ mb: 2 }}>
        {said}{' '}
        <Formula
          name="forecast"
          about={brand.name}
          inputs={[
            { label: t('insights.forecast.days'), value: format.number(forecast.counts.length) },
            { label: t('insights.forecast.mase'), value: one.format(forecast.mase ?? 0) },
          ]}
        />
      </Typography>
      <ChartFrame
        label={said}
        height={height}
        config={config}
        table={{
          columns: [
            t('insights.forecast.day'),
            t('insights.forecast.mean'),
            t('insights.forecast.low'),
            t('insights.forecast.high'),
          ],
          rows: ahead.map(({ day, mean, low, high }) => [
            format.day(day),
            one.format(mean),
            one.format(low),
            one.format(high),
          ]),
        }}
      />
    </>
  );
}
