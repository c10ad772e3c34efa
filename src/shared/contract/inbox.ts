import { z } from 'zod';
import { ActionKind, ActionState } from '../model/action.ts';
import { PublishingLimits } from '../model/publishing.ts';
import { Id, Millis, ReasonParams, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { ItemId, MentionRow, Sentiment } from './mentions.ts';

/** open = waits for an answer; answered = a reply was sent; closed = nothing more to do. */
export const ConversationState = z.enum(['open', 'answered', 'closed']);
export type ConversationState = z.infer<typeof ConversationState>;
/** What the list can be narrowed to: `open` without those that are snoozed, which have a shelf of their own. */
export const ConversationShelf = z.enum(['open', 'snoozed', 'answered', 'closed']);
export type ConversationShelf = z.infer<typeof ConversationShelf>;

const LONGEST = 10_000;
const Text = z.string().trim().min(1).max(LONGEST);
/** What a thing is called on its network. */
const Ident = z.string().min(1).max(1000);

export const EntryKind = z.enum(['post', 'comment', 'mention', 'message', 'review']);
export type EntryKind = z.infer<typeof EntryKind>;

/** What the other side said last, as a row of the list shows it. */
export const ConversationSaid = z.strictObject({
  /** The entry of the thread; null for the mention itself. */
  ident: z.string().nullable(),
  who: z.string(),
  title: z.string(),
  /** At most 240 characters. */
  text: z.string(),
  kind: EntryKind,
  /** 0–100 for reviews. */
  rating: z.number().nullable(),
  sentiment: Sentiment,
  at: Millis,
  url: z.string(),
  /** Whether only the two sides see it. */
  private: z.boolean(),
});
export type ConversationSaid = z.infer<typeof ConversationSaid>;

export const Conversation = z.strictObject({
  id: Id,
  brandId: Id,
  /** The account it is held through; null for a mention that was not answered through one. */
  accountId: Id.nullable(),
  connector: z.string(),
  /** The mention it belongs to; null for a thread of an account. */
  itemId: ItemId.nullable(),
  mention: MentionRow.nullable(),
  state: ConversationState,
  /** UTC milliseconds until which it is out of sight. */
  snoozedUntil: Millis.nullable(),
  /** What is being written; kept as it is typed. */
  draft: z.string(),
  /** When the oldest thing that waits was said: the clock of an answer runs from here. */
  saidAt: Millis,
  /** When an answer is due (`answerDue`). */
  dueAt: Millis,
  openedAt: Millis,
  answeredAt: Millis.nullable(),
  /** The contact who said it, where there is one. */
  contactId: Id.nullable(),
  said: ConversationSaid,
  /** Where its newest answer stands that has not arrived; null where none is under way. */
  outgoing: ActionState.nullable(),
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

export const Entry = z.strictObject({
  ident: z.string(),
  parent: z.string().nullable(),
  kind: EntryKind,
  text: z.string(),
  authorIdent: z.string(),
  authorName: z.string(),
  authorUrl: z.string().nullable(),
  own: z.boolean(),
  at: Millis,
  url: z.string(),
  attachments: z.array(
    z.strictObject({ kind: z.enum(['image', 'video', 'audio', 'other']), url: z.string(), alt: z.string() }),
  ),
  liked: z.boolean(),
  hidden: z.boolean(),
  /** Nobody else sees it until it is let through, with an answer or without. */
  held: z.boolean(),
  /** Deleted on the network; kept here. */
  gone: z.boolean(),
  rating: z.number().nullable(),
  private: z.boolean(),
  sentiment: Sentiment,
});
export type Entry = z.infer<typeof Entry>;

/** Something of this conversation that is on its way out, or could not leave. */
export const Outgoing = z.strictObject({
  id: Id,
  kind: ActionKind,
  state: ActionState,
  /** The entry it is about: what is answered, liked, hidden or deleted. */
  ident: z.string(),
  /** For likes and hiding: whether it is set or taken back. */
  on: z.boolean(),
  /** For answers. */
  text: z.string(),
  dueAt: Millis,
  createdAt: Millis,
  /** Why it is not there yet, by code for a translation, and in English. */
  reasonCode: z.string().nullable(),
  reasonParams: ReasonParams,
  reason: z.string(),
  retryable: z.boolean(),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** An account an answer can go through. */
export const Through = z.strictObject({
  accountId: Id,
  handle: z.string(),
  /** The network's name. */
  network: z.string(),
  /** Whether its owner has to sign in again before anything leaves. */
  signInNeeded: z.boolean(),
  /** Null where nothing is known of how long a text may be. */
  limits: PublishingLimits.nullable(),
  can: z.strictObject({ reply: z.boolean(), like: z.boolean(), hide: z.boolean(), remove: z.boolean() }),
});
export type Through = z.infer<typeof Through>;

const Queued = z.strictObject({
  actionId: Id,
  /** True when the very same was on its way already, and nothing was added. */
  already: z.boolean(),
});
const Switch = z.strictObject({ conversationId: Id, ident: Ident, on: z.boolean() });

/** What needs an answer, over all accounts and mentions, kept until one was given. */
export const inbox = {
  'conversations.list': query({
    summary: 'Conversations of a shelf, those that have waited longest first; at most 200.',
    input: z.strictObject({
      brandIds: z.array(Id).max(50).default([]),
      /** Threads of these accounts only; empty for all, mentions included. */
      accountIds: z.array(Id).max(50).default([]),
      state: ConversationShelf.default('open'),
      /** Words that were said or written in it. */
      text: z.string().max(200).default(''),
    }),
    output: z.strictObject({
      conversations: z.array(Conversation),
      /** How many wait, whatever the shelf and the words. */
      open: z.number().int(),
      accounts: z.array(
        z.strictObject({
          accountId: Id,
          handle: z.string(),
          connector: z.string(),
          network: z.string(),
          open: z.number().int(),
        }),
      ),
    }),
  }),
  'conversations.get': query({
    summary: 'One conversation with its thread, answers, notes, and what is on its way out.',
    input: z.strictObject({ conversationId: Id }),
    output: z.strictObject({
      conversation: Conversation,
      /** The post it belongs to first, then in the order of time. */
      entries: z.array(Entry),
      /** Idents of entries nobody has answered, oldest first. */
      waiting: z.array(z.string()),
      messages: z.array(Message),
      actions: z.array(Outgoing),
      /** Accounts an answer can go through, the usual one first; empty where it has to be handed over. */
      through: z.array(Through),
    }),
  }),
  'conversations.open': command({
    summary:
      'Makes a mention a conversation that waits for an answer; one that is there already is opened again.',
    input: z.strictObject({ itemId: ItemId, brandId: Id }),
    output: z.strictObject({ conversationId: Id, changeId: Id.nullable() }),
  }),
  'conversations.setState': command({
    summary: 'Closes a conversation, or opens it again; a snooze ends with it.',
    input: z.strictObject({ conversationId: Id, state: z.enum(['open', 'closed']) }),
    output: Undoable,
  }),
  'conversations.snooze': command({
    summary: 'Takes a conversation out of sight until a time; something new brings it back earlier.',
    input: z.strictObject({ conversationId: Id, until: Millis }),
    output: Undoable,
  }),
  'conversations.draft': command({
    summary: 'Keeps what is being written; not a step of undo.',
    input: z.strictObject({ conversationId: Id, draft: z.string().max(LONGEST) }),
    output: z.strictObject({}),
  }),
  'conversations.reply': command({
    summary:
      'Sends an answer through a connected account, now or at a time. The same answer twice is sent once.',
    input: z.strictObject({
      conversationId: Id,
      text: Text,
      /** The entry that is answered; null for the newest one that waits. */
      to: Ident.nullable().default(null),
      /** For a mention: the account it goes through; null for the usual one. */
      accountId: Id.nullable().default(null),
      /** UTC milliseconds; null for now. */
      at: Millis.nullable().default(null),
      /** Closes the conversation with it. */
      done: z.boolean().default(false),
    }),
    output: Queued,
  }),
  'conversations.takeBack': command({
    summary: 'Takes an answer back that has not left or could not be sent; its words become the draft again.',
    input: z.strictObject({ conversationId: Id, actionId: Id }),
    output: z.strictObject({ draft: z.string() }),
  }),
  'conversations.like': command({
    summary: 'Likes an entry on its network, or takes the like back.',
    input: Switch,
    output: Queued,
  }),
  'conversations.hide': command({
    summary: 'Hides what somebody else wrote on its network, or shows it again.',
    input: Switch,
    output: Queued,
  }),
  'conversations.removeOwn': command({
    summary: 'Deletes an own answer on its network.',
    input: z.strictObject({ conversationId: Id, ident: Ident }),
    output: Queued,
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
  'inbox.read': command({
    summary: 'Reads the inboxes of accounts now, and says how it went.',
    input: z.strictObject({ accountIds: z.array(Id).max(50).default([]) }),
    output: z.strictObject({
      accounts: z.array(
        z.strictObject({
          accountId: Id,
          ok: z.boolean(),
          code: z.string().nullable(),
          message: z.string(),
          /** What others said that was not known before. */
          added: z.number().int(),
        }),
      ),
    }),
  }),
};
