import { z } from 'zod';
import { Rule, RuleDraft, type RuleAction, type RuleActionType } from '#shared/contract/rules.ts';
import { EarshotError } from '#shared/model/result.ts';
import type { ReadHandle } from '../../storage/handles.ts';

/** What the `definition` column holds: everything but the name. */
const Definition = RuleDraft.omit({ name: true });

export const definitionText = ({ name: _name, ...definition }: RuleDraft): string =>
  JSON.stringify(Definition.parse(definition));

interface RuleRow {
  id: string;
  name: string;
  enabled: number;
  definition: string;
  createdAt: number;
}

export interface StoredRule {
  id: string;
  enabled: boolean;
  createdAt: number;
  draft: RuleDraft;
}

const SELECT = 'SELECT id, name, enabled, definition, created_at AS createdAt FROM rule';
const ORDER = 'ORDER BY position, id';

/** A rule that another version wrote and this one cannot read is left alone, and does nothing. */
function rulesOf(rows: readonly RuleRow[]): StoredRule[] {
  return rows.flatMap(({ id, name, enabled, definition, createdAt }) => {
    const parsed = Definition.safeParse(JSON.parse(definition));
    return parsed.success ? [{ id, enabled: enabled === 1, createdAt, draft: { name, ...parsed.data } }] : [];
  });
}

export const enabledRules = (read: ReadHandle): StoredRule[] =>
  rulesOf(read.all<RuleRow>(`${SELECT} WHERE enabled = 1 ${ORDER}`));

/** @throws EarshotError `not-found` */
export function ruleNamed(read: ReadHandle, ruleId: string): StoredRule {
  const [rule] = rulesOf(read.all<RuleRow>(`${SELECT} WHERE id = ?`, [ruleId]));
  if (!rule) throw ruleGone(ruleId);
  return rule;
}

export const ruleGone = (ruleId: string): EarshotError =>
  new EarshotError('not-found', 'This rule no longer exists. It may have been removed meanwhile.', {
    details: { ruleId },
  });

export function listRules(read: ReadHandle): Rule[] {
  return rulesOf(read.all<RuleRow>(`${SELECT} ${ORDER}`)).map(({ id, enabled, createdAt, draft }) => ({
    ...draft,
    id,
    enabled,
    createdAt,
    hits: read.get<{ n: number }>('SELECT count(*) AS n FROM rule_hit WHERE rule = ?', [id])?.n ?? 0,
    missing: draft.actions
      .filter((action) => !isPossible(read, action))
      .map(({ type }): RuleActionType => type),
  }));
}

/** Whether the tag or the person an action names is still there. */
export function isPossible(read: ReadHandle, action: RuleAction): boolean {
  if (action.type === 'tag') return read.get('SELECT 1 FROM tag WHERE id = ?', [action.tagId]) !== undefined;
  if (action.type === 'assign') {
    return read.get('SELECT 1 FROM assignee WHERE id = ?', [action.assigneeId]) !== undefined;
  }
  return true;
}

/** Ids of the rules in their order. */
export const ruleOrder = (read: ReadHandle): string[] =>
  read.all<{ id: string }>(`SELECT id FROM rule ${ORDER}`).map(({ id }) => id);

/** What a hit's `actions` column holds. */
export const HitActions = z.array(Rule.shape.actions.element);
