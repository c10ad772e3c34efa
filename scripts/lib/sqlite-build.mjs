// better-sqlite3 brings binaries for Node-API 10. An older Electron needs one for Node-API 9, which the same,
// unmodified source gives when its version switch is left out.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ensureCompiler } from './debian.mjs';
import { packPackage, unpackTar } from './fallback-runtime.mjs';
import { makeFolder, remove } from './files.mjs';
import { withLock } from './lock.mjs';
import { installed, userCache } from './paths.mjs';
import { reason, say, Stop } from './print.mjs';
import { capture, toolEnv } from './spawn.mjs';

const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Gives the path of a better_sqlite3.node for Node-API 9, building it once for each version (a minute). */
export async function sqliteForNodeApi9() {
  const { version } = JSON.parse(readFileSync(installed('better-sqlite3', 'package.json'), 'utf8'));
  const folder = join(userCache, `better-sqlite3-${version}-napi9`);
  const file = join(folder, 'better_sqlite3.node');
  if (existsSync(file)) return file;
  await ensureCompiler();
  await withLock(
    'better-sqlite3',
    async () => {
      if (existsSync(file)) return;
      say('Building SQLite for this Electron (about a minute, once) …');
      await makeFolder(folder, build);
    },
    userCache,
  );
  return file;
}

async function build(folder) {
  const work = join(folder, '.work');
  const source = join(work, 'better-sqlite3');
  cpSync(installed('better-sqlite3'), source, { recursive: true });
  cpSync(installed('node-addon-api'), join(source, 'node_modules', 'node-addon-api'), { recursive: true });
  const gyp = installed('node-gyp', 'bin', 'node-gyp.js');
  const args = [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${await fetchHeaders(work)}`];
  const env = toolEnv({ CXXFLAGS: FLAGS });
  const { code, stderr } = await capture(process.execPath, args, { cwd: source, env });
  if (code !== 0) throw new Stop(`SQLite could not be built for this Electron (${reason(stderr)}).`);
  cpSync(join(source, 'build', 'Release', 'better_sqlite3.node'), join(folder, 'better_sqlite3.node'));
  remove(work);
}

/** A folder with Node's headers. The registry's copy of the pinned Node has them, so no other site is asked. */
async function fetchHeaders(work) {
  const { version } = JSON.parse(readFileSync(installed('node', 'package.json'), 'utf8'));
  const folder = join(work, 'node');
  mkdirSync(folder);
  const archive = await packPackage(`node-linux-${process.arch}@${version}`, folder);
  await unpackTar(archive, folder, 'package/include');
  return join(folder, 'package');
}
