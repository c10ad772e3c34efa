import { Temporal } from 'temporal-polyfill';
import type { Quota } from '#shared/model/connector.ts';
import { ConnectorError } from './errors.ts';

/** Where spending is remembered. Amounts are in the bucket's unit. */
export interface QuotaStore {
  used(bucket: string, period: string): number;
  add(bucket: string, period: string, amount: number): void;
  /** The most its user allows in a period; null where they set none. */
  cap(bucket: string): number | null;
}

/** The period a moment lies in (`2026-11-24`, `2026-11`) and its end in UTC milliseconds. */
export function quotaPeriod(
  quota: Pick<Quota, 'per' | 'zone'>,
  now: number,
): { period: string; end: number } {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(quota.zone).toPlainDate();
  const first = quota.per === 'day' ? here : here.with({ day: 1 });
  const next = first.add(quota.per === 'day' ? { days: 1 } : { months: 1 });
  const end = next.toZonedDateTime(quota.zone).epochMilliseconds;
  return { period: quota.per === 'day' ? first.toString() : first.toString().slice(0, 7), end };
}

/**
 * Counts an amount before it is spent.
 * @throws ConnectorError `rate-limited` until the period's end when it does not fit; nothing is counted then
 */
export function spendFrom(
  quotas: readonly Quota[],
  store: QuotaStore,
  { bucket, amount, now }: { bucket: string; amount: number; now: number },
): void {
  const quota = quotas.find((one) => one.bucket === bucket);
  if (!quota) throw new Error(`no quota is declared for ${bucket}`);
  const { period, end } = quotaPeriod(quota, now);
  const caps = [quota.amount, store.cap(bucket)].filter((cap) => cap !== null);
  const most = caps.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...caps);
  const used = store.used(bucket, period);
  if (used + amount > most) {
    const what =
      quota.unit === 'cents' ? `${(most / 100).toFixed(2)} of your own limit` : `${most} ${quota.unit}`;
    throw new ConnectorError(
      'rate-limited',
      'quota-spent',
      `This ${quota.per}'s allowance is used up (${what}). Earshot goes on by itself when the next one begins.`,
      { until: end, params: { bucket, most, unit: quota.unit, per: quota.per } },
    );
  }
  store.add(bucket, period, amount);
}
