import { z } from 'zod';

export const ActionKind = z.enum(['publish', 'edit', 'reply', 'like', 'hide', 'delete']);
export type ActionKind = z.infer<typeof ActionKind>;

/** Where an action stands; see `next`. */
export const ActionState = z.enum([
  'draft', // written, not yet allowed to leave
  'approved', // allowed, without a time
  'queued', // leaves when its time comes
  'sending', // on its way; its outcome is not known yet
  'sent', // arrived, or held by the network for its time
  'failed', // certainly did not arrive; the reason stands beside it
  'uncertain', // nobody knows: the account is looked at before anything else happens
  'missed', // its time passed while Earshot was closed or offline
  'cancelled',
]);
export type ActionState = z.infer<typeof ActionState>;

export const ActionImage = z.object({ mediaId: z.string(), alt: z.string() });

export const PublishPayload = z.object({
  text: z.string(),
  title: z.string().default(''),
  images: z.array(ActionImage).default([]),
  thread: z.array(z.string()).default([]),
  language: z.string().nullable().default(null),
  /** Lets the network hold it until its time, where it can. */
  hold: z.boolean().default(false),
});
export const EditPayload = PublishPayload.extend({
  ident: z.string(),
  /** Who approved it; '' where that was not asked. */
  by: z.string().default(''),
});
export const ReplyPayload = z.object({
  to: z.string(),
  thread: z.string(),
  text: z.string(),
  private: z.boolean(),
  toHandle: z.string().nullable(),
});
export const SwitchPayload = z.object({ ident: z.string(), on: z.boolean() });
export const DeletePayload = z.object({ ident: z.string() });

/** What each kind of action carries. */
export const payloadOf = {
  publish: PublishPayload,
  edit: EditPayload,
  reply: ReplyPayload,
  like: SwitchPayload,
  hide: SwitchPayload,
  delete: DeletePayload,
} as const;
export type Payload<K extends ActionKind> = z.infer<(typeof payloadOf)[K]>;
export type PayloadInput<K extends ActionKind> = z.input<(typeof payloadOf)[K]>;

/** What can happen to an action. */
export type ActionEvent =
  | 'approve' // a person lets it go
  | 'queue' // it gets a time
  | 'send' // its time has come; stored before the first byte leaves
  | 'arrived'
  | 'refused' // it certainly did not arrive, and will not by itself
  | 'put-back' // it certainly did not arrive, and may be sent again
  | 'lose' // nobody knows whether it arrived
  | 'miss'
  | 'retry' // a person asks for another try
  | 'cancel';

/**
 * The one table of transitions; null = cannot happen. Two rules follow from it and are tested over random histories:
 * after `arrived` nothing is ever sent again, and out of `uncertain` the way back to sending leads only through
 * `put-back`, which the outbox says after it has looked at the account and found nothing.
 */
const TABLE: Readonly<Record<ActionState, Partial<Record<ActionEvent, ActionState>>>> = {
  draft: { approve: 'approved', cancel: 'cancelled' },
  approved: { queue: 'queued', cancel: 'cancelled' },
  queued: { send: 'sending', miss: 'missed', refused: 'failed', cancel: 'cancelled' },
  sending: { arrived: 'sent', refused: 'failed', 'put-back': 'queued', lose: 'uncertain' },
  uncertain: { arrived: 'sent', 'put-back': 'queued' },
  failed: { retry: 'queued', cancel: 'cancelled' },
  missed: { retry: 'queued', cancel: 'cancelled' },
  // What the network still holds can be taken back.
  sent: { cancel: 'cancelled' },
  cancelled: {},
};

export const next = (state: ActionState, event: ActionEvent): ActionState | null =>
  TABLE[state][event] ?? null;

/** States in which an action is not over: it may still leave, or its outcome is open. */
export const OPEN_STATES = [
  'draft',
  'approved',
  'queued',
  'sending',
  'uncertain',
] as const satisfies readonly ActionState[];
