import { z } from 'zod';
import { BusinessHours } from '../model/business-hours.ts';
import { ItemKind } from '../model/item.ts';
import { command, query } from './define.ts';
import { Id, JobStarted, Millis, Nothing, Undoable } from './common.ts';
import { ItemId, Sentiment } from './mentions.ts';

/** Several values are alternatives; `not` turns the condition round. */
const listed = <const T extends string, V extends z.ZodType>(type: T, value: V) =>
  z.strictObject({
    type: z.literal(type),
    values: z.array(value).min(1).max(50),
    not: z.boolean().default(false),
  });
const Word = z.string().trim().min(1).max(200);

/** What a rule asks about a mention. What is not reported (a rating, an author) fulfils no condition on it. */
export const RuleCondition = z.discriminatedUnion('type', [
  /** A query in the query language. */
  z.strictObject({ type: z.literal('text'), text: z.string().trim().min(1).max(2000) }),
  /** Words of the author's name. */
  listed('author', Word),
  /** Host names; `example.com` includes what is under it. */
  listed('site', Word),
  listed('source', Id),
  listed('connector', z.string().min(1).max(60)),
  listed('kind', ItemKind),
  listed('sentiment', Sentiment),
  listed('language', z.string().min(2).max(10)),
  listed('brand', Id),
  z.strictObject({ type: z.literal('influence'), atLeast: z.number().int().min(1).max(10) }),
  /** In stars, 0 to 5. */
  z.strictObject({
    type: z.literal('rating'),
    op: z.enum(['atMost', 'atLeast']),
    stars: z.number().min(0).max(5),
  }),
  /** Whether it was published inside (`not`: outside) these hours. */
  z.strictObject({ type: z.literal('hours'), hours: BusinessHours, not: z.boolean().default(false) }),
]);
export type RuleCondition = z.infer<typeof RuleCondition>;

export const RuleAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tag'), tagId: Id }),
  z.strictObject({ type: z.literal('star') }),
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({ type: z.literal('assign'), assigneeId: Id }),
  z.strictObject({ type: z.literal('notify') }),
  z.strictObject({ type: z.literal('inbox') }),
  z.strictObject({ type: z.literal('sentiment'), sentiment: Sentiment }),
  /** Minutes from the moment the rule runs, a year at most. */
  z.strictObject({ type: z.literal('snooze'), minutes: z.number().int().min(5).max(525_600) }),
]);
export type RuleAction = z.infer<typeof RuleAction>;
export const RuleActionType = z.enum([
  'tag',
  'star',
  'done',
  'assign',
  'notify',
  'inbox',
  'sentiment',
  'snooze',
]);
export type RuleActionType = z.infer<typeof RuleActionType>;

const Actions = z
  .array(RuleAction)
  .min(1)
  .max(12)
  .refine(
    (actions) => {
      const types = actions.map(({ type }) => type).filter((type) => type !== 'tag');
      return new Set(types).size === types.length && !(types.includes('done') && types.includes('snooze'));
    },
    { message: 'a rule does each thing once, and either finishes or snoozes' },
  );

/** What a person says about a rule. */
export const RuleDraft = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Whether all conditions must hold, or any of them. */
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(RuleCondition).min(1).max(20),
  actions: Actions,
  /** Rules further down are not asked about a mention this one applies to. */
  stop: z.boolean().default(false),
});
export type RuleDraft = z.infer<typeof RuleDraft>;

export const Rule = RuleDraft.extend({
  id: Id,
  enabled: z.boolean(),
  createdAt: Millis,
  /** Mentions it has done something to so far. */
  hits: z.number().int(),
  /** Actions left out because the tag or the person they name is gone. */
  missing: z.array(RuleActionType),
});
export type Rule = z.infer<typeof Rule>;

/** `recent`: published in the last 90 days. */
export const RuleScope = z.enum(['recent', 'all']);
export type RuleScope = z.infer<typeof RuleScope>;

export const RuleHit = z.strictObject({
  ruleId: Id,
  /** The rule's name when it ran. */
  name: z.string(),
  brandId: Id,
  at: Millis,
  /** What it changed. */
  actions: z.array(RuleAction),
  /** For `history.undo`; null when it changed nothing that can be taken back (it only notified). */
  changeId: Id.nullable(),
  undone: z.boolean(),
});
export type RuleHit = z.infer<typeof RuleHit>;

export const rules = {
  'rules.list': query({
    summary: 'The rules that run when something arrives, in their order.',
    input: Nothing,
    output: z.strictObject({ rules: z.array(Rule) }),
  }),
  'rules.create': command({
    summary: 'Adds a rule at the end of the list.',
    input: z.strictObject({ rule: RuleDraft, enabled: z.boolean().default(false) }),
    output: z.strictObject({ ruleId: Id, changeId: Id }),
  }),
  'rules.update': command({
    summary: 'Changes a rule, or switches it on or off.',
    input: z.strictObject({
      ruleId: Id,
      rule: RuleDraft.optional(),
      enabled: z.boolean().optional(),
    }),
    output: Undoable,
  }),
  'rules.move': command({
    summary: 'Puts a rule at another place in the order; 0 is the first.',
    input: z.strictObject({ ruleId: Id, to: z.number().int().min(0).max(1000) }),
    output: Undoable,
  }),
  'rules.remove': command({
    summary: 'Removes a rule; what it has done stays.',
    input: z.strictObject({ ruleId: Id }),
    output: Undoable,
  }),
  'rules.preview': query({
    summary: 'A dry run: what a rule would do to the mentions stored, without doing it.',
    input: z.strictObject({ rule: RuleDraft, scope: RuleScope.default('recent') }),
    output: z.strictObject({
      /** Mentions looked at. */
      scanned: z.number().int(),
      /** Mentions that fulfil the conditions. */
      matched: z.number().int(),
      /** How many of them each kind of action would change; one that is tagged already is not tagged again. */
      effects: z.array(z.strictObject({ type: RuleActionType, count: z.number().int() })),
      /** The newest ten that match. */
      examples: z.array(
        z.strictObject({
          itemId: ItemId,
          brandId: Id,
          title: z.string(),
          excerpt: z.string(),
          site: z.string(),
          author: z.string(),
          sentiment: Sentiment,
          publishedAt: Millis,
        }),
      ),
    }),
  }),
  'rules.apply': command({
    summary: 'Runs one rule over the mentions stored, as one step of the history. It notifies nobody.',
    input: z.strictObject({ ruleId: Id, scope: RuleScope.default('recent') }),
    output: JobStarted.extend({ changeId: Id }),
  }),
  'rules.hits': query({
    summary: 'Which rules did what to the mentions of an item, newest first.',
    input: z.strictObject({ itemId: ItemId }),
    output: z.strictObject({ hits: z.array(RuleHit) }),
  }),
};
