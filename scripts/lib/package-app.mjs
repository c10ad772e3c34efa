import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { findElectron } from './electron-runtime.mjs';
import { remove } from './files.mjs';
import { root } from './paths.mjs';
import { say, Stop } from './print.mjs';
import { run, toolEnv } from './spawn.mjs';
import { sqliteForNodeApi9 } from './sqlite-build.mjs';

const dist = join(root, 'dist');

/** The program of the unpacked app that `npm run package` makes for this machine. */
export function packagedProgram() {
  const arm = process.arch === 'arm64' ? '-arm64' : '';
  if (process.platform === 'darwin')
    return join(dist, `mac${arm}`, 'Earshot.app', 'Contents', 'MacOS', 'Earshot');
  if (process.platform === 'win32') return join(dist, `win${arm}-unpacked`, 'Earshot.exe');
  return join(dist, `linux${arm}-unpacked`, 'earshot');
}

/** Makes the unpacked app for this machine, the one that `packagedProgram` names. */
export async function packageApp() {
  const [electron] = await Promise.all([findElectron(), ensureBuild()]);
  remove(dirname(packagedProgram()));
  say('Packaging …');
  const { build, createTargets, Platform } = await import('electron-builder');
  const config = { extends: join(root, 'electron-builder.yml'), ...(await runtimeConfig(electron)) };
  await build({
    projectDir: root,
    targets: createTargets([Platform.current()], 'dir'),
    config,
    publish: 'never',
  });
  if (!existsSync(packagedProgram()))
    throw new Stop('No app came out: run `npx electron-builder --dir` to see why.');
}

/** Makes installers as electron-builder's own arguments ask; needs the internet. Gives the exit code. */
export async function packageInstallers(args) {
  const electron = await findElectron();
  if (electron.version !== ownVersion()) {
    throw new Stop(
      'Installers need the released Electron: connect to the internet and run `npx install-electron`.',
    );
  }
  await ensureBuild();
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  return run(process.execPath, [cli, '--publish', 'never', ...args], { cwd: root, env: toolEnv() });
}

function ownVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

async function runtimeConfig(electron) {
  const runtime = { electronDist: electron.dist, electronVersion: electron.version };
  if (electron.nodeApi >= 10) return runtime;
  const to = 'node_modules/better-sqlite3/build/Release';
  return { ...runtime, files: [{ from: dirname(await sqliteForNodeApi9()), to, filter: ['*.node'] }] };
}
