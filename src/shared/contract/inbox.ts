import { z } from 'zod';
import { Id, Millis, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { ItemId, MentionRow } from './mentions.ts';

/** open = waits for an answer; answered = a reply was sent; closed = nothing more to do. */
export const ConversationState = z.enum(['open', 'answered', 'closed']);
export type ConversationState = z.infer<typeof ConversationState>;

const Text = z.string().trim().min(1).max(10_000);

export const Conversation = z.strictObject({
  id: Id,
  brandId: Id,
  itemId: ItemId,
  state: ConversationState,
  /** What is being written; kept as it is typed. */
  draft: z.string(),
  /** When the mention was published: the clock of an answer runs from here. */
  saidAt: Millis,
  openedAt: Millis,
  answeredAt: Millis.nullable(),
  /** The contact its author belongs to, where there is one. */
  contactId: Id.nullable(),
  mention: MentionRow,
});
export type Conversation = z.infer<typeof Conversation>;

export const Message = z.strictObject({
  id: Id,
  /** reply = what was said to the other side; note = seen here only. */
  kind: z.enum(['reply', 'note']),
  text: z.string(),
  at: Millis,
});
export type Message = z.infer<typeof Message>;

/** Mentions that need an answer, kept until one was given. */
export const inbox = {
  'conversations.list': query({
    summary: 'Conversations of a state, those that have waited longest first; at most 200.',
    input: z.strictObject({
      brandIds: z.array(Id).max(50).default([]),
      state: ConversationState.default('open'),
    }),
    output: z.strictObject({ conversations: z.array(Conversation), open: z.number().int() }),
  }),
  'conversations.get': query({
    summary: 'One conversation with its messages, oldest first.',
    input: z.strictObject({ conversationId: Id }),
    output: z.strictObject({ conversation: Conversation, messages: z.array(Message) }),
  }),
  'conversations.open': command({
    summary:
      'Makes a mention a conversation that waits for an answer; one that is there already is opened again.',
    input: z.strictObject({ itemId: ItemId, brandId: Id }),
    output: z.strictObject({ conversationId: Id, changeId: Id.nullable() }),
  }),
  'conversations.setState': command({
    summary: 'Closes a conversation, or opens it again.',
    input: z.strictObject({ conversationId: Id, state: z.enum(['open', 'closed']) }),
    output: Undoable,
  }),
  'conversations.draft': command({
    summary: 'Keeps what is being written; not a step of undo.',
    input: z.strictObject({ conversationId: Id, draft: z.string().max(10_000) }),
    output: z.strictObject({}),
  }),
  'conversations.answered': command({
    summary: 'Records the reply that was given on the network by hand; the mention is done with it.',
    input: z.strictObject({ conversationId: Id, text: Text }),
    output: Undoable,
  }),
  'conversations.note': command({
    summary: 'Adds a note that only this workspace sees.',
    input: z.strictObject({ conversationId: Id, text: Text }),
    output: Undoable,
  }),
};
