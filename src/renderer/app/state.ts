import { create } from 'zustand';

export const routes = [
  'today',
  'mentions',
  'alerts',
  'inbox',
  'calendar',
  'contacts',
  'reports',
  'compare',
  'insights',
  'brands',
  'accounts',
  'sources',
  'rules',
  'crisis',
  'learning',
  'settings',
  'welcome',
] as const;
export type Route = (typeof routes)[number];
export type RouteParams = Readonly<Record<string, string>>;

export interface ScreenState {
  route: Route;
  /** What the screen was opened with, e.g. `{ itemId: '12' }` for Mentions or `{ sourceId }` for Sources. */
  params: RouteParams;
  /** The brand switcher's choice; empty means all brands. */
  brandIds: readonly string[];
  /** The selected row of each screen, kept while the person is elsewhere. */
  selection: Partial<Record<Route, string | null>>;
  paletteOpen: boolean;
  helpOpen: boolean;
}

/** What belongs to the screen alone; everything stored lives in the request cache. */
export const useScreen = create<ScreenState>()(() => ({
  route: 'today',
  params: {},
  brandIds: [],
  selection: {},
  paletteOpen: false,
  helpOpen: false,
}));

/** Goes to a screen. `params` replace those of the screen before. */
export function navigate(route: Route, params: RouteParams = {}): void {
  useScreen.setState({ route, params, paletteOpen: false });
}

/** Chooses the brands every screen is narrowed to; none means all. */
export function chooseBrands(brandIds: readonly string[]): void {
  useScreen.setState({ brandIds });
}

/** Remembers the selected row of a screen; null forgets it. */
export function select(route: Route, id: string | null): void {
  useScreen.setState((state) => ({ selection: { ...state.selection, [route]: id } }));
}

export function openPalette(open: boolean): void {
  useScreen.setState({ paletteOpen: open });
}

export function openHelp(open: boolean): void {
  useScreen.setState({ helpOpen: open });
}

export { notify, undoLast, type Notice } from './notify.ts';
