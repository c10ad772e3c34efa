import { Blocks } from '../../storage/blocks.ts';
import { sentimentCode } from '../../storage/codes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { FOLDED, MAIN_SHELF } from '../../storage/mention-rows.ts';
import type { Measure } from './hours.ts';

/** A mention that counts for an alert. */
export interface CountedItem {
  id: number;
  influence: number;
  reach: number;
}

interface Row extends CountedItem {
  connector: string;
  author: string | null;
  site: string;
}

/**
 * The mentions of a span that are news: each story once, nobody muted, and nothing published before its source
 * was added, which would make a spike of every new source. Newest first; `from` and `to` in UTC milliseconds.
 */
export function newsItems(
  read: ReadHandle,
  brandKey: number,
  measure: Measure,
  from: number,
  to: number,
): CountedItem[] {
  const negative = measure === 'negative' ? `AND m.sentiment = ${sentimentCode('negative')}` : '';
  const rows = read.all<Row>(
    `SELECT m.item AS id, i.influence, i.reach, c.id AS connector, a.ident AS author, i.site
     FROM mention m JOIN item i ON i.id = m.item JOIN connector c ON c.key = m.connector
       LEFT JOIN author a ON a.key = m.author LEFT JOIN source s ON s.key = i.source
     WHERE m.brand = ? AND m.item >= ? AND m.item < ? AND m.shelf = ${MAIN_SHELF} AND m.folded <> ${FOLDED} ${negative}
       AND (s.created_at IS NULL OR s.created_at <= i.published_at) ORDER BY m.item DESC`,
    [brandKey, firstIdAt(from), firstIdAt(to)],
  );
  const blocks = new Blocks(read);
  return rows.filter((row) => blocks.of(row, brandKey) === null);
}
