import type { ReadHandle } from '../../storage/handles.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
import { sentimentOf, stateOf } from '../../storage/codes.ts';
import { FOLDED, MAIN_SHELF, type MentionKeys } from '../../storage/mention-rows.ts';
import type { Standing } from './effects.ts';
import type { RuleSubject } from './evaluate.ts';

/** A mention as rules look at it. */
export interface Subject {
  keys: MentionKeys;
  about: RuleSubject;
  standing: Standing;
}

interface MentionRow {
  brandKey: number;
  brandId: string;
  connector: string;
  influence: number;
  sentiment: number;
  corrected: number;
  state: number;
  starred: number;
  folded: number;
  assignee: number;
  tags: string | null;
}

/** Only what lies on the main shelf of a brand that is watched: a doubtful or blocked mention is no news. */
const MENTIONS = `SELECT m.brand AS brandKey, b.id AS brandId, c.id AS connector, i.influence, m.sentiment, m.corrected, m.state,
  m.starred, m.folded, m.assignee,
  (SELECT group_concat(t.id, ' ') FROM mention_tag g JOIN tag t ON t.key = g.tag WHERE g.brand = m.brand AND g.item = m.item) AS tags
  FROM mention m JOIN brand b ON b.key = m.brand JOIN item i ON i.id = m.item JOIN connector c ON c.key = m.connector
  WHERE m.item = ? AND m.shelf = ${MAIN_SHELF} AND b.archived_at IS NULL ORDER BY m.brand`;

/** The mentions of an item, one for each brand. */
export function subjectsOf(read: ReadHandle, itemId: number): Subject[] {
  const rows = read.all<MentionRow>(MENTIONS, [itemId]);
  if (rows.length === 0) return [];
  const stored = read.get<StoredItem>(`${STORED_ITEM} WHERE i.id = ?`, [itemId]);
  if (!stored) return [];
  const item = storedQueryItem(stored);
  const sourceIds = read
    .all<{ id: string }>('SELECT s.id FROM sighting g JOIN source s ON s.key = g.source WHERE g.item = ?', [
      itemId,
    ])
    .map(({ id }) => id);
  return rows.map((row) => {
    const sentiment = sentimentOf(row.sentiment);
    return {
      keys: { brandKey: row.brandKey, brandId: row.brandId, itemId },
      about: {
        item,
        brandId: row.brandId,
        sourceIds,
        connector: row.connector,
        sentiment,
        influence: row.influence,
      },
      standing: {
        state: stateOf(row.state),
        starred: row.starred === 1,
        sentiment,
        corrected: row.corrected === 1,
        assigned: row.assignee !== 0,
        tagIds: row.tags?.split(' ') ?? [],
        quiet: row.folded === FOLDED,
      },
    };
  });
}
