import type { Engagement } from '#shared/model/item.ts';
import type { RollupBatch } from '../storage/rollups.ts';
import type { Workspace } from '../storage/workspace.ts';

type Counters = Pick<Engagement, 'reactions' | 'comments' | 'shares' | 'views'>;
type Stored = Counters & {
  publishedAt: number;
  connector: number;
  author: number;
  site: number;
  reach: number;
};

const sum = (of: Counters): number => (of.reactions ?? 0) + (of.comments ?? 0) + (of.shares ?? 0);

/**
 * Takes over newer counters of an item seen again. A counter no longer reported keeps its last value. Views that
 * a network reports are the reach itself, so they move it, too; a repeat that counts for nobody (reach 0) stays.
 */
export function refreshEngagement(
  { write, siteTotals }: Pick<Workspace, 'write' | 'siteTotals'>,
  rollups: RollupBatch,
  item: number,
  engagement: Engagement,
): void {
  const before = write.get<Stored>(
    `SELECT reactions, comments, shares, views, published_at AS publishedAt, connector, author, site_key AS site, reach
     FROM item WHERE id = ?`,
    [item],
  );
  if (!before) return;
  const after: Counters = {
    reactions: engagement.reactions ?? before.reactions,
    comments: engagement.comments ?? before.comments,
    shares: engagement.shares ?? before.shares,
    views: engagement.views ?? before.views,
  };
  const same = (['reactions', 'comments', 'shares', 'views'] as const).every(
    (name) => after[name] === before[name],
  );
  if (same) return;
  const reach = after.views !== null && before.reach > 0 ? Math.max(before.reach, after.views) : before.reach;
  write.run('UPDATE item SET reactions = ?, comments = ?, shares = ?, views = ?, reach = ? WHERE id = ?', [
    after.reactions,
    after.comments,
    after.shares,
    after.views,
    reach,
    item,
  ]);
  const interactions = sum(after) - sum(before);
  const reached = reach - before.reach;
  if (interactions === 0 && reached === 0) return;
  write.run('UPDATE site SET interactions = interactions + ?, reach = reach + ? WHERE key = ?', [
    interactions,
    reached,
    before.site,
  ]);
  siteTotals.grow({ reach: reached, interactions });
  write.run('UPDATE author SET interactions = interactions + ?, reach = reach + ? WHERE key = ?', [
    interactions,
    reached,
    before.author,
  ]);
  const counted = write.all<{ brand: number }>('SELECT brand FROM mention WHERE item = ? AND shelf = 0', [
    item,
  ]);
  for (const { brand } of counted) {
    rollups.adjust(
      { brand, connector: before.connector, publishedAt: before.publishedAt },
      reached,
      interactions,
    );
  }
}
