import { v7 as uuidv7 } from 'uuid';
import type { Contact, ContactSaid, Identity } from '#shared/contract/contacts.ts';
import { EarshotError } from '#shared/model/result.ts';
import { fold } from '#shared/text/fold.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import type { ReadHandle } from '../../storage/handles.ts';
import { loadRows } from '../mentions/rows.ts';

const MOST = 200;

type Row = Pick<Contact, 'id' | 'name' | 'about' | 'createdAt'>;
const ROWS = 'SELECT id, name, about, created_at AS createdAt FROM contact';

const IDENTITIES = `SELECT t.id, t.connector, t.ident, t.name, t.url, a.followers, a.key FROM identity t
  LEFT JOIN connector n ON n.id = t.connector LEFT JOIN author a ON a.connector = n.key AND a.ident = t.ident
  WHERE t.contact_id = ? ORDER BY t.created_at, t.id`;

type Known = Identity & { key: number | null };

/** Everything said by a contact's profiles in an active brand's mentions, newest first. */
function saidBy(read: ReadHandle, identities: readonly Known[]): number[] {
  const authors = identities.flatMap(({ key }) => key ?? []);
  return read
    .all<{ item: number }>(
      `SELECT DISTINCT m.item FROM mention m JOIN brand b ON b.key = m.brand AND b.archived_at IS NULL
       WHERE m.author IN (SELECT value FROM json_each(?)) ORDER BY m.item DESC`,
      [JSON.stringify(authors)],
    )
    .map(({ item }) => item);
}

/** What a contact's profiles said to own accounts and what is no mention that `saidBy` finds, newest first. */
const saidTo = (read: ReadHandle, contactId: string): ContactSaid[] =>
  read.all<ContactSaid>(
    `SELECT e.conversation_id AS conversationId, e.ident, e.kind, e.text, e.at FROM identity t
     JOIN thread_entry e ON e.author_ident = t.ident AND e.own = 0 JOIN conversation c ON c.id = e.conversation_id
     JOIN account a ON a.id = c.account_id AND a.connector = t.connector
     WHERE t.contact_id = ? AND NOT EXISTS(SELECT 1 FROM connector n JOIN item i ON i.connector = n.key AND i.ident = e.ident
       JOIN mention m ON m.item = i.id JOIN brand b ON b.key = m.brand AND b.archived_at IS NULL WHERE n.id = a.connector)
     ORDER BY e.at DESC, e.ident LIMIT ${MOST}`,
    [contactId],
  );

const SAID_LAST = `SELECT max(e.at) AS at FROM identity t JOIN thread_entry e ON e.author_ident = t.ident AND e.own = 0
  JOIN conversation c ON c.id = e.conversation_id JOIN account a ON a.id = c.account_id AND a.connector = t.connector
  WHERE t.contact_id = ?`;

function whole(read: ReadHandle, row: Row): { contact: Contact; items: number[] } {
  const known = read.all<Known>(IDENTITIES, [row.id]);
  const items = saidBy(read, known);
  const last = read.get<{ at: number }>('SELECT published_at AS at FROM item WHERE id = ?', [items[0] ?? -1]);
  const said = read.get<{ at: number | null }>(SAID_LAST, [row.id]);
  const identities = known.map(({ key: _key, ...identity }) => identity);
  const lastSaidAt = Math.max(last?.at ?? 0, said?.at ?? 0) || null;
  return { contact: { ...row, identities, mentions: items.length, lastSaidAt }, items };
}

function one(read: ReadHandle, contactId: string): Row {
  const row = read.get<Row>(`${ROWS} WHERE id = ?`, [contactId]);
  if (!row) throw new EarshotError('not-found', 'This contact no longer exists.', { details: { contactId } });
  return row;
}

interface AuthorOf {
  connector: string;
  ident: string;
  name: string;
  url: string | null;
}

/** @throws EarshotError `invalid` where nobody is named */
function authorOf(read: ReadHandle, itemId: number): AuthorOf {
  const author = read.get<AuthorOf>(
    `SELECT n.id AS connector, a.ident, a.name, a.url FROM item i JOIN author a ON a.key = i.author
     JOIN connector n ON n.key = a.connector WHERE i.id = ?`,
    [itemId],
  );
  if (author) return author;
  throw new EarshotError(
    'invalid',
    'Nobody is named as the author of this mention, so there is no one to keep.',
    {
      details: { itemId },
    },
  );
}

/** @throws EarshotError `invalid` where nobody is named */
function writerOf(read: ReadHandle, conversationId: string, ident: string): AuthorOf {
  const writer = read.get<AuthorOf>(
    `SELECT a.connector, e.author_ident AS ident, ifnull(nullif(e.author_name, ''), e.author_ident) AS name, e.author_url AS url FROM thread_entry e
     JOIN conversation c ON c.id = e.conversation_id JOIN account a ON a.id = c.account_id
     WHERE e.conversation_id = ? AND e.ident = ? AND e.author_ident <> ''`,
    [conversationId, ident],
  );
  if (writer) return writer;
  throw new EarshotError('invalid', 'Nobody is named as the author of this, so there is no one to keep.', {
    details: { conversationId, ident },
  });
}

/** Keeps somebody as a contact of their own, or as a profile of one that is there. */
function keep(
  context: CommandContext,
  contactId: string | null,
  find: (read: ReadHandle) => AuthorOf,
): { contactId: string; changeId: string | null } {
  const now = context.ports.clock.now();
  let kept: string = contactId ?? uuidv7();
  const { changeId } = context.change((change) => {
    const author = find(change.write);
    const known = change.write.get<{ id: string; contactId: string }>(
      'SELECT id, contact_id AS contactId FROM identity WHERE connector = ? AND ident = ?',
      [author.connector, author.ident],
    );
    if (known) {
      // Somebody known by this profile is that somebody, unless the person says it is another.
      if (contactId !== null) change.update('identity', known.id, { contact_id: contactId });
      else kept = known.contactId;
      return;
    }
    if (contactId === null) {
      change.insert('contact', { id: kept, name: author.name, about: '', created_at: now });
    } else one(change.write, contactId);
    change.insert('identity', { id: uuidv7(), contact_id: kept, ...author, created_at: now });
  });
  return { contactId: kept, changeId };
}

export const contactHandlers = {
  'contacts.list': ({ text }, { read }) => {
    const wanted = fold(text.trim());
    const found = read.all<Row>(ROWS).filter(({ name, about }) => fold(`${name} ${about}`).includes(wanted));
    const contacts = found.map((row) => whole(read, row).contact);
    contacts.sort((a, b) => (b.lastSaidAt ?? b.createdAt) - (a.lastSaidAt ?? a.createdAt));
    return { contacts: contacts.slice(0, MOST), total: found.length };
  },

  'contacts.get': ({ contactId }, { read, view }) => {
    const { contact, items } = whole(read, one(read, contactId));
    const brands = read
      .all<{ key: number }>('SELECT key FROM brand WHERE archived_at IS NULL')
      .map(({ key }) => key);
    return {
      contact,
      history: loadRows(read, view, items.slice(0, MOST), { brands, text: '' }),
      said: saidTo(read, contactId),
    };
  },

  'contacts.fromMention': ({ itemId, contactId }, context) =>
    keep(context, contactId, (read) => authorOf(read, itemId)),

  'contacts.fromEntry': ({ conversationId, ident, contactId }, context) =>
    keep(context, contactId, (read) => writerOf(read, conversationId, ident)),

  'contacts.update': ({ contactId, name, about }, context) => ({
    changeId: context.change((change) =>
      change.update('contact', contactId, {
        ...(name === undefined ? {} : { name }),
        ...(about === undefined ? {} : { about }),
      }),
    ).changeId,
  }),

  'contacts.removeIdentity': ({ identityId }, context) => ({
    changeId: context.change((change) => change.remove('identity', identityId)).changeId,
  }),

  'contacts.remove': ({ contactId }, context) => ({
    changeId: context.change((change) => {
      const identities = change.write.all<{ id: string }>('SELECT id FROM identity WHERE contact_id = ?', [
        contactId,
      ]);
      for (const { id } of identities) change.remove('identity', id);
      change.remove('contact', contactId);
    }).changeId,
  }),
} satisfies Handlers<
  | 'contacts.list'
  | 'contacts.get'
  | 'contacts.fromMention'
  | 'contacts.fromEntry'
  | 'contacts.update'
  | 'contacts.removeIdentity'
  | 'contacts.remove'
>;
