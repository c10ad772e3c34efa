import { z } from 'zod';
import { Id, Millis, Undoable } from './common.ts';
import { command, query } from './define.ts';
import { EntryKind } from './inbox.ts';
import { ItemId, MentionRow } from './mentions.ts';

const Name = z.string().trim().min(1).max(200);

export const Identity = z.strictObject({
  id: Id,
  connector: z.string(),
  ident: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  followers: z.number().int().nullable(),
});
export type Identity = z.infer<typeof Identity>;

export const Contact = z.strictObject({
  id: Id,
  name: Name,
  /** What the owner wrote about them. */
  about: z.string(),
  createdAt: Millis,
  identities: z.array(Identity),
  mentions: z.number().int(),
  lastSaidAt: Millis.nullable(),
});
export type Contact = z.infer<typeof Contact>;

/** Something a contact said in a conversation of an own account. */
export const ContactSaid = z.strictObject({
  conversationId: Id,
  ident: z.string(),
  kind: EntryKind,
  text: z.string(),
  at: Millis,
});
export type ContactSaid = z.infer<typeof ContactSaid>;

/** People, and the profiles on networks that are theirs. */
export const contacts = {
  'contacts.list': query({
    summary: 'Contacts whose name fits, those heard last first; at most 200.',
    input: z.strictObject({ text: z.string().max(200).default('') }),
    output: z.strictObject({ contacts: z.array(Contact), total: z.number().int() }),
  }),
  'contacts.get': query({
    summary:
      'A contact with everything they said, in mentions and to own accounts, newest first, at most 200 each.',
    input: z.strictObject({ contactId: Id }),
    output: z.strictObject({
      contact: Contact,
      history: z.array(MentionRow),
      said: z.array(ContactSaid),
    }),
  }),
  'contacts.fromMention': command({
    summary: 'Keeps the author of a mention as a contact, or adds them to one that is there.',
    input: z.strictObject({ itemId: ItemId, contactId: Id.nullable().default(null) }),
    output: z.strictObject({ contactId: Id, changeId: Id.nullable() }),
  }),
  'contacts.fromEntry': command({
    summary:
      'Keeps the author of something said in a conversation as a contact, or adds them to one that is there.',
    input: z.strictObject({
      conversationId: Id,
      ident: z.string().min(1).max(1000),
      contactId: Id.nullable().default(null),
    }),
    output: z.strictObject({ contactId: Id, changeId: Id.nullable() }),
  }),
  'contacts.update': command({
    summary: 'Renames a contact, or changes what is written about them.',
    input: z.strictObject({ contactId: Id, name: Name.optional(), about: z.string().max(10_000).optional() }),
    output: Undoable,
  }),
  'contacts.removeIdentity': command({
    summary: 'Takes a profile away from a contact.',
    input: z.strictObject({ identityId: Id }),
    output: Undoable,
  }),
  'contacts.remove': command({
    summary: 'Removes a contact with their profiles; what they said stays. Until undone.',
    input: z.strictObject({ contactId: Id }),
    output: Undoable,
  }),
};
