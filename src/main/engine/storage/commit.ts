import type { Change } from './changes.ts';
import { applyBlock } from './blocks.ts';
import { reindexItems } from './search-index.ts';
import type { Workspace } from './workspace.ts';

/** What must be in step with a change before its transaction commits: blocks, sums, and the index. */
export function finishChange(workspace: Workspace, change: Change): void {
  for (const who of change.blocked) applyBlock(workspace, change, who);
  change.flushRollups();
  reindexItems(workspace.write, change.touchedItems);
}
