import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fingerprint, remove } from './files.mjs';
import { withLock } from './lock.mjs';
import { installed, root } from './paths.mjs';
import { say, Stop } from './print.mjs';
import { capture, toolEnv } from './spawn.mjs';

const out = join(root, 'out');
const stamp = join(out, '.sources');

/** Builds out/ when a source changed since the last build. Gives the build's own fingerprint. */
export async function ensureBuild() {
  const sources = sourcesNow();
  if (isFresh(sources)) return fingerprint(out);
  return withLock('build', async () => {
    if (isFresh(sources)) return fingerprint(out);
    say('Building …');
    remove(out);
    const args = [installed('vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn'];
    // A test runner has its own NODE_ENV; what it starts must still be what ships.
    const env = toolEnv({ NODE_ENV: 'production' });
    const { code, stdout, stderr } = await capture(process.execPath, args, { cwd: root, env });
    if (code !== 0) {
      const lines = (stdout + stderr).split('\n').filter((line) => !/^\s+at /.test(line));
      process.stderr.write(`${lines.join('\n').trim()}\n`);
      throw new Stop('The build failed: the lines above say where.');
    }
    writeFileSync(stamp, sources);
    return fingerprint(out);
  });
}

function sourcesNow() {
  const names = ['src', 'assets', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
  return fingerprint(...names.map((name) => join(root, name)));
}

function isFresh(sources) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}
