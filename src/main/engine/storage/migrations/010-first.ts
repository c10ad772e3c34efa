/**
 * The first schema. Names of numbers: `key` is a small integer for use inside this file only, `id` a UUIDv7 for
 * everything a person made. Times are UTC milliseconds. Physical choices were measured at a million items:
 * the item id sorts by time, the mention table is narrow and clustered, facets live in the full-text row.
 */
export const sql = `
CREATE TABLE workspace(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE connector(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE language(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE brand(
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL CHECK(role IN ('own','competitor')),
  owner_id TEXT REFERENCES brand(id), color INTEGER NOT NULL, created_at INTEGER NOT NULL, archived_at INTEGER) STRICT;
CREATE TABLE query(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id) ON DELETE CASCADE, name TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX query_brand ON query(brand_id);
CREATE TABLE brand_pending(
  brand INTEGER PRIMARY KEY REFERENCES brand(key) ON DELETE CASCADE, revision INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE tag(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL COLLATE NOCASE UNIQUE, color INTEGER NOT NULL) STRICT;

CREATE TABLE source(
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, connector TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
  interval_minutes INTEGER NOT NULL, paused INTEGER NOT NULL DEFAULT 0, allow_local_network INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL, archived_at INTEGER) STRICT;
CREATE TABLE source_state(
  source INTEGER PRIMARY KEY REFERENCES source(key) ON DELETE CASCADE, cursor TEXT NOT NULL DEFAULT 'null',
  status TEXT NOT NULL DEFAULT 'waiting', code TEXT, params TEXT NOT NULL DEFAULT '{}', message TEXT NOT NULL DEFAULT '',
  last_tried_at INTEGER, last_success_at INTEGER, last_new_at INTEGER, next_due_at INTEGER, failures INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE fetch_attempt(
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(key) ON DELETE CASCADE, at INTEGER NOT NULL, ok INTEGER NOT NULL,
  code TEXT, message TEXT NOT NULL, seen INTEGER NOT NULL, added INTEGER NOT NULL, millis INTEGER NOT NULL) STRICT;
CREATE INDEX fetch_attempt_source ON fetch_attempt(source, id);

CREATE TABLE author(
  key INTEGER PRIMARY KEY, connector INTEGER NOT NULL, ident TEXT NOT NULL, name TEXT NOT NULL, url TEXT, followers INTEGER) STRICT;
CREATE UNIQUE INDEX author_ident ON author(connector, ident);
CREATE TABLE item(
  id INTEGER PRIMARY KEY, connector INTEGER NOT NULL, source INTEGER NOT NULL, ident TEXT NOT NULL, kind INTEGER NOT NULL,
  url TEXT NOT NULL, url_key INTEGER, site TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, author INTEGER NOT NULL,
  published_at INTEGER NOT NULL, fetched_at INTEGER NOT NULL, language INTEGER NOT NULL, sentiment INTEGER NOT NULL,
  score REAL NOT NULL, reach INTEGER NOT NULL, influence INTEGER NOT NULL, rating REAL,
  reactions INTEGER, comments INTEGER, shares INTEGER, views INTEGER) STRICT;
CREATE UNIQUE INDEX item_ident ON item(connector, ident);
CREATE INDEX item_url ON item(url_key) WHERE url_key IS NOT NULL;
CREATE TABLE sighting(
  item INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, source INTEGER NOT NULL, seen_at INTEGER NOT NULL, url TEXT NOT NULL,
  PRIMARY KEY(item, source)) STRICT, WITHOUT ROWID;

CREATE TABLE mention(
  brand INTEGER NOT NULL, item INTEGER NOT NULL, sentiment INTEGER NOT NULL, state INTEGER NOT NULL, starred INTEGER NOT NULL,
  connector INTEGER NOT NULL, language INTEGER NOT NULL, author INTEGER NOT NULL, PRIMARY KEY(brand, item)) STRICT, WITHOUT ROWID;
CREATE INDEX mention_item ON mention(item DESC, brand);
CREATE INDEX mention_author ON mention(author, item DESC);
CREATE TABLE mention_tag(
  brand INTEGER NOT NULL, item INTEGER NOT NULL, tag INTEGER NOT NULL REFERENCES tag(key), PRIMARY KEY(brand, item, tag)) STRICT, WITHOUT ROWID;
CREATE INDEX mention_tag_tag ON mention_tag(tag, item DESC);
-- What a person had done to a mention that a changed query no longer finds: given back when it is found again.
CREATE TABLE mention_parked(
  brand INTEGER NOT NULL, item INTEGER NOT NULL, state INTEGER NOT NULL, starred INTEGER NOT NULL, tags TEXT NOT NULL,
  PRIMARY KEY(brand, item)) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(title, body, facet, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
INSERT INTO search(search, rank) VALUES('automerge', 8);

CREATE TABLE mention_hour(
  brand INTEGER NOT NULL, hour INTEGER NOT NULL, connector INTEGER NOT NULL, negative INTEGER NOT NULL, neutral INTEGER NOT NULL,
  positive INTEGER NOT NULL, undefined INTEGER NOT NULL, reach INTEGER NOT NULL, interactions INTEGER NOT NULL,
  PRIMARY KEY(brand, hour, connector)) STRICT, WITHOUT ROWID;
CREATE TABLE mention_day(
  brand INTEGER NOT NULL, day INTEGER NOT NULL, connector INTEGER NOT NULL, negative INTEGER NOT NULL, neutral INTEGER NOT NULL,
  positive INTEGER NOT NULL, undefined INTEGER NOT NULL, reach INTEGER NOT NULL, interactions INTEGER NOT NULL,
  PRIMARY KEY(brand, day, connector)) STRICT, WITHOUT ROWID;
CREATE TABLE mention_count(
  brand INTEGER NOT NULL, state INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(brand, state)) STRICT, WITHOUT ROWID;

CREATE TABLE change(
  id TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL, undoable INTEGER NOT NULL, undoes TEXT) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX change_undoes ON change(undoes) WHERE undoes IS NOT NULL;
CREATE TABLE change_log(
  seq INTEGER PRIMARY KEY, change_id TEXT NOT NULL REFERENCES change(id), entity TEXT NOT NULL, entity_id TEXT NOT NULL,
  field TEXT NOT NULL, old TEXT, new TEXT, device TEXT NOT NULL, hlc TEXT NOT NULL) STRICT;
CREATE INDEX change_log_change ON change_log(change_id);
`;
