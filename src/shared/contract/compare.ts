import { z } from 'zod';
import { query } from './define.ts';
import { Day, Id } from './common.ts';
import { BrandRole } from './brands.ts';

const Count = z.number().int();
/** A number of this span and of the equal span before; null where there is nothing to count from. */
const Figure = z.strictObject({ now: z.number().nullable(), before: z.number().nullable() });

/** What shares of voice are counted in. */
export const Measure = z.enum(['mentions', 'reach', 'interactions']);
export type Measure = z.infer<typeof Measure>;
const byMeasure = <T extends z.ZodType>(value: T) =>
  z.strictObject({ mentions: value, reach: value, interactions: value });

export const SpanSums = z.strictObject({
  mentions: Count,
  negative: Count,
  neutral: Count,
  positive: Count,
  /** Mentions in a language nobody judged. */
  undefined: Count,
  /** Estimated people. */
  reach: Count,
  interactions: Count,
});
export type SpanSums = z.infer<typeof SpanSums>;

/** Every number of one brand, over the span and the equal span before. */
export const ComparedBrand = z.strictObject({
  brandId: Id,
  name: z.string(),
  role: BrandRole,
  color: Count,
  now: SpanSums,
  before: SpanSums,
  /** 0…1 of all brands compared. */
  share: byMeasure(Figure),
  /** −100…100: % positive − % negative, neutral in the base. */
  netSentiment: Figure,
  /** Brand Health Index, 0…1: positive ÷ (positive + negative). */
  health: Figure,
  /** 0…100: the last week of the span against the year's best week of any brand compared. */
  presence: Figure,
  /** 0…1: interactions ÷ people reached. */
  engagement: Figure,
  /** Weighted points, 0…8, and the place they give from 1. */
  rank: z.strictObject({ points: z.number(), place: Count, placeBefore: Count }),
  /** One value a day of the span, oldest first. */
  daily: z.strictObject({
    mentions: z.array(Count),
    negative: z.array(Count),
    reach: z.array(Count),
    interactions: z.array(Count),
  }),
  /** Days of the span that stand out, highest first, at most five. */
  peaks: z.array(
    z.strictObject({
      day: Day,
      count: Count,
      /** The days in a row that stand out with it, both included. */
      fromDay: Day,
      toDay: Day,
      /** The median day of both spans, and the count above which a day stands out. */
      usual: z.number(),
      threshold: z.number(),
      /** True when most of its judged mentions are negative. */
      crisis: z.boolean(),
    }),
  ),
});
export type ComparedBrand = z.infer<typeof ComparedBrand>;

/** Why a comparison may not be fair. The window says it in words, and what to do. */
export const Caution = z.discriminatedUnion('code', [
  /** One brand's queries ask for something (`lang:ro`, `site:…`) that another's do not. */
  z.strictObject({
    code: z.literal('filters'),
    brandIds: z.array(Id),
    field: z.string(),
    values: z.array(z.string()),
    without: z.array(Id),
  }),
  /** A language that a good part of one brand's mentions is in, and none of another's. */
  z.strictObject({
    code: z.literal('languages'),
    brandIds: z.array(Id),
    languages: z.array(z.string()),
    without: z.array(Id),
  }),
  z.strictObject({
    code: z.literal('kinds'),
    brandIds: z.array(Id),
    kinds: z.array(z.string()),
    without: z.array(Id),
  }),
  z.strictObject({
    code: z.literal('connectors'),
    brandIds: z.array(Id),
    connectors: z.array(z.string()),
    without: z.array(Id),
  }),
  z.strictObject({ code: z.literal('no-query'), brandIds: z.array(Id) }),
  z.strictObject({ code: z.literal('matching'), brandIds: z.array(Id) }),
  /** Added after the span, or the span before it, began. */
  z.strictObject({
    code: z.literal('young'),
    brandIds: z.array(Id),
    since: Day,
    span: z.enum(['now', 'before']),
  }),
  /** Archived competitors that were heard in the span: they are left out. */
  z.strictObject({ code: z.literal('archived'), brandIds: z.array(Id), names: z.array(z.string()) }),
  /** Paused sources bring nothing for anybody, which is unfair where one of them is about a single brand. */
  z.strictObject({ code: z.literal('paused'), brandIds: z.array(Id), sources: z.array(z.string()) }),
]);
export type Caution = z.infer<typeof Caution>;

/** The days that are looked at. */
export const SpanInput = z.strictObject({
  /** Last day, included; null for today in the workspace's zone. */
  toDay: Day.nullable().default(null),
  /** First day, included; null counts `days` back from the last. At most 731 days. */
  fromDay: Day.nullable().default(null),
  days: z.number().int().min(1).max(731).default(30),
});

/** Which brands over which days; also what the lists beside the comparison are asked with. */
const CompareInput = SpanInput.extend({
  /** The own brand, or one of its competitors; null for the first own brand. */
  brandId: Id.nullable().default(null),
});

const Loud = z.strictObject({
  mentions: Count,
  negative: Count,
  reach: Count,
});

export const compare = {
  'compare.summary': query({
    summary: 'The own brand beside its competitors over a span and the equal span before.',
    input: CompareInput,
    output: z.strictObject({
      /** Both included. */
      fromDay: Day,
      toDay: Day,
      beforeFromDay: Day,
      beforeToDay: Day,
      days: z.array(Day),
      /** The own brand first; empty when there is no own brand. At most twelve. */
      brands: z.array(ComparedBrand),
      /** The peak that explains most of how the own share moved, per measure. */
      reason: byMeasure(
        z
          .strictObject({
            brandId: Id,
            day: Day,
            fromDay: Day,
            toDay: Day,
            /** 0.2…1 of the change. */
            part: z.number(),
            crisis: z.boolean(),
          })
          .nullable(),
      ),
      cautions: z.array(Caution),
    }),
  }),
  'compare.voices': query({
    summary:
      'The sites, authors and topics of each brand compared, from its newest 1,000 mentions of the span.',
    input: CompareInput,
    output: z.strictObject({
      brands: z.array(
        z.strictObject({
          brandId: Id,
          /** Mentions read, and whether the span has more. */
          read: Count,
          more: z.boolean(),
          sites: z.array(Loud.extend({ site: z.string() })),
          voices: z.array(
            Loud.extend({
              authorKey: Count,
              name: z.string(),
              connector: z.string(),
              followers: Count.nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  'compare.topics': query({
    summary: 'The topics said of a brand at least twice as often as of any other brand compared.',
    input: CompareInput,
    output: z.strictObject({
      brands: z.array(
        z.strictObject({
          brandId: Id,
          /** True where only a sample was read: counts are then estimates. */
          sampled: z.boolean(),
          topics: z.array(
            z.strictObject({
              term: z.string(),
              /** Mentions of the brand with it, and the part of its mentions they are, 0…1. */
              count: Count,
              part: z.number(),
              negative: Count,
              /** In the query language: finds them. */
              query: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
};
