import { z } from 'zod';
import { Done, Id, Millis, Nothing, PageLimit, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { ItemId, MentionRow } from './mentions.ts';

export const AlertKind = z.enum([
  'influentialNegative',
  'volumeSpike',
  'negativeSpike',
  'crisisWords',
  'silence',
  'competitorSpike',
]);
export type AlertKind = z.infer<typeof AlertKind>;

/** new = nobody has looked; seen = looked at; snoozed = new again at a time; closed = dealt with. */
export const AlertState = z.enum(['new', 'seen', 'snoozed', 'closed']);
export type AlertState = z.infer<typeof AlertState>;
export const AlertSensitivity = z.enum(['low', 'normal', 'high']);
export type AlertSensitivity = z.infer<typeof AlertSensitivity>;

/** Why an alert fired, as it was when it fired. */
export const AlertWhy = z.strictObject({
  /** The rule that decided; each has its formula in FORMULAS.md, “Spikes and alerts”. */
  method: z.enum(['tail', 'meanSigma', 'share', 'gap', 'influence', 'words']),
  sensitivity: AlertSensitivity,
  /** The span judged, UTC milliseconds; `to` is exclusive. */
  from: Millis,
  to: Millis,
  /** Mentions in the span: negative ones for `negativeSpike`, 1 and more for `influence` and `words`. */
  observed: z.number().int(),
  /** What was usual; null where no count was compared. */
  expected: z.number().nullable(),
  /** log10 of the probability of at least `observed`; null where no count was compared. */
  tail: z.number().nullable(),
  /** Probability (`tail`, `share`), factor k (`meanSigma`), influence (`influence`), hours (`gap`); null for `words`. */
  threshold: z.number().nullable(),
  /** How often the threshold was reached: 1 and more. */
  excess: z.number(),
  /** The mentions behind it, newest first, at most 20. */
  itemIds: z.array(ItemId).max(20),
  /** Words more frequent than in the weeks before, strongest first, with how many mentions have them. */
  words: z
    .array(z.strictObject({ word: z.string(), now: z.number().int(), before: z.number().int() }))
    .max(12),
  /**
   * Of several queries, those that find a larger part of the mentions than they usually do, the largest gain first;
   * shares 0–1. What was raised by a version that did not ask has none.
   */
  queries: z
    .array(z.strictObject({ queryId: Id, name: z.string(), share: z.number(), usual: z.number() }))
    .max(5)
    .default([]),
  /** The words of the list that were found. */
  found: z.array(z.string()).max(20),
  /** 1–10, and estimated people reached, of the loudest of the mentions. */
  influence: z.number().int().nullable(),
  reach: z.number().int().nullable(),
  /** Share of negatives in the span and usually, 0–1. */
  share: z.strictObject({ now: z.number(), usual: z.number(), total: z.number().int() }).nullable(),
  /** For `silence`: when the last mention came, and whether collecting has worked since. */
  silence: z.strictObject({ lastAt: Millis, collecting: z.boolean() }).nullable(),
});
export type AlertWhy = z.infer<typeof AlertWhy>;

export const Alert = z.strictObject({
  id: Id,
  kind: AlertKind,
  /** The own brand whose rule it is. */
  brandId: Id,
  /** The brand it is about: the competitor for `competitorSpike`, else the same. */
  aboutBrandId: Id,
  at: Millis,
  state: AlertState,
  snoozedUntil: Millis.nullable(),
  /** How many alerts this story has raised up to this one. */
  nth: z.number().int(),
  why: AlertWhy,
  /** Title, else the first words, of the mention that stands for it; '' where there is none. */
  headline: z.string(),
  site: z.string(),
});
export type Alert = z.infer<typeof Alert>;

export const AlertDetail = Alert.extend({
  items: z.array(MentionRow),
  /** What happened around it, hour by hour, with what was usual; negative ones for `negativeSpike`. */
  hours: z.array(z.strictObject({ at: Millis, count: z.number().int(), expected: z.number() })),
});
export type AlertDetail = z.infer<typeof AlertDetail>;

/** `HH:MM` on a 24-hour clock, in the workspace's zone. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const Delivery = z.enum(['immediate', 'hourly', 'daily', 'weekly']);
export type Delivery = z.infer<typeof Delivery>;
/** Word or phrase; `*` at the end stands for any ending. */
const CrisisWord = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[^"()]+$/);
/** Words per language (ISO 639-1). */
export const CrisisWords = z.record(z.string().regex(/^[a-z]{2}$/), z.array(CrisisWord).max(200));
export type CrisisWords = z.infer<typeof CrisisWords>;

export const AlertSettings = z.strictObject({
  brandId: Id,
  /** The kinds that are on. */
  kinds: z.array(AlertKind),
  sensitivity: AlertSensitivity,
  /** `tail`: probability against the usual hour of the week; `meanSigma`: mean + k·σ of seven days. */
  method: z.enum(['tail', 'meanSigma']),
  /** No notification in these hours; what comes then is told together when they end. Null: none. */
  quiet: z.strictObject({ from: WallTime, to: WallTime }).nullable(),
  delivery: Delivery,
  /** When a daily or weekly digest comes. */
  digestAt: WallTime,
  /** 1 Monday … 7 Sunday, for a weekly digest. */
  digestDay: z.number().int().min(1).max(7),
  /** No alert of this brand until then; null where it is not muted. */
  mutedUntil: Millis.nullable(),
  /** Only the languages whose list differs from the built-in one. */
  words: CrisisWords,
});
export type AlertSettings = z.infer<typeof AlertSettings>;

const AlertIds = z.array(Id).min(1).max(200);

export const alerts = {
  'alerts.list': query({
    summary: 'Alerts, newest first, a page at a time; with how many are new.',
    input: z.strictObject({
      brandIds: z.array(Id).max(50).default([]),
      states: z.array(AlertState).max(4).default([]),
      /** The id of the last alert of the page before; null for the first page. */
      after: Id.nullable().default(null),
      limit: PageLimit,
    }),
    output: z.strictObject({ alerts: z.array(Alert), next: Id.nullable() }),
  }),
  'alerts.count': query({
    summary: 'How many alerts nobody has looked at.',
    input: z.strictObject({ brandIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({ new: z.number().int() }),
  }),
  'alerts.get': query({
    summary: 'One alert with its mentions and the hours around it.',
    input: z.strictObject({ alertId: Id }),
    output: AlertDetail,
  }),
  'alerts.setState': command({
    summary: 'Marks alerts as seen or closed, or as new again.',
    input: z.strictObject({ alertIds: AlertIds, state: z.enum(['new', 'seen', 'closed']) }),
    output: Undoable,
  }),
  'alerts.snooze': command({
    summary: 'Puts alerts aside until a time; then they are new again.',
    input: z.strictObject({ alertIds: AlertIds, until: Millis }),
    output: Undoable,
  }),
  'alerts.seen': command({
    summary: 'Turns new alerts into seen ones because they were looked at; not a step of undo.',
    input: z.strictObject({ alertIds: AlertIds }),
    output: Done,
  }),
  'alerts.settings': query({
    summary: 'What each own brand wants to be told, and the built-in word lists.',
    input: Nothing,
    output: z.strictObject({ settings: z.array(AlertSettings), builtInWords: CrisisWords }),
  }),
  'alerts.setSettings': command({
    summary: 'Changes what a brand wants to be told; parts left out stay.',
    input: AlertSettings.partial().extend({ brandId: Id }),
    output: Undoable,
  }),
  'alerts.evaluate': command({
    summary: 'Looks now for spikes, silence and due digests; the clock does so every quarter of an hour.',
    input: Nothing,
    output: z.strictObject({ raised: z.number().int() }),
  }),
};
