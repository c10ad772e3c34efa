import { RULES_APPLIED, type Change } from '../../storage/changes.ts';
import { finishChange } from '../../storage/commit.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { carryOut, decideRules, readyRule, type Applied } from './run.ts';
import { enabledRules } from './store.ts';
import { subjectsOf, type Subject } from './subjects.ts';

/** What a rule that notifies has to say about one batch: the newest of its mentions, and how many there were. */
export interface RuleNotice {
  ruleId: string;
  name: string;
  count: number;
  itemId: number;
  brandId: string;
  title: string;
  excerpt: string;
}

const EXCERPT = 160;

/**
 * Runs the rules over what has just arrived, inside the transaction that stores it: a crash leaves both or
 * neither. Each rule that changes something makes one entry of the history.
 * @param now UTC milliseconds
 */
export function runOnArrival(
  workspace: Workspace,
  arrivals: readonly { itemId: number; brandKey: number }[],
  now: number,
): { notices: RuleNotice[]; acted: boolean } {
  const { write } = workspace;
  const stored = enabledRules(write);
  if (stored.length === 0) return { notices: [], acted: false };
  const rules = stored.map((rule) => readyRule(write, rule));
  const changes = new Map<string, Change>();
  const notices = new Map<string, RuleNotice>();
  const arrived = new Map<number, Set<number>>();
  for (const { itemId, brandKey } of arrivals) {
    arrived.set(itemId, (arrived.get(itemId) ?? new Set()).add(brandKey));
  }
  for (const subject of subjectsOf(write, [...arrived.keys()])) {
    const { itemId, brandKey } = subject.keys;
    if (arrived.get(itemId)?.has(brandKey) !== true) continue;
    for (const applied of decideRules(rules, quietIfMuted(subject))) {
      if (applied.actions.length === 0) continue;
      const { id } = applied.rule;
      const change = changes.get(id) ?? workspace.changes.begin({ request: RULES_APPLIED, undoable: true });
      changes.set(id, change);
      carryOut(workspace, change, subject.keys, applied, now);
      if (applied.actions.some(({ type }) => type === 'notify')) take(notices, applied, subject);
    }
  }
  for (const change of changes.values()) finishChange(workspace, change);
  return { notices: [...notices.values()], acted: changes.size > 0 };
}

/** What arrives as done comes from somebody muted. */
function quietIfMuted(subject: Subject): Subject {
  const { standing } = subject;
  return standing.state === 'done' ? { ...subject, standing: { ...standing, quiet: true } } : subject;
}

function take(notices: Map<string, RuleNotice>, { rule }: Applied, { keys, about }: Subject): void {
  const known = notices.get(rule.id);
  const count = (known?.count ?? 0) + 1;
  if (known && known.itemId > keys.itemId) known.count = count;
  else {
    const { itemId, brandId } = keys;
    const { title, text } = about.item;
    notices.set(rule.id, {
      ruleId: rule.id,
      name: rule.name,
      count,
      itemId,
      brandId,
      title,
      excerpt: text.slice(0, EXCERPT),
    });
  }
}
