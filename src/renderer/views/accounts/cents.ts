/**
 * Typed money in hundredths: `5`, `5.5`, `5,50`. Null for nothing typed; undefined where it is no amount from 0 to
 * 1,000,000.
 */
export function centsOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) return undefined;
  const cents = Math.round(Number(text) * 100);
  return cents <= 100_000_000 ? cents : undefined;
}
