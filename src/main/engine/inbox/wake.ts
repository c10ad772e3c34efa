import type { MakeService } from '../services.ts';

/** Conversations whose snooze has ended wait again. Not a step of undo: the person chose the time. */
export const wakeConversations: MakeService = ({ workspace, emitChanged }) => ({
  tick(now) {
    const due = workspace.read.all<{ id: string }>(
      "SELECT id FROM conversation WHERE state = 'open' AND snoozed_until <= ?",
      [now],
    );
    if (due.length === 0) return;
    workspace.write.transaction(() => {
      const change = workspace.changes.begin({ request: 'conversations.woke', undoable: false });
      for (const { id } of due) change.update('conversation', id, { snoozed_until: null });
    });
    emitChanged(['inbox', 'history']);
  },
});
