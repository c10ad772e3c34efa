import { create } from 'zustand';
import { call, RequestError } from '#renderer/client/transport.ts';
import { failureText } from './i18n/failure.ts';
import { i18n } from './i18n/index.ts';

export interface Notice {
  message: string;
  /** The change that the Undo button takes back. */
  undo?: string | null;
  severity?: 'info' | 'success' | 'warning' | 'error';
}

interface Notices {
  queue: readonly (Notice & { id: number })[];
}

export const useNotices = create<Notices>()(() => ({ queue: [] }));
let lastId = 0;
const longestQueue = 5;

/** Shows a snackbar; several wait for one another. With `undo`, it carries an Undo button. */
export function notify(notice: Notice): void {
  lastId += 1;
  const entry = { ...notice, id: lastId };
  useNotices.setState(({ queue }) => ({ queue: [...queue, entry].slice(-longestQueue) }));
}

/** Says why something failed; a request that was cancelled on purpose stays silent. */
export function notifyFailure(error: unknown): void {
  if (error instanceof RequestError && error.failure.code === 'cancelled') return;
  notify({ message: failureText(error), severity: 'error' });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ queue }) => ({ queue: queue.filter((notice) => notice.id !== id) }));
}

/** Takes back one change, or the last one that can be taken back, and says so. */
export async function undoLast(changeId: string | null = null): Promise<void> {
  try {
    const { undone } = await call('history.undo', { changeId });
    notify({ message: i18n.t(undone === null ? 'common.undo.nothing' : 'common.undo.done') });
  } catch (error) {
    notifyFailure(error);
  }
}
