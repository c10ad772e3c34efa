/** A comment may wait until the account lets it through: the most urgent thing there is, and not the same as hidden. */
export const sql = `ALTER TABLE thread_entry ADD COLUMN held INTEGER NOT NULL DEFAULT 0;`;
