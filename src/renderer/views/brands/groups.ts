import type { Brand } from '#shared/contract/brands.ts';

export interface BrandGroup {
  own: Brand;
  competitors: Brand[];
}

/**
 * Own brands by name, each with its competitors by name. A competitor whose owner is not shown (archived, or
 * none) comes with the first own brand; `orphans` holds them when there is no own brand at all.
 */
export function groupBrands(
  brands: readonly Brand[],
  locale: string,
): { groups: BrandGroup[]; orphans: Brand[] } {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sorted = brands.toSorted((a, b) => collator.compare(a.name, b.name));
  const groups: BrandGroup[] = sorted
    .filter(({ role }) => role === 'own')
    .map((own) => ({ own, competitors: [] }));
  const orphans: Brand[] = [];
  for (const brand of sorted) {
    if (brand.role === 'own') continue;
    const group = groups.find(({ own }) => own.id === brand.ownerId) ?? groups[0];
    if (group === undefined) orphans.push(brand);
    else group.competitors.push(brand);
  }
  return { groups, orphans };
}

/** How far a job is, 0 to 100, or null where the total is not known. */
export function percentOf(done: number, total: number): number | null {
  if (total <= 0) return null;
  return Math.min(100, Math.max(0, Math.floor((done / total) * 100)));
}
