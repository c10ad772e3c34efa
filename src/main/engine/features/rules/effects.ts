import type { RuleAction } from '#shared/contract/rules.ts';
import type { MentionState, Sentiment } from '#shared/contract/mentions.ts';
import { assertNever } from '#shared/model/result.ts';

/** How a mention stands, as far as actions depend on it. */
export interface Standing {
  state: MentionState;
  starred: boolean;
  sentiment: Sentiment;
  /** Whether the sentiment is a person's word: a rule never argues with that. */
  corrected: boolean;
  assigned: boolean;
  tagIds: readonly string[];
  /** Whether it is a conversation already, answered or not. */
  inInbox: boolean;
  /** A copy hidden behind its story, or somebody muted: nobody is told about it. */
  quiet: boolean;
}

/**
 * Whether an action would change anything. A rule adds to what a person did and takes nothing away: it does
 * not hand on what somebody has, argue with a correction, or wake up what is done.
 */
export function changes(action: RuleAction, standing: Standing): boolean {
  switch (action.type) {
    case 'tag':
      return !standing.tagIds.includes(action.tagId);
    case 'star':
      return !standing.starred;
    case 'done':
      return standing.state !== 'done';
    case 'assign':
      return !standing.assigned;
    case 'notify':
      return !standing.quiet;
    case 'inbox':
      return !standing.quiet && !standing.inInbox;
    case 'sentiment':
      return !standing.corrected && standing.sentiment !== action.sentiment;
    case 'snooze':
      return standing.state === 'new' || standing.state === 'open';
    default:
      return assertNever(action);
  }
}

/** How the mention stands after an action that changed it. */
export function after(action: RuleAction, standing: Standing): Standing {
  switch (action.type) {
    case 'tag':
      return { ...standing, tagIds: [...standing.tagIds, action.tagId] };
    case 'star':
      return { ...standing, starred: true };
    case 'done':
      return { ...standing, state: 'done' };
    case 'assign':
      return { ...standing, assigned: true };
    case 'notify':
      return standing;
    case 'inbox':
      return { ...standing, inInbox: true };
    case 'sentiment':
      // Not marked as corrected: a rule further down may still say otherwise, and then it is the last word.
      return { ...standing, sentiment: action.sentiment };
    case 'snooze':
      return { ...standing, state: 'snoozed' };
    default:
      return assertNever(action);
  }
}
