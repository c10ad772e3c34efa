import type { RuleAction } from '#shared/contract/rules.ts';
import { assertNever } from '#shared/model/result.ts';
import type { Change } from '../../storage/changes.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import type { MentionKeys } from '../../storage/mention-rows.ts';
import {
  setMentionAssignee,
  setMentionSentiment,
  setMentionSnooze,
  setMentionStar,
  setMentionState,
  setMentionTag,
} from '../../storage/mentions-write.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { openConversation } from '../inbox/open.ts';
import { after, changes } from './effects.ts';
import { compileRule, type RuleTest } from './evaluate.ts';
import { isPossible, type StoredRule } from './store.ts';
import type { Subject } from './subjects.ts';

const MINUTE = 60_000;

/** A rule ready to run: its conditions compiled, actions on what is gone left out. */
export interface ReadyRule {
  id: string;
  name: string;
  test: RuleTest;
  actions: readonly RuleAction[];
  stop: boolean;
}

export const readyRule = (read: ReadHandle, { id, draft }: Pick<StoredRule, 'id' | 'draft'>): ReadyRule => ({
  id,
  name: draft.name,
  test: compileRule(draft),
  actions: draft.actions.filter((action) => isPossible(read, action)),
  stop: draft.stop,
});

export interface Applied {
  rule: ReadyRule;
  /** What changes; empty where all of it is so already. */
  actions: RuleAction[];
}

/**
 * Which rules apply to a mention, in order, and what each changes: pure, so that a dry run and the real thing
 * say the same. A rule sees what the ones before it did.
 */
export function decideRules(rules: readonly ReadyRule[], subject: Subject): Applied[] {
  const applied: Applied[] = [];
  let { standing } = subject;
  for (const rule of rules) {
    const { sentiment } = standing;
    const about = sentiment === subject.about.sentiment ? subject.about : { ...subject.about, sentiment };
    if (!rule.test(about)) continue;
    const actions: RuleAction[] = [];
    for (const action of rule.actions) {
      if (!changes(action, standing)) continue;
      actions.push(action);
      standing = after(action, standing);
    }
    applied.push({ rule, actions });
    if (rule.stop) break;
  }
  return applied;
}

/**
 * Does to a mention what a rule decided, through the same writers as a person's own hand, and writes down
 * which rule it was.
 * @param now UTC milliseconds
 */
export function carryOut(
  workspace: Workspace,
  change: Change,
  keys: MentionKeys,
  { rule, actions }: Applied,
  now: number,
): void {
  for (const action of actions) act(workspace, change, keys, action, now);
  change.write.run(
    `INSERT INTO rule_hit(item, brand, rule, change_id, name, at, actions) VALUES(?,?,?,?,?,?,?)
     ON CONFLICT(item, brand, rule, change_id) DO NOTHING`,
    [keys.itemId, keys.brandKey, rule.id, change.id, rule.name, now, JSON.stringify(actions)],
  );
}

function act(workspace: Workspace, change: Change, keys: MentionKeys, action: RuleAction, now: number): void {
  switch (action.type) {
    case 'tag':
      setMentionTag(workspace, change, keys, action.tagId, true);
      return;
    case 'star':
      setMentionStar(workspace, change, keys, true);
      return;
    case 'done':
      setMentionState(workspace, change, keys, 'done');
      return;
    case 'assign':
      setMentionAssignee(workspace, change, keys, action.assigneeId);
      return;
    case 'sentiment':
      setMentionSentiment(workspace, change, keys, action.sentiment);
      return;
    case 'snooze':
      setMentionSnooze(workspace, change, keys, now + action.minutes * MINUTE);
      return;
    case 'inbox':
      openConversation(change, keys, now);
      return;
    case 'notify':
      return; // Told by whoever runs the rules, once for all it has to say.
    default:
      assertNever(action);
  }
}
