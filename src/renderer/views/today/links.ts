import { navigate, type RouteParams } from '#renderer/app/state.ts';
import type { Summary } from './summary.ts';

/** What a link to Mentions carries to show what a count of Today is of; the brands only where they are not all. */
export const waitingParams = (
  kind: 'new' | 'negative' | 'maybe',
  { askedBrandIds, series }: Pick<Summary, 'askedBrandIds' | 'series'>,
): RouteParams => ({
  ...(askedBrandIds.length === series.length ? {} : { brand: askedBrandIds.join(',') }),
  ...(kind === 'negative' ? { sentiments: 'negative' } : {}),
  ...(kind === 'maybe' ? { shelf: 'maybe', states: 'new,open' } : { states: 'new' }),
});

/** Opens an alert with why it fired and its mentions. */
export function openAlert(alertId: string): void {
  navigate('alerts', { alertId });
}
