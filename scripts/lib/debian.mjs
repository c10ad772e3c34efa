import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { withLock } from './lock.mjs';
import { say, Stop } from './print.mjs';
import { capture } from './spawn.mjs';

/** The shared libraries that Electron loads, and the Debian packages that hold them. */
const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
};

const FONTS = ['fonts-noto-core', 'fonts-noto-color-emoji'];
/** The real servers that connectors are tested against: a program of each, and its Debian package. */
const SERVERS = {
  '/usr/lib/postgresql': 'postgresql',
  '/usr/bin/redis-server': 'redis-server',
  '/usr/share/wordpress': 'wordpress',
  '/usr/bin/php': 'php-cli',
  '/usr/sbin/mariadbd': 'mariadb-server',
};
const COMPILER = { 'g++': 'g++', make: 'make', python3: 'python3' };

/** Makes sure that Electron can load and, where there is no display, that it has one and letters to draw. */
export async function ensureDesktopPackages() {
  if (process.platform !== 'linux') return;
  const present = (await capture('/sbin/ldconfig', ['-p'])).stdout;
  const needed = Object.entries(LIBRARIES).flatMap(([file, name]) => (present.includes(file) ? [] : [name]));
  if (hasDisplay()) return ensure(needed, []);
  if (!onPath('Xvfb')) needed.push('xvfb');
  await ensure(needed, hasFonts() ? [] : FONTS);
}

/** Makes sure that a C++ compiler, make and Python are there. */
export async function ensureCompiler() {
  const missing = Object.entries(COMPILER).flatMap(([tool, name]) => (onPath(tool) ? [] : [name]));
  await ensure(missing, []);
}

/** Makes sure that the real servers of `npm run test:real` are installed; none of them is started here. */
export async function ensureServerPackages() {
  const missing = Object.entries(SERVERS).flatMap(([path, name]) => (existsSync(path) ? [] : [name]));
  // PHP without its drivers is of no use to WordPress; they come with it or not at all.
  if (missing.includes('php-cli') || missing.includes('wordpress')) missing.push('php-mysql', 'php-gd');
  await ensure(missing, []);
}

/** True when windows can be shown: an X or Wayland display on Linux, always elsewhere. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** `needed` must be installed; `wanted` only improves things and never stops anything. */
async function ensure(needed, wanted) {
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (needed.length === 0 && (wanted.length === 0 || !canInstall)) return;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Stop(`These are missing, install them with your package manager: ${needed.join(', ')}.`);
  }
  const names = await Promise.all([...needed, ...wanted].map(nameHere));
  if (!canInstall) {
    throw new Stop(`Some system packages are missing, run: sudo apt-get install ${names.join(' ')}`);
  }
  await withLock('apt', () => aptInstall([...needed, ...wanted]));
}

async function aptInstall(packages) {
  say(`Installing system packages: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  await capture('apt-get', [...options, 'update'], { env });
  const names = await Promise.all(packages.map(nameHere));
  const args = [...options, 'install', '-y', '--no-install-recommends', ...names];
  const { code, stderr } = await capture('apt-get', args, { env });
  if (code === 0) return;
  const reason = stderr.split('\n').find((line) => line.startsWith('E:')) ?? 'see apt-get';
  throw new Stop(`System packages could not be installed: apt-get install ${names.join(' ')} (${reason}).`);
}

/** Newer Debian and Ubuntu renamed libraries for 64-bit time; the new name wins where it exists. */
async function nameHere(name) {
  if (!name.startsWith('lib')) return name;
  const { code, stdout } = await capture('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 && stdout !== '' ? `${name}t64` : name;
}

function onPath(tool) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(join(folder, tool)));
}

function hasFonts() {
  const folder = '/usr/share/fonts';
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((f) => /NotoColorEmoji/.test(String(f)))
  );
}
