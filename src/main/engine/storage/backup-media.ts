import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, MEDIA_FOLDER, writeMediaFile } from './media-files.ts';

/**
 * A backup is one file: the images of the media folder travel in a table of its own, `media_file`, which a workspace never
 * has. They are compressed already and named by their content, so each is there once and packs no further.
 */
const TABLE = 'CREATE TABLE media_file(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT';
/** What `MediaFiles` names its files: nothing else is ever read from, or written to, the folder. */
const NAME = /^[0-9a-f]{32}\.(?:jpg|png|webp)$/;

export interface Packed {
  /** Files put in. */
  files: number;
  /** Files the workspace knows but no longer has. */
  missing: number;
}

/** Puts every image that a workspace's rows name into its backup, which nobody has open. @throws when the disk is full */
export function packMedia(backup: string, folder: string): Packed {
  const database = new Database(backup);
  try {
    database.exec(TABLE);
    const names = database
      .prepare<[], { file: string }>('SELECT DISTINCT file FROM media ORDER BY file')
      .all();
    const insert = database.prepare('INSERT INTO media_file(name, bytes) VALUES(?, ?)');
    const packed: Packed = { files: 0, missing: 0 };
    database.transaction(() => {
      for (const { file } of names) {
        const bytes = readWhole(folder, file);
        if (bytes === null) packed.missing += 1;
        else {
          insert.run(file, bytes);
          packed.files += 1;
        }
      }
    })();
    return packed;
  } finally {
    database.close();
  }
}

function readWhole(folder: string, file: string): Buffer | null {
  const path = join(folder, MEDIA_FOLDER, file);
  if (!NAME.test(file) || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  return file.startsWith(digestOf(bytes)) ? bytes : null;
}

/**
 * Takes the images out of a copy of a backup into the media folder, and leaves the copy a plain workspace. What is in the
 * folder already stays, unless it is damaged. A backup made before images travelled along has none.
 */
export function unpackMedia(copy: string, folder: string): void {
  const database = new Database(copy);
  try {
    const has = database
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'media_file'")
      .get();
    if (has === undefined) return;
    mkdirSync(join(folder, MEDIA_FOLDER), { recursive: true });
    const rows = database.prepare<[], { name: string; bytes: Buffer }>('SELECT name, bytes FROM media_file');
    for (const { name, bytes } of rows.iterate()) {
      // A file from elsewhere may name anything: only what is what its name says is taken.
      if (!NAME.test(name) || !name.startsWith(digestOf(bytes)) || readWhole(folder, name) !== null) continue;
      writeMediaFile(folder, name, bytes);
    }
    database.exec('DROP TABLE media_file');
    database.exec('VACUUM');
  } finally {
    database.close();
  }
}
