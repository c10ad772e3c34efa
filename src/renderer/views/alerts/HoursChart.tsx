import type { ChartConfiguration } from 'chart.js';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertDetail } from '#shared/contract/alerts.ts';
import type { SchemeTokens } from '#renderer/app/tokens.ts';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { shownExpectation } from './useWhy.ts';

const HEIGHT = 140;

/** The hours around an alert: what came, what was usual, and in strong colour the span that was judged. */
export function HoursChart({ alert }: { alert: AlertDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { hours, why } = alert;
  const negative = alert.kind === 'negativeSpike' || alert.kind === 'influentialNegative';
  const counted = t(negative ? 'alerts.detail.negativeMentions' : 'alerts.detail.mentions');
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => ({
      type: 'bar',
      data: {
        labels: hours.map(({ at }) => format.slot(at)),
        datasets: [
          {
            type: 'line',
            label: t('alerts.detail.usual'),
            data: hours.map(({ expected }) => shownExpectation(expected)),
            borderColor: tokens.quiet,
            backgroundColor: tokens.quiet,
            borderWidth: 1.5,
            borderDash: [4, 3],
            pointRadius: 0,
            stepped: 'middle',
          },
          {
            type: 'bar',
            label: counted,
            data: hours.map(({ count }) => count),
            backgroundColor: hours.map(({ at }) =>
              at >= why.from - 3_599_999 && at < why.to ? tokens.negative : tokens.neutral,
            ),
            borderRadius: 2,
            barPercentage: 0.95,
            categoryPercentage: 0.95,
          },
        ],
      },
      options: {
        scales: {
          x: { grid: { display: false }, ticks: { maxTicksLimit: 5, maxRotation: 0 } },
          y: { beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 4 } },
        },
        plugins: { legend: { display: false } },
      },
    }),
    [hours, why, format, counted, t],
  );
  return (
    <ChartFrame
      height={HEIGHT}
      label={t('alerts.detail.chart', {
        counted,
        from: format.slot(hours[0]?.at ?? why.from),
        to: format.slot(hours.at(-1)?.at ?? why.to),
      })}
      table={{
        columns: [t('alerts.detail.hour'), counted, t('alerts.detail.usual')],
        rows: hours.map(({ at, count, expected }) => [format.slot(at), count, shownExpectation(expected)]),
      }}
      config={config}
    />
  );
}
