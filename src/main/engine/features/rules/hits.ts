import type { RuleHit } from '#shared/contract/rules.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { HitActions } from './store.ts';

/** Which rules did what to the mentions of an item, newest first. */
export function hitsOf(read: ReadHandle, itemId: number): RuleHit[] {
  const rows = read.all<{
    ruleId: string;
    name: string;
    brandId: string;
    at: number;
    actions: string;
    changeId: string | null;
    undone: number;
  }>(
    `SELECT h.rule AS ruleId, h.name, b.id AS brandId, h.at, h.actions, c.id AS changeId,
       EXISTS(SELECT 1 FROM change u WHERE u.undoes = h.change_id) AS undone
     FROM rule_hit h JOIN brand b ON b.key = h.brand LEFT JOIN change c ON c.id = h.change_id
     WHERE h.item = ? ORDER BY h.at DESC, h.change_id DESC LIMIT 100`,
    [itemId],
  );
  return rows.flatMap(({ actions, undone, ...row }) => {
    const parsed = HitActions.safeParse(JSON.parse(actions));
    return parsed.success ? [{ ...row, actions: parsed.data, undone: undone === 1 }] : [];
  });
}
