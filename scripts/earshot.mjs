// npm run --silent earshot -- <command> …: Earshot's engine in the terminal, straight from the sources.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { followParent } from './lib/follow-parent.mjs';
import { ensureNodeModules } from './lib/node-deps.mjs';
import { pinnedNode, root } from './lib/paths.mjs';
import { run, toolEnv } from './lib/spawn.mjs';

// Run by hand it may outlive its shell, as with nohup; run by npm it must not outlive npm.
if (process.env.npm_lifecycle_event) followParent();
try {
  await ensureNodeModules();
  const follow = pathToFileURL(join(root, 'scripts', 'lib', 'follow-parent-now.mjs')).href;
  const cli = join(root, 'src', 'main', 'cli.ts');
  const flags = ['--disable-warning=ExperimentalWarning', '--import', follow];
  process.exitCode = await run(pinnedNode(), [...flags, cli, ...process.argv.slice(2)], { env: toolEnv() });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
