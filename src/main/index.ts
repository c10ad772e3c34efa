import { app } from 'electron';
import type * as Cli from './cli.ts';

// Electron waits for this module before it is ready, so nothing here may wait for that in turn. A command
// of the terminal may be waited for: it ends the process and needs no window.
const at = process.argv.indexOf('--cli');
if (at === -1) {
  const { startShell } = await import('./shell/start.ts');
  startShell(import.meta.dirname);
} else {
  // By address, not by name: the bundler must leave it the file of its own that it is.
  const cli = (await import(new URL('cli.mjs', import.meta.url).href)) as typeof Cli;
  app.exit(await cli.runCli(process.argv.slice(at + 1)));
}
