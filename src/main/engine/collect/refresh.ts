import type { Engagement } from '#shared/model/item.ts';
import type { WriteHandle } from '../storage/handles.ts';
import type { RollupBatch } from '../storage/rollups.ts';

type Counters = Pick<Engagement, 'reactions' | 'comments' | 'shares' | 'views'>;
type Stored = Counters & { publishedAt: number; connector: number };

const sum = (of: Counters): number => (of.reactions ?? 0) + (of.comments ?? 0) + (of.shares ?? 0);

/** Takes over newer counters of an item seen again. A counter no longer reported keeps its last value. */
export function refreshEngagement(
  write: WriteHandle,
  rollups: RollupBatch,
  item: number,
  engagement: Engagement,
): void {
  const before = write.get<Stored>(
    'SELECT reactions, comments, shares, views, published_at AS publishedAt, connector FROM item WHERE id = ?',
    [item],
  );
  if (!before) return;
  const after: Counters = {
    reactions: engagement.reactions ?? before.reactions,
    comments: engagement.comments ?? before.comments,
    shares: engagement.shares ?? before.shares,
    views: engagement.views ?? before.views,
  };
  if (sum(after) === sum(before) && after.views === before.views && after.reactions === before.reactions)
    return;
  write.run('UPDATE item SET reactions = ?, comments = ?, shares = ?, views = ? WHERE id = ?', [
    after.reactions,
    after.comments,
    after.shares,
    after.views,
    item,
  ]);
  const difference = sum(after) - sum(before);
  if (difference === 0) return;
  for (const { brand } of write.all<{ brand: number }>('SELECT brand FROM mention WHERE item = ?', [item])) {
    rollups.adjust({ brand, connector: before.connector, publishedAt: before.publishedAt }, 0, difference);
  }
}
