import type { Sent } from '../connectors/kit/index.ts';
import type { SettledHook } from '../outbox/outbox.ts';
import { payloadFrom, type ActionRow } from '../outbox/store.ts';
import type { Change } from '../storage/changes.ts';
import { finishChange } from '../storage/commit.ts';
import type { Workspace } from '../storage/workspace.ts';
import { endMentions } from './mentions.ts';
import { entriesOf, writeEntry } from './threads.ts';
import { waiting } from './waiting.ts';

interface Answered {
  id: string;
  brandId: string;
  item: number | null;
  state: 'open' | 'answered' | 'closed';
}

const SWITCHES = { like: 'liked', hide: 'held = 0, hidden', delete: 'gone' } as const;

/** What a conversation makes of an answer, a like or a deletion that left this machine, or could not. */
export const conversationsFollow =
  (workspace: Workspace): SettledHook =>
  (change, row, sent, now) => {
    if (row.conversationId === null) return;
    const conversation = change.write.get<Answered>(
      'SELECT id, brand_id AS brandId, item, state FROM conversation WHERE id = ?',
      [row.conversationId],
    );
    if (!conversation) return;
    switch (row.kind) {
      case 'reply':
        if (row.state !== 'sent') {
          // Closed together with its answer, which did not arrive: it waits again.
          if (row.state === 'failed') change.update('conversation', conversation.id, { state: 'open' });
          return;
        }
        if (sent !== null) keepAnswer(change, { ...row, kind: row.kind }, sent, now);
        endWaiting(workspace, change, conversation, row.accountId, now);
        return;
      case 'like':
      case 'hide':
      case 'delete': {
        if (row.state !== 'sent') return;
        const what = { ...row, kind: row.kind };
        const payload = payloadFrom(what);
        change.write.run(
          `UPDATE thread_entry SET ${SWITCHES[what.kind]} = ? WHERE conversation_id = ? AND ident = ?`,
          ['on' in payload ? Number(payload.on) : 1, conversation.id, payload.ident],
        );
        return;
      }
      case 'publish':
      case 'edit':
    }
  };

/** The answer is seen in its thread at once; when the network brings it back, it is the same entry. */
function keepAnswer(change: Change, row: ActionRow & { kind: 'reply' }, sent: Sent, now: number): void {
  const payload = payloadFrom(row);
  // What waited to be let through was let through with its answer.
  change.write.run('UPDATE thread_entry SET held = 0 WHERE conversation_id = ? AND ident = ?', [
    row.conversationId,
    payload.to,
  ]);
  const account = change.write.get<{ ident: string; name: string; handle: string; url: string }>(
    'SELECT ident, name, handle, url FROM account WHERE id = ?',
    [row.accountId],
  );
  const known = change.write.get('SELECT 1 FROM thread_entry WHERE conversation_id = ? AND ident = ?', [
    row.conversationId,
    sent.ident,
  ]);
  if (known || row.conversationId === null) return;
  const entry = {
    ident: sent.ident,
    parent: payload.to,
    kind: payload.private ? 'message' : 'comment',
    text: payload.text,
    author: account
      ? { ident: account.ident, name: account.name || account.handle, url: account.url, followers: null }
      : null,
    own: true,
    at: now,
    url: sent.url,
    attachments: [],
    liked: false,
    hidden: false,
    gone: false,
    rating: null,
    private: payload.private,
  } as const;
  writeEntry(change, row.conversationId, entry, { opinion: undefined, now });
}

function endWaiting(
  workspace: Workspace,
  change: Change,
  { id, brandId, item, state }: Answered,
  accountId: string,
  now: number,
): void {
  const oldest = waiting(entriesOf(change.write, id))[0];
  if (oldest !== undefined) change.update('conversation', id, { said_at: oldest.at });
  else if (state === 'open') {
    change.update('conversation', id, { state: 'answered', answered_at: now, snoozed_until: null });
  }
  if (item !== null) change.update('conversation', id, { account_id: accountId });
  endMentions(workspace, change, { id, brandId });
  finishChange(workspace, change);
}
