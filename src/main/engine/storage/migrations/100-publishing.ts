/**
 * Posts that go on in further posts; who approved one, and which brands want that; and what is being written but is not
 * yet part of a post. `approval_setting` is user-made, one row a brand, its id the brand's; `post_writing` is a working
 * copy: '' is the one that has no post yet.
 */
export const sql = `
ALTER TABLE variant ADD COLUMN thread TEXT NOT NULL DEFAULT '[]';
ALTER TABLE post ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
CREATE TABLE approval_setting(id TEXT PRIMARY KEY REFERENCES brand(id), required INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE post_writing(post_id TEXT PRIMARY KEY, body TEXT NOT NULL, written_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
