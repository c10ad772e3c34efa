/**
 * Stories, sites, and what a person does with a mention beside dealing with it. `shelf` says where a mention
 * lies: 0 main, 1 maybe, 2 "not about us", 3 blocked; only the main shelf is counted anywhere. `folded` is 1
 * for a copy hidden behind its story's first mention, 2 where a person took a copy out again.
 */
export const sql = `
CREATE TABLE site(
  key INTEGER PRIMARY KEY, host TEXT NOT NULL UNIQUE, items INTEGER NOT NULL DEFAULT 0, log_reach REAL NOT NULL DEFAULT 0,
  reach INTEGER NOT NULL DEFAULT 0, interactions INTEGER NOT NULL DEFAULT 0) STRICT;
ALTER TABLE author ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
ALTER TABLE author ADD COLUMN log_reach REAL NOT NULL DEFAULT 0;
ALTER TABLE author ADD COLUMN reach INTEGER NOT NULL DEFAULT 0;
ALTER TABLE author ADD COLUMN interactions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN site_key INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN has_link INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN has_media INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN story INTEGER NOT NULL DEFAULT 0;
CREATE INDEX item_story ON item(story, site_key) WHERE story <> 0;

INSERT INTO site(host, items, log_reach, reach, interactions)
  SELECT site, count(*), sum(ln(1 + reach)), sum(reach),
    sum(ifnull(reactions, 0) + ifnull(comments, 0) + ifnull(shares, 0)) FROM item GROUP BY site;
UPDATE item SET site_key = (SELECT key FROM site WHERE host = item.site);
UPDATE author SET items = t.items, log_reach = t.log_reach, reach = t.reach, interactions = t.interactions FROM (
  SELECT author, count(*) AS items, sum(ln(1 + reach)) AS log_reach, sum(reach) AS reach,
    sum(ifnull(reactions, 0) + ifnull(comments, 0) + ifnull(shares, 0)) AS interactions FROM item GROUP BY author) AS t
  WHERE t.author = author.key;

ALTER TABLE mention ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN shelf_before INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN assignee INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN snoozed_until INTEGER;
ALTER TABLE mention ADD COLUMN relevance REAL;
CREATE INDEX mention_snoozed ON mention(snoozed_until) WHERE state = 3;

ALTER TABLE mention_parked ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention_parked ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention_parked ADD COLUMN sentiment INTEGER;
ALTER TABLE mention_parked ADD COLUMN assignee INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention_parked ADD COLUMN snoozed_until INTEGER;

CREATE TABLE assignee(key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL COLLATE NOCASE UNIQUE) STRICT;
CREATE TABLE note(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER NOT NULL, text TEXT NOT NULL,
  created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX note_item ON note(item);
CREATE TABLE saved_view(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, filter TEXT NOT NULL, position INTEGER NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE block(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('author','site')), mode TEXT NOT NULL CHECK(mode IN ('block','mute')),
  connector TEXT NOT NULL, ident TEXT NOT NULL, name TEXT NOT NULL, brand_id TEXT REFERENCES brand(id),
  created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX block_whom ON block(kind, connector, ident, ifnull(brand_id, ''));
CREATE TABLE site_profile(id TEXT PRIMARY KEY, monthly_visitors INTEGER) STRICT, WITHOUT ROWID;
`;
