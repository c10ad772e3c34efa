import { z } from 'zod';
import { command, query } from './define.ts';
import { Day, Id, JobStarted, Millis, Nothing, Undoable } from './common.ts';
import { ItemId, Sentiment, Targets } from './mentions.ts';

/** A word that moved a judgement; `weight` above 0 is towards positive, in logits. */
export const WhyWord = z.strictObject({
  word: z.string(),
  in: z.enum(['title', 'text']),
  /** UTF-16 offsets into that text. */
  start: z.number().int(),
  end: z.number().int(),
  weight: z.number(),
  /** True where it counts because of corrections, not by the shipped model. */
  learned: z.boolean(),
});
export type WhyWord = z.infer<typeof WhyWord>;

/** A number with the name of its formula and what went into it, for a screen to spell out. */
const Judgement = z.strictObject({
  sentiment: Sentiment,
  /** −1…1. */
  score: z.number(),
  /** 0…1: the calibrated probability of the class given. */
  certainty: z.number(),
});

export const Why = z.strictObject({
  /** What counts now for this brand. */
  sentiment: Sentiment,
  /** A person's word; it stays until taken back. */
  corrected: z.boolean(),
  /** The shipped model alone. */
  base: Judgement,
  /** With what was learned from corrections; null where nothing was, or it was not worth using. */
  learned: Judgement.nullable(),
  /** The strongest first. */
  words: z.array(WhyWord),
  /** 0–100, null where the source gave none. */
  rating: z.number().nullable(),
  reach: z.strictObject({
    value: z.number().int(),
    formula: z.enum(['views', 'followers', 'reply', 'site', 'forum', 'unknown']),
    inputs: z.record(z.string(), z.number()),
    /** False where the network reported it. */
    estimated: z.boolean(),
    /** True for a copy whose story had been counted at this site or author that day: it adds nothing. */
    repeated: z.boolean(),
  }),
  influence: z.strictObject({
    value: z.number(),
    of: z.enum(['author', 'site']),
    name: z.string(),
    typicalReach: z.number(),
    reachPart: z.number(),
    interactionFactor: z.number(),
    items: z.number().int(),
  }),
});
export type Why = z.infer<typeof Why>;

const Share = z.number().min(0).max(1);

export const LearningStatus = z.strictObject({
  /** Words given so far: corrections and confirmations, and how many had been judged right before. */
  labels: z.number().int(),
  agreed: z.number().int(),
  /** Per week, Monday first; only weeks with labels. */
  weeks: z.array(z.strictObject({ from: Day, labels: z.number().int(), agreed: z.number().int() })),
  /** Null before the first training. */
  head: z
    .strictObject({
      trainedAt: Millis,
      /** Labels it was trained on. */
      corrections: z.number().int(),
      /** Agreement with the owner's words on texts left out of training: of the shipped model, and with the head. */
      baseAgreement: Share,
      ownAgreement: Share,
      /** Whether it is used: only while it agrees no less than the shipped model. */
      used: z.boolean(),
    })
    .nullable(),
  /** Labels that are not learned from, because that was forgotten. */
  forgotten: z.number().int(),
  /** True while labels wait to be learned from. */
  waiting: z.boolean(),
  /** Items whose judgement was made again and can be put back. */
  rejudged: z.number().int(),
});
export type LearningStatus = z.infer<typeof LearningStatus>;

const Word = z.string().trim().min(1).max(60);

export const BrandRelevance = z.strictObject({
  brandId: Id,
  about: z.number().int(),
  notAbout: z.number().int(),
  /** Examples of either kind it takes before anything is ranked. */
  needed: z.number().int(),
  enabled: z.boolean(),
  /** Whether new mentions are ranked now. */
  active: z.boolean(),
  /** Share of the examples judged right by a model trained without them; null before there are enough. */
  accuracy: Share.nullable(),
  maybe: z.number().int(),
  must: z.array(Word),
  mustNot: z.array(Word),
});
export type BrandRelevance = z.infer<typeof BrandRelevance>;

export const RelevanceExample = z.strictObject({
  exampleId: Id,
  brandId: Id,
  itemId: ItemId,
  about: z.boolean(),
  title: z.string(),
  excerpt: z.string(),
  site: z.string(),
  createdAt: Millis,
});
export type RelevanceExample = z.infer<typeof RelevanceExample>;

export const learning = {
  'mentions.correct': command({
    summary:
      'Sets the sentiment of mentions by hand, their story’s copies included; null takes that back. `undefined` leaves it undecided and teaches nothing.',
    input: z.strictObject({ targets: Targets, sentiment: Sentiment.nullable() }),
    output: Undoable,
  }),
  'learning.why': query({
    summary: 'Which words and numbers gave a mention its sentiment, reach and influence.',
    input: z.strictObject({ itemId: ItemId, brandId: Id }),
    output: Why,
  }),
  'learning.status': query({
    summary: 'What was learned from corrections, and how often the app had agreed before.',
    input: Nothing,
    output: LearningStatus,
  }),
  'learning.train': command({
    summary: 'Learns from all corrections now, those from before a “forget” included.',
    input: Nothing,
    output: JobStarted,
  }),
  'learning.forget': command({
    summary: 'Forgets what was learned; optionally takes every correction back, which can be undone.',
    input: z.strictObject({ corrections: z.boolean().default(false) }),
    output: Undoable,
  }),
  'learning.rejudge': command({
    summary:
      'Judges what is stored again with what was learned. Corrections stay; `learning.revert` puts the rest back.',
    input: z.strictObject({ days: z.number().int().min(1).max(3660).default(30) }),
    output: JobStarted,
  }),
  'learning.revert': command({
    summary: 'Puts back what items said before they were judged again.',
    input: Nothing,
    output: JobStarted,
  }),
  'relevance.teach': command({
    summary: 'Says that mentions are about the brand, or not; null takes that back. Moves them accordingly.',
    input: z.strictObject({ targets: Targets, about: z.boolean().nullable() }),
    output: Undoable,
  }),
  'relevance.status': query({
    summary: 'Per brand: examples, accuracy, and whether new mentions are ranked.',
    input: Nothing,
    output: z.strictObject({ brands: z.array(BrandRelevance) }),
  }),
  'relevance.examples': query({
    summary: 'The newest examples a brand was taught with, at most 200.',
    input: z.strictObject({ brandId: Id }),
    output: z.strictObject({ examples: z.array(RelevanceExample) }),
  }),
  'relevance.set': command({
    summary: 'Switches a brand’s ranking on or off, or changes the words that speak for or against it.',
    input: z.strictObject({
      brandId: Id,
      enabled: z.boolean().optional(),
      must: z.array(Word).max(50).optional(),
      mustNot: z.array(Word).max(50).optional(),
    }),
    output: Undoable,
  }),
  'relevance.rank': command({
    summary:
      'Ranks what is stored of a brand: doubtful mentions go to the maybe shelf, others come back from it.',
    input: z.strictObject({ brandId: Id }),
    output: JobStarted,
  }),
};
