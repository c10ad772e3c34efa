import type { HealthStatus, Source } from '#shared/contract/sources.ts';

/** The worse a status is for the person, the earlier it stands. */
const order: readonly HealthStatus[] = [
  'needs-permission',
  'stopped',
  'failing',
  'quiet',
  'waiting',
  'ok',
  'paused',
];

/** The statuses that a person should do something about. */
export const isTrouble = (status: HealthStatus): boolean =>
  status === 'needs-permission' || status === 'stopped' || status === 'failing';

type Ranked = Pick<Source, 'name'> & { health: Pick<Source['health'], 'status'> };

/** Sources by trouble first, then by name as `locale` sorts it. */
export function byTrouble<S extends Ranked>(sources: readonly S[], locale: string): S[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const rank = (source: S): number => order.indexOf(source.health.status);
  return sources.toSorted((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

/** How often to look, in minutes; what the edit dialog offers. */
export const intervals: readonly number[] = [5, 10, 15, 30, 60, 120, 360, 720, 1440, 10_080];

/** The largest unit that says an interval without a fraction. */
export function intervalParts(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes % 1440 === 0) return { unit: 'days', count: minutes / 1440 };
  if (minutes % 60 === 0) return { unit: 'hours', count: minutes / 60 };
  return { unit: 'minutes', count: minutes };
}

/** The offered intervals of at least `shortest` minutes, with the present one among them when it is another. */
export function intervalsWith(present: number, shortest: number): number[] {
  const offered = intervals.filter((minutes) => minutes >= shortest);
  return [...new Set([...offered, present])].toSorted((a, b) => a - b);
}
