/**
 * Where a source gets its items: it is read on schedule, it is what comes into an account's inbox, or it is an imported
 * file. With `about_brand`, everything of it is about that brand, whether or not its words are found in it.
 */
export const sql = `
ALTER TABLE source ADD COLUMN origin TEXT NOT NULL DEFAULT 'collect' CHECK(origin IN ('collect','inbox','import'));
ALTER TABLE source ADD COLUMN about_brand TEXT REFERENCES brand(id);
CREATE UNIQUE INDEX source_inbox ON source(account_id) WHERE origin = 'inbox';
`;
