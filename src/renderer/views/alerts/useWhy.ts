import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { useFormat } from '#renderer/ui/format.tsx';

const HOUR = 3_600_000;

/** An expectation as it is shown: small ones with a decimal, so that "usually none" does not become 0 of 4. */
export function shownExpectation(expected: number): number {
  return expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected);
}

/** Hours of a span, at least one. */
export const hoursOf = ({ from, to }: { from: number; to: number }): number =>
  Math.max(1, Math.round((to - from) / HOUR));

/** Gives the one sentence that says why an alert fired. */
export function useWhy(): (alert: Pick<Alert, 'kind' | 'why'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ kind, why }) => {
      const count = why.observed;
      const span = t('alerts.hours', { count: hoursOf(why) });
      const expected = `≈${format.number(shownExpectation(why.expected ?? 0))}`;
      if (why.share !== null) {
        const [now, usual] = [format.percent(why.share.now), format.percent(why.share.usual)];
        return t('alerts.why.share', { now, usual, count: why.share.total });
      }
      switch (kind) {
        case 'influentialNegative':
          return t('alerts.why.influentialNegative', {
            influence: why.influence ?? 0,
            reach: `≈${format.rough(why.reach ?? 0)}`,
          });
        case 'crisisWords':
          return t('alerts.why.crisisWords', { count, words: why.found.slice(0, 3).join(', ') });
        case 'silence': {
          const length = t('alerts.hours', { count: hoursOf(why) });
          return t(why.silence?.collecting === false ? 'alerts.why.broken' : 'alerts.why.calm', {
            length,
            limit: t('alerts.hours', { count: Math.round(why.threshold ?? 0) }),
          });
        }
        case 'negativeSpike':
          return t('alerts.why.negativeSpike', { count, span, expected });
        case 'volumeSpike':
        case 'competitorSpike':
          return t('alerts.why.volumeSpike', { count, span, expected });
      }
    },
    [t, format],
  );
}
