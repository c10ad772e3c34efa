import type { ReadHandle, WriteHandle } from './handles.ts';

/** How often a source is checked while a crisis lasts, in minutes. */
const CRISIS_INTERVAL = 5;

/**
 * Whether everything that would leave this machine by itself is held, because a crisis room is open. Read from
 * the open rooms and kept nowhere else, so that undoing a start or an end can never leave the queues behind.
 */
export const queuesPaused = (read: ReadHandle): boolean =>
  read.get(
    `SELECT 1 FROM crisis c JOIN brand b ON b.id = c.brand_id
     WHERE c.ended_at IS NULL AND b.archived_at IS NULL LIMIT 1`,
  ) !== undefined;

/** The interval a source is collected in now, in minutes: its own, or shorter while a crisis lasts. */
export const paceOf = (read: ReadHandle, intervalMinutes: number): number =>
  queuesPaused(read) ? Math.min(intervalMinutes, CRISIS_INTERVAL) : intervalMinutes;

/** Makes healthy sources due at once. Those in trouble keep their time: somebody may have asked us to wait. */
export function bringForward(write: WriteHandle, now: number): void {
  write.run("UPDATE source_state SET next_due_at = ? WHERE status = 'ok' AND next_due_at > ?", [now, now]);
}
