import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../../storage/changes.ts';

/**
 * Makes a mention a conversation that waits for an answer; one that is there already is opened again.
 * @param now UTC milliseconds
 * @returns the conversation's id
 */
export function openConversation(
  change: Change,
  { brandId, itemId }: { brandId: string; itemId: number },
  now: number,
): string {
  const known = change.write.get<{ id: string }>(
    'SELECT id FROM conversation WHERE brand_id = ? AND item = ?',
    [brandId, itemId],
  );
  if (known) {
    change.update('conversation', known.id, { state: 'open', answered_at: null });
    return known.id;
  }
  const id = uuidv7();
  change.insert('conversation', {
    id,
    brand_id: brandId,
    item: itemId,
    state: 'open',
    draft: '',
    opened_at: now,
    answered_at: null,
  });
  return id;
}
