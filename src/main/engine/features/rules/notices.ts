import type { EventPayload } from '#shared/contract/events.ts';
import type { ReadHandle, WriteHandle } from '../../storage/handles.ts';
import type { MentionKeys } from '../../storage/mention-rows.ts';
import { readSettings as readWorkspaceSettings } from '../../storage/settings.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { deliveryTime } from '../alerts/delivery.ts';
import { settingsAbout } from '../alerts/settings.ts';

/** What a rule that notifies has to say: the newest of its mentions, and how many there were. */
export type RuleNotice = EventPayload<'rules.noticed'>;

const EXCERPT = 160;

/** Keeps that a rule wants a mention told; inside the transaction that stores the mention. `at`: UTC milliseconds. */
export function keepNotice(
  write: WriteHandle,
  { brandKey, itemId }: Pick<MentionKeys, 'brandKey' | 'itemId'>,
  rule: { id: string; name: string; changeId: string },
  at: number,
): void {
  write.run(
    'INSERT INTO rule_notice(brand, at, item, rule, name, change_id) VALUES(?,?,?,?,?,?) ON CONFLICT DO NOTHING',
    [brandKey, at, itemId, rule.id, rule.name, rule.changeId],
  );
}

interface Waiting {
  brand: number;
  brandId: string;
  at: number;
  item: number;
  rule: string;
  name: string;
  undone: number;
}

/**
 * What the desktop is to be told now, one notice a rule: at once, at the end of the brand's quiet hours, or with its
 * next digest, by the same settings as its alerts. Each is told once. What a person has undone meanwhile, or what no
 * longer belongs to the brand, is not told.
 */
export function takeNotices(workspace: Workspace, now: number): RuleNotice[] {
  const { write } = workspace;
  const due = write
    .all<{ brand: number; brandId: string }>(
      'SELECT DISTINCT n.brand, b.id AS brandId FROM rule_notice n JOIN brand b ON b.key = n.brand',
    )
    .flatMap((brand) => dueOf(write, brand, now));
  if (due.length === 0) return [];
  write.transaction(() => {
    for (const { brand, at, item, rule } of due) {
      write.run('DELETE FROM rule_notice WHERE brand = ? AND at = ? AND item = ? AND rule = ?', [
        brand,
        at,
        item,
        rule,
      ]);
    }
  });
  const byRule = new Map<string, Waiting[]>();
  for (const one of due) if (one.undone === 0) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return [...byRule.values()].flatMap((all) => noticeOf(write, all) ?? []);
}

/** The notices of a brand whose time has come. A later one is never due before an earlier one. */
function dueOf(
  read: ReadHandle,
  { brand, brandId }: { brand: number; brandId: string },
  now: number,
): Waiting[] {
  const { zone } = readWorkspaceSettings(read);
  const settings = settingsAbout(read, brandId);
  // A muted brand tells nothing; what came meanwhile is not made up for.
  const muted = settings.mutedUntil ?? 0;
  const isDue = (at: number): boolean => at < muted || deliveryTime(at, settings, zone) <= now;
  let last: number | undefined;
  for (const { at } of read.all<{ at: number }>(
    'SELECT DISTINCT at FROM rule_notice WHERE brand = ? ORDER BY at',
    [brand],
  )) {
    if (!isDue(at)) break;
    last = at;
  }
  if (last === undefined) return [];
  return read.all<Waiting>(
    `SELECT n.brand, ? AS brandId, n.at, n.item, n.rule, n.name,
       n.at < ? OR EXISTS(SELECT 1 FROM change u WHERE u.undoes = n.change_id)
         OR NOT EXISTS(SELECT 1 FROM mention m WHERE m.brand = n.brand AND m.item = n.item) AS undone
     FROM rule_notice n WHERE n.brand = ? AND n.at <= ?`,
    [brandId, muted, brand, last],
  );
}

function noticeOf(read: ReadHandle, all: readonly Waiting[]): RuleNotice | null {
  const newest = all.toSorted((a, b) => b.item - a.item)[0];
  const item =
    newest &&
    read.get<{ title: string; text: string }>(
      `SELECT title, substr(body, 1, ${EXCERPT}) AS text FROM item WHERE id = ?`,
      [newest.item],
    );
  if (newest === undefined || item === undefined) return null;
  const { rule, name, item: itemId, brandId } = newest;
  return { ruleId: rule, name, count: all.length, itemId, brandId, title: item.title, excerpt: item.text };
}
