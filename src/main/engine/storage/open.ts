import Database from 'better-sqlite3';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockedReason } from '../protocol.ts';
import { SqliteHandle, type ReadHandle, type WriteHandle } from './handles.ts';
import { MEDIA_FOLDER } from './media-files.ts';
import { migrations, newestVersion } from './migrations/index.ts';

export const DATABASE_FILE = 'earshot.sqlite';

/** The workspace cannot be opened; nothing in the file was changed. */
export class WorkspaceBlocked extends Error {
  readonly reason: BlockedReason;
  constructor(reason: BlockedReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'WorkspaceBlocked';
    this.reason = reason;
  }
}

export interface Storage {
  readonly folder: string;
  readonly file: string;
  readonly read: ReadHandle;
  readonly write: WriteHandle;
  /** Writes a compact, consistent copy of the database to a file that must not exist yet. */
  copyTo(file: string): void;
  close(): void;
}

/**
 * Opens (or makes) the workspace in `folder` and brings it to the newest version. Before a migration of a file
 * with content, a copy is put into `backups/`.
 * @throws WorkspaceBlocked
 */
export function openStorage(folder: string): Storage {
  mkdirSync(join(folder, MEDIA_FOLDER), { recursive: true });
  const file = join(folder, DATABASE_FILE);
  const writer = openChecked(file);
  try {
    migrate(writer, folder);
    writer.pragma('foreign_keys = ON');
    const reader = new Database(file, { readonly: true });
    reader.pragma('query_only = ON');
    reader.pragma('cache_size = -65536');
    reader.pragma('busy_timeout = 5000');
    return assemble(folder, file, writer, reader);
  } catch (error) {
    writer.close();
    throw blocked(error);
  }
}

function openChecked(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    // Asked first and alone: a file from a newer Earshot must be left exactly as it is, journal mode included.
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version > newestVersion) {
      throw new WorkspaceBlocked(
        'newer-version',
        `This workspace was last used by a newer Earshot (data version ${version}, this one knows ${newestVersion}). Nothing was changed. Install the newer version to open it.`,
      );
    }
    database.pragma('busy_timeout = 5000');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('wal_autocheckpoint = 16000');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    return database;
  } catch (error) {
    database?.close();
    throw blocked(error);
  }
}

function blocked(error: unknown): WorkspaceBlocked {
  if (error instanceof WorkspaceBlocked) return error;
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new WorkspaceBlocked(
      'damaged',
      'The workspace file is damaged and was left as it is. Restore a backup, or check the disk.',
      error,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new WorkspaceBlocked(
      'locked',
      'Another program has this workspace open. Close it and try again.',
      error,
    );
  }
  if (code === 'SQLITE_FULL' || (error instanceof Error && error.message.includes('ENOSPC'))) {
    return new WorkspaceBlocked('no-space', 'The disk is full. Free some space and try again.', error);
  }
  const why = error instanceof Error ? error.message : String(error);
  return new WorkspaceBlocked('unknown', `The workspace could not be opened: ${why}.`, error);
}

function migrate(database: Database.Database, folder: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  const due = migrations.filter((migration) => migration.version > version);
  if (due.length === 0) return;
  if (version > 0) keepCopy(database, folder, version);
  for (const migration of due) {
    database
      .transaction(() => {
        database.exec(migration.sql);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

/** A migration that goes wrong must leave a file to go back to, and that file must itself be sound. */
function keepCopy(database: Database.Database, folder: string, version: number): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const copy = join(backups, `before-update-from-${version}.sqlite`);
  if (existsSync(copy)) rmSync(copy);
  database.prepare('VACUUM INTO ?').run(copy);
  const check = new Database(copy, { readonly: true });
  try {
    if (check.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new WorkspaceBlocked(
        'damaged',
        'The copy made before updating the workspace is not sound; the update was not started. Check the disk.',
      );
    }
  } finally {
    check.close();
  }
}

function assemble(
  folder: string,
  file: string,
  writer: Database.Database,
  reader: Database.Database,
): Storage {
  return {
    folder,
    file,
    read: new SqliteHandle(reader),
    write: new SqliteHandle(writer),
    copyTo(target) {
      writer.prepare('VACUUM INTO ?').run(target);
    },
    close() {
      reader.close();
      if (writer.open) {
        writer.pragma('analysis_limit = 400');
        writer.pragma('optimize');
        writer.close();
      }
    },
  };
}
