import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { localCache } from './paths.mjs';
import { say } from './print.mjs';

/** No step takes this long, so a lock this old was left by a machine that went down. */
const STALE_MS = 30 * 60_000;

/**
 * Runs `work` while no other process holds the lock `name` in `folder`.
 * The lock is a file with the holder's process id; a holder that died loses it.
 */
export async function withLock(name, work, folder = localCache) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  let told = false;
  while (!tryLock(file)) {
    if (!told) say(`Waiting for another Earshot command to finish its set-up (${name}).`);
    told = true;
    await sleep(250);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // A link appears with its content or not at all, and fails when the lock is taken.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isStale(file)) {
      try {
        renameSync(file, `${mine}.old`);
        rmSync(`${mine}.old`, { force: true });
      } catch {
        // Another process was quicker to clear it away.
      }
    }
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
