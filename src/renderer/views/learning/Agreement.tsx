import { Box, Typography } from '@mui/material';
import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningStatus } from '#shared/contract/learning.ts';
import type { SchemeTokens } from '#renderer/app/tokens.ts';
import { ChartFrame } from '#renderer/ui/ChartFrame.tsx';
import { useFormat } from '#renderer/ui/format.tsx';
import { Part } from './Part.tsx';

const chartHeight = 140;
const mostWeeks = 26;

/** How often the app had said what the person then said, week by week. */
export function Agreement({ status }: { status: LearningStatus }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const weeks = useMemo(() => status.weeks.slice(-mostWeeks), [status.weeks]);
  const rows = useMemo(
    () =>
      weeks.map(({ from, labels, agreed }): [string, string, number] => [
        format.day(from),
        format.percent(agreed / labels),
        labels,
      ]),
    [weeks, format],
  );
  const config = useCallback(
    (tokens: SchemeTokens): ChartConfiguration => ({
      type: 'bar',
      data: {
        labels: weeks.map(({ from, labels }) => [
          format.day(from),
          t('learning.agreement.n', { count: labels }),
        ]),
        datasets: [
          {
            label: t('learning.agreement.share'),
            data: weeks.map(({ agreed, labels }) => Math.round((100 * agreed) / labels)),
            backgroundColor: tokens.accent,
            borderRadius: 2,
            maxBarThickness: 36,
            minBarLength: 2,
          },
        ],
      },
      options: {
        scales: {
          x: { grid: { display: false } },
          y: {
            min: 0,
            max: 100,
            ticks: { stepSize: 50, callback: (value) => format.percent(Number(value) / 100) },
          },
        },
        plugins: { tooltip: { displayColors: false } },
      },
    }),
    [weeks, format, t],
  );
  return (
    <Part title={t('learning.agreement.title')} text={t('learning.agreement.text')}>
      {status.labels === 0 ? (
        <Typography variant="body2">{t('learning.agreement.none')}</Typography>
      ) : (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Box>
            {t('learning.agreement.sum', {
              count: status.labels,
              agreed: format.number(status.agreed),
              share: format.percent(status.agreed / status.labels),
            })}
          </Box>
          <ChartFrame
            label={t('learning.agreement.chart')}
            table={{
              columns: [
                t('learning.agreement.week'),
                t('learning.agreement.share'),
                t('learning.agreement.labels'),
              ],
              rows,
            }}
            height={chartHeight}
            config={config}
          />
        </Box>
      )}
    </Part>
  );
}
