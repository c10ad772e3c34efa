/**
 * Own accounts, what they talk about, and the one way out. `account`, `action`, `post`, `variant` are user-made;
 * `thread_entry` and the metric samples are collected facts. A conversation now belongs to an account and its thread,
 * or, as before, to a mention.
 */
export const sql = `
CREATE TABLE account(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), connector TEXT NOT NULL, ident TEXT NOT NULL, handle TEXT NOT NULL,
  name TEXT NOT NULL, url TEXT NOT NULL, settings TEXT NOT NULL, publishing TEXT, allow_local_network INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL, archived_at INTEGER) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_whom ON account(connector, ident, brand_id) WHERE archived_at IS NULL;
-- Not user-made: what the last looks at an account found. status: ok | waiting | failing | reauth
CREATE TABLE account_state(
  account_id TEXT PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE, cursor TEXT NOT NULL DEFAULT 'null', status TEXT NOT NULL DEFAULT 'waiting',
  code TEXT, params TEXT NOT NULL DEFAULT '{}', message TEXT NOT NULL DEFAULT '', last_tried_at INTEGER, last_success_at INTEGER,
  next_due_at INTEGER, next_metrics_at INTEGER, failures INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
-- Sealed by the keyring (or the file key its owner chose); never in a log, an export or the history.
CREATE TABLE account_secret(account_id TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE quota_use(
  owner TEXT NOT NULL, bucket TEXT NOT NULL, period TEXT NOT NULL, used INTEGER NOT NULL, PRIMARY KEY(owner, bucket, period)) STRICT, WITHOUT ROWID;
ALTER TABLE source ADD COLUMN account_id TEXT;

CREATE TABLE conversation_new(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER, account_id TEXT REFERENCES account(id), thread TEXT,
  state TEXT NOT NULL CHECK(state IN ('open','answered','closed')), draft TEXT NOT NULL, opened_at INTEGER NOT NULL,
  said_at INTEGER NOT NULL, answered_at INTEGER, snoozed_until INTEGER, CHECK((item IS NULL) <> (thread IS NULL))) STRICT, WITHOUT ROWID;
-- said_at: when the oldest thing that waits was said; the clock of an answer runs from here.
INSERT INTO conversation_new(id, brand_id, item, state, draft, opened_at, said_at, answered_at)
  SELECT id, brand_id, item, state, draft, opened_at,
    ifnull((SELECT published_at FROM item i WHERE i.id = conversation.item), opened_at), answered_at FROM conversation;
CREATE TABLE message_new(
  id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversation_new(id), kind TEXT NOT NULL CHECK(kind IN ('reply','note')),
  text TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO message_new SELECT id, conversation_id, kind, text, at FROM message;
DROP TABLE message;
DROP TABLE conversation;
ALTER TABLE conversation_new RENAME TO conversation;
ALTER TABLE message_new RENAME TO message;
CREATE INDEX message_conversation ON message(conversation_id);
CREATE UNIQUE INDEX conversation_mention ON conversation(brand_id, item) WHERE item IS NOT NULL;
CREATE UNIQUE INDEX conversation_thread ON conversation(account_id, thread) WHERE thread IS NOT NULL;
CREATE INDEX conversation_item ON conversation(item);
CREATE INDEX conversation_state ON conversation(state, said_at);
-- What was said in a thread of an account. kind: post | comment | mention | message | review
CREATE TABLE thread_entry(
  conversation_id TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, ident TEXT NOT NULL, parent TEXT, kind TEXT NOT NULL,
  text TEXT NOT NULL, author_ident TEXT NOT NULL, author_name TEXT NOT NULL, author_url TEXT, followers INTEGER, own INTEGER NOT NULL,
  at INTEGER NOT NULL, seen_at INTEGER NOT NULL, url TEXT NOT NULL, attachments TEXT NOT NULL, liked INTEGER NOT NULL, hidden INTEGER NOT NULL,
  gone INTEGER NOT NULL, rating REAL, private INTEGER NOT NULL, language TEXT, sentiment TEXT NOT NULL,
  PRIMARY KEY(conversation_id, ident)) STRICT, WITHOUT ROWID;
CREATE INDEX thread_entry_ident ON thread_entry(ident);
CREATE INDEX thread_entry_author ON thread_entry(author_ident, at);

-- Everything that leaves this machine, or is to.
CREATE TABLE action(
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account(id), kind TEXT NOT NULL CHECK(kind IN ('publish','edit','reply','like','hide','delete')),
  payload TEXT NOT NULL, key TEXT NOT NULL UNIQUE, state TEXT NOT NULL CHECK(state IN ('draft','approved','queued','sending','sent','failed','uncertain','missed','cancelled')),
  variant_id TEXT, conversation_id TEXT, automatic INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, created_at INTEGER NOT NULL, approved_at INTEGER,
  sending_at INTEGER, settled_at INTEGER, next_try_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0, looks INTEGER NOT NULL DEFAULT 0,
  reason_kind TEXT, reason_code TEXT, reason_params TEXT NOT NULL DEFAULT '{}', reason TEXT NOT NULL DEFAULT '', retryable INTEGER NOT NULL DEFAULT 0,
  result_ident TEXT, result_url TEXT, held INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX action_due ON action(state, due_at);
CREATE INDEX action_variant ON action(variant_id) WHERE variant_id IS NOT NULL;
CREATE INDEX action_conversation ON action(conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE media(
  id TEXT PRIMARY KEY, file TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  name TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- at is UTC; zone says in which wall clock it was chosen. state: what a person decided; sent, failed and so on stand in the actions.
CREATE TABLE post(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), title TEXT NOT NULL, state TEXT NOT NULL CHECK(state IN ('draft','review','approved')),
  at INTEGER, zone TEXT NOT NULL, note TEXT NOT NULL, created_at INTEGER NOT NULL, approved_at INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX post_at ON post(brand_id, at);
CREATE TABLE variant(
  id TEXT PRIMARY KEY, post_id TEXT NOT NULL REFERENCES post(id), account_id TEXT NOT NULL REFERENCES account(id), text TEXT NOT NULL, title TEXT NOT NULL,
  images TEXT NOT NULL, hold INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX variant_post ON variant(post_id);

-- A number read from a network at a time. subject: an own account's id, or 'profile:' and the watched profile's id.
CREATE TABLE metric_sample(
  subject TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL, PRIMARY KEY(subject, name, at)) STRICT, WITHOUT ROWID;
CREATE TABLE post_figure(
  subject TEXT NOT NULL, ident TEXT NOT NULL, url TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, reactions INTEGER, comments INTEGER,
  shares INTEGER, views INTEGER, sampled_at INTEGER NOT NULL, PRIMARY KEY(subject, ident)) STRICT, WITHOUT ROWID;
CREATE TABLE watched_profile(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), connector TEXT NOT NULL, handle TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX watched_profile_whom ON watched_profile(brand_id, connector, handle);
`;
