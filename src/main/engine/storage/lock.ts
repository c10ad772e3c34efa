import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceBlocked } from './open.ts';

/**
 * Only one engine collects into a workspace. The lock is an open transaction on a small file of its own, so the
 * operating system gives it up when the process dies, however it dies.
 * @returns a function that releases it
 * @throws WorkspaceBlocked `locked` when somebody else holds it
 */
export function lockWorkspace(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'lock.sqlite'));
  try {
    database.pragma('busy_timeout = 300');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new WorkspaceBlocked(
      'locked',
      'Earshot is already running with this workspace. Close the other one, then try again.',
      error,
    );
  }
  return () => {
    if (!database.open) return;
    database.exec('ROLLBACK');
    database.close();
  };
}
