import { RULES_APPLIED, type Change } from '../../storage/changes.ts';
import { finishChange } from '../../storage/commit.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { keepNotice } from './notices.ts';
import { carryOut, decideRules, readyRule } from './run.ts';
import { enabledRules } from './store.ts';
import { subjectsOf, type Subject } from './subjects.ts';

/**
 * Runs the rules over what has just arrived, inside the transaction that stores it: a crash leaves both or
 * neither. Each rule that changes something makes one entry of the history; what is to be told is kept until its time.
 * @param now UTC milliseconds
 * @returns whether any rule did anything
 */
export function runOnArrival(
  workspace: Workspace,
  arrivals: readonly { itemId: number; brandKey: number }[],
  now: number,
): boolean {
  const { write } = workspace;
  const stored = enabledRules(write);
  if (stored.length === 0) return false;
  const rules = stored.map((rule) => readyRule(write, rule));
  const changes = new Map<string, Change>();
  const arrived = new Map<number, Set<number>>();
  for (const { itemId, brandKey } of arrivals) {
    arrived.set(itemId, (arrived.get(itemId) ?? new Set()).add(brandKey));
  }
  for (const subject of subjectsOf(write, [...arrived.keys()])) {
    const { itemId, brandKey } = subject.keys;
    if (arrived.get(itemId)?.has(brandKey) !== true) continue;
    for (const applied of decideRules(rules, quietIfMuted(subject))) {
      if (applied.actions.length === 0) continue;
      const { id, name } = applied.rule;
      const change = changes.get(id) ?? workspace.changes.begin({ request: RULES_APPLIED, undoable: true });
      changes.set(id, change);
      carryOut(workspace, change, subject.keys, applied, now);
      if (applied.actions.some(({ type }) => type === 'notify')) {
        keepNotice(write, subject.keys, { id, name, changeId: change.id }, now);
      }
    }
  }
  for (const change of changes.values()) finishChange(workspace, change);
  return changes.size > 0;
}

/** What arrives as done comes from somebody muted. */
function quietIfMuted(subject: Subject): Subject {
  const { standing } = subject;
  return standing.state === 'done' ? { ...subject, standing: { ...standing, quiet: true } } : subject;
}
