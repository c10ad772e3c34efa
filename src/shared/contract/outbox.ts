import { z } from 'zod';
import { ActionKind, ActionState } from '../model/action.ts';
import { Done, Id, Millis, Nothing, PageLimit, ReasonParams } from './common.ts';
import { command, query } from './define.ts';

/** Something that is to leave this machine, or has. */
export const Action = z.strictObject({
  id: Id,
  accountId: Id,
  network: z.string(),
  handle: z.string(),
  brandId: Id,
  kind: ActionKind,
  state: ActionState,
  /** The first words of what is sent; '' for a like and the like. */
  excerpt: z.string(),
  /** The post, or the conversation, it belongs to. */
  postId: Id.nullable(),
  conversationId: Id.nullable(),
  dueAt: Millis,
  nextTryAt: Millis.nullable(),
  /** When its first attempt began. */
  sendingAt: Millis.nullable(),
  settledAt: Millis.nullable(),
  attempts: z.number().int(),
  /** Why it failed, waits or is uncertain: a stable code the window translates, and the same in plain English. */
  reasonCode: z.string().nullable(),
  reasonParams: ReasonParams,
  reason: z.string(),
  retryable: z.boolean(),
  /** Where it can be seen; null until it is there. */
  url: z.string().nullable(),
  /** The network holds it until its time. */
  held: z.boolean(),
});
export type Action = z.infer<typeof Action>;

/** The one way out: everything that is to be sent, was sent, or could not be. */
export const outbox = {
  'actions.list': query({
    summary: 'What is in the outbox, in these states, a page at a time: by due time, or the newest first.',
    input: z.strictObject({
      states: z.array(ActionState).min(1).max(9),
      /** Empty = of every kind. */
      kinds: z.array(ActionKind).max(6).default([]),
      brandIds: z.array(Id).max(50).default([]),
      newestFirst: z.boolean().default(false),
      /** The id of the last action of the page before; null for the first page. */
      after: Id.nullable().default(null),
      limit: PageLimit,
    }),
    output: z.strictObject({ actions: z.array(Action), next: Id.nullable() }),
  }),
  'actions.cancel': command({
    summary:
      'Takes something back before it leaves, or from a network that still holds it. What is out cannot be cancelled.',
    input: z.strictObject({ actionId: Id }),
    output: Done,
  }),
  'actions.retry': command({
    summary: 'Sends what failed or missed its time: now, or at the time given.',
    input: z.strictObject({ actionId: Id, at: Millis.nullable().default(null) }),
    output: Done,
  }),
  'outbox.status': query({
    summary: 'How many things wait, and why nothing leaves where that is so.',
    input: Nothing,
    output: z.strictObject({
      queued: z.number().int(),
      sending: z.number().int(),
      uncertain: z.number().int(),
      missed: z.number().int(),
      failed: z.number().int(),
      /** A crisis room holds posts and automatic answers. */
      paused: z.boolean(),
      /** Posts this late are asked about, in minutes. */
      lateMinutes: z.number().int(),
    }),
  }),
  'outbox.settings': command({
    summary: 'Changes how late a post may be and still go out by itself.',
    input: z.strictObject({ lateMinutes: z.number().int().min(5).max(1440) }),
    output: Done,
  }),
};
