import type { Measure } from '#shared/contract/compare.ts';
import type { Summary } from './compared.ts';

/** How much of the change a peak explains, in words. */
export type Part = 'all' | 'most' | 'half' | 'third' | 'quarter';

/** What the sentence on top says, before it is put into words. */
export interface Facts {
  /** 0…1; null where nobody was heard. */
  share: number | null;
  /** Whole percentage points since the span before; null where nobody was heard then. */
  points: number | null;
  days: number;
  why: { own: boolean; name: string; day: string; crisis: boolean; part: Part } | null;
}

export function partOf(part: number): Part {
  if (part >= 0.9) return 'all';
  if (part >= 0.6) return 'most';
  if (part >= 0.42) return 'half';
  return part >= 0.29 ? 'third' : 'quarter';
}

/** The points are those of the whole percents a person reads, so that 34 % and 29 % are 5 points apart. */
export function factsOf(summary: Summary, measure: Measure): Facts {
  const own = summary.brands[0];
  const { now, before } = own?.share[measure] ?? { now: null, before: null };
  const points = now === null || before === null ? null : Math.round(100 * now) - Math.round(100 * before);
  const reason = summary.reason[measure];
  const brand = summary.brands.find(({ brandId }) => brandId === reason?.brandId);
  return {
    share: now,
    points,
    days: summary.days.length,
    why:
      reason === null || brand === undefined || points === 0
        ? null
        : {
            own: brand === own,
            name: brand.name,
            day: reason.day,
            crisis: reason.crisis,
            part: partOf(reason.part),
          },
  };
}
