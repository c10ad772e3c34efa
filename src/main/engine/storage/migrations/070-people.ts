/**
 * What a mention can become: a conversation that waits for an answer, part of a contact's history, a highlight of
 * a report. Conversations and messages are kept by Earshot itself until an account of the network carries them.
 */
export const sql = `
CREATE TABLE contact(id TEXT PRIMARY KEY, name TEXT NOT NULL, about TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE identity(
  id TEXT PRIMARY KEY, contact_id TEXT NOT NULL REFERENCES contact(id), connector TEXT NOT NULL, ident TEXT NOT NULL,
  name TEXT NOT NULL, url TEXT, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identity_whom ON identity(connector, ident);
CREATE INDEX identity_contact ON identity(contact_id);
CREATE TABLE conversation(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('open','answered','closed')), draft TEXT NOT NULL, opened_at INTEGER NOT NULL,
  answered_at INTEGER) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX conversation_mention ON conversation(brand_id, item);
CREATE INDEX conversation_item ON conversation(item);
CREATE TABLE message(
  id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversation(id), kind TEXT NOT NULL CHECK(kind IN ('reply','note')),
  text TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX message_conversation ON message(conversation_id);
CREATE TABLE highlight(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER NOT NULL, comment TEXT NOT NULL,
  created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX highlight_mention ON highlight(brand_id, item);
`;
