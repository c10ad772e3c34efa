import type { Output } from '#shared/contract/index.ts';

export type Summary = Output<'today.summary'>;
export type Alert = Output<'alerts.list'>['alerts'][number];

export type FirstKind =
  'alert' | 'negative' | 'stuck' | 'signIn' | 'trouble' | 'returned' | 'new' | 'maybe' | 'silent';

/**
 * The one thing to do first, with how many there are: what may hurt, then what keeps you from hearing, then what you
 * put off yourself, then the rest. Null when nothing needs anybody.
 */
export function firstThing(
  summary: Summary,
  alerts: readonly Alert[],
): { kind: FirstKind; count: number } | null {
  const counts: readonly [FirstKind, number][] = [
    ['alert', alerts.filter(({ state }) => state === 'new').length],
    ['negative', summary.negativeCount],
    ['stuck', summary.stuckCount],
    ['signIn', summary.signIns.length],
    ['trouble', summary.trouble.length],
    ['returned', summary.returnedCount],
    ['new', summary.newCount],
    ['maybe', summary.maybeCount],
    ['silent', summary.silent.length],
  ];
  const first = counts.find(([, count]) => count > 0);
  return first === undefined ? null : { kind: first[0], count: first[1] };
}
