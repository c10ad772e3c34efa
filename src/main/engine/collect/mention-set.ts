import { Blocks } from '../storage/blocks.ts';
import { shelfCode, stateCode } from '../storage/codes.ts';
import { APART, countMention, FOLDED, mentionRecord, patchMention } from '../storage/mention-rows.ts';
import { RollupBatch } from '../storage/rollups.ts';
import { reindexItems } from '../storage/search-index.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { Arrival } from './arrivals.ts';
import { standsFor } from './stands-for.ts';

interface RollupFacts {
  connector: number;
  language: number;
  author: number;
  authorIdent: string | null;
  site: string;
  story: number;
  sentiment: number;
  publishedAt: number;
  reach: number;
  interactions: number;
}

const FACTS = `SELECT i.connector, i.language, i.author, a.ident AS authorIdent, i.site, i.story, i.sentiment,
  i.published_at AS publishedAt, i.reach,
  ifnull(i.reactions, 0) + ifnull(i.comments, 0) + ifnull(i.shares, 0) AS interactions
  FROM item i LEFT JOIN author a ON a.key = i.author WHERE i.id = ?`;

interface Parked {
  state: number;
  starred: number;
  tags: string;
  shelf: number;
  folded: number;
  /** A person's word; null where there was none. */
  sentiment: number | null;
  assignee: number;
  snoozedUntil: number | null;
}

interface Dropped extends Omit<Parked, 'tags' | 'sentiment'> {
  sentiment: number;
  corrected: number;
  shelfBefore: number;
}

/**
 * Gives a brand the mentions of these items, with what a person had done to them before they dropped out. A copy
 * is hidden behind its story and follows it, as it would have done had it come in now.
 * @returns those that are new
 */
export function addMentions(
  workspace: Workspace,
  brand: number,
  items: readonly number[],
): Pick<Arrival, 'itemId' | 'copy'>[] {
  const { write } = workspace;
  const added: Pick<Arrival, 'itemId' | 'copy'>[] = [];
  write.transaction(() => {
    const rollups = new RollupBatch(workspace.zone);
    const blocks = new Blocks(write);
    for (const id of items) {
      const facts = write.get<RollupFacts>(FACTS, [id]);
      if (!facts) continue;
      const parked = write.get<Parked>(
        `DELETE FROM mention_parked WHERE brand = ? AND item = ?
         RETURNING state, starred, tags, shelf, folded, sentiment, assignee, snoozed_until AS snoozedUntil`,
        [brand, id],
      );
      const block = blocks.of(
        {
          connector: workspace.connectors.id(write, facts.connector),
          author: facts.authorIdent,
          site: facts.site,
        },
        brand,
      );
      const blocked = block === 'block';
      const first =
        facts.story === 0 || parked?.folded === APART ? undefined : standsFor(write, brand, facts.story);
      const followed = first?.corrected === 1 ? first.sentiment : null;
      const shelf = parked?.shelf ?? first?.shelf ?? shelfCode('main');
      const mention = {
        state: parked?.state ?? first?.state ?? stateCode(block === 'mute' ? 'done' : 'new'),
        sentiment: parked?.sentiment ?? followed ?? facts.sentiment,
        shelf: blocked ? shelfCode('blocked') : shelf,
        folded: parked?.folded === APART ? APART : first === undefined ? 0 : FOLDED,
      };
      const { changes } = write.run(
        `INSERT INTO mention(brand, item, sentiment, state, starred, connector, language, author, shelf, shelf_before,
           folded, corrected, assignee, snoozed_until)
         VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING`,
        [
          brand,
          id,
          mention.sentiment,
          mention.state,
          parked?.starred ?? 0,
          facts.connector,
          facts.language,
          facts.author,
          mention.shelf,
          blocked ? shelf : 0,
          mention.folded,
          (parked?.sentiment ?? followed) === null ? 0 : 1,
          parked?.assignee ?? 0,
          (parked ?? first)?.snoozedUntil ?? null,
        ],
      );
      if (changes === 0) continue;
      added.push({ itemId: id, copy: mention.folded === FOLDED });
      for (const tag of parked?.tags.split(' ').filter(Boolean) ?? []) {
        write.run(
          'INSERT INTO mention_tag(brand, item, tag) SELECT ?, ?, key FROM tag WHERE key = ? ON CONFLICT DO NOTHING',
          [brand, id, Number(tag)],
        );
      }
      countMention(rollups, { brand, ...facts, ...mention }, 1);
    }
    rollups.flush(write);
    reindexItems(write, items);
  });
  return added;
}

/** When the mention that stands for a story goes, the oldest copy that stays takes its place. */
function unfoldNext(workspace: Workspace, rollups: RollupBatch, brand: number, story: number): number | null {
  const { write } = workspace;
  const next = write.get<{ item: number }>(
    `SELECT m.item FROM item i JOIN mention m ON m.brand = ? AND m.item = i.id
     WHERE i.story = ? AND i.story <> 0 AND m.folded = ${FOLDED} ORDER BY i.id LIMIT 1`,
    [brand, story],
  );
  if (!next) return null;
  const keys = { brandKey: brand, itemId: next.item };
  patchMention(write, rollups, keys, mentionRecord(write, keys), { folded: 0 });
  return next.item;
}

/** Takes these items' mentions from a brand. What a person had done to them is parked. */
export function dropMentions(workspace: Workspace, brand: number, items: readonly number[]): void {
  const { write } = workspace;
  write.transaction(() => {
    const rollups = new RollupBatch(workspace.zone);
    const touched = new Set(items);
    for (const id of items) {
      const facts = write.get<RollupFacts>(FACTS, [id]);
      const tags = write
        .all<{ tag: number }>('DELETE FROM mention_tag WHERE brand = ? AND item = ? RETURNING tag', [
          brand,
          id,
        ])
        .map(({ tag }) => tag);
      const mention = write.get<Dropped>(
        `DELETE FROM mention WHERE brand = ? AND item = ? RETURNING state, starred, sentiment, corrected, shelf,
           shelf_before AS shelfBefore, folded, assignee, snoozed_until AS snoozedUntil`,
        [brand, id],
      );
      if (!facts || !mention) continue;
      // A block is no decision about this mention: it is looked up again when the mention returns.
      const shelf = mention.shelf === shelfCode('blocked') ? mention.shelfBefore : mention.shelf;
      const decided =
        mention.state !== stateCode('new') ||
        mention.starred === 1 ||
        mention.corrected === 1 ||
        mention.assignee !== 0 ||
        shelf !== shelfCode('main') ||
        mention.folded === APART ||
        tags.length > 0;
      if (decided) {
        write.run(
          `INSERT OR REPLACE INTO mention_parked(brand, item, state, starred, tags, shelf, folded, sentiment, assignee, snoozed_until)
           VALUES(?,?,?,?,?,?,?,?,?,?)`,
          [
            brand,
            id,
            mention.state,
            mention.starred,
            tags.join(' '),
            shelf,
            mention.folded,
            mention.corrected === 1 ? mention.sentiment : null,
            mention.assignee,
            mention.snoozedUntil,
          ],
        );
      }
      countMention(rollups, { brand, ...facts, ...mention }, -1);
      if (facts.story !== 0 && mention.folded === 0) {
        const next = unfoldNext(workspace, rollups, brand, facts.story);
        if (next !== null) touched.add(next);
      }
    }
    rollups.flush(write);
    reindexItems(write, touched);
  });
}
