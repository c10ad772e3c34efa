import createCache from '@emotion/cache';
import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app/App.tsx';
import { startAppState } from './app/appState.ts';
import { followJobs } from './app/jobs.ts';
import { awaitLeaving } from './app/leaving.ts';
import { useScreen } from './app/state.ts';
import { loadView, warmViews } from './app/views.ts';
import { connectCache } from './client/index.ts';
import { listenForShortcuts } from './ui/shortcuts.ts';

// zod would compile its checks with `new Function`, which the page's policy forbids.
config({ jitless: true });

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');

// Empty without a policy that hands out nonces; while developing, Vite writes one into the page.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const cache = createCache({ key: 'earshot', prepend: true, ...(nonce === undefined ? {} : { nonce }) });

connectCache();
followJobs();
awaitLeaving();
listenForShortcuts();
await startAppState();
// The first screen's code is here before the first render: no fallback to look at.
await loadView(useScreen.getState().route);
createRoot(root).render(<App cache={cache} />);
warmViews();
