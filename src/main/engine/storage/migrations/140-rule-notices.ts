/**
 * What a rule has to tell and has not told yet: it waits for the end of its brand's quiet hours or for the next digest,
 * also while the app is closed. A row goes when it is told.
 */
export const sql = `
CREATE TABLE rule_notice(
  brand INTEGER NOT NULL REFERENCES brand(key) ON DELETE CASCADE, at INTEGER NOT NULL, item INTEGER NOT NULL, rule TEXT NOT NULL,
  name TEXT NOT NULL, change_id TEXT NOT NULL, PRIMARY KEY(brand, at, item, rule)) STRICT, WITHOUT ROWID;
`;
