import type { ReadHandle } from '../../storage/handles.ts';

export interface BrandShare {
  /** The own brand whose share it is. */
  ownBrandId: string;
  /** Whether the brand asked about is that one, not one of its competitors. */
  isOwn: boolean;
  /** Mentions of the own brand, and of it and its competitors together. */
  own: number;
  all: number;
}

/**
 * The share of voice (own ÷ (own + competitors), in mentions) that a brand is part of, counted from the roll-ups
 * since local day `fromDay`; null where nothing is compared: an own brand without competitors.
 */
export function shareBefore(read: ReadHandle, brandId: string, fromDay: number): BrandShare | null {
  const rows = read.all<{ id: string; role: string; mentions: number }>(
    `SELECT b.id, b.role, (SELECT ifnull(sum(d.negative + d.neutral + d.positive + d.undefined), 0)
       FROM mention_day d WHERE d.brand = b.key AND d.day >= :fromDay) AS mentions
     FROM brand b, (SELECT ifnull(owner_id, id) AS id FROM brand WHERE id = :brandId) owner
     WHERE (b.id = owner.id OR b.owner_id = owner.id) AND (b.archived_at IS NULL OR b.id = :brandId)`,
    { brandId, fromDay },
  );
  const own = rows.find(({ role }) => role === 'own');
  if (own === undefined || rows.length < 2) return null;
  return {
    ownBrandId: own.id,
    isOwn: own.id === brandId,
    own: own.mentions,
    all: rows.reduce((sum, { mentions }) => sum + mentions, 0),
  };
}
