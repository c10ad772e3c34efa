import { EarshotError } from '#shared/model/result.ts';
import type { Change } from '../storage/changes.ts';
import { moveAction, noReason, readAction, type ActionRow } from './store.ts';

export const ALREADY_OUT = 'This was sent already. Delete it on the network instead.';

/** Whether the network holds a post until its time. */
export const isHeld = (row: Pick<ActionRow, 'state' | 'held' | 'dueAt'>, now: number): boolean =>
  row.state === 'sent' && row.held === 1 && row.dueAt > now;

/**
 * Takes an action back before it leaves.
 * @throws EarshotError `conflict` while it is being sent, or after
 */
export function cancelAction(change: Change, actionId: string, now: number): void {
  const row = readAction(change.write, actionId);
  if (row.state === 'sent') {
    const says = isHeld(row, now) ? 'The network holds this. Withdraw it there first.' : ALREADY_OUT;
    throw new EarshotError('conflict', says);
  }
  moveAction(change, row, 'cancel', { settled_at: now });
}

/** Gives something missed or failed another try at `dueAt`, UTC milliseconds. @throws EarshotError `conflict` */
export function retryAction(change: Change, actionId: string, dueAt: number): void {
  const { state } = readAction(change.write, actionId);
  moveAction(change, { id: actionId }, 'retry', {
    due_at: dueAt,
    next_try_at: null,
    attempts: 0,
    looks: 0,
    settled_at: null,
    // What failed certainly did not arrive, so nothing of it has to be looked for.
    ...(state === 'failed' ? { sending_at: null } : {}),
    ...noReason,
  });
}

/** Moves the time of what has not left yet to `dueAt`, UTC milliseconds. @throws EarshotError `conflict` */
export function rescheduleAction(change: Change, actionId: string, dueAt: number): void {
  const { state } = readAction(change.write, actionId);
  if (state !== 'queued') {
    throw new EarshotError('conflict', 'Only what still waits for its time can be moved.', {
      details: { actionId, state },
    });
  }
  change.update('action', actionId, { due_at: dueAt, next_try_at: null });
}
