import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { linkTree, makeFolder, remove } from './files.mjs';
import { withLock } from './lock.mjs';
import { installed, localCache, root, sha256 } from './paths.mjs';
import { sqliteForNodeApi9 } from './sqlite-build.mjs';

/** How many layouts stay: an app that is still running from an older one must not lose its files. */
const KEEP = 3;

/**
 * Lays the built app out as it is in an installed copy, inside a linked copy of the runtime, for a runtime
 * that cannot be pointed at a folder. `buildId` is the fingerprint of the build. Gives the program to start.
 */
export async function layApp(electron, buildId) {
  const layouts = join(localCache, 'layouts');
  const folder = join(layouts, sha256(`${electron.dist} ${buildId}`).slice(0, 16));
  const executable = join(folder, 'electron');
  if (existsSync(executable)) return executable;
  const sqlite = electron.nodeApi < 10 ? await sqliteForNodeApi9() : undefined;
  await withLock('layout', async () => {
    if (existsSync(executable)) return;
    await makeFolder(folder, (part) => {
      linkTree(electron.dist, part);
      fillApp(join(part, 'resources', 'app'), sqlite);
    });
    sweep(layouts, folder);
  });
  return executable;
}

function fillApp(app, sqlite) {
  mkdirSync(app, { recursive: true });
  const { name, productName, version, type, main } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name, productName, version, type, main }, null, 2),
  );
  for (const folder of ['out', 'assets']) cpSync(join(root, folder), join(app, folder), { recursive: true });
  const database = join(app, 'node_modules', 'better-sqlite3');
  for (const part of ['package.json', 'lib', ...(sqlite ? [] : ['prebuilds'])]) {
    cpSync(installed('better-sqlite3', part), join(database, part), { recursive: true });
  }
  cpSync(installed('@img', 'sharp-wasm32'), join(app, 'node_modules', '@img', 'sharp-wasm32'), {
    recursive: true,
  });
  if (sqlite) cpSync(sqlite, join(database, 'build', 'Release', 'better_sqlite3.node'));
}

function sweep(layouts, current) {
  const others = readdirSync(layouts)
    .map((name) => join(layouts, name))
    .filter((path) => path !== current && !path.includes('.part-'))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of others.slice(KEEP - 1)) remove(path);
}
