import type { SavedView } from '#shared/contract/triage.ts';
import { fromView, noFilters, sameFilters, type Filters } from './filter.ts';

/** The tabs that are always there; the last three lie behind "More". */
export const builtInTabs = [
  'all',
  'negative',
  'maybe',
  'starred',
  'snoozed',
  'rejected',
  'blocked',
  'done',
] as const;
export type BuiltInTab = (typeof builtInTabs)[number];
export const moreTabs: readonly BuiltInTab[] = ['rejected', 'blocked', 'done'];

const filtersOf: Record<BuiltInTab, Filters> = {
  all: noFilters,
  negative: { ...noFilters, sentiments: ['negative'], states: ['new', 'open'] },
  maybe: { ...noFilters, shelf: 'maybe' },
  starred: { ...noFilters, starred: true },
  snoozed: { ...noFilters, states: ['snoozed'] },
  rejected: { ...noFilters, shelf: 'rejected' },
  blocked: { ...noFilters, shelf: 'blocked' },
  done: { ...noFilters, states: ['done'] },
};

export const builtIn = (tab: string): BuiltInTab | null => builtInTabs.find((one) => one === tab) ?? null;

/** The filters a tab starts from; those of "All" for a view that is gone. */
export function filtersOfTab(tab: string, views: readonly SavedView[], zone: string): Filters {
  const own = builtIn(tab);
  if (own !== null) return filtersOf[own];
  const view = views.find(({ id }) => id === tab);
  return view === undefined ? noFilters : fromView(view.filter, zone);
}

/** The built-in tab that shows just these filters, or "All": where a link from elsewhere lands. */
export const tabOf = (filters: Filters): BuiltInTab =>
  builtInTabs.find((tab) => sameFilters(filtersOf[tab], filters)) ?? 'all';
