/**
 * Rules on arrival with what each has done, and the crisis room. A hit keeps the rule's name, so that "which
 * rule did this" has an answer after the rule is gone. A crisis is never removed with what hangs on it:
 * undoing its start is refused once a note or a pin depends on it.
 */
export const sql = `
CREATE TABLE rule(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, enabled INTEGER NOT NULL, definition TEXT NOT NULL,
  created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rule_hit(
  item INTEGER NOT NULL, brand INTEGER NOT NULL, rule TEXT NOT NULL, change_id TEXT NOT NULL, name TEXT NOT NULL,
  at INTEGER NOT NULL, actions TEXT NOT NULL, PRIMARY KEY(item, brand, rule, change_id)) STRICT, WITHOUT ROWID;
CREATE INDEX rule_hit_rule ON rule_hit(rule);

CREATE TABLE crisis(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), started_at INTEGER NOT NULL, since INTEGER NOT NULL,
  ended_at INTEGER, query TEXT NOT NULL, statement TEXT NOT NULL, language TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX crisis_active ON crisis(brand_id) WHERE ended_at IS NULL;
CREATE TABLE crisis_pin(
  id TEXT PRIMARY KEY, crisis_id TEXT NOT NULL REFERENCES crisis(id), item INTEGER NOT NULL, pinned_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX crisis_pin_item ON crisis_pin(crisis_id, item);
CREATE TABLE crisis_entry(
  id TEXT PRIMARY KEY, crisis_id TEXT NOT NULL REFERENCES crisis(id), at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('started','pinned','unpinned','statement','note','ended')), text TEXT NOT NULL,
  count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX crisis_entry_crisis ON crisis_entry(crisis_id, at);
`;
