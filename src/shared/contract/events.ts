import { z } from 'zod';
import { Id } from './common.ts';
import { AppState } from './app.ts';

export const Topic = z.enum(['brands', 'mentions', 'sources', 'tags', 'settings', 'history']);
export type Topic = z.infer<typeof Topic>;

/** Everything the engine or the shell tells without being asked. */
export const events = {
  /** Something stored changed; the window drops what it cached of these topics. */
  'data.changed': z.strictObject({ topics: z.array(Topic) }),
  'job.progress': z.strictObject({
    jobId: Id,
    kind: z.enum(['collect', 'rematch']),
    state: z.enum(['running', 'finished', 'failed', 'cancelled']),
    done: z.number().int(),
    total: z.number().int(),
    message: z.string(),
    /** Items added so far, for collecting; mentions changed, for re-matching. */
    added: z.number().int(),
  }),
  'app.changed': AppState,
  /** A menu or tray entry of the shell was chosen. */
  'app.navigate': z.strictObject({
    to: z.enum(['today', 'mentions', 'sources', 'brands', 'settings', 'welcome']),
  }),
};
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
