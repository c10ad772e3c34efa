import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../../storage/changes.ts';

/** The mention's own conversation, or that of an account's thread which the mention is part of. */
const KNOWN = `SELECT id FROM conversation WHERE brand_id = :brandId AND item = :itemId
  UNION ALL
  SELECT c.id FROM item i JOIN connector n ON n.key = i.connector JOIN thread_entry e ON e.ident = i.ident
    JOIN conversation c ON c.id = e.conversation_id AND c.brand_id = :brandId
    JOIN account a ON a.id = c.account_id AND a.connector = n.id WHERE i.id = :itemId
  LIMIT 1`;

/**
 * Makes a mention a conversation that waits for an answer; one that is there already is opened again.
 * @param now UTC milliseconds
 * @returns the conversation's id
 */
export function openConversation(
  change: Change,
  of: { brandId: string; itemId: number },
  now: number,
): string {
  const known = change.write.get<{ id: string }>(KNOWN, of);
  if (known) {
    change.update('conversation', known.id, { state: 'open', answered_at: null, snoozed_until: null });
    return known.id;
  }
  const id = uuidv7();
  const item = change.write.get<{ at: number }>('SELECT published_at AS at FROM item WHERE id = ?', [
    of.itemId,
  ]);
  change.insert('conversation', {
    id,
    brand_id: of.brandId,
    item: of.itemId,
    account_id: null,
    thread: null,
    state: 'open',
    draft: '',
    opened_at: now,
    said_at: item?.at ?? now,
    answered_at: null,
    snoozed_until: null,
  });
  return id;
}
