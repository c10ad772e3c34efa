import { v7 as uuidv7 } from 'uuid';
import type { ReadHandle, WriteHandle } from './handles.ts';

/** Facts about the workspace itself, as opposed to settings a person changes. */
export type WorkspaceKey = 'id' | 'device' | 'created_at' | 'sample' | 'last_run_at';

export function readWorkspaceValue(read: ReadHandle, key: WorkspaceKey): string | null {
  return read.get<{ value: string }>('SELECT value FROM workspace WHERE key = ?', [key])?.value ?? null;
}

export function writeWorkspaceValue(write: WriteHandle, key: WorkspaceKey, value: string): void {
  write.run(
    'INSERT INTO workspace(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}

/** Gives a new workspace its identity; does nothing to one that has it. */
export function ensureIdentity(write: WriteHandle, now: number): void {
  write.transaction(() => {
    if (readWorkspaceValue(write, 'id') !== null) return;
    writeWorkspaceValue(write, 'id', uuidv7());
    writeWorkspaceValue(write, 'device', uuidv7().slice(-12));
    writeWorkspaceValue(write, 'created_at', String(now));
  });
}

export const isSample = (read: ReadHandle): boolean => readWorkspaceValue(read, 'sample') === '1';
