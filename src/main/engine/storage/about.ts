import { v7 as uuidv7 } from 'uuid';
import type { Change } from './changes.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';

/** The brand, by key, that everything of a source is about, by the source's key; sources without one are left out. */
export const aboutBrands = (read: ReadHandle): Map<number, number> =>
  new Map(
    read
      .all<{ source: number; brand: number }>(
        `SELECT s.key AS source, b.key AS brand FROM source s JOIN brand b ON b.id = s.about_brand
         WHERE b.archived_at IS NULL`,
      )
      .map(({ source, brand }) => [source, brand]),
  );

/** Ids of the items that are a brand's without any query, because of where they were seen. */
export function itemsAbout(read: ReadHandle, brandKey: number): Set<number> {
  const sources = [...aboutBrands(read)].flatMap(([source, brand]) => (brand === brandKey ? [source] : []));
  if (sources.length === 0) return new Set();
  const rows = read.all<{ item: number }>(
    // The index also finds what only stands for a copy that was seen there.
    `SELECT rowid AS item FROM search WHERE search MATCH ? AND EXISTS(
       SELECT 1 FROM sighting g JOIN json_each(?) wanted ON g.source = wanted.value WHERE g.item = search.rowid)`,
    [`facet:(${sources.map((source) => `f${source}`).join(' OR ')})`, JSON.stringify(sources)],
  );
  return new Set(rows.map(({ item }) => item));
}

export interface InboxOf {
  id: string;
  brandId: string;
  connector: string;
  handle: string;
}

/**
 * The source that stands for what comes into an account's inbox; made when it is first needed. Inside a transaction.
 * @param now UTC milliseconds
 */
export function inboxSource(
  write: WriteHandle,
  account: InboxOf,
  now: number,
): { key: number; name: string } {
  const find = () =>
    write.get<{ key: number; name: string }>(
      "SELECT key, name FROM source WHERE account_id = ? AND origin = 'inbox'",
      [account.id],
    );
  const known = find();
  if (known) return known;
  write.run(
    `INSERT INTO source(id, connector, name, settings, interval_minutes, created_at, account_id, origin, about_brand)
     VALUES(?, ?, ?, '{}', 60, ?, ?, 'inbox', ?)`,
    [uuidv7(), account.connector, account.handle, now, account.id, account.brandId],
  );
  const made = find();
  if (!made) throw new Error('a source that was just made is not there');
  write.run('INSERT INTO source_state(source) VALUES(?)', [made.key]);
  return made;
}

/** What came into an account's inbox is about the brand that has the account now. */
export function inboxFollows(change: Change, accountId: string, brandId: string): void {
  const inbox = change.write.get<{ id: string }>(
    "SELECT id FROM source WHERE account_id = ? AND origin = 'inbox'",
    [accountId],
  );
  if (inbox) change.update('source', inbox.id, { about_brand: brandId });
}
