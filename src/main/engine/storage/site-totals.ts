import type { ReadHandle } from './handles.ts';

export interface SiteSums {
  reach: number;
  interactions: number;
}

export const sumSites = (read: ReadHandle): SiteSums =>
  read.get<SiteSums>(
    'SELECT ifnull(sum(reach), 0) AS reach, ifnull(sum(interactions), 0) AS interactions FROM site',
  ) ?? { reach: 0, interactions: 0 };

/**
 * Reach and interactions over every site, summed once and then kept as they grow: every batch asks for them, and
 * summing takes milliseconds where there are thousands of sites.
 */
export class SiteTotals {
  #sums: SiteSums | null = null;

  get(read: ReadHandle): Readonly<SiteSums> {
    return (this.#sums ??= sumSites(read));
  }

  /** Called with every change of a site's row, in the same transaction. */
  grow({ reach, interactions }: SiteSums): void {
    if (this.#sums === null) return;
    this.#sums = {
      reach: this.#sums.reach + reach,
      interactions: this.#sums.interactions + interactions,
    };
  }

  /** After a rolled-back transaction. */
  forget(): void {
    this.#sums = null;
  }
}
