import type { MentionFilter, MentionRow } from '#shared/contract/mentions.ts';
import { STORED_ITEM, storedQueryItem, type StoredItem } from '../../collect/stored-items.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { compileFilter, type CompiledFilter } from './filter.ts';
import { loadRows } from './rows.ts';

/** Counting stops here: beyond it a person reads "more than". */
const COUNT_LIMIT = 10_000;
const SCAN = 400;

function candidates(read: ReadHandle, filter: CompiledFilter, before: number, limit: number): number[] {
  const { brands, match, from } = filter;
  if (brands.length === 0) return [];
  const rows =
    match === null
      ? read.all<{ id: number }>(
          'SELECT item AS id FROM mention WHERE brand = ? AND shelf = 0 AND folded <> 1 AND state <> 3 AND item < ? AND item >= ? ORDER BY item DESC LIMIT ?',
          [brands[0] ?? -1, before, from, limit],
        )
      : read.all<{ id: number }>(
          'SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid < ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?',
          [match, before, from, limit],
        );
  return rows.map(({ id }) => id);
}

/** The newest ids below `before` that the filter has, at most `limit`. */
function page(read: ReadHandle, filter: CompiledFilter, before: number, limit: number): number[] {
  const { matcher } = filter;
  if (matcher === null) return candidates(read, filter, before, limit);
  const found: number[] = [];
  let from = before;
  for (;;) {
    const ids = candidates(read, filter, from, SCAN);
    for (const id of ids) {
      const row = read.get<StoredItem>(`${STORED_ITEM} WHERE i.id = ?`, [id]);
      if (row && matcher.test(storedQueryItem(row))) found.push(id);
      if (found.length === limit) return found;
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < SCAN) return found;
    from = last;
  }
}

export function listMentions(
  read: ReadHandle,
  view: WorkspaceView,
  input: { filter: MentionFilter; after: number | null; limit: number },
): { rows: MentionRow[]; next: number | null } {
  const filter = compileFilter(read, view, input.filter);
  const before = Math.min(input.after ?? Number.MAX_SAFE_INTEGER, filter.to);
  const ids = page(read, filter, before, input.limit + 1);
  const shown = ids.slice(0, input.limit);
  return {
    rows: loadRows(read, view, shown, { brands: filter.brands, text: input.filter.text }),
    next: ids.length > input.limit ? (shown.at(-1) ?? null) : null,
  };
}

/** Every id the filter has, newest first, at most `limit`. */
export function mentionIds(
  read: ReadHandle,
  view: WorkspaceView,
  input: MentionFilter,
  limit = COUNT_LIMIT,
): number[] {
  const filter = compileFilter(read, view, input);
  return page(read, filter, filter.to, limit);
}

export function countMentions(
  read: ReadHandle,
  view: WorkspaceView,
  input: MentionFilter,
  limit = COUNT_LIMIT,
): { count: number; more: boolean } {
  const n = mentionIds(read, view, input, limit + 1).length;
  return { count: Math.min(n, limit), more: n > limit };
}
