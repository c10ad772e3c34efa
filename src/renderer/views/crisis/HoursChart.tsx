import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrisisReport } from '#shared/contract/crisis.ts';
import type { SchemeTokens } from '#renderer/app/tokens.ts';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { useCrisisWords } from './useCrisisWords.ts';

/** Mentions of each hour, the negative ones at the foot. */
export function HoursChart({ hours }: { hours: CrisisReport['hours'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCrisisWords();
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => ({
      type: 'bar',
      data: {
        labels: hours.map(({ at }) => words.when(at)),
        datasets: [
          {
            label: t('crisis.report.negative'),
            data: hours.map(({ negative }) => negative),
            backgroundColor: tokens.negative,
          },
          {
            label: t('crisis.report.mentions'),
            data: hours.map(({ mentions, negative }) => mentions - negative),
            backgroundColor: tokens.neutral,
          },
        ],
      },
      options: {
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { maxTicksLimit: 4, maxRotation: 0 } },
          y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              // The grey part alone would be a number nobody asked for.
              label: ({ dataIndex, datasetIndex }) => {
                const hour = hours[dataIndex];
                const name = t(datasetIndex === 0 ? 'crisis.report.negative' : 'crisis.report.all');
                return `${name}: ${format.number((datasetIndex === 0 ? hour?.negative : hour?.mentions) ?? 0)}`;
              },
            },
          },
        },
      },
    }),
    [format, hours, t, words],
  );
  return (
    <ChartFrame
      height={120}
      label={t('crisis.report.chart')}
      table={{
        columns: [t('crisis.report.hour'), t('crisis.report.mentions'), t('crisis.report.negative')],
        rows: hours.map(({ at, mentions, negative }) => [format.full(at), mentions, negative]),
      }}
      config={config}
    />
  );
}
