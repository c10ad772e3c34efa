// npm run docs:networks: writes docs/networks.md from what the connectors declare. With --check, only says whether it is fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';

await main(async (args) => {
  const [{ connectors }, { networksPage }, prettier] = await Promise.all([
    import('../src/main/engine/connectors/index.ts'),
    import('./lib/networks-page.mjs'),
    import('prettier'),
  ]);
  const file = join(root, 'docs', 'networks.md');
  const style = await prettier.resolveConfig(file);
  const page = await prettier.format(networksPage(connectors.values()), { ...style, filepath: file });
  if (!args.includes('--check')) {
    writeFileSync(file, page);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === page) return 0;
  process.stdout.write('docs/networks.md is not what the connectors say: run npm run docs:networks\n');
  return 1;
});
