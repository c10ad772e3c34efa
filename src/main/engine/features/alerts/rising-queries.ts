import type { AlertWhy } from '#shared/contract/alerts.ts';
import type { QueryItem } from '#shared/query-language/index.ts';
import { loadBrandMatchers } from '../../collect/matchers.ts';
import { STORED_ITEM, storedItems, storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import { FOLDED, MAIN_SHELF } from '../../storage/mention-rows.ts';

const DAY = 86_400_000;
const DAYS_BEFORE = 28;
const READ_NOW = 200;
const READ_BEFORE = 600;
const SHOWN = 5;

/**
 * Of a brand with several queries, those that find a larger part of the mentions of a span than of the 28 days before,
 * the largest gain first. Where every query gained alike, or there is but one, nothing.
 * @param from UTC milliseconds at which the span begins
 */
export function risingQueries(
  read: ReadHandle,
  brandKey: number,
  itemIds: readonly number[],
  from: number,
): AlertWhy['queries'] {
  const queries = loadBrandMatchers(read).find(({ key }) => key === brandKey)?.queries ?? [];
  if (queries.length < 2 || itemIds.length === 0) return [];
  const now = storedItems(read, itemIds.slice(0, READ_NOW)).map(storedQueryItem);
  const before = read
    .all<StoredItem>(
      `${STORED_ITEM} JOIN mention m ON m.item = i.id WHERE m.brand = ? AND m.item >= ? AND m.item < ?
         AND m.shelf = ${MAIN_SHELF} AND m.folded <> ${FOLDED} ORDER BY m.item DESC LIMIT ${READ_BEFORE}`,
      [brandKey, firstIdAt(from - DAYS_BEFORE * DAY), firstIdAt(from)],
    )
    .map(storedQueryItem);
  if (before.length === 0) return [];
  const shareOf = (items: readonly QueryItem[], { matcher }: (typeof queries)[number]): number =>
    items.filter((item) => matcher.test(item)).length / items.length;
  return queries
    .map((query) => ({
      queryId: query.id,
      name: query.name,
      share: shareOf(now, query),
      usual: shareOf(before, query),
    }))
    .filter(({ share, usual }) => share > usual)
    .sort((a, b) => b.share - b.usual - (a.share - a.usual))
    .slice(0, SHOWN);
}
