import type { ComponentType } from 'react';
import type { Route } from './state.ts';

type View = ComponentType;

const loaders: Record<Route, () => Promise<{ default: View }>> = {
  today: () => import('#renderer/views/today/index.tsx'),
  mentions: () => import('#renderer/views/mentions/index.tsx'),
  alerts: () => import('#renderer/views/alerts/index.tsx'),
  inbox: () => import('#renderer/views/inbox/index.tsx'),
  calendar: () => import('#renderer/views/calendar/index.tsx'),
  contacts: () => import('#renderer/views/contacts/index.tsx'),
  reports: () => import('#renderer/views/reports/index.tsx'),
  compare: () => import('#renderer/views/compare/index.tsx'),
  insights: () => import('#renderer/views/insights/index.tsx'),
  brands: () => import('#renderer/views/brands/index.tsx'),
  accounts: () => import('#renderer/views/accounts/index.tsx'),
  sources: () => import('#renderer/views/sources/index.tsx'),
  rules: () => import('#renderer/views/rules/index.tsx'),
  crisis: () => import('#renderer/views/crisis/index.tsx'),
  learning: () => import('#renderer/views/learning/index.tsx'),
  settings: () => import('#renderer/views/settings/index.tsx'),
  welcome: () => import('#renderer/views/welcome/index.tsx'),
};

const loaded = new Map<Route, View>();

/** The screen of a route when its code is here already. */
export const loadedView = (route: Route): View | undefined => loaded.get(route);

/** Fetches the code of a screen; at once when it is here. */
export async function loadView(route: Route): Promise<View> {
  const known = loaded.get(route);
  if (known !== undefined) return known;
  const view = (await loaders[route]()).default;
  loaded.set(route, view);
  return view;
}

/** Fetches the other screens when the window has nothing better to do, so that every first visit is quick. */
export function warmViews(): void {
  requestIdleCallback(() => {
    for (const route of [
      'mentions',
      'alerts',
      'today',
      'compare',
      'sources',
      'brands',
      'rules',
      'settings',
    ] as const)
      void loadView(route);
  });
}
