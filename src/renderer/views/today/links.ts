import { navigate } from '#renderer/app/state.ts';
import type { Format } from '#renderer/ui/format.tsx';
import type { Alert } from './summary.ts';

/** Opens the mentions of a brand on these days, both included, copies too, since they are counted. */
export function openDays(brandId: string, from: string, to: string): void {
  navigate('mentions', { brand: brandId, from, to, copies: 'true' });
}

/** Opens the mentions an alert is about, at the newest of them. */
export function openAlert({ kind, aboutBrandId, why }: Alert, format: Pick<Format, 'dayAt'>): void {
  const [itemId] = why.itemIds;
  const negative = kind === 'negativeSpike' || kind === 'influentialNegative';
  navigate('mentions', {
    brand: aboutBrandId,
    from: format.dayAt(why.from),
    to: format.dayAt(Math.max(why.from, why.to - 1)),
    ...(negative ? { sentiments: 'negative' } : {}),
    ...(itemId === undefined ? {} : { itemId: String(itemId) }),
  });
}
