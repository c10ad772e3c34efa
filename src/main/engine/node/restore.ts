import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EarshotError } from '#shared/model/result.ts';
import { unpackMedia } from '../storage/backup-media.ts';
import { lockWorkspace } from '../storage/lock.ts';
import { newestVersion } from '../storage/migrations/index.ts';
import { DATABASE_FILE } from '../storage/open.ts';

/**
 * Makes sure a file is a sound Earshot workspace that this version can open. The file is not changed.
 * @throws EarshotError `invalid`, saying what is wrong with the file
 */
export function checkBackup(file: string): void {
  const refuse = (why: string): EarshotError =>
    new EarshotError('invalid', `${file} ${why}. Nothing was changed.`, { details: { file } });
  if (!existsSync(file)) throw refuse('does not exist');
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const version = Number(database.pragma('user_version', { simple: true }));
    const known = database.prepare(
      "SELECT count(*) AS n FROM sqlite_master WHERE name IN ('workspace', 'item', 'change_log')",
    );
    const row = known.get() as { n: number } | undefined;
    if (row?.n !== 3) throw refuse('is not an Earshot workspace');
    if (version > newestVersion) throw refuse('comes from a newer Earshot; install that version first');
    if (database.pragma('quick_check', { simple: true }) !== 'ok') throw refuse('is damaged');
  } catch (error) {
    if (error instanceof EarshotError) throw error;
    throw refuse('is not an Earshot workspace');
  } finally {
    database?.close();
  }
}

/**
 * Puts a backup in place of the workspace in `folder`, which must not be open. The present database is kept
 * beside it as `before-restore-….sqlite` in `backups/`, and every image stays in `media/`, where those of the backup are
 * added. A crash leaves the old or the new file whole.
 * @returns where the present database was kept, null when there was none
 * @throws EarshotError `invalid` for a bad file; WorkspaceBlocked `locked` when the workspace is in use
 */
export function restoreWorkspace(folder: string, file: string, now: number): string | null {
  checkBackup(file);
  const unlock = lockWorkspace(folder);
  try {
    const target = join(folder, DATABASE_FILE);
    const arriving = `${target}.restoring`;
    rmSync(arriving, { force: true });
    copyFileSync(file, arriving);
    checkBackup(arriving);
    unpackMedia(arriving, folder);
    const kept = keepPresent(folder, target, now);
    // A write-ahead log of the old file must never be replayed into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
    renameSync(arriving, target);
    return kept;
  } finally {
    unlock();
  }
}

function keepPresent(folder: string, target: string, now: number): string | null {
  if (!existsSync(target)) return null;
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const kept = join(backups, `before-restore-${new Date(now).toISOString().replace(/[:.]/g, '-')}.sqlite`);
  try {
    const database = new Database(target);
    database.prepare('VACUUM INTO ?').run(kept);
    database.close();
  } catch {
    // A damaged file cannot be copied cleanly; it is kept byte for byte all the same.
    rmSync(kept, { force: true });
    copyFileSync(target, kept);
  }
  return kept;
}
