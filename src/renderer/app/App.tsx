import { CacheProvider, type EmotionCache } from '@emotion/react';
import { Box, CssBaseline } from '@mui/material';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { AppState } from '#shared/contract/app.ts';
import { queryClient, useRequest } from '#renderer/client/index.ts';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { FormatProvider } from '#renderer/ui/format.tsx';
import { ProfileDrawer } from '#renderer/ui/ProfileDrawer.tsx';
import { useShortcuts } from '#renderer/ui/shortcuts.ts';
import { HelpDialog } from '#renderer/views/help/HelpDialog.tsx';
import { Blocked } from './frame/Blocked.tsx';
import { CommandPalette } from './frame/CommandPalette.tsx';
import { CrisisBanner } from './frame/CrisisBanner.tsx';
import { Notices } from './frame/Notices.tsx';
import { Rail } from './frame/Rail.tsx';
import { SampleBanner } from './frame/SampleBanner.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { ViewBoundary } from './frame/ViewBoundary.tsx';
import { screens } from './frame/screens.ts';
import { i18n } from './i18n/index.ts';
import { navigate, openHelp, openPalette, undoLast, useScreen, type Route } from './state.ts';
import { theme } from './theme.ts';
import { loadedView, loadView } from './views.ts';

/** The window. `cache` puts emotion's styles first, so that our own CSS files win. */
export function App({ cache }: { cache: EmotionCache }): ReactNode {
  return (
    <CacheProvider value={cache}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <ThemeProvider theme={theme} defaultMode="system" noSsr modeStorageKey="earshot-mode">
            <CssBaseline />
            <Opened />
          </ThemeProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </CacheProvider>
  );
}

function Opened(): ReactNode {
  const { data: state, error, refetch } = useRequest('app.state', {});
  const { mode, setMode } = useColorScheme();
  const wanted = state?.theme;
  useEffect(() => {
    if (wanted !== undefined && wanted !== mode) setMode(wanted);
  }, [wanted, mode, setMode]);
  if (state === undefined) {
    return error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      {state.blocked === null ? (
        <Window state={state} />
      ) : (
        <Blocked blocked={state.blocked} workspace={state.workspace} />
      )}
      <Notices />
    </>
  );
}

function Window({ state }: { state: AppState }): ReactNode {
  const zone =
    useRequest('workspace.info', {}).data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const bare = useScreen(({ route }) => route === 'welcome');
  useShortcuts('frame.keys.go', [
    ...screens.flatMap(({ route, keys }) =>
      keys === undefined ? [] : [{ keys, label: `frame.keys.${route}`, run: () => navigate(route) }],
    ),
    { keys: 'Mod+k', label: 'frame.keys.palette', run: () => openPalette(true) },
    { keys: 'Mod+z', label: 'frame.keys.undo', run: () => void undoLast() },
    { keys: '?', label: 'frame.keys.help', run: () => openHelp(true) },
  ]);
  return (
    <FormatProvider language={state.language} zone={zone}>
      <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
        {bare ? null : <TopBar />}
        <SampleBanner />
        <CrisisBanner />
        <Box sx={{ flex: 1, display: 'flex', minHeight: 0 }}>
          {bare ? null : <Rail />}
          <Box component="main" id="content" sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'auto' }}>
            <Screen />
          </Box>
        </Box>
      </Box>
      <ProfileDrawer />
      <CommandPalette />
      <HelpDialog />
    </FormatProvider>
  );
}

interface Shown {
  route: Route;
  view: ComponentType;
}

/** The screen of the route; the one before stays until the code of the next is here. */
function Screen(): ReactNode {
  const route = useScreen((state) => state.route);
  const [shown, setShown] = useState<Shown | null>(() => {
    const view = loadedView(route);
    return view === undefined ? null : { route, view };
  });
  useEffect(() => {
    let stale = false;
    void loadView(route).then((view) => {
      if (!stale) startTransition(() => setShown({ route, view }));
    });
    return () => {
      stale = true;
    };
  }, [route]);
  if (shown === null) return null;
  const View = shown.view;
  return (
    <ViewBoundary key={shown.route}>
      <View />
    </ViewBoundary>
  );
}
