import { z } from 'zod';
import { Day, Id } from './common.ts';
import { query } from './define.ts';
import { ItemId } from './mentions.ts';

const Count = z.number().int();

export const InsightTopic = z.strictObject({
  term: z.string(),
  /** ISO 639-1; null where the language is not known. */
  language: z.string().nullable(),
  /** Mentions that `query` finds, a story and its copies once: in the span, and in the 28 days before. */
  count: Count,
  before: Count,
  /** Log-odds of the change in standard errors: above 0 it is said more, below 0 less. */
  score: z.number(),
  negative: Count,
  neutral: Count,
  positive: Count,
  undefined: Count,
  /** Mentions a day with it, oldest first: the days before the span, then those of the span. */
  daily: z.array(Count),
  /** The newest mentions with it, at most three; `text` is a headline or the beginning of the text. */
  examples: z.array(z.strictObject({ itemId: ItemId, text: z.string() })),
  /** In the query language: finds them. */
  query: z.string(),
});
export type InsightTopic = z.infer<typeof InsightTopic>;

const Weighed = z.strictObject({
  mentions: Count,
  negative: Count,
  neutral: Count,
  positive: Count,
  undefined: Count,
  /** Estimated people, over its mentions. */
  reach: Count,
  /** The mean influence of its mentions, 1…10. */
  influence: z.number(),
  /** Influence × √mentions. */
  weight: z.number(),
  /** When it last spoke of the brand, UTC milliseconds. */
  lastAt: z.number().int(),
});

const days = z.union([z.literal(7), z.literal(30)]).default(7);

export const insights = {
  'insights.topics': query({
    summary: 'What a brand is talked about for in the last days against the 28 days before them.',
    input: z.strictObject({ brandId: Id, days }),
    output: z.strictObject({
      /** The span, and the days before it; both days included. */
      fromDay: Day,
      toDay: Day,
      beforeFromDay: Day,
      beforeToDay: Day,
      /** Mentions of the span and of the days before it, a story and its copies once. */
      mentions: Count,
      before: Count,
      /** True where only a sample was read: counts are then estimates. */
      sampled: z.boolean(),
      /** At most ten each. */
      rising: z.array(InsightTopic),
      falling: z.array(InsightTopic),
      common: z.array(InsightTopic),
    }),
  }),
  'insights.people': query({
    summary: 'The people and sites that matter for a brand, from its newest 1,000 mentions of the last days.',
    input: z.strictObject({ brandId: Id, days }),
    output: z.strictObject({
      fromDay: Day,
      toDay: Day,
      /** Mentions read, and whether the span has more. */
      read: Count,
      more: z.boolean(),
      /** The weightiest first, at most ten each. */
      people: z.array(
        Weighed.extend({
          authorKey: Count,
          name: z.string(),
          connector: z.string(),
          followers: Count.nullable(),
        }),
      ),
      sites: z.array(Weighed.extend({ site: z.string() })),
    }),
  }),
  'insights.forecast': query({
    summary: 'Mentions a day of a brand for the next two weeks, where the past carries a forecast.',
    input: z.strictObject({ brandId: Id }),
    output: z.strictObject({
      /** Whole days up to yesterday in the workspace's zone, oldest first, at most 180. */
      days: z.array(Day),
      counts: z.array(Count),
      /** From today on; empty where the past does not carry a forecast. */
      ahead: z.array(z.strictObject({ day: Day, mean: z.number(), low: z.number(), high: z.number() })),
      /** Error of past forecasts ÷ that of "as a week ago"; null without a forecast. */
      mase: z.number().nullable(),
      /** short = under 28 days; sparse = too few days with mentions; noisy = no better than "as a week ago". */
      reason: z.enum(['short', 'sparse', 'noisy']).nullable(),
    }),
  }),
};
