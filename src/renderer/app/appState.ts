import type { AppState } from '#shared/contract/app.ts';
import type { Brand } from '#shared/contract/brands.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import { call, onEvent, queryClient, useRequest } from '#renderer/client/index.ts';
import { setLanguage } from './i18n/index.ts';
import { notifyFailure } from './notify.ts';
import { chooseBrands, navigate, useScreen } from './state.ts';

const stateKey = ['app.state', {}] as const;
const fresh = new Set<unknown>(['app.state', 'brands.list']);
let entered: string | null = null;
/** Where a notification leads that was chosen before this window was ready. */
let linked: EventPayload<'app.navigate'> | null = null;
let ready = false;

/** Theme, language, density and workspace; there from the first render on. */
export function useAppState(): AppState | undefined {
  return useRequest('app.state', {}).data;
}

/** The brands not archived; empty while loading. */
export function useBrands(): readonly Brand[] {
  return useRequest('brands.list', {}).data?.brands ?? noBrands;
}
const noBrands: readonly Brand[] = [];

/** Takes over what the shell says. A workspace just opened starts at its first screen with an empty cache. */
async function enter(state: AppState): Promise<void> {
  queryClient.setQueryData(stateKey, state);
  setLanguage(state.language);
  document.documentElement.dataset['density'] = state.density;
  const workspace = `${state.workspace} ${state.blocked?.reason ?? ''}`;
  if (workspace === entered) return;
  entered = workspace;
  if (state.blocked !== null) return;
  chooseBrands([]);
  useScreen.setState({ selection: {} });
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'app.state' && !query.isActive() });
  const { brands } = await queryClient.fetchQuery({
    queryKey: ['brands.list', {}],
    queryFn: ({ signal }) => call('brands.list', {}, signal),
    staleTime: 0,
  });
  if (linked !== null) navigate(linked.to, linked.params);
  else navigate(brands.length === 0 && state.workspace === 'own' ? 'welcome' : 'today');
  linked = null;
  ready = true;
  // What is on screen belongs to the workspace before: back to loading, rather than shown as this one's.
  void queryClient.resetQueries({ predicate: ({ queryKey }) => !fresh.has(queryKey[0]) });
}

/** Follows the state, reads it and opens the first screen. The window shows why when it cannot be read. */
export async function startAppState(): Promise<void> {
  onEvent('app.changed', (next) => void enter(next).catch(notifyFailure));
  onEvent('app.navigate', (link) => {
    if (ready) navigate(link.to, link.params);
    else linked = link;
  });
  try {
    await enter(await call('app.state', {}));
  } catch (error) {
    notifyFailure(error);
  }
}

/** Changes theme, language or density for this window and from now on. */
export async function setAppState(
  change: Partial<Pick<AppState, 'theme' | 'language' | 'density'>>,
): Promise<void> {
  await follow(call('app.set', change));
}

/** Opens the own workspace or the sample hotel; answers whether it worked. */
export async function openWorkspace(workspace: AppState['workspace']): Promise<boolean> {
  return follow(call('app.openWorkspace', { workspace }));
}

/** Removes the sample hotel and returns to the own workspace; answers whether it worked. */
export async function removeSample(): Promise<boolean> {
  return follow(call('app.removeSample', {}));
}

async function follow(request: Promise<AppState>): Promise<boolean> {
  try {
    await enter(await request);
    return true;
  } catch (error) {
    notifyFailure(error);
    return false;
  }
}
