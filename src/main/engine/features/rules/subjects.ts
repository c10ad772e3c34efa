import type { ReadHandle } from '../../storage/handles.ts';
import { storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
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

type Row = StoredItem & {
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
};

/**
 * A page in one statement, which costs a tenth of asking for each item. Only what lies on the main shelf of a
 * brand that is watched: a doubtful or blocked mention is no news.
 */
const SUBJECTS = `SELECT i.id, i.title, i.body AS text, a.name AS author, i.site, i.url, l.id AS language, s.name AS source,
  i.kind, a.followers, i.rating, i.published_at AS publishedAt, i.influence, c.id AS connector, m.brand AS brandKey,
  b.id AS brandId, m.sentiment, m.corrected, m.state, m.starred, m.folded, m.assignee
  FROM json_each(?) j CROSS JOIN mention m INDEXED BY mention_item ON m.item = j.value
  JOIN brand b ON b.key = m.brand JOIN item i ON i.id = m.item JOIN connector c ON c.key = m.connector
  JOIN language l ON l.key = i.language JOIN source s ON s.key = i.source LEFT JOIN author a ON a.key = i.author
  WHERE m.shelf = ${MAIN_SHELF} AND b.archived_at IS NULL ORDER BY j.key, m.brand`;

const SOURCES = 'SELECT s.id FROM sighting g JOIN source s ON s.key = g.source WHERE g.item = ?';
const TAGS = 'SELECT t.id FROM mention_tag g JOIN tag t ON t.key = g.tag WHERE g.brand = ? AND g.item = ?';
const CONVERSATION = 'SELECT 1 FROM conversation WHERE brand_id = ? AND item = ?';

/** The mentions of these items in their order, one for each brand. */
export function subjectsOf(read: ReadHandle, itemIds: readonly number[]): Subject[] {
  const items = new Map<number, RuleSubject['item']>();
  return read.all<Row>(SUBJECTS, [JSON.stringify(itemIds)]).map((row) => {
    const item = items.get(row.id) ?? storedQueryItem(row);
    items.set(row.id, item);
    return subjectOf(read, row, item);
  });
}

function subjectOf(read: ReadHandle, row: Row, item: RuleSubject['item']): Subject {
  const sentiment = sentimentOf(row.sentiment);
  const ids = (sql: string, keys: readonly number[]): string[] =>
    read.all<{ id: string }>(sql, keys).map(({ id }) => id);
  return {
    keys: { brandKey: row.brandKey, brandId: row.brandId, itemId: row.id },
    about: {
      item,
      brandId: row.brandId,
      // Looked up when a rule asks: most never do.
      get sourceIds() {
        return ids(SOURCES, [row.id]);
      },
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
      get tagIds() {
        return ids(TAGS, [row.brandKey, row.id]);
      },
      get inInbox() {
        return read.get(CONVERSATION, [row.brandId, row.id]) !== undefined;
      },
      quiet: row.folded === FOLDED,
    },
  };
}
