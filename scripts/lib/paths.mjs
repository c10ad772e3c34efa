import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the scripts keep inside the repository, ignored by git. */
export const localCache = join(root, '.cache');

/** What is worth keeping between clones: runtimes and native builds. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'earshot');

/** A file or folder of an installed package. */
export function installed(...parts) {
  return join(root, 'node_modules', ...parts);
}

/** The Node that the project pins; the `node` package puts it there. */
export function pinnedNode() {
  const exe = installed('node', 'bin', 'node.exe');
  return existsSync(exe) ? exe : installed('node', 'bin', 'node');
}

/** True where Chromium refuses its sandbox because the user is root. */
export const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** SHA-256 of a text or buffer, in hex. */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}
