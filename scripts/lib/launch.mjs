import { layApp } from './app-layout.mjs';
import { ensureBuild } from './build.mjs';
import { findElectron } from './electron-runtime.mjs';
import { isLinuxRoot, root } from './paths.mjs';
import { Stop } from './print.mjs';

/** Chromium refuses its sandbox to root; these belong to development and tests only. */
export const rootFlags = isLinuxRoot ? ['--no-sandbox', '--disable-gpu'] : [];

/**
 * What starts the app of this repository: the program, the arguments that go before any others, and the whole
 * environment. Fetches Electron and builds first where that is due.
 */
export async function launchPlan() {
  const [electron, buildId] = await Promise.all([findElectron(), ensureBuild()]);
  const env = appEnv();
  if (electron.opensFolders && electron.nodeApi >= 10) {
    return { executablePath: electron.executable, args: [root, ...rootFlags], env };
  }
  if (process.platform !== 'linux') {
    throw new Stop('The Electron in use is too old for Earshot: set one of version 35 or newer, or none.');
  }
  return { executablePath: await layApp(electron, buildId), args: [...rootFlags], env };
}

/** This environment without what would turn Electron into something else. */
export function appEnv() {
  const env = { ...process.env };
  for (const name of ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']) delete env[name];
  return env;
}
