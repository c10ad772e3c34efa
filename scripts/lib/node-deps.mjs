import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { withLock } from './lock.mjs';
import { installed, pinnedNode, root, sha256 } from './paths.mjs';
import { reason, say, Stop } from './print.mjs';
import { capture, npm } from './spawn.mjs';

const lockfile = join(root, 'package-lock.json');
const stamp = installed('.earshot-lockfile');

/** Installs what the lockfile names, unless it is there already; cheap when it is. */
export async function ensureNodeModules() {
  if (isReady()) return;
  await withLock('install', async () => {
    if (isReady()) return;
    if (!matchesLockfile()) await install();
    if (!existsSync(pinnedNode())) await installNode();
    writeFileSync(stamp, lockfileHash());
  });
}

function lockfileHash() {
  return sha256(readFileSync(lockfile));
}

function isReady() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash() && existsSync(pinnedNode());
}

/** True when somebody ran `npm ci` before us: npm's own record of what it installed equals the lockfile. */
function matchesLockfile() {
  const record = installed('.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

async function install() {
  say('Installing the packages of the lockfile (npm ci) …');
  const { command, args } = npm('ci', '--no-audit', '--no-fund');
  const { code, stderr } = await capture(command, args, { cwd: root });
  if (code === 0) return;
  if (code === 127)
    throw new Stop('npm was not found: install Node.js 24 from nodejs.org and run this again.');
  throw new Stop(`The packages could not be installed, run \`npm ci\` to see why (${reason(stderr)}).`);
}

/**
 * The `node` package fetches its binary in an install script. package.json allows that script, but a user
 * setting (`ignore-scripts`) can still keep it from running: then it is run here, by itself.
 */
async function installNode() {
  say('Fetching Node 24 …');
  const folder = dirname(dirname(pinnedNode()));
  const { code, stderr } = await capture(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    env: { ...process.env, npm_config_ignore_scripts: 'false' },
  });
  if (code !== 0 || !existsSync(pinnedNode())) {
    throw new Stop(
      `Node 24 could not be fetched from the npm registry: check the connection (${reason(stderr)}).`,
    );
  }
}
