import { ReasonParams } from '#shared/contract/common.ts';
import type { Outgoing } from '#shared/contract/inbox.ts';
import { payloadFrom, ACTION_COLUMNS, type ActionRow } from '../../outbox/store.ts';
import type { ReadHandle } from '../../storage/handles.ts';

/** What of a conversation is on its way out or could not leave, oldest first. */
export const outgoingOf = (read: ReadHandle, conversationId: string): Outgoing[] =>
  read
    .all<ActionRow>(
      `SELECT ${ACTION_COLUMNS} FROM action a WHERE a.conversation_id = ? AND a.state NOT IN ('sent', 'cancelled')
       ORDER BY a.created_at, a.id`,
      [conversationId],
    )
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      ...about(row),
      dueAt: row.dueAt,
      createdAt: row.createdAt,
      reasonCode: row.reasonCode,
      reasonParams: ReasonParams.parse(JSON.parse(row.reasonParams)),
      reason: row.reason,
      retryable: row.retryable === 1,
    }));

function about(row: ActionRow): Pick<Outgoing, 'ident' | 'on' | 'text'> {
  switch (row.kind) {
    case 'reply': {
      const { to, text } = payloadFrom({ ...row, kind: row.kind });
      return { ident: to, on: true, text };
    }
    case 'like':
    case 'hide': {
      const { ident, on } = payloadFrom({ ...row, kind: row.kind });
      return { ident, on, text: '' };
    }
    case 'delete':
    case 'edit':
      return { ident: payloadFrom({ ...row, kind: row.kind }).ident, on: true, text: '' };
    case 'publish':
      return { ident: '', on: true, text: payloadFrom({ ...row, kind: row.kind }).text };
  }
}
