import type { Input } from '#shared/contract/index.ts';
import type { SpanChoice } from './store.ts';

const mostDays = 731;
const day = 86_400_000;

/** What is wrong with a custom span; null when it can be compared or is not yet filled in. */
export function spanTrouble(fromDay: string, toDay: string): 'wrong' | 'long' | null {
  if (fromDay === '' || toDay === '') return null;
  if (fromDay > toDay) return 'wrong';
  return (Date.parse(toDay) - Date.parse(fromDay)) / day + 1 > mostDays ? 'long' : null;
}

/** What to ask for; null while a custom span is not complete. */
export function requestOf(
  screen: { span: SpanChoice; fromDay: string; toDay: string },
  brandId: string | null,
): Input<'compare.summary'> | null {
  const { span, fromDay, toDay } = screen;
  if (span !== 'custom') return { brandId, days: Number(span) };
  if (fromDay === '' || toDay === '' || spanTrouble(fromDay, toDay) !== null) return null;
  return { brandId, fromDay, toDay };
}
