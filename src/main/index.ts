import { app } from 'electron';

// Electron waits for this module before it is ready, so nothing here may wait for that in turn. A command
// of the terminal may be waited for: it ends the process and needs no window.
const at = process.argv.indexOf('--cli');
if (at === -1) {
  const { startShell } = await import('./shell/start.ts');
  startShell(import.meta.dirname);
} else {
  const { runCli } = await import('./cli.ts');
  app.exit(await runCli(process.argv.slice(at + 1)));
}
