import type { IngestEntry } from '../collect/entries.ts';
import { rawItem, type InboxBatch, type ThreadEntry, type ThreadUpdate } from '../connectors/kit/index.ts';
import type { RawItem } from '#shared/model/item.ts';
import { inboxSource, type InboxOf } from '../storage/about.ts';
import type { Change } from '../storage/changes.ts';
import { stateCode } from '../storage/codes.ts';
import type { WriteHandle } from '../storage/handles.ts';
import { brandKeyOf, setMentionState } from '../storage/mentions-write.ts';
import type { Workspace } from '../storage/workspace.ts';

const PUBLIC: readonly ThreadEntry['kind'][] = ['comment', 'mention', 'review'];

/** Said in public, to or about the account: what counts as heard, tagged or not. Most of what is held is spam. */
const isMention = ({ kind, own, private: between, held, gone, text }: ThreadEntry): boolean =>
  PUBLIC.includes(kind) && !own && !between && held !== true && !gone && text !== '';

/** What of these threads is heard, as items. One that a search finds as well has the same identity, or the same address. */
export const heardIn = (threads: readonly Pick<ThreadUpdate, 'entries'>[]): RawItem[] =>
  threads.flatMap(({ entries }) =>
    entries.filter(isMention).flatMap(
      (entry) =>
        rawItem({
          ident: entry.ident,
          kind: entry.kind === 'review' ? 'review' : 'social',
          url: entry.url,
          text: entry.text,
          author: entry.author,
          publishedAt: entry.at,
          hasMedia: entry.attachments.length > 0,
          rating: entry.rating,
        }) ?? [],
    ),
  );

/**
 * What a batch of an inbox brings to the mentions of the account's brand, as the pipeline takes it.
 * @param now UTC milliseconds
 */
export function mentionsIn(
  write: WriteHandle,
  account: InboxOf,
  { threads }: Pick<InboxBatch, 'threads'>,
  now: number,
): IngestEntry[] {
  const heard = heardIn(threads);
  if (heard.length === 0) return [];
  const { key, name } = write.transaction(() => inboxSource(write, account, now));
  const source = { key, name, connector: account.connector };
  return heard.map((raw) => ({ raw, sources: [source] as const, fetchedAt: now }));
}

/** A conversation's own mention, and what its thread brought to the mentions; a changed query may have dropped either. */
const STILL_NEW = `WITH said(item) AS (
    SELECT item FROM conversation WHERE id = :conversationId AND item IS NOT NULL
    UNION SELECT i.id FROM conversation c JOIN account a ON a.id = c.account_id JOIN connector n ON n.id = a.connector
      JOIN thread_entry e ON e.conversation_id = c.id AND e.own = 0
      JOIN item i ON i.connector = n.key AND i.ident = e.ident WHERE c.id = :conversationId)
  SELECT m.item FROM said JOIN mention m ON m.brand = :brandKey AND m.item = said.item WHERE m.state = :state`;

/** What was answered in the inbox, or is done there, is done among the mentions as well. */
export function endMentions(
  workspace: Workspace,
  change: Change,
  { id, brandId }: { id: string; brandId: string },
): void {
  const brandKey = brandKeyOf(change.write, brandId);
  const open = change.write.all<{ item: number }>(STILL_NEW, {
    conversationId: id,
    brandKey,
    state: stateCode('new'),
  });
  for (const { item } of open) {
    setMentionState(workspace, change, { brandKey, brandId, itemId: item }, 'done');
  }
}
