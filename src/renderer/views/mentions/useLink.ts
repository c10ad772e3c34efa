import { useEffect } from 'react';
import type { SavedView } from '#shared/contract/triage.ts';
import { call } from '#renderer/client/index.ts';
import { notifyFailure } from '#renderer/app/notify.ts';
import { chooseBrands, useScreen } from '#renderer/app/state.ts';
import { fromParams } from './filter.ts';
import { setFilters, setReading, step } from './store.ts';
import { filtersOfTab, tabOf } from './tabs.ts';

/** Shows a tab with the filters it stands for; a view that names brands narrows the whole frame to them. */
export function openTab(tab: string, views: readonly SavedView[], zone: string): void {
  const brandIds = views.find(({ id }) => id === tab)?.filter.brandIds ?? [];
  if (brandIds.length > 0) chooseBrands(brandIds);
  setFilters(filtersOfTab(tab, views, zone), tab);
}

/** Another screen or the palette may open this one on a mention, with filters, or on a saved view. */
export function useLink(zone: string): void {
  const params = useScreen((state) => state.params);
  useEffect(() => {
    if (Object.keys(params).length === 0) return;
    const { itemId, brand, view, ...wanted } = params;
    if (view !== undefined) {
      call('views.list', {}).then(({ views }) => openTab(view, views, zone), notifyFailure);
      return;
    }
    if (brand !== undefined) chooseBrands(brand.split(','));
    if (Object.keys(wanted).length > 0 || itemId === undefined) {
      const filters = fromParams(wanted);
      setFilters(filters, tabOf(filters));
    }
    if (itemId !== undefined && /^\d+$/.test(itemId)) {
      step({ type: 'go', id: Number(itemId) }, []);
      setReading(true);
    }
  }, [params, zone]);
}
