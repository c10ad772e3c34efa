import { z } from 'zod';
import { Id } from './common.ts';
import { AlertKind } from './alerts.ts';
import { AppState } from './app.ts';

export const Topic = z.enum([
  'brands',
  'mentions',
  'sources',
  'tags',
  'settings',
  'history',
  'people',
  'rules',
  'crisis',
  'alerts',
  'learning',
  'accounts',
  'inbox',
  'outbox',
  'calendar',
]);
export type Topic = z.infer<typeof Topic>;

/** Everything the engine or the shell tells without being asked. */
export const events = {
  /** Something stored changed; the window drops what it cached of these topics. */
  'data.changed': z.strictObject({ topics: z.array(Topic) }),
  'job.progress': z.strictObject({
    jobId: Id,
    kind: z.enum(['collect', 'rematch', 'diff', 'rules', 'learn']),
    state: z.enum(['running', 'finished', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int(),
    message: z.string(),
    /** Items added so far, for collecting; mentions changed, for re-matching. */
    added: z.number().int(),
  }),
  /**
   * A rule asks that its owner be told: the newest mention it applied to, and how many there were. At once, at the end of
   * the brand's quiet hours, or with its digest, like an alert.
   */
  'rules.noticed': z.strictObject({
    ruleId: Id,
    name: z.string(),
    count: z.number().int(),
    itemId: z.number().int(),
    brandId: Id,
    title: z.string(),
    excerpt: z.string(),
  }),
  /** Alerts whose time has come: at once, at the end of quiet hours, or as a digest. Newest first, at most 20. */
  'alert.raised': z.strictObject({
    count: z.number().int(),
    /** Whether they had to wait for each other. */
    digest: z.boolean(),
    alerts: z.array(
      z.strictObject({
        alertId: Id,
        kind: AlertKind,
        brandName: z.string(),
        headline: z.string(),
        site: z.string(),
        observed: z.number().int(),
        expected: z.number().nullable(),
        /** The crisis words that were found. */
        found: z.array(z.string()),
        /** The very mention, where the alert is about one. */
        itemId: z.number().int().nullable(),
      }),
    ),
  }),
  'app.changed': AppState,
  /** Earshot is about to end: what is being written has to be kept, then `app.left` be asked. */
  'app.leaving': z.strictObject({}),
  /** A menu or tray entry of the shell was chosen, or a notification. */
  'app.navigate': z.strictObject({
    to: z.enum(['today', 'mentions', 'alerts', 'sources', 'brands', 'settings', 'welcome']),
    /** What the screen is opened with, as its own links do. */
    params: z.record(z.string(), z.string()).optional(),
  }),
};
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
