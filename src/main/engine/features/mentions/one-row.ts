import type { MentionRow } from '#shared/contract/mentions.ts';
import type { WorkspaceView } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { brandKeyOf } from '../../storage/mentions-write.ts';
import { loadRows } from './rows.ts';

/** A mention as its brand sees it, for whatever refers to it; null when its item is gone. */
export function mentionRow(
  read: ReadHandle,
  view: WorkspaceView,
  of: { itemId: number; brandId: string },
): MentionRow | null {
  return loadRows(read, view, [of.itemId], { brands: [brandKeyOf(read, of.brandId)], text: '' })[0] ?? null;
}
