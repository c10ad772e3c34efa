// npm run check: types, lint, format, translations, architecture. All of them run, whatever fails.
import { main } from './lib/main.mjs';

await main(async () => {
  const { runChecks } = await import('./lib/checks.mjs');
  const { failed } = await runChecks();
  return failed === 0 ? 0 : 1;
});
