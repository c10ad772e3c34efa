// npm run bench: measures the app and the engine. A name runs only that one: `npm run bench -- storage`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { Stop } from './lib/print.mjs';

await main(async ([name, ...args]) => {
  const { run, toolEnv } = await import('./lib/spawn.mjs');
  const folder = join(root, 'bench');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const all = files.filter((file) => file.endsWith('.bench.ts'));
  const chosen = name === undefined ? all : all.filter((file) => file === `${name}.bench.ts`);
  if (chosen.length === 0) {
    const known = all.map((file) => file.replace('.bench.ts', '')).join(', ');
    throw new Stop(`There is no benchmark of that name; the ones here are: ${known || 'none'}.`);
  }
  let worst = 0;
  for (const file of chosen.sort()) {
    const flags = ['--disable-warning=ExperimentalWarning', join(folder, file), ...args];
    worst = Math.max(worst, await run(process.execPath, flags, { cwd: root, env: toolEnv() }));
  }
  return worst;
});
