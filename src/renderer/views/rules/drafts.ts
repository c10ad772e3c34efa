import {
  RuleDraft,
  type RuleAction,
  type RuleActionType,
  type RuleCondition,
} from '#shared/contract/rules.ts';
import { usualHours } from '#shared/model/business-hours.ts';
import { parse } from '#shared/query-language/index.ts';

export type ConditionType = RuleCondition['type'];

export const conditionTypes: readonly ConditionType[] = [
  'text',
  'sentiment',
  'author',
  'site',
  'source',
  'connector',
  'kind',
  'language',
  'brand',
  'influence',
  'rating',
  'hours',
];
export const actionTypes: readonly RuleActionType[] = [
  'tag',
  'star',
  'done',
  'assign',
  'inbox',
  'notify',
  'sentiment',
  'snooze',
];

/** A condition of a kind with nothing filled in yet. @param zone IANA zone of the workspace */
export function emptyCondition(type: ConditionType, zone: string): RuleCondition {
  switch (type) {
    case 'text':
      return { type, text: '' };
    case 'influence':
      return { type, atLeast: 5 };
    case 'rating':
      return { type, op: 'atMost', stars: 2 };
    case 'hours':
      return { type, hours: usualHours(zone), not: true };
    case 'sentiment':
      return { type, values: ['negative'], not: false };
    default:
      return { type, values: [], not: false };
  }
}

/** An action of a kind; what it names is left for the person to choose. */
export function emptyAction(type: RuleActionType): RuleAction {
  switch (type) {
    case 'tag':
      return { type, tagId: '' };
    case 'assign':
      return { type, assigneeId: '' };
    case 'sentiment':
      return { type, sentiment: 'negative' };
    case 'snooze':
      return { type, minutes: 24 * 60 };
    default:
      return { type };
  }
}

export const emptyDraft: RuleDraft = {
  name: '',
  match: 'all',
  conditions: [{ type: 'text', text: '' }],
  actions: [{ type: 'tag', tagId: '' }],
  stop: false,
};

/** Why a rule cannot be saved yet; null when it can. `clash`: its actions contradict each other. */
export function faultOf(draft: RuleDraft): 'incomplete' | 'clash' | null {
  const parsed = RuleDraft.safeParse(draft);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return issues.every(({ path }) => path.length === 1 && path[0] === 'actions') && draft.actions.length > 0
      ? 'clash'
      : 'incomplete';
  }
  const readable = draft.conditions.every(
    (condition) => condition.type !== 'text' || parse(condition.text).ok,
  );
  return readable ? null : 'incomplete';
}

/** Names or hosts as a person writes them, separated by commas. */
export const splitNames = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The places a rule can be moved to: what `rules.move` takes, or null at the end of the list. */
export function placeAfter(index: number, step: 1 | -1, total: number): number | null {
  const to = index + step;
  return to < 0 || to >= total ? null : to;
}
