import type { RuleCondition, RuleDraft } from '#shared/contract/rules.ts';
import type { Sentiment } from '#shared/contract/mentions.ts';
import { isOpenAt } from '#shared/model/business-hours.ts';
import { assertNever } from '#shared/model/result.ts';
import { compile, parse, type QueryItem } from '#shared/query-language/index.ts';

/** Everything a condition may ask about one brand's mention of an item. */
export interface RuleSubject {
  item: QueryItem;
  brandId: string;
  /** Every source it was seen in. */
  sourceIds: readonly string[];
  connector: string;
  sentiment: Sentiment;
  /** 1–10. */
  influence: number;
}

export type RuleTest = (subject: RuleSubject) => boolean;

const NEVER: RuleTest = () => false;

/** Compiles the conditions once. A query that no longer parses matches nothing rather than everything. */
export function compileRule(rule: Pick<RuleDraft, 'match' | 'conditions'>): RuleTest {
  const tests = [...rule.conditions].sort((a, b) => COST[a.type] - COST[b.type]).map(compileCondition);
  return rule.match === 'all'
    ? (subject) => tests.every((test) => test(subject))
    : (subject) => tests.some((test) => test(subject));
}

/** What is cheap to ask is asked first; the order never changes the answer. */
const COST: Readonly<Record<RuleCondition['type'], number>> = {
  brand: 0,
  sentiment: 0,
  influence: 0,
  rating: 0,
  kind: 0,
  language: 0,
  connector: 0,
  source: 1,
  site: 1,
  author: 2,
  text: 3,
  hours: 4,
};

function compileCondition(condition: RuleCondition): RuleTest {
  switch (condition.type) {
    case 'text': {
      const parsed = parse(condition.text);
      if (!parsed.ok) return NEVER;
      const matcher = compile(parsed.query);
      return ({ item }) => matcher.test(item);
    }
    case 'author':
    case 'site':
      return listed(condition, fieldTest(condition.type, condition.values), (subject) =>
        condition.type === 'author' ? subject.item.author !== '' : true,
      );
    case 'source':
      return listed(condition, ({ sourceIds }) => sourceIds.some((id) => condition.values.includes(id)));
    case 'connector':
      return listed(condition, ({ connector }) => condition.values.includes(connector));
    case 'kind': {
      const kinds: readonly string[] = condition.values;
      return listed(condition, ({ item }) => kinds.includes(item.kind));
    }
    case 'sentiment':
      return listed(condition, ({ sentiment }) => condition.values.includes(sentiment));
    case 'language':
      return listed(
        condition,
        ({ item }) => item.language !== null && condition.values.includes(item.language),
        ({ item }) => item.language !== null,
      );
    case 'brand':
      return listed(condition, ({ brandId }) => condition.values.includes(brandId));
    case 'influence':
      return ({ influence }) => influence >= condition.atLeast;
    case 'rating':
      return ({ item: { rating } }) =>
        rating !== null &&
        (condition.op === 'atMost' ? rating <= condition.stars : rating >= condition.stars);
    case 'hours':
      return ({ item }) => isOpenAt(condition.hours, item.publishedAt) !== condition.not;
    default:
      return assertNever(condition);
  }
}

/** Turned round by `not`; what `known` says is not reported fulfils neither way. */
function listed(condition: { not: boolean }, test: RuleTest, known: RuleTest = () => true): RuleTest {
  return condition.not ? (subject) => known(subject) && !test(subject) : test;
}

/** Author and site are compared as the query language does, so that a rule and a query agree. */
function fieldTest(field: 'author' | 'site', values: readonly string[]): RuleTest {
  const matchers = values.map((value) => compile({ type: 'field', field, value }));
  return ({ item }) => matchers.some((matcher) => matcher.test(item));
}
