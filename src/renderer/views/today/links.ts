import { navigate } from '#renderer/app/state.ts';

/** Opens the mentions of a brand on these days, both included, copies too, since they are counted. */
export function openDays(brandId: string, from: string, to: string): void {
  navigate('mentions', { brand: brandId, from, to, copies: 'true' });
}

/** Opens an alert with why it fired and its mentions. */
export function openAlert(alertId: string): void {
  navigate('alerts', { alertId });
}
