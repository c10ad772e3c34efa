import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../../storage/changes.ts';
import { finishChange } from '../../storage/commit.ts';
import { firstIdAt } from '../../storage/item-ids.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { openConversation } from '../inbox/open.ts';

const DAY = 86_400_000;
/** The person who looks at the sample finds these as they would find their own after some weeks. */
const WAITING = 3;
const HIGHLIGHTS = ['A line for the new brochure.', 'For the letter to the team.', ''];
const CONTACTS = 2;

interface Chosen {
  item: number;
  author: number;
}

const MENTIONS = `SELECT m.item, m.author FROM mention m JOIN item i ON i.id = m.item
  WHERE m.brand = ? AND m.shelf = 0 AND m.folded <> 1 AND m.sentiment = ? AND m.item >= ? AND m.author <> 0`;

/** What the hotel's owner kept of these months: conversations that wait, people, highlights of the report. */
export function keepSome(workspace: Workspace, now: number): void {
  const { write } = workspace;
  const brand = write.get<{ key: number; id: string }>(
    "SELECT key, id FROM brand WHERE role = 'own' ORDER BY key LIMIT 1",
  );
  if (!brand) return;
  const change = workspace.changes.begin({ request: 'demo', undoable: false });
  const since = (days: number): number => firstIdAt(now - days * DAY);
  const bad = write.all<Chosen>(`${MENTIONS} ORDER BY m.item DESC LIMIT ${WAITING}`, [
    brand.key,
    0,
    since(10),
  ]);
  for (const { item } of bad) openConversation(change, { brandId: brand.id, itemId: item }, now);
  const good = write.all<Chosen>(
    `${MENTIONS} AND i.title <> '' ORDER BY i.reach DESC, m.item DESC LIMIT ${HIGHLIGHTS.length}`,
    [brand.key, 2, since(30)],
  );
  good.forEach(({ item }, at) => {
    change.insert('highlight', {
      id: uuidv7(),
      brand_id: brand.id,
      item,
      comment: HIGHLIGHTS[at] ?? '',
      created_at: now,
    });
  });
  keepPeople(change, brand.key, now);
  finishChange(workspace, change);
}

/** Those who wrote most often, outside the news. */
function keepPeople(change: Change, brand: number, now: number): void {
  const people = change.write.all<{ connector: string; ident: string; name: string; url: string | null }>(
    `SELECT c.id AS connector, a.ident, a.name, a.url FROM mention m JOIN item i ON i.id = m.item AND i.kind <> 0
     JOIN author a ON a.key = m.author JOIN connector c ON c.key = a.connector
     WHERE m.brand = ? GROUP BY a.key ORDER BY count(*) DESC, a.key LIMIT ${CONTACTS}`,
    [brand],
  );
  for (const { connector, ident, name, url } of people) {
    const id = uuidv7();
    change.insert('contact', { id, name, about: '', created_at: now });
    change.insert('identity', { id: uuidv7(), contact_id: id, connector, ident, name, url, created_at: now });
  }
}
