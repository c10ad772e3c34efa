/**
 * Alerts are facts; what a person does with one (`state`, `snoozed_until`) and a brand's rule are user-made.
 * `story` is the id of the story's first alert. `last_at` moves on while the story lasts. `told_at` is when the
 * desktop was told; NULL waits for the end of quiet hours or the next digest. A rule's id is its brand's.
 */
export const sql = `
CREATE TABLE alert(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, brand_id TEXT NOT NULL REFERENCES brand(id), about_id TEXT NOT NULL REFERENCES brand(id),
  story TEXT NOT NULL, story_key TEXT NOT NULL, nth INTEGER NOT NULL, at INTEGER NOT NULL, last_at INTEGER NOT NULL,
  state INTEGER NOT NULL, snoozed_until INTEGER, why TEXT NOT NULL, told_at INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX alert_about ON alert(about_id, kind, brand_id, story_key, last_at);
CREATE INDEX alert_state ON alert(state, brand_id);
CREATE INDEX alert_untold ON alert(brand_id) WHERE told_at IS NULL;
CREATE TABLE alert_rule(
  id TEXT PRIMARY KEY REFERENCES brand(id), kinds TEXT NOT NULL, sensitivity TEXT NOT NULL, method TEXT NOT NULL,
  quiet_from TEXT, quiet_to TEXT, delivery TEXT NOT NULL, digest_at TEXT NOT NULL, digest_day INTEGER NOT NULL,
  muted_until INTEGER, words TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
