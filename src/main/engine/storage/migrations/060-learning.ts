/**
 * What a person taught: corrections of sentiment and examples of what a brand's name means (user-made), and what
 * was learned from them (can be made again at any time). `judged` of a correction is what the app had said before,
 * so that agreement is measured on judgements that had not seen the answer.
 */
export const sql = `
CREATE TABLE correction(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER NOT NULL, label TEXT NOT NULL,
  judged TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX correction_mention ON correction(item, brand_id);
CREATE TABLE relevance_example(
  id TEXT PRIMARY KEY, brand_id TEXT NOT NULL REFERENCES brand(id), item INTEGER NOT NULL,
  about INTEGER NOT NULL CHECK(about IN (0, 1)), created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX relevance_example_mention ON relevance_example(brand_id, item);
-- How a brand's classifier is set; a brand without a row uses it, without words of its own. The id is the brand's.
CREATE TABLE relevance_setting(
  id TEXT PRIMARY KEY REFERENCES brand(id), enabled INTEGER NOT NULL, must TEXT NOT NULL, must_not TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One row: the personal head. Corrections from before learn_from still stand, but are not learned from.
CREATE TABLE personal_head(
  key INTEGER PRIMARY KEY CHECK(key = 1), learn_from INTEGER NOT NULL DEFAULT 0, learned TEXT NOT NULL DEFAULT '',
  trained_at INTEGER, corrections INTEGER NOT NULL DEFAULT 0, base_agreement REAL, own_agreement REAL,
  promoted INTEGER NOT NULL DEFAULT 0, weights BLOB) STRICT;
INSERT INTO personal_head(key) VALUES(1);
CREATE TABLE relevance_model(
  brand INTEGER PRIMARY KEY REFERENCES brand(key) ON DELETE CASCADE, learned TEXT NOT NULL, trained_at INTEGER NOT NULL,
  accuracy REAL, weights BLOB) STRICT;
-- What items said before they were judged again, until that is taken back.
CREATE TABLE rejudged(item INTEGER PRIMARY KEY, sentiment INTEGER NOT NULL, score REAL NOT NULL) STRICT;
`;
