import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureServerPackages } from './debian.mjs';
import { withLock } from './lock.mjs';
import { pinnedNode, root, sha256, userCache } from './paths.mjs';
import { reason, say, Stop } from './print.mjs';
import { capture, npm, toolEnv } from './spawn.mjs';

// A folder of its own: a package.json above the tests would take the app's imports from them.
const folder = join(root, 'tests', 'real', 'servers');
const lockfile = join(folder, 'package-lock.json');

/**
 * Makes the real servers available that connectors are tested against: Debian's packages, and those of
 * `tests/real/servers/package.json`, which are kept between clones and linked into the folder.
 */
export async function ensureRealServers() {
  if (process.platform !== 'linux') {
    throw new Stop('The tests against real servers run on Debian-like Linux only.');
  }
  await ensureServerPackages();
  await withLock('real', installPackages);
}

async function installPackages() {
  const hash = sha256(readFileSync(lockfile)).slice(0, 16);
  const kept = join(userCache, 'real', hash);
  const stamp = join(kept, '.complete');
  if (!existsSync(stamp)) {
    say('Installing the real servers of the connectors\u2019 tests (npm ci) \u2026');
    mkdirSync(kept, { recursive: true });
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(folder, name), join(kept, name));
    const { command, args } = npm('ci', '--no-audit', '--no-fund');
    // Native parts must fit the Node that will run them, whatever this machine's own npm settings say.
    const env = toolEnv({
      npm_config_nodedir: dirname(dirname(pinnedNode())),
      npm_config_ignore_scripts: 'true',
    });
    const { code, stderr } = await capture(command, args, { cwd: kept, env });
    if (code !== 0) {
      throw new Stop(
        `The packages of tests/real/servers could not be installed, run \`npm ci\` there to see why (${reason(stderr)}).`,
      );
    }
    writeFileSync(stamp, '');
  }
  const link = join(folder, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(join(kept, 'node_modules'), link, 'dir');
}
