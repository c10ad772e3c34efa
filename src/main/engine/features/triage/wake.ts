import type { MakeService } from '../../services.ts';
import { finishChange } from '../../storage/commit.ts';
import { brandIdsByKey } from '../../storage/brands.ts';
import { wakeMention } from '../../storage/mentions-write.ts';

const MOST_AT_ONCE = 500;

/** Mentions whose snooze has ended are open again. Not a step of undo: the person chose the time. */
export const wakeSnoozed: MakeService = ({ workspace, emitChanged }) => ({
  tick(now) {
    const due = workspace.read.all<{ brand: number; item: number }>(
      `SELECT brand, item FROM mention WHERE state = 3 AND snoozed_until <= ? ORDER BY snoozed_until LIMIT ${MOST_AT_ONCE}`,
      [now],
    );
    if (due.length === 0) return;
    workspace.write.transaction(() => {
      const change = workspace.changes.begin({ request: 'mentions.woke', undoable: false });
      const brands = brandIdsByKey(workspace.write);
      for (const { brand, item } of due) {
        wakeMention(workspace, change, { brandKey: brand, brandId: brands.get(brand) ?? '', itemId: item });
      }
      finishChange(workspace, change);
    });
    emitChanged(['mentions', 'brands', 'history']);
  },
});
